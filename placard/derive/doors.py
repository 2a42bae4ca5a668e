"""The door graph: which rooms join, what can be reached from where."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from placard.model import UNANSWERED
from placard.model.premises import Room
from placard.model.remembered import of_the_last

OUTSIDE = "outside"


@dataclass(frozen=True, slots=True, order=True)
class Door:
    """A door as somebody walks through it: out of one room, into another."""

    coming_from: str
    into: str


@dataclass(frozen=True, slots=True)
class DoorGraph:
    """Every room with the rooms it has doors to; a door named from one side counts for both."""

    order: tuple[str, ...]
    neighbours: Mapping[str, frozenset[str]]

    def doors_into(self, rooms: Iterable[str]) -> tuple[Door, ...]:
        """List the doors that lead into a set of rooms from a room outside the set."""
        inside = set(rooms)
        return tuple(
            Door(other, room)
            for room in self.order
            if room in inside
            for other in self.order
            if other in self.neighbours[room] and other not in inside
        )

    def reachable(self, start: str, avoiding: Iterable[str] = ()) -> frozenset[str]:
        """Return every room one can walk to from `start` without entering the avoided ones."""
        closed = set(avoiding)
        seen: set[str] = set()
        waiting = [start]
        while waiting:
            room = waiting.pop()
            if room in seen or room in closed:
                continue
            seen.add(room)
            waiting.extend(self.neighbours.get(room, ()))
        return frozenset(seen)

    def joined(self, rooms: Iterable[str]) -> tuple[tuple[str, ...], ...]:
        """Split a set of rooms into groups that hang together through doors, in file order."""
        left = set(rooms)
        groups = []
        for room in self.order:
            if room in left:
                group = self.reachable(room, avoiding=set(self.order) - left)
                groups.append(tuple(r for r in self.order if r in group))
                left -= group
        return tuple(groups)


@of_the_last
def door_graph(rooms: tuple[Room, ...]) -> DoorGraph:
    """Build the graph; doors to rooms nobody declared are left out (reading reports them)."""
    order = (OUTSIDE, *(room.id for room in rooms))
    neighbours: dict[str, set[str]] = {room: set() for room in order}
    for room in rooms:
        if room.doors_to is UNANSWERED:
            continue
        for other in room.doors_to:
            if other in neighbours and other != room.id:
                neighbours[room.id].add(other)
                neighbours[other].add(room.id)
    return DoorGraph(order, {room: frozenset(others) for room, others in neighbours.items()})


def rooms_without_doors(rooms: tuple[Room, ...]) -> tuple[Room, ...]:
    """List the rooms whose doors nobody has named, from either side: each is a question."""
    graph = door_graph(rooms)
    return tuple(room for room in rooms if room.doors_to is UNANSWERED and not graph.neighbours[room.id])
