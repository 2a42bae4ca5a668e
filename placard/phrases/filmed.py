"""Facts of a camera or a shared room at hand: how sharp, when, what is blacked out, who else uses the room.

Of a camera only what its owner stated is said. What nobody stated is none here, not a question: words
about sharpness are added where there is something to tell, and silence claims nothing.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from placard.derive.filming import filmed_areas, real_cameras
from placard.model import UNANSWERED
from placard.model.premises import Camera, Room
from placard.model.values import LocalText
from placard.phrases.context import Context
from placard.phrases.short import Getter, Short, areas_missing
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


_SHARPER = ("standard", "high", "very_high")


def _sharpest(context: Context) -> str | None:
    """The sharpest picture any camera takes; none where one of them says nothing, for all are meant."""
    stated = [camera.quality for camera in real_cameras(context.venue)]
    if not stated or any(quality not in _SHARPER for quality in stated):
        return None
    return max(map(str, stated), key=_SHARPER.index)


FILMED: Mapping[str, Short] = {
    "filming.sharpest": Short(FactKind.CODE, _sharpest, "camera_quality", ("cameras", "quality")),
}
FILMED_ITEMS: Mapping[str, Short] = {
    "camera.room": Short(FactKind.ROOM, _hung_in, asks=("cameras", "room")),
    "camera.quality": Short(FactKind.CODE, _stated("quality"), "camera_quality", ("cameras", "quality")),
    "camera.purposes": Short(
        FactKind.CODES, lambda c: _camera(c).purposes, "camera_purposes", ("cameras", "purposes")
    ),
    "camera.masked": Short(FactKind.CODE, _stated("masked"), asks=("cameras", "masked")),
    "camera.hours": Short(FactKind.HOURS, _stated("hours"), asks=("cameras", "hours")),
    "room.sharer": Short(FactKind.NAME, _sharer, asks=("rooms", "shared_with")),
    "room.filmed": Short(FactKind.CODE, _filmed, missing=areas_missing),
}
