"""What facts are taken from: the venue, its law, the kinds of rooms, and the item at hand."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any, TypeVar

from placard.derive.activities import PartialRight
from placard.derive.doors import OUTSIDE
from placard.derive.filming import FilmedArea, rooms_of
from placard.findings import Place
from placard.library.grounds import Preset
from placard.library.law import Law
from placard.library.vocabulary import RoomKind
from placard.model import Venue
from placard.model.dealings import Activity, Change, Partner
from placard.model.operator import JointController, StaffMember
from placard.model.premises import Camera, Room
from placard.model.venue import SignOrder

Item = (
    FilmedArea
    | Camera
    | Room
    | Partner
    | Activity
    | Change
    | PartialRight
    | StaffMember
    | JointController
    | SignOrder
)

Found = TypeVar("Found")


@dataclass(frozen=True, slots=True)
class Context:
    """What facts are taken from: the venue, its law, the kinds of rooms, and the item at hand.

    `notices` are the signs that announce filming: one that is left off makes a way in bare. `presets`
    say what an activity usually is, where the owner typed nothing else; `own_places` are the lines of the
    signs an owner wrote.
    """

    venue: Venue
    law: Law
    kinds: Mapping[str, RoomKind]
    items: Mapping[str, Item] = field(default_factory=dict)
    notices: frozenset[str] = frozenset()
    presets: Mapping[str, Preset] = field(default_factory=dict)
    own_places: Mapping[str, Place] = field(default_factory=dict)
    _found: dict[Hashable, Any] = field(default_factory=dict, init=False, repr=False, compare=False)

    def once(self, name: Hashable, find: Callable[[], Found]) -> Found:
        """Find something out about these facts, and remember it: a venue asks the same things many times."""
        try:
            known: Found = self._found[name]
        except KeyError:
            known = self._found[name] = find()
        return known

    def at(self, name: str, item: Item) -> Context:
        """Return the same context with an item at hand."""
        return replace(self, items={**self.items, name: item})

    def room(self, room_id: str) -> Room:
        """Return a room by id; `outside` is a room that always exists."""
        found = next((room for room in rooms_of(self.venue) if room.id == room_id), None)
        return found or Room.model_construct(id=room_id, kind=OUTSIDE, name=None)

    def rooms(self, ids: tuple[str, ...] | frozenset[str]) -> tuple[Room, ...]:
        """Return rooms by id, in the order of the venue file."""
        return tuple(room for room in rooms_of(self.venue) if room.id in ids)
