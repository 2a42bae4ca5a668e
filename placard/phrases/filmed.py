"""Facts of a camera or a shared room at hand: how sharp, when, what is blacked out, who else uses the room.

Of a camera only what its owner stated is said. What nobody stated is none here, not a question: words
about sharpness are added where there is something to tell, and silence claims nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from placard.derive.doors import OUTSIDE
from placard.derive.filming import (
    FilmedArea,
    behind_open_doors,
    cameras_of,
    filmed_areas,
    floor_rooms,
    real_cameras,
    seen_rooms,
    setting,
    union_of,
)
from placard.model import UNANSWERED
from placard.model.premises import Camera, Room
from placard.model.values import LocalText
from placard.phrases.context import Context
from placard.phrases.short import Getter, Short, areas_missing, filming
from placard.phrases.values import FactKind


def _stated(attribute: str) -> Getter:
    def get(context: Context) -> Any:
        value = getattr(_camera(context), attribute)
        return None if value is UNANSWERED else value

    return get


def _camera(context: Context) -> Camera:
    camera = context.items["camera"]
    assert isinstance(camera, Camera)
    return camera


def _hung_in(context: Context) -> Any:
    room = _camera(context).room
    return UNANSWERED if room is UNANSWERED else context.room(room)


def _room(context: Context) -> Room:
    room = context.items["room"]
    assert isinstance(room, Room)
    return room


def _sharer(context: Context) -> Any:
    shared = _room(context).shared_with
    return shared if isinstance(shared, LocalText) else None


def _filmed(context: Context) -> Any:
    room = _room(context).id
    filmed = any(room in area.rooms for area in filmed_areas(context.venue))
    return UNANSWERED if not filmed and areas_missing(context) else filmed


_PUBLIC_GROUND = "public_ground"
"""How labels call what is outside where a camera films it: the pavement, the street."""
_SHARPER = ("standard", "high", "very_high")


def _sharpest(context: Context) -> str | None:
    """The sharpest picture any camera takes; none where one of them says nothing, for all are meant."""
    stated = [camera.quality for camera in real_cameras(context.venue)]
    if not stated or any(quality not in _SHARPER for quality in stated):
        return None
    return max(map(str, stated), key=_SHARPER.index)


def _any_sees_outside(cameras: Iterable[Camera]) -> bool:
    return any(OUTSIDE in seen_rooms(camera) for camera in cameras)


def _with_public_ground(
    context: Context, rooms: Iterable[str], cameras: Iterable[Camera]
) -> tuple[Room, ...]:
    """Rooms by id, and the public ground outside where one of the cameras sees it."""
    outside = Room.model_construct(id=OUTSIDE, kind=_PUBLIC_GROUND, name=None)
    return context.rooms(frozenset(rooms)) + ((outside,) if _any_sees_outside(cameras) else ())


def _filmed_rooms(context: Context) -> tuple[Room, ...]:
    rooms = [room for area in filmed_areas(context.venue) for room in area.rooms]
    return _with_public_ground(context, rooms, real_cameras(context.venue))


def _area_rooms(context: Context) -> tuple[Room, ...]:
    area = context.items["area"]
    assert isinstance(area, FilmedArea)
    return _with_public_ground(context, area.rooms, area.cameras)


def _beyond_doors(context: Context) -> frozenset[str]:
    """Rooms under the floor next to one a camera sees; a mask says nothing about which part it covers."""
    cameras = real_cameras(context.venue)
    return frozenset(r for c in cameras for r in behind_open_doors(context.venue, c, context.kinds))


def _closed_rooms(context: Context) -> tuple[Room, ...]:
    return context.rooms(floor_rooms(context.venue, context.kinds) - _beyond_doors(context))


def _where(name: str, told: Callable[[Any], bool]) -> Getter:
    """Rooms of those cameras of which a setting is told; what it is has to be known of each."""

    def get(context: Context) -> Any:
        values = [(c, setting(context.venue, c, name)) for c in real_cameras(context.venue)]
        if any(value is UNANSWERED for _, value in values):
            return UNANSWERED
        cameras = [camera for camera, value in values if told(value)]
        return _with_public_ground(context, [r for c in cameras for r in seen_rooms(c)], cameras)

    return filming(get)


def _is_kept(recording: Any) -> bool:
    return recording not in (None, "none")


_KEPT_OF = _where("recording", _is_kept)
_LIVE_OF = _where("recording", lambda recording: not _is_kept(recording))


def _only_live(context: Context) -> Any:
    """Rooms seen live alone; where another camera keeps pictures of a room, it is none of them."""
    kept, live = _KEPT_OF(context), _LIVE_OF(context)
    if kept is UNANSWERED:
        return UNANSWERED
    return tuple(room for room in live if room.id not in {each.id for each in kept})


def _dummies(context: Context) -> Any:
    if context.venue.cameras is UNANSWERED:
        return UNANSWERED
    return len(cameras_of(context.venue)) - len(real_cameras(context.venue))


FILMED: Mapping[str, Short] = {
    "filming.rooms": Short(FactKind.ROOMS, filming(_filmed_rooms), asks=("cameras",), missing=areas_missing),
    "filming.purposes": Short(
        FactKind.CODES,
        lambda c: union_of(c.venue, real_cameras(c.venue), "purposes"),
        "camera_purposes",
        ("cameras", "purposes"),
    ),
    "filming.outside": Short(
        FactKind.CODE,
        filming(lambda c: _any_sees_outside(real_cameras(c.venue))),
        asks=("cameras", "sees"),
        missing=areas_missing,
    ),
    "filming.dummies": Short(FactKind.COUNT, _dummies, asks=("cameras",)),
    "filming.door_rooms": Short(
        FactKind.ROOMS, filming(lambda c: c.rooms(_beyond_doors(c))), asks=("rooms",), missing=areas_missing
    ),
    "filming.closed_rooms": Short(
        FactKind.ROOMS, filming(_closed_rooms), asks=("rooms",), missing=areas_missing
    ),
    "filming.sound_rooms": Short(
        FactKind.ROOMS, _where("audio", bool), asks=("surveillance", "audio"), missing=areas_missing
    ),
    "filming.recorded_rooms": Short(
        FactKind.ROOMS, _KEPT_OF, asks=("surveillance", "recording"), missing=areas_missing
    ),
    "filming.live_rooms": Short(
        FactKind.ROOMS, _only_live, asks=("surveillance", "recording"), missing=areas_missing
    ),
    "filming.remote_rooms": Short(
        FactKind.ROOMS,
        _where("remote_access", bool),
        asks=("surveillance", "remote_access"),
        missing=areas_missing,
    ),
    "filming.sharpest": Short(FactKind.CODE, _sharpest, "camera_quality", ("cameras", "quality")),
}
FILMED_ITEMS: Mapping[str, Short] = {
    "camera.room": Short(FactKind.ROOM, _hung_in, asks=("cameras", "room")),
    "camera.quality": Short(FactKind.CODE, _stated("quality"), "camera_quality", ("cameras", "quality")),
    "camera.purposes": Short(
        FactKind.CODES, lambda c: _camera(c).purposes, "camera_purposes", ("cameras", "purposes")
    ),
    "camera.kind": Short(FactKind.CODE, _stated("kind"), "camera_kinds", ("cameras", "kind")),
    "camera.outside": Short(FactKind.CODE, lambda c: _any_sees_outside([_camera(c)])),
    "area.rooms": Short(FactKind.ROOMS, filming(_area_rooms), missing=areas_missing),
    "camera.masked": Short(FactKind.CODE, _stated("masked"), asks=("cameras", "masked")),
    "camera.hours": Short(FactKind.HOURS, _stated("hours"), asks=("cameras", "hours")),
    "room.sharer": Short(FactKind.NAME, _sharer, asks=("rooms", "shared_with")),
    "room.filmed": Short(FactKind.CODE, _filmed, missing=areas_missing),
}
