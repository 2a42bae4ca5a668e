"""A venue file read, merged with its chain's shared file, and typed."""

from __future__ import annotations

from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path
from typing import Any

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from placard.findings import Finding, Place, stops
from placard.model import Venue
from placard.model.facts import keys_of
from placard.model.ignorance import Quoted
from placard.model.paths import facts_at
from placard.read.branch import ChainLink, laid_over
from placard.read.found import found
from placard.read.nodes import Entry, Map, Node, Origin, Seq, Text, at, coded, place_of
from placard.read.yamlfile import read_yaml

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


def read_venue(
    path: Path, shown: str, shared_files: SharedFiles | None = None
) -> tuple[VenueFile | None, list[Finding]]:
    """Read one venue file (and the shared file it extends); never raises for what stands in it."""
    node, findings = read_yaml(path, shown)
    if not isinstance(node, Map) or stops(findings):
        return None, findings
    whole, link, more = _with_shared(node, path, shown, shared_files or SharedFiles())
    findings += more
    if whole is None:
        return None, findings
    node = _with_coded_activities(whole)
    try:
        venue = Venue.model_validate(_typed_by_hand(node))
    except ValidationError as problem:
        findings += [_explained(error, node) for error in problem.errors(include_url=False)]
        return None, findings
    if venue.schema_number != SCHEMA:
        place = place_of(node, ("schema",))
        return None, [*findings, found("model.other_schema", place, found=venue.schema_number, known=SCHEMA)]
    return VenueFile(venue, node, shown, link), findings


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


def _with_coded_activities(node: Map) -> Map:
    """Write `- lockers` and `- membership: {…}` as maps with a `code`, so that the model sees one shape."""
    activities = node.get("activities")
    if not isinstance(activities, Seq):
        return node
    items = tuple(_with_code(item) for item in activities.items)
    entry = Entry(node.entries["activities"].place, Seq(items, activities.place, activities.origin))
    return Map({**node.entries, "activities": entry}, node.place, node.origin)


def _with_code(item: Node) -> Node:
    if isinstance(item, Map) and "code" in item.entries:
        return item
    pair = coded(item)
    if pair is None:
        return item
    code, below = pair
    own = below.node.entries if isinstance(below.node, Map) else {}
    return Map(
        {"code": Entry(below.place, Text(code, below.place, item.origin)), **own}, below.place, item.origin
    )


def _typed_by_hand(node: Node) -> Any:
    """Nested plain values; a quoted word is marked, so that a café called "none" keeps its name."""
    match node:
        case Text():
            return Quoted(node.value) if node.quoted else node.value
        case Seq():
            return [_typed_by_hand(item) for item in node.items]
        case Map():
            return {key: _typed_by_hand(entry.node) for key, entry in node.entries.items()}


_SHAPES = {
    "missing": "model.missing",
    "extra_forbidden": "model.unknown_key",
    "tuple_type": "model.not_a_list",
    "list_type": "model.not_a_list",
    "dict_type": "model.not_a_map",
    "mapping_type": "model.not_a_map",
    "model_type": "model.not_a_map",
    "model_attributes_type": "model.not_a_map",
}


def _explained(error: ErrorDetails, node: Map) -> Finding:
    path = error["loc"]
    key = next((str(step) for step in reversed(path) if isinstance(step, str)), "")
    place = place_of(node, path)
    code = (
        error["type"]
        if error["type"].startswith("model.")
        else _SHAPES.get(error["type"], "model.not_understood")
    )
    if code == "model.unknown_key":
        return _unknown_key(path, key, place)
    values: dict[str, Any] = error.get("ctx", {})
    return found(code, place, key=key, **values)


def _unknown_key(path: tuple[str | int, ...], key: str, place: Place) -> Finding:
    facts = facts_at(path[:-1])
    known = sorted(keys_of(facts)) if facts else []
    near = get_close_matches(key, known, n=1, cutoff=0.6)
    if near:
        return found("model.unknown_key_near", place, key=key, near=near[0])
    return found("model.unknown_key", place, key=key, known=", ".join(known))
