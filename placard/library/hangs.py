"""Where the sheets of a sign hang, as its file says: a way of hanging, and which rooms it is about."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, get_args

from placard.library.vocabulary import RoomKind

Way = Literal["ways_in", "doors_into", "inside", "first_of", "desk"]
"""`ways_in`: before every filmed area · `doors_into`: on the outer side of doors into the rooms ·
`inside`: in every one of the rooms · `first_of`: in one room, of the first kind listed that the place has ·
`desk`: where guests ask."""

WAYS: tuple[Way, ...] = get_args(Way)
WAYS_WITH_ROOMS: tuple[Way, ...] = ("doors_into", "inside", "first_of")
WAYS_WITHOUT: tuple[Way, ...] = ("ways_in", "desk")


@dataclass(frozen=True, slots=True)
class RoomChoice:
    """Rooms of these privacy classes and of these kinds; `environment` leaves out what no sheet bears."""

    privacy: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()
    environment: tuple[str, ...] = ()

    def takes(self, kind: RoomKind) -> bool:
        """Tell whether rooms of a kind are meant."""
        named = kind.privacy in self.privacy or kind.code in self.kinds
        return named and (not self.environment or kind.environment in self.environment)


@dataclass(frozen=True, slots=True)
class Hangs:
    """How a sign hangs, and in or at which rooms."""

    way: Way
    rooms: RoomChoice = RoomChoice()
