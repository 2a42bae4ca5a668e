"""Marked nodes: what was typed, where it was typed, and how it came to stand here."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TypeAlias

from placard.findings import Place


class Origin(StrEnum):
    """Who put a value where it stands; `explain` prints it beside each fact."""

    TYPED = "typed"
    SHARED = "shared"
    PRESET = "preset"
    PACK = "pack"
    DERIVED = "derived"
    DEFAULT = "default"


@dataclass(frozen=True, slots=True)
class Text:
    """A scalar exactly as typed; `quoted` tells the name "none" from the word none."""

    value: str
    place: Place
    origin: Origin = Origin.TYPED
    quoted: bool = False


@dataclass(frozen=True, slots=True)
class Seq:
    """A list in the order it was typed."""

    items: tuple[Node, ...]
    place: Place
    origin: Origin = Origin.TYPED


@dataclass(frozen=True, slots=True)
class Entry:
    """The line of a key, and what stands under that key."""

    place: Place
    node: Node


@dataclass(frozen=True, slots=True)
class Map:
    """Keys in the order they were typed; a plain dict inside, so that it crosses processes."""

    entries: Mapping[str, Entry]
    place: Place
    origin: Origin = Origin.TYPED

    def get(self, key: str) -> Node | None:
        """The node under a key, or None where the key is missing."""
        entry = self.entries.get(key)
        return entry.node if entry else None


Node: TypeAlias = Text | Seq | Map
Plain: TypeAlias = str | list["Plain"] | dict[str, "Plain"]


def plain(node: Node) -> Plain:
    """Nested plain values for the typed model; the marks are left behind."""
    match node:
        case Text():
            return node.value
        case Seq():
            return [plain(item) for item in node.items]
        case Map():
            return {key: plain(entry.node) for key, entry in node.entries.items()}


def marked(node: Node, origin: Origin) -> Node:
    """The same node with another origin, all the way down."""
    match node:
        case Text():
            return replace(node, origin=origin)
        case Seq():
            return Seq(tuple(marked(item, origin) for item in node.items), node.place, origin)
        case Map():
            entries = {key: Entry(e.place, marked(e.node, origin)) for key, e in node.entries.items()}
            return Map(entries, node.place, origin)


def id_of(item: Node) -> str | None:
    """The typed `id` of a list item, or None where it has none."""
    name = item.get("id") if isinstance(item, Map) else None
    return name.value if isinstance(name, Text) else None


def coded(item: Node) -> tuple[str, Entry] | None:
    """The code of an item written `code` or `{code: {...}}`, and what stands under it."""
    if isinstance(item, Text):
        return item.value, Entry(item.place, item)
    if isinstance(item, Map) and len(item.entries) == 1:
        return next(iter(item.entries.items()))
    return None


def at(node: Node, path: Sequence[str | int]) -> Node | None:
    """What stands at a path, or None; a word steps into a list by the item's id or code."""
    for step in path:
        below = _below(node, step)
        if below is None:
            return None
        node = below.node
    return node


def place_of(node: Node, path: Sequence[str | int]) -> Place:
    """The nearest known line: of the key or item, else of the map or list it should stand in."""
    place = node.place
    for step in path:
        below = _below(node, step)
        if below is None:
            break
        place, node = below.place, below.node
    return place


def _below(node: Node, step: str | int) -> Entry | None:
    match node:
        case Map() if isinstance(step, str):
            return node.entries.get(step)
        case Seq() if isinstance(step, int):
            known = -len(node.items) <= step < len(node.items)
            return Entry(node.items[step].place, node.items[step]) if known else None
        case Seq():
            return next((entry for item in node.items if (entry := _named(item, step))), None)
        case _:
            return None


def _named(item: Node, name: str | int) -> Entry | None:
    if id_of(item) == name:
        return Entry(item.place, item)
    pair = coded(item)
    return pair[1] if pair and pair[0] == name else None
