"""Where a branch differs from the shared file of its chain: one entry for each value, with both lines."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from placard.findings import Place
from placard.model.facts import keys_of
from placard.model.premises import CameraSettings
from placard.read.merge import Path, by_name, is_named
from placard.read.nodes import Map, Node, Seq, Text, at, coded, place_of, plain

OF_A_BRANCH = frozenset({"id", "extends", "deviations", "locks"})
"""Keys that are no facts of the chain: each branch has its own, or none."""

_UNANSWERED = "unanswered"


class How(StrEnum):
    """In which way a branch differs."""

    CHANGED = "changed"
    REMOVED = "removed"
    MORE = "more"
    FILLED_IN = "filled_in"


@dataclass(frozen=True, slots=True)
class Difference:
    """A value of a branch that is not the chain's; `None` is a value that one side does not have.

    `FILLED_IN` is a fact the chain left to its branches, so it is a difference only beneath a lock.
    `instead_of` is the path of a value for all cameras that one camera has otherwise.
    """

    path: Path
    how: How
    shared: Node | None
    branch: Node | None
    shared_place: Place
    branch_place: Place
    instead_of: Path = ()

    @property
    def name(self) -> str:
        """The path as it is typed under `locks` and `deviations`."""
        return ".".join(self.path)


def differences(shared: Map, branch: Map, merged: Map) -> tuple[Difference, ...]:
    """List every difference between the shared file and what holds in a branch, in the order of keys."""
    of_cameras = {each.path: each for each in _of_single_cameras(shared, branch, merged)}
    compared = _Compared(shared, branch).of_maps(_facts(shared), _facts(merged), ())
    found = [each for each in compared if each.path not in of_cameras or each.how is not How.FILLED_IN]
    known = {each.path for each in found}
    return (*found, *(each for path, each in of_cameras.items() if path not in known))


def _facts(node: Map) -> Map:
    entries = {key: entry for key, entry in node.entries.items() if key not in OF_A_BRANCH}
    return Map(entries, node.place, node.origin)


@dataclass(frozen=True, slots=True)
class _Compared:
    """The two files, for the lines a difference is told with."""

    shared: Map
    branch: Map

    def of_maps(self, shared: Map, merged: Map, path: Path) -> Iterator[Difference]:
        for key, entry in merged.entries.items():
            here = (*path, key)
            before = shared.get(key)
            if before is None:
                yield self._told(here, How.FILLED_IN, None, entry.node)
            else:
                yield from self._of_nodes(before, entry.node, here)

    def _of_nodes(self, shared: Node, merged: Node, path: Path) -> Iterator[Difference]:
        if isinstance(shared, Text) and shared.value == _UNANSWERED and not shared.quoted:
            if plain(merged) != _UNANSWERED:
                yield self._told(path, How.FILLED_IN, shared, merged)
        elif isinstance(shared, Map) and isinstance(merged, Map):
            yield from self.of_maps(shared, merged, path)
        elif isinstance(shared, Seq) and isinstance(merged, Seq) and self._by_item(shared, merged, path):
            yield from self._of_items(shared, merged, path)
        elif plain(shared) != plain(merged):
            yield self._told(path, How.CHANGED, shared, merged)

    def _by_item(self, shared: Seq, merged: Seq, path: Path) -> bool:
        """Tell whether a list is compared item by item; an empty list says outright that there is none."""
        typed = at(self.branch, path)
        emptied = not merged.items and not (isinstance(typed, Seq) and typed.items)
        return is_named(shared, path) and not emptied

    def _of_items(self, shared: Seq, merged: Seq, path: Path) -> Iterator[Difference]:
        before, after = by_name(shared.items, path), by_name(merged.items, path)
        for name, item in before.items():
            if name in after:
                yield from self._of_nodes(item_body(item), item_body(after[name]), (*path, name))
            else:
                yield self._told((*path, name), How.REMOVED, item, None)
        for name, item in after.items():
            if name not in before:
                yield self._told((*path, name), How.MORE, None, item)

    def _told(self, path: Path, how: How, shared: Node | None, merged: Node | None) -> Difference:
        return Difference(path, how, shared, merged, place_of(self.shared, path), place_of(self.branch, path))


def item_body(item: Node) -> Node:
    """What is said of an item of a list; `- lockers` alone says nothing of it."""
    if isinstance(item, Text):
        return Map({}, item.place, item.origin)
    pair = coded(item)
    below = pair[1].node if pair else item
    return below if isinstance(below, Map) else item


def _of_single_cameras(shared: Map, branch: Map, merged: Map) -> Iterator[Difference]:
    """What one camera has otherwise than the chain says for all of them."""
    cameras = merged.get("cameras")
    if not isinstance(cameras, Seq):
        return
    for name, camera in by_name(cameras.items, ("cameras",)).items():
        for key in keys_of(CameraSettings):
            for_all, path = ("surveillance", key), ("cameras", name, key)
            before, own = at(shared, for_all), at(camera, (key,))
            if before is None or own is None or plain(own) == plain(before):
                continue
            if (always := at(shared, path)) is not None and plain(always) == plain(own):
                continue
            place = place_of(shared, for_all)
            yield Difference(path, How.CHANGED, before, own, place, place_of(branch, path), for_all)
