"""Everything read, and what is wrong with the words: where a check of venues begins."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from placard.check.packs import pack_findings, unused_citations
from placard.check.references import rest_findings
from placard.check.sourced import every_source
from placard.check.untold import untold
from placard.check.watched import due_findings
from placard.check.words import check_words
from placard.findings import Finding, stops
from placard.read.project import Read, read_project
from placard.read.roots import Project


def with_errors(findings: Iterable[Finding]) -> frozenset[str]:
    """Return the venues that have an error among these findings."""
    return frozenset(finding.venue for finding in findings if finding.venue and stops([finding]))


@dataclass(frozen=True, slots=True)
class Begun:
    """Everything read, and what is wrong with the words and with files nobody can understand."""

    read: Read
    findings: tuple[Finding, ...]

    @property
    def words_are_broken(self) -> bool:
        """Tell whether no venue can be judged, because the words themselves have an error."""
        return stops(finding for finding in self.findings if not finding.venue)


def begin(project: Project) -> Begun:
    """Read everything, and check the words."""
    return checked(read_project(project), project)


def checked(read: Read, project: Project) -> Begun:
    """Check the words of what was read."""
    packs = read.library.packs
    findings = [
        *read.findings,
        *check_words(read.library, spoken(read)),
        *pack_findings(packs),
        *untold([packs[name] for name in _laws(read)], read.library.languages),
        *unused_citations(packs, every_source(read.library)),
        *due_findings(packs, _laws(read), project.today),
    ]
    if not stops(finding for finding in findings if not finding.venue):
        for name, rest in read.rests:
            findings += [replace(f, venue=name) for f in rest_findings(rest, read.library, project.today)]
    return Begun(read, tuple(findings))


def _laws(read: Read) -> list[str]:
    """The packs the venues at hand name: what another country's pack lacks is no matter of theirs."""
    return [name for name in read.library.packs if name in {file.venue.law for file in read.venues}]


def spoken(read: Read) -> frozenset[str] | None:
    """The languages of the venues at hand; all, where there is no venue at all."""
    if not read.venues and not read.unreadable:
        return None
    return frozenset(
        language for file in read.venues for language in (*file.venue.languages, *file.venue.staff_languages)
    )
