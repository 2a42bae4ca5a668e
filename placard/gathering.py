"""What is alike in the branches of a chain is told once, in the language of the chain.

Only for people: a machine is told of every branch.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from placard.findings import Finding, Place, Said, Severity, in_order, rank, said
from placard.outcome import OpenQuestion, VenueOutcome
from placard.read.chains import Chain
from placard.read.nodes import Map, Origin, Seq
from placard.read.venue import VenueFile

FEWEST = 2
"""From so many branches on something is told once."""
_FACT = "fact"


@dataclass(frozen=True, slots=True)
class Gathered:
    """A finding, and the branches it was made in where it stands for several; `code` adds them to it."""

    finding: Finding
    branches: tuple[str, ...] = ()
    code: str = ""
    values: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Alike:
    """Branches of a chain that can print the same and wait for the same answers."""

    chain: Chain
    branches: tuple[str, ...]
    asked: Mapping[str, int]

    @property
    def name(self) -> Said:
        """What they are called together."""
        return said("report.chain_alike", chain=self.chain.id, n=len(self.branches))

    def where(self, question: OpenQuestion) -> Said:
        """Tell where an answer goes: once into the shared file, or into the file of each branch."""
        shared, file = self.chain.shared_file, _file_of(self.chain, question.venue)
        if question.where.startswith(f"{shared}:"):
            return said("report.once", where=question.where, n=self.asked[question.fact])
        if file and answered_once(file, question.fact):
            return said("report.once", where=shared, n=self.asked[question.fact])
        return said("report.in_each", where=question.where, n=len(self.branches) - 1)


def gathered(findings: Iterable[Finding], chains: Sequence[Chain]) -> list[Gathered]:
    """Put together what several branches of one chain were told alike, at the place of the first."""
    of_branch = {file.venue.id: chain for chain in chains for file in chain.branches}
    groups: dict[object, list[Finding]] = {}
    told = []
    for finding in findings:
        if chain := of_branch.get(finding.venue):
            groups.setdefault(_key(finding, chain), []).append(finding)
        else:
            told.append(finding)
    together = [_together(group, of_branch[group[0].venue]) for group in groups.values()]
    return sorted([*map(Gathered, in_order(told)), *together], key=lambda each: rank(each.finding))


def _key(finding: Finding, chain: Chain) -> object:
    """What one finding has in common with its like; the rules that ask may differ from law to law."""
    own = sorted(str(item) for item in finding.values.items() if item[1] != finding.venue)
    same = str(finding.values.get(_FACT) or finding.texts or own)
    if finding.place.file == chain.shared_file:
        return chain.id, finding.code, same, finding.place
    if finding.severity in (Severity.QUESTION, Severity.INFO):
        return chain.id, finding.code, same
    return finding.venue, finding.code, same, finding.place


def _together(group: Sequence[Finding], chain: Chain) -> Gathered:
    first = max(group, key=lambda each: len(str(each.values.get("rules", ""))))
    branches = tuple(dict.fromkeys(finding.venue for finding in group))
    if len(branches) < FEWEST and first.place.file != chain.shared_file:
        return Gathered(first)
    every = len(branches) == len(chain.branches)
    names = {} if every else {"branches": ", ".join(branches)}
    file, place = _file_of(chain, first.venue), first.place
    fact = str(first.values.get(_FACT, ""))
    once = first.severity is Severity.QUESTION and (
        place.file == chain.shared_file or bool(fact and file and answered_once(file, fact))
    )
    if place.file != chain.shared_file and (once or first.severity is Severity.INFO):
        place = Place(chain.shared_file)
    code = ("report.once_for_all" if every else "report.once_in") if once else "report.in_branches"
    if every and not once:
        code = "report.in_all_branches"
    values = {"file": chain.shared_file} | names if once else names
    venue = chain.id if _has_words(first, chain.language) else first.venue
    return Gathered(replace(first, place=place, venue=venue), branches, code, values)


def _has_words(finding: Finding, language: str) -> bool:
    """Tell whether all a finding brings with it is said in a language; a pack speaks those of its people."""
    brought = [finding.texts, *(each for each in finding.values.values() if isinstance(each, Mapping))]
    return all(language in words for words in brought if words)


def answered_once(file: VenueFile, fact: str) -> bool:
    """Tell whether an answer in the shared file reaches a branch: nothing of its own is in the way."""
    node = file.nodes
    for key in fact.split("."):
        entry = node.entries.get(key)
        if entry is None:
            return True
        if not isinstance(entry.node, Map):
            # An entry of a list is the branch's own where the list is.
            return entry.node.origin is Origin.SHARED if isinstance(entry.node, Seq) else False
        node = entry.node
    return False


def _file_of(chain: Chain, venue: str) -> VenueFile | None:
    return next((file for file in chain.branches if file.venue.id == venue), None)


def standing_alike(
    venues: Sequence[VenueOutcome], chains: Sequence[Chain]
) -> list[tuple[VenueOutcome, Alike | None]]:
    """Return each venue, and for branches that stand alike the first of them with the names of all."""
    of_branch = {file.venue.id: chain for chain in chains for file in chain.branches}
    groups: dict[object, list[VenueOutcome]] = {}
    for number, venue in enumerate(venues):
        chain = of_branch.get(venue.venue)
        groups.setdefault(_standing(venue, chain) if chain else number, []).append(venue)
    told: list[tuple[VenueOutcome, Alike | None]] = []
    for group in groups.values():
        chain = of_branch.get(group[0].venue)
        if chain is None or len(group) < FEWEST:
            told += [(venue, None) for venue in group]
            continue
        branches = tuple(venue.venue for venue in group)
        told.append((group[0], Alike(chain, branches, _asked(venues, of_branch, chain))))
    return told


def _standing(venue: VenueOutcome, chain: Chain) -> object:
    """What is told of a venue but for its name and the lines of its own file."""
    questions = [replace(q, venue="", where="", others=()) for q in venue.questions]
    return chain.id, str(replace(venue, venue="", questions=tuple(questions)))


def _asked(venues: Sequence[VenueOutcome], of_branch: Mapping[str, Chain], chain: Chain) -> Mapping[str, int]:
    counted: dict[str, int] = {}
    for venue in venues:
        if of_branch.get(venue.venue) is chain:
            for fact in {question.fact for question in venue.questions}:
                counted[fact] = counted.get(fact, 0) + 1
    return counted
