"""Facts of the item at hand under a short name: a filmed area, a room, a partner."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from placard.derive.dealings import is_abroad
from placard.derive.filming import (
    FilmedArea,
    behind_open_doors,
    cameras_of,
    common,
    met_rooms,
    real_cameras,
    setting,
    union_of,
)
from placard.model import UNANSWERED, Venue
from placard.model.dealings import Partner
from placard.model.operator import JointController
from placard.model.premises import Room
from placard.phrases.context import Context
from placard.phrases.short import Getter, Short, areas_missing, filming
from placard.phrases.values import FactKind


def _of_area(get: Callable[[Venue, FilmedArea], Any]) -> Getter:
    def from_item(context: Context) -> Any:
        area = context.items["area"]
        assert isinstance(area, FilmedArea)
        return get(context.venue, area)

    return filming(from_item)


def _room(context: Context) -> Room:
    room = context.items["room"]
    assert isinstance(room, Room)
    return room


def _room_kind(attribute: str) -> Getter:
    def get(context: Context) -> Any:
        kind = context.kinds.get(_room(context).kind)
        return getattr(kind, attribute) if kind else UNANSWERED

    return get


def _seen_when_open(context: Context) -> Any:
    """Whether a camera that films may see into the room while its door stands open (see derive/filming)."""
    room = _room(context).id
    seen = any(
        room in behind_open_doors(context.venue, camera, context.kinds)
        for camera in real_cameras(context.venue)
    )
    return UNANSWERED if not seen and areas_missing(context) else seen


def _partner_abroad(context: Context) -> Any:
    partner = context.items["partner"]
    assert isinstance(partner, Partner)
    return is_abroad(partner.country, context.venue, context.law)


def _watched(context: Context) -> Any:
    """Whether any camera hangs in the room or sees it, dummies too: who stands there sees no difference."""
    room = _room(context).id
    met = any(room in met_rooms(camera) for camera in cameras_of(context.venue))
    return UNANSWERED if not met and areas_missing(context) else met


def _behind_a_private_door(context: Context) -> bool:
    """Whether a notice hangs in a room no camera may see, so that it speaks of what lies behind the door."""
    here = context.items["here"]
    assert isinstance(here, Room)
    kind = context.kinds.get(here.kind)
    return kind is not None and kind.floor


def _kept(venue: Venue, area: FilmedArea) -> Any:
    """The longest that any camera keeps pictures of an area; none where all of them are live alone."""
    recording = [(camera, setting(venue, camera, "recording")) for camera in area.cameras]
    keeping = tuple(camera for camera, what in recording if what not in (None, "none"))
    return common(venue, keeping, "retention") if keeping else None


def _joint(context: Context) -> Any:
    """The names of those who decide with the operator about the pictures of an area."""
    operator, area = context.venue.operator, context.items["area"]
    assert isinstance(area, FilmedArea)
    if operator is UNANSWERED:
        return UNANSWERED
    here = [each for each in operator.joint_controllers if not each.rooms or {*each.rooms} & {*area.rooms}]
    names = tuple(each.name for each in here)
    return UNANSWERED if UNANSWERED in names else names


def _joint_rooms(context: Context) -> Any:
    joint = context.items["joint"]
    assert isinstance(joint, JointController)
    return context.rooms(frozenset(joint.rooms))


OF_ITEMS: Mapping[str, Short] = {
    "here.floor": Short(FactKind.CODE, _behind_a_private_door),
    "area.cameras": Short(FactKind.COUNT, _of_area(lambda _, area: len(area.cameras))),
    "area.ways_in": Short(FactKind.COUNT, _of_area(lambda _, area: len(area.ways_in))),
    "area.purposes": Short(
        FactKind.CODES,
        _of_area(lambda v, a: union_of(v, a.cameras, "purposes")),
        "camera_purposes",
        ("cameras", "purposes"),
    ),
    "area.recording": Short(
        FactKind.CODE,
        _of_area(lambda v, a: common(v, a.cameras, "recording")),
        "recording",
        ("surveillance", "recording"),
    ),
    "area.retention": Short(
        FactKind.DURATION,
        _of_area(_kept),
        None,
        ("surveillance", "retention"),
    ),
    "area.audio": Short(
        FactKind.CODE, _of_area(lambda v, a: common(v, a.cameras, "audio")), None, ("surveillance", "audio")
    ),
    "area.remote_access": Short(
        FactKind.CODE,
        _of_area(lambda v, a: common(v, a.cameras, "remote_access")),
        None,
        ("surveillance", "remote_access"),
    ),
    "area.disclosure": Short(
        FactKind.CODES,
        _of_area(lambda v, a: common(v, a.cameras, "disclosure")),
        "recipients",
        ("surveillance", "disclosure"),
    ),
    "area.joint_controllers": Short(FactKind.NAMES, _joint, None, ("operator", "joint_controllers")),
    "joint.rooms": Short(FactKind.ROOMS, _joint_rooms, None, ("operator", "joint_controllers")),
    "partner.abroad": Short(FactKind.CODE, _partner_abroad, None, ("partners", "country")),
    "room.name": Short(FactKind.ROOM, _room),
    "room.named": Short(FactKind.CODE, lambda c: _room(c).name is not None),
    "room.kind": Short(FactKind.CODE, lambda c: _room(c).kind, "rooms"),
    "room.privacy": Short(FactKind.CODE, _room_kind("privacy")),
    "room.watched": Short(FactKind.CODE, _watched, missing=areas_missing),
    "room.seen_when_open": Short(FactKind.CODE, _seen_when_open, missing=areas_missing),
}
