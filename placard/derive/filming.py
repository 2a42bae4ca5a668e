"""What is filmed: areas, the ways in, and what a camera may see through an open door.

A filmed area is a set of filmed rooms joined by doors. A way in is a door from a room outside
the area that can be reached from `outside` without crossing the area; the notice hangs on its
outer side. A user who shares a room with the venue has a way in of their own.
Source of the duty to place it so: EDPB Guidelines 3/2019, section 7.1.1 (position of the sign).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from placard.derive.doors import OUTSIDE, Door, DoorGraph, door_graph
from placard.library.vocabulary import RoomKind
from placard.model import UNANSWERED, Unanswered, Venue
from placard.model.premises import Camera, CameraSettings, Room
from placard.model.remembered import of_the_last
from placard.model.values import Duration, LocalText
from placard.model.venue import SignOrder


@dataclass(frozen=True, slots=True)
class WayIn:
    """A place where one copy of the camera notice hangs: a door, or a sharer's own side."""

    door: Door
    sharer: LocalText | None = None


@dataclass(frozen=True, slots=True)
class FilmedArea:
    """Filmed rooms joined by doors, the cameras that see them, and the ways in."""

    rooms: tuple[str, ...]
    cameras: tuple[Camera, ...]
    ways_in: tuple[WayIn, ...]

    @property
    def id(self) -> str:
        """The id of the area is that of its first room, as the file lists them."""
        return self.rooms[0]


def setting(venue: Venue, camera: Camera, name: str) -> Any:
    """Return a camera's own setting, or the venue's where the camera says nothing."""
    own = getattr(camera, name)
    if own is not UNANSWERED:
        return own
    if venue.surveillance is UNANSWERED or venue.surveillance is None:
        return venue.surveillance
    return getattr(venue.surveillance, name)


SETTINGS = tuple(CameraSettings.model_fields)


def cameras_of(venue: Venue) -> tuple[Camera, ...]:
    """Return the cameras that are known of."""
    return () if venue.cameras is UNANSWERED else venue.cameras


def rooms_of(venue: Venue) -> tuple[Room, ...]:
    """Return the rooms that are known of."""
    return () if venue.rooms is UNANSWERED else venue.rooms


def seen_rooms(camera: Camera) -> tuple[str, ...]:
    """Return the rooms a camera is said to see."""
    return () if camera.sees is UNANSWERED else camera.sees


def met_rooms(camera: Camera) -> tuple[str, ...]:
    """Return the rooms a camera sees and the one it hangs in, as far as somebody has said."""
    return seen_rooms(camera) if camera.room is UNANSWERED else (*seen_rooms(camera), camera.room)


@of_the_last
def real_cameras(venue: Venue) -> tuple[Camera, ...]:
    """Return the cameras that film; one nobody calls a dummy is taken for a real one."""
    return tuple(camera for camera in cameras_of(venue) if camera.kind != "dummy")


def blind_camera(venue: Venue) -> Camera | None:
    """Return the first real camera of which nobody has said what it sees."""
    return next((camera for camera in real_cameras(venue) if camera.sees is UNANSWERED), None)


@of_the_last
def filmed_areas(venue: Venue) -> tuple[FilmedArea, ...]:
    """List the filmed areas; a room seen only by dummies is not filmed."""
    real = real_cameras(venue)
    filmed = {room for camera in real for room in seen_rooms(camera) if room != OUTSIDE}
    graph = door_graph(rooms_of(venue))
    indoors = tuple(
        FilmedArea(
            rooms=group,
            cameras=tuple(c for c in real if set(seen_rooms(c)) & set(group)),
            ways_in=_ways_in(venue, graph, group),
        )
        for group in graph.joined(filmed)
    )
    return (*indoors, *_street(graph, real))


def _street(graph: DoorGraph, real: tuple[Camera, ...]) -> tuple[FilmedArea, ...]:
    """Public ground is an area only for cameras that see nothing else; notices hang at the doors to it."""
    cameras = tuple(camera for camera in real if camera.sees == (OUTSIDE,))
    doors = (Door(OUTSIDE, room) for room in graph.order if room in graph.neighbours[OUTSIDE])
    return (FilmedArea((OUTSIDE,), cameras, tuple(map(WayIn, doors))),) if cameras else ()


def _ways_in(venue: Venue, graph: DoorGraph, area: tuple[str, ...]) -> tuple[WayIn, ...]:
    public_side = graph.reachable(OUTSIDE, avoiding=area)
    doors = [WayIn(door) for door in graph.doors_into(area) if door.coming_from in public_side]
    sharers = [
        WayIn(Door(room.id, room.id), room.shared_with)
        for room in rooms_of(venue)
        if room.id in area and isinstance(room.shared_with, LocalText)
    ]
    return tuple(doors + sharers)


def skip_order(venue: Venue, way: WayIn, notices: frozenset[str]) -> tuple[int, SignOrder] | None:
    """Return the order that takes the notice off this way in, with its position in `signs`."""
    door, shared = way.door, way.sharer is not None
    for number, order in enumerate(venue.signs):
        here = order.room in (None, door.coming_from, door.into)
        from_here = order.coming_from is None or (not shared and order.coming_from == door.coming_from)
        if order.skip and order.sign in notices and here and from_here:
            return number, order
    return None


def common(venue: Venue, cameras: tuple[Camera, ...], name: str) -> Any:
    """Return what may be said of several cameras at once.

    Unknown where one is unknown; the longest of several lengths (a notice never understates);
    yes where one says yes, but `auto_delete` only where all do; every item of several lists, in
    order; `recording` is the most that any of them does; anything else that differs is unknown.
    """
    values = [setting(venue, camera, name) for camera in cameras]
    if any(value is UNANSWERED for value in values):
        return UNANSWERED
    if all(value == values[0] for value in values):
        return values[0] if values else None
    return _most(name, values)


_RECORDING = ("none", "motion", "continuous")


def _most(name: str, values: list[Any]) -> Any:
    if name == "recording":
        stated = [word for word in values if word is not None]
        return max(stated, key=lambda word: _RECORDING.index(word) if word in _RECORDING else len(_RECORDING))
    if name == "retention":
        lengths = [length for length in values if isinstance(length, Duration)]
        return max(lengths, key=lambda length: length.longest_hours())
    if all(isinstance(value, bool) for value in values):
        return all(values) if name == "auto_delete" else any(values)
    if all(isinstance(value, tuple) for value in values):
        return tuple(dict.fromkeys(item for value in values for item in value))
    return UNANSWERED


def floor_rooms(venue: Venue, kinds: Mapping[str, RoomKind]) -> frozenset[str]:
    """Return the rooms no camera may see, whatever the law says."""
    return frozenset(room.id for room in rooms_of(venue) if room.kind in kinds and kinds[room.kind].floor)


def behind_open_doors(venue: Venue, camera: Camera, kinds: Mapping[str, RoomKind]) -> tuple[str, ...]:
    """Rooms under the floor that a camera might see through a door that stands open."""
    graph = door_graph(rooms_of(venue))
    floor = floor_rooms(venue, kinds)
    seen = set(seen_rooms(camera))
    beyond = {other for room in seen for other in graph.neighbours.get(room, ()) if other in floor}
    return tuple(room for room in graph.order if room in beyond - seen)


def union_of(venue: Venue, cameras: tuple[Camera, ...], name: str) -> tuple[str, ...] | Unanswered:
    """Every item of a list that several cameras carry themselves, such as purposes."""
    values = [getattr(camera, name) for camera in cameras]
    if any(value is UNANSWERED for value in values):
        return UNANSWERED
    return tuple(dict.fromkeys(item for value in values for item in value))
