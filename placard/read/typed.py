"""Marked nodes turned into the model, and what is left of them where the model refuses a part."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import Any

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from placard.findings import Finding
from placard.model import Venue
from placard.model.ignorance import Quoted
from placard.read.found import found
from placard.read.nodes import Entry, Map, Node, Seq, Text, coded

Path = tuple[str | int, ...]
MOST_ROUNDS = 4


def typed(node: Map) -> tuple[Venue | None, list[ErrorDetails]]:
    """Type a venue; where that fails, say everything that stands in the way."""
    try:
        return Venue.model_validate(_by_hand(node)), []
    except ValidationError as problem:
        return None, problem.errors(include_url=False)


def path_of(error: ErrorDetails) -> Path:
    """Return the keys and positions of an error, without the names of readers a choice has tried."""
    return tuple(step for step in error["loc"] if isinstance(step, int) or "[" not in step)


def sound_part(node: Map, errors: Iterable[ErrorDetails]) -> tuple[Venue, Map, frozenset[Path]] | None:
    """Type what is left without the refused values, for further checks; nothing where too little is left."""
    lost: set[Path] = set()
    for _ in range(MOST_ROUNDS):
        paths = {_to_take_out(error) for error in errors}
        if () in paths or not paths:
            return None
        lost |= paths
        node = _without(node, paths)
        venue, errors = typed(node)
        if venue is not None:
            return venue, node, frozenset(lost)
    return None


def _to_take_out(error: ErrorDetails) -> Path:
    """Return the value that is refused, or the map that lacks a key."""
    path = path_of(error)
    return path[:-1] if error["type"] == "missing" else path


def _without(node: Map, paths: Collection[Path]) -> Map:
    left = _left(node, (), paths)
    assert isinstance(left, Map), "the file itself is never taken out"
    return left


def _left(node: Node, here: Path, paths: Collection[Path]) -> Node:
    match node:
        case Map():
            kept = {key: e for key, e in node.entries.items() if (*here, key) not in paths}
            entries = {key: Entry(e.place, _left(e.node, (*here, key), paths)) for key, e in kept.items()}
            return Map(entries, node.place, node.origin)
        case Seq():
            items = tuple(
                _left(item, (*here, number), paths)
                for number, item in enumerate(node.items)
                if (*here, number) not in paths
            )
            return Seq(items, node.place, node.origin)
        case _:
            return node


def with_coded_activities(node: Map) -> Map:
    """Write `- lockers` and `- membership: {…}` as maps with a `code`, so that the model sees one shape."""
    activities = node.get("activities")
    if not isinstance(activities, Seq):
        return node
    items = tuple(_with_code(item) for item in activities.items)
    entry = Entry(node.entries["activities"].place, Seq(items, activities.place, activities.origin))
    return Map({**node.entries, "activities": entry}, node.place, node.origin)


def values_beside_codes(node: Map) -> list[Finding]:
    """Find `- membership: 2 years`, where nobody can tell what the value is for."""
    activities = node.get("activities")
    items = activities.items if isinstance(activities, Seq) else ()
    findings = []
    for item in items:
        pair = coded(item) if isinstance(item, Map) else None
        if pair and pair[0] != "code" and not isinstance(pair[1].node, Map):
            findings.append(found("model.activity_without_keys", pair[1].place, code=pair[0]))
    return findings


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


def _by_hand(node: Node) -> Any:
    """Nested plain values; a quoted word is marked, so that a café called "none" keeps its name."""
    match node:
        case Text():
            return Quoted(node.value) if node.quoted else node.value
        case Seq():
            return [_by_hand(item) for item in node.items]
        case Map():
            return {key: _by_hand(entry.node) for key, entry in node.entries.items()}
