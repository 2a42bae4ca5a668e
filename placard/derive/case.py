"""One venue on one day under one law: what derived facts are worked out from."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

from placard.derive.doors import DoorGraph, door_graph
from placard.derive.filming import FilmedArea, WayIn, filmed_areas, rooms_of
from placard.derive.shapes import Shape
from placard.library.grounds import Preset
from placard.library.law import Law
from placard.library.vocabulary import RoomKind
from placard.model import Venue
from placard.model.premises import Room

Path = tuple[str | int, ...]
"""Keys and list positions, as they lead through a venue file."""


@dataclass(frozen=True, slots=True)
class Case:
    """A venue with what rules need to know about its rooms; `notices` are signs that hang at ways in.

    `presets` say what an activity usually is, where the owner typed nothing else.
    """

    venue: Venue
    law: Law
    kinds: Mapping[str, RoomKind]
    notices: frozenset[str]
    as_of: date
    rooms: Mapping[str, Room]
    graph: DoorGraph
    areas: tuple[FilmedArea, ...]
    presets: Mapping[str, Preset] = field(default_factory=dict)
    listed: dict[str, Any] = field(default_factory=dict, init=False, repr=False, compare=False)
    """What rules look at, by collection: many rules look at the same things."""

    @classmethod
    def of(
        cls,
        venue: Venue,
        law: Law,
        kinds: Mapping[str, RoomKind],
        notices: Collection[str],
        as_of: date,
        presets: Mapping[str, Preset] | None = None,
    ) -> Case:
        """Work out the doors and the filmed areas once, and lay the law's floor over ours."""
        rooms = rooms_of(venue)
        return cls(
            venue=venue,
            law=law,
            kinds=with_floor(kinds, law, venue.type),
            notices=frozenset(notices),
            as_of=as_of,
            rooms={room.id: room for room in rooms},
            graph=door_graph(rooms),
            areas=filmed_areas(venue),
            presets=presets or {},
        )

    def kind_of(self, room: str) -> RoomKind | None:
        """Return the kind of a declared room; `None` for `outside` and for what nobody declared."""
        return self.kinds.get(self.rooms[room].kind) if room in self.rooms else None

    def is_floor(self, room: str) -> bool:
        """Tell whether no camera may see a room."""
        kind = self.kind_of(room)
        return kind is not None and kind.floor


@dataclass(frozen=True, slots=True)
class Entrance:
    """A way into a filmed area, as a rule looks at it."""

    way: WayIn
    area: FilmedArea


@dataclass(frozen=True, slots=True)
class Derived:
    """A derived fact: its shape, the typed fact it rests on, and how it is found.

    `asks` gives the place of the answer that is missing where that is not the fact it rests on.
    """

    shape: Shape
    rests_on: str
    get: Callable[[Case, Any], Any]
    asks: Callable[[Case, Any], Path | None] = lambda case, item: None


def with_floor(kinds: Mapping[str, RoomKind], law: Law, venue_type: str) -> dict[str, RoomKind]:
    """Lay a law's floor over ours: it may add kinds of rooms, and nothing takes one away.

    Source: the floor of `content/rooms.yml` (every room of undress and treatment, whatever its
    own line says) and `floor_kinds` of the packs.
    """
    added = law.floor_kinds(venue_type)
    return {
        code: replace(kind, floor=True)
        if not kind.floor and (kind.privacy in ("undress", "treatment") or code in added)
        else kind
        for code, kind in kinds.items()
    }
