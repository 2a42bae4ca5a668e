"""A venue file read, merged with its chain's shared file, and typed."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from placard.brand.logo import Logo
from placard.findings import Finding, Place, stops
from placard.model import Venue
from placard.read.branch import ChainLink, laid_over
from placard.read.explained import explained
from placard.read.found import found
from placard.read.ignorance import Words, in_our_words
from placard.read.nodes import Map, Origin, Text, at, place_of
from placard.read.strangers import with_one_cause
from placard.read.typed import sound_part, typed, values_beside_codes, with_coded_activities
from placard.read.yamlfile import read_parsed, read_yaml

SHARED_FILE = "_shared.yml"
SCHEMA = 1


@dataclass(frozen=True, slots=True)
class VenueFile:
    """A venue with the file it came from: every value keeps its line and its origin.

    `chain` is what ties a branch to the file it extends; a business of one place has none.
    """

    venue: Venue
    nodes: Map
    file: str
    chain: ChainLink | None = None
    logo: Logo | None = None

    def place(self, path: tuple[str | int, ...]) -> Place:
        """Return the line of a value, or of the nearest thing above it that was typed."""
        return place_of(self.nodes, path)

    def origin(self, path: tuple[str | int, ...]) -> Origin:
        """Return who put a value where it stands; a value nobody wrote is a default."""
        node = at(self.nodes, path)
        return Origin.DEFAULT if node is None else node.origin


class SharedFiles:
    """The shared files of chains, each read once however many branches extend it."""

    def __init__(self) -> None:
        self._read: dict[Path, tuple[Map | None, list[Finding]]] = {}

    def read(self, path: Path, shown: str) -> tuple[Map | None, list[Finding]]:
        """Return a shared file and what is wrong with it."""
        if path not in self._read:
            node, findings = read_yaml(path, shown)
            self._read[path] = (node if isinstance(node, Map) else None), findings
        return self._read[path]


@dataclass(frozen=True, slots=True)
class Rest:
    """What is left of a faulty file without the values it was refused for: good for finding more mistakes.

    `lost` are the paths of what was taken out.
    """

    file: VenueFile
    lost: frozenset[tuple[str | int, ...]]


@dataclass(frozen=True, slots=True)
class Reading:
    """A venue file read: the venue, or what is left of it, and everything that is wrong with it."""

    file: VenueFile | None
    findings: list[Finding]
    rest: Rest | None = None


def read_venue(
    path: Path, shown: str, shared_files: SharedFiles | None = None
) -> tuple[VenueFile | None, list[Finding]]:
    """Read one venue file (and the shared file it extends); never raises for what stands in it."""
    reading = read_to_its_end(path, shown, shared_files)
    return reading.file, reading.findings


def read_to_its_end(
    path: Path, shown: str, shared_files: SharedFiles | None = None, words: Words | None = None
) -> Reading:
    """The same, with what is left of a faulty file, so that all its mistakes are told in one run.

    `words` are those people say for none and unanswered, each of which is told what to write instead.
    """
    parsed = read_parsed(path, shown)
    if parsed.node is None or (not parsed.trusted and "extends" in parsed.node.entries):
        return Reading(None, parsed.findings)
    whole, link, of_chain = _with_shared(parsed.node, path, shown, shared_files or SharedFiles())
    if whole is None:
        return Reading(None, parsed.findings + of_chain)
    whole, other_words = in_our_words(whole, words or {})
    node = with_coded_activities(whole)
    if (other := _other_schema(node)) is not None:
        return Reading(None, [*parsed.findings, *of_chain, other])
    venue, errors = typed(node)
    own = parsed.findings + other_words + values_beside_codes(whole)
    own = with_one_cause([*own, *explained(errors, node, own, parsed.trusted)])
    findings = own + of_chain
    if venue is not None and not stops(own):
        return Reading(VenueFile(venue, node, shown, link), findings)
    if not parsed.trusted or any(finding.code == "yaml.repeated_entry" for finding in own):
        # What stood in lines or entries that were lost would be missed elsewhere.
        return Reading(None, findings)
    part = (venue, node, frozenset()) if venue else sound_part(node, errors)
    return Reading(None, findings, Rest(VenueFile(part[0], part[1], shown, link), part[2]) if part else None)


def _other_schema(node: Map) -> Finding | None:
    """A file of another version is read no further: its keys may mean something else. Left out, it is 1."""
    entry = node.entries.get("schema")
    if entry is None:
        return None
    written = entry.node.value if isinstance(entry.node, Text) else "…"
    if not re.fullmatch(r"[0-9]{1,9}", written):
        return found("model.not_a_schema", entry.place, found=written, known=SCHEMA)
    number = int(written)
    if number == SCHEMA:
        return None
    code = "model.newer_schema" if number > SCHEMA else "model.no_such_schema"
    return found(code, entry.place, found=number, known=SCHEMA)


def _with_shared(
    branch: Map, path: Path, shown: str, shared_files: SharedFiles
) -> tuple[Map | None, ChainLink | None, list[Finding]]:
    """Return both files as one, or None where the shared one is missing or cannot be trusted."""
    extends = branch.get("extends")
    if not isinstance(extends, Text):
        return branch, None, []
    shared_path = (path.parent / extends.value).resolve()
    if path.parent.resolve() not in shared_path.parents or not shared_path.is_file():
        return None, None, [found("model.no_shared_file", extends.place, name=extends.value)]
    shared, findings = shared_files.read(shared_path, (Path(shown).parent / extends.value).as_posix())
    if shared is None or stops(findings):
        return None, None, list(findings)
    merged, link, more = laid_over(shared, branch)
    return merged, link, findings + more
