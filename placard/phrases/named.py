"""Facts with a short name of their own: of the law, of filming, of an area or a room at hand."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from placard.derive.dealings import is_abroad, machine_decides, undecided
from placard.derive.doors import rooms_without_doors
from placard.derive.filming import (
    FilmedArea,
    behind_open_doors,
    blind_camera,
    cameras_of,
    common,
    filmed_areas,
    floor_rooms,
    real_cameras,
    rooms_of,
    seen_rooms,
    skip_order,
    union_of,
)
from placard.library.law import Authority
from placard.library.vocabulary import Privacy
from placard.model import UNANSWERED, Venue
from placard.model.dealings import Partner
from placard.model.facts import Facts, keys_of
from placard.model.premises import Room
from placard.phrases.context import Context
from placard.phrases.values import FactKind, PerLanguage

Getter = Callable[[Context], Any]
Path = tuple[str | int, ...]


@dataclass(frozen=True, slots=True)
class Short:
    """A fact under a short name: its kind, how it is found, and where its answer would stand.

    `missing` finds the very entry that keeps the fact unknown; `asks` stands in where there is none.
    """

    kind: FactKind
    get: Getter
    vocabulary: str | None = None
    asks: tuple[str, ...] = ()
    public: bool = True
    missing: Callable[[Context], Path | None] | None = None


def _areas(context: Context) -> tuple[FilmedArea, ...]:
    return filmed_areas(context.venue)


def areas_missing(context: Context) -> Path | None:
    """Return the entry that must be answered before anybody can tell what is filmed."""
    venue = context.venue
    if venue.cameras is UNANSWERED:
        return ("cameras",)
    blind = blind_camera(venue)
    if blind:
        return ("cameras", blind.id, "sees")
    return ("rooms",) if venue.rooms is UNANSWERED and real_cameras(venue) else None


def _ways_missing(context: Context) -> Path | None:
    """Return the entry that must be answered before anybody can count the ways in."""
    filmed = {room for area in _areas(context) for room in area.rooms}
    doorless = (room for room in rooms_without_doors(rooms_of(context.venue)) if room.id in filmed)
    first = next(doorless, None)
    return areas_missing(context) or (("rooms", first.id, "doors_to") if first else None)


def _filming(get: Getter, missing: Callable[[Context], Path | None] = areas_missing) -> Getter:
    return lambda context: UNANSWERED if missing(context) else get(context)


def _filmed_rooms(context: Context) -> tuple[Room, ...]:
    return context.rooms(frozenset(room for area in _areas(context) for room in area.rooms))


def _ways(bare: bool) -> Getter:
    """Count the ways in with a notice, or those an owner left bare."""

    def get(context: Context) -> int:
        ways = [way for area in _areas(context) for way in area.ways_in]
        return sum((skip_order(context.venue, way, context.notices) is not None) is bare for way in ways)

    return _filming(get, _ways_missing)


def _floor_rooms(context: Context) -> Any:
    if context.venue.rooms is UNANSWERED:
        return UNANSWERED
    return context.rooms(floor_rooms(context.venue, context.kinds))


def _rooms_of_privacy(privacy: Privacy) -> Getter:
    def get(context: Context) -> Any:
        if context.venue.rooms is UNANSWERED:
            return UNANSWERED
        kinds = {kind.code for kind in context.kinds.values() if kind.privacy == privacy}
        return tuple(room for room in rooms_of(context.venue) if room.kind in kinds)

    return get


def _authority(which: str, attribute: str) -> Getter:
    def get(context: Context) -> Any:
        authority = context.law.authority(which)
        value = getattr(authority, attribute) if isinstance(authority, Authority) else None
        return PerLanguage(value) if isinstance(value, Mapping) else (value or None)

    return get


def _clock(which: str) -> Getter:
    def get(context: Context) -> Any:
        clock = context.law.clock(which)
        return clock.within if clock else None

    return get


def _host(context: Context) -> Any:
    address = walk(context.venue, ("web", "address"))
    return address.split("://", 1)[1].rstrip("/") if isinstance(address, str) else address


def _cameras(context: Context) -> Any:
    return UNANSWERED if context.venue.cameras is UNANSWERED else len(real_cameras(context.venue))


NAMED: Mapping[str, Short] = {
    "law.short_name": Short(FactKind.NAME, lambda c: PerLanguage(c.law.packs[-1].short_name)),
    "law.authority.name": Short(FactKind.NAME, _authority("supervisory", "name")),
    "law.authority.url": Short(FactKind.WEB, _authority("supervisory", "url")),
    "law.authority.phone": Short(FactKind.PHONE, _authority("supervisory", "phone")),
    "law.authority.address": Short(FactKind.NAME, _authority("supervisory", "address")),
    "law.consumers.name": Short(FactKind.NAME, _authority("consumers", "name")),
    "law.consumers.phone": Short(FactKind.PHONE, _authority("consumers", "phone")),
    "law.police.name": Short(FactKind.NAME, _authority("police", "name")),
    "law.police.phone": Short(FactKind.PHONE, _authority("police", "phone")),
    "law.reply": Short(FactKind.DURATION, _clock("request_reply")),
    "law.complaint_acknowledgement": Short(FactKind.DURATION, _clock("complaint_acknowledgement")),
    "law.complaint_answer": Short(FactKind.DURATION, _clock("complaint_answer")),
    "law.breach": Short(FactKind.DURATION, _clock("breach")),
    "machine_decides": Short(
        FactKind.CODE,
        lambda c: machine_decides(c.venue),
        asks=("activities", "automated_decisions"),
        missing=lambda c: undecided(c.venue),
    ),
    "law.rights": Short(FactKind.CODES, lambda c: c.law.rights),
    "web.host": Short(FactKind.NAME, _host, asks=("web", "address")),
    "filming.rooms": Short(FactKind.ROOMS, _filming(_filmed_rooms), asks=("cameras",), missing=areas_missing),
    "filming.cameras": Short(FactKind.COUNT, _cameras, asks=("cameras",)),
    "filming.areas": Short(
        FactKind.COUNT, _filming(lambda c: len(_areas(c))), asks=("cameras",), missing=areas_missing
    ),
    "filming.ways_in": Short(FactKind.COUNT, _ways(bare=False), asks=("cameras",), missing=_ways_missing),
    "filming.bare_ways": Short(FactKind.COUNT, _ways(bare=True), asks=("cameras",), missing=_ways_missing),
    "floor.rooms": Short(FactKind.ROOMS, _floor_rooms, asks=("rooms",)),
    "undress.rooms": Short(FactKind.ROOMS, _rooms_of_privacy("undress"), asks=("rooms",)),
    "treatment.rooms": Short(FactKind.ROOMS, _rooms_of_privacy("treatment"), asks=("rooms",)),
}


def _of_area(get: Callable[[Venue, FilmedArea], Any]) -> Getter:
    def from_item(context: Context) -> Any:
        area = context.items["area"]
        assert isinstance(area, FilmedArea)
        return get(context.venue, area)

    return _filming(from_item)


def _area_rooms(context: Context) -> tuple[Room, ...]:
    area = context.items["area"]
    assert isinstance(area, FilmedArea)
    return context.rooms(area.rooms)


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
    """Whether a camera may see into the room while its door stands open (see derive/filming)."""
    room = _room(context).id
    seen = any(
        room in behind_open_doors(context.venue, camera, context.kinds)
        for camera in cameras_of(context.venue)
    )
    return UNANSWERED if not seen and areas_missing(context) else seen


def _partner_abroad(context: Context) -> Any:
    partner = context.items["partner"]
    assert isinstance(partner, Partner)
    return is_abroad(partner.country, context.venue, context.law)


def _watched(context: Context) -> Any:
    """Whether any camera hangs in the room or sees it, dummies too: who stands there sees no difference."""
    room = _room(context).id
    met = any(room in (*seen_rooms(camera), camera.room) for camera in cameras_of(context.venue))
    return UNANSWERED if not met and areas_missing(context) else met


OF_ITEMS: Mapping[str, Short] = {
    "area.rooms": Short(FactKind.ROOMS, _filming(_area_rooms), missing=areas_missing),
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
        _of_area(lambda v, a: common(v, a.cameras, "retention")),
        None,
        ("surveillance", "retention"),
    ),
    "area.audio": Short(
        FactKind.CODE, _of_area(lambda v, a: common(v, a.cameras, "audio")), None, ("surveillance", "audio")
    ),
    "area.disclosure": Short(
        FactKind.CODES,
        _of_area(lambda v, a: common(v, a.cameras, "disclosure")),
        "recipients",
        ("surveillance", "disclosure"),
    ),
    "partner.abroad": Short(FactKind.CODE, _partner_abroad, None, ("partners", "country")),
    "room.name": Short(FactKind.ROOM, _room),
    "room.named": Short(FactKind.CODE, lambda c: _room(c).name is not None),
    "room.kind": Short(FactKind.CODE, lambda c: _room(c).kind, "rooms"),
    "room.privacy": Short(FactKind.CODE, _room_kind("privacy")),
    "room.watched": Short(FactKind.CODE, _watched, missing=areas_missing),
    "room.seen_when_open": Short(FactKind.CODE, _seen_when_open, missing=areas_missing),
}


def walk(value: Any, keys: tuple[str, ...]) -> Any:
    """Follow keys as they stand in a file; what is unknown, or not there, is so all the way down."""
    for key in keys:
        if not isinstance(value, Facts):
            return value
        value = getattr(value, keys_of(type(value))[key])
    return value
