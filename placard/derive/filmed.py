"""Derived facts of cameras, rooms and ways in; each says what it follows from."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from placard.derive.case import Case, Derived, Entrance, Path
from placard.derive.doors import OUTSIDE, rooms_without_doors
from placard.derive.filming import (
    behind_open_doors,
    cameras_of,
    met_rooms,
    rooms_of,
    seen_rooms,
    setting,
    skip_order,
)
from placard.derive.shapes import Shape
from placard.model import UNANSWERED
from placard.model.premises import Camera, Room
from placard.model.venue import SignOrder


def _sees_undress(case: Case, camera: Camera) -> Any:
    """Rooms under the floor that a camera sees or hangs in. Source: venue model, "the floor"."""
    met = tuple(dict.fromkeys(r for r in met_rooms(camera) if case.is_floor(r)))
    unknown = camera.sees is UNANSWERED or case.venue.rooms is UNANSWERED
    return UNANSWERED if unknown and not met else met


def _behind_open_doors(case: Case, camera: Camera) -> Any:
    """Rooms under the floor behind a door of a room it sees. Source: venue model, "filmed area"."""
    beyond = behind_open_doors(case.venue, camera, case.kinds)
    doorless = {room.id for room in rooms_without_doors(rooms_of(case.venue))}
    unknown = camera.sees is UNANSWERED or case.venue.rooms is UNANSWERED
    if not beyond and (unknown or doorless & set(seen_rooms(camera))):
        return UNANSWERED
    return beyond


def _dummy(case: Case, camera: Camera) -> Any:
    """Whether it is a dummy. Source: `kind`; a camera nobody calls a dummy is taken for a real one."""
    return camera.kind == "dummy"


def _recorded(case: Case, camera: Camera) -> Any:
    """Whether pictures are kept at all. Source: `recording` and `kind`; a dummy keeps none."""
    recording = setting(case.venue, camera, "recording")
    if camera.kind == "dummy" or recording in (None, "none"):
        return False
    return UNANSWERED if recording is UNANSWERED else True


def _sees_kinds(case: Case, camera: Camera) -> Any:
    """Kinds of the rooms it sees. Source: `sees` and `rooms[].kind`."""
    if camera.sees is UNANSWERED or case.venue.rooms is UNANSWERED:
        return UNANSWERED
    return tuple(dict.fromkeys(case.rooms[room].kind for room in camera.sees if room in case.rooms))


def _met_kinds(case: Case, camera: Camera) -> Any:
    """Kinds of the rooms it sees or hangs in. Source: `sees`, `room` and `rooms[].kind`.

    Where nobody has said what it sees, the room it hangs in decides only if that lies under the floor.
    """
    met = tuple(room for room in met_rooms(camera) if room in case.rooms)
    unknown = camera.sees is UNANSWERED or case.venue.rooms is UNANSWERED
    if unknown and not any(case.is_floor(room) for room in met):
        return UNANSWERED
    return tuple(dict.fromkeys(case.rooms[room].kind for room in met))


def _sees_privacy(case: Case, camera: Camera) -> Any:
    """Privacy classes of the rooms it sees. Source: `sees` and `content/rooms.yml`."""
    if camera.sees is UNANSWERED or case.venue.rooms is UNANSWERED:
        return UNANSWERED
    kinds = (case.kind_of(room) for room in camera.sees)
    return tuple(dict.fromkeys(kind.privacy for kind in kinds if kind))


def _privacy(case: Case, room: Room) -> Any:
    """Privacy class of a room. Source: `content/rooms.yml`."""
    kind = case.kinds.get(room.kind)
    return kind.privacy if kind else UNANSWERED


def _floor(case: Case, room: Room) -> Any:
    """Whether no camera may see a room. Source: `content/rooms.yml` and the law's `floor_kinds`."""
    kind = case.kinds.get(room.kind)
    return kind.floor if kind else UNANSWERED


def _filmed(case: Case, room: Room) -> Any:
    """Whether a camera that is no dummy sees a room. Source: `cameras[].sees`."""
    if any(room.id in area.rooms for area in case.areas):
        return True
    blind = any(c.sees is UNANSWERED and c.kind != "dummy" for c in cameras_of(case.venue))
    return UNANSWERED if blind or case.venue.cameras is UNANSWERED else False


def _doors_known(case: Case, room: Room) -> Any:
    """Whether a door of a room was named from either side. Source: `rooms[].doors_to`."""
    return UNANSWERED if room in rooms_without_doors(rooms_of(case.venue)) else True


def _reached_from_outside(case: Case, room: Room) -> Any:
    """Whether one can walk there from outside. Source: `rooms[].doors_to` of every room."""
    reached = case.graph.reachable(OUTSIDE)
    if room.id in reached:
        return True
    return UNANSWERED if rooms_without_doors(rooms_of(case.venue)) else False


def skip_of(case: Case, entrance: Entrance) -> tuple[int, SignOrder] | None:
    """Return the order that takes the notice off this way in, with its position in `signs`."""
    return skip_order(case.venue, entrance.way, case.notices)


def _notice_skipped(case: Case, entrance: Entrance) -> Any:
    """Whether the camera notice is left out here. Source: `signs[].skip`."""
    return skip_of(case, entrance) is not None


def _skip_reason(case: Case, entrance: Entrance) -> Any:
    """Why the notice is left out, in the owner's words. Source: `signs[].skip`."""
    skipped = skip_of(case, entrance)
    return skipped[1].skip if skipped else None


def _asks_rooms(case: Case, camera: Camera) -> Path | None:
    return ("rooms",) if case.venue.rooms is UNANSWERED else None


def _asks_doors(case: Case, item: Camera | Room) -> Path | None:
    """The first room without doors: among those a camera sees, or of all."""
    if case.venue.rooms is UNANSWERED or (isinstance(item, Camera) and item.sees is UNANSWERED):
        return _asks_rooms(case, item) if isinstance(item, Camera) else ("rooms",)
    doorless = {room.id for room in rooms_without_doors(rooms_of(case.venue))}
    looked_at = doorless & set(seen_rooms(item)) if isinstance(item, Camera) else doorless
    numbers = (number for number, room in enumerate(rooms_of(case.venue)) if room.id in looked_at)
    first = next(numbers, None)
    return None if first is None else ("rooms", first, "doors_to")


def _asks_what_is_seen(case: Case, room: Room) -> Path | None:
    numbers = (number for number, camera in enumerate(cameras_of(case.venue)) if camera.sees is UNANSWERED)
    first = next(numbers, None)
    return None if first is None else ("cameras", first, "sees")


CAMERA_FACTS: Mapping[str, Derived] = {
    "sees_undress": Derived(Shape.WORDS, "sees", _sees_undress, _asks_rooms),
    "behind_open_doors": Derived(Shape.WORDS, "sees", _behind_open_doors, _asks_doors),
    "dummy": Derived(Shape.SWITCH, "kind", _dummy),
    "recorded": Derived(Shape.SWITCH, "recording", _recorded),
    "sees_kinds": Derived(Shape.WORDS, "sees", _sees_kinds, _asks_rooms),
    "met_kinds": Derived(Shape.WORDS, "sees", _met_kinds, _asks_rooms),
    "sees_privacy": Derived(Shape.WORDS, "sees", _sees_privacy, _asks_rooms),
}
ROOM_FACTS: Mapping[str, Derived] = {
    "privacy": Derived(Shape.WORD, "kind", _privacy),
    "floor": Derived(Shape.SWITCH, "kind", _floor),
    "filmed": Derived(Shape.SWITCH, "venue.cameras", _filmed, _asks_what_is_seen),
    "doors_known": Derived(Shape.SWITCH, "doors_to", _doors_known),
    "reached_from_outside": Derived(Shape.SWITCH, "doors_to", _reached_from_outside, _asks_doors),
}
WAY_IN_FACTS: Mapping[str, Derived] = {
    "room": Derived(Shape.WORD, "doors_to", lambda case, entrance: entrance.way.door.into),
    "coming_from": Derived(Shape.WORD, "doors_to", lambda case, entrance: entrance.way.door.coming_from),
    "sharer": Derived(Shape.WORD, "shared_with", lambda case, entrance: entrance.way.sharer),
    "area": Derived(Shape.WORD, "doors_to", lambda case, entrance: entrance.area.id),
    "notice_skipped": Derived(Shape.SWITCH, "skip", _notice_skipped),
    "skip_reason": Derived(Shape.WORD, "skip", _skip_reason),
}
