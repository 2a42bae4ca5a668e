"""The closed list of facts words may name, and how each is found.

A fact is a field of the model under its own path of keys, one of the short names below, or a
field of the item at hand (an area, a door, a partner, an activity, a person).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from placard.derive.doors import Door
from placard.derive.filming import FilmedArea, common, filmed_areas, floor_rooms, rooms_of, union_of
from placard.library.law import Authority, Law
from placard.library.vocabulary import RoomKind
from placard.model import UNANSWERED, Venue
from placard.model.dealings import Activity, Partner
from placard.model.facts import Facts, keys_of
from placard.model.operator import Address, StaffMember
from placard.model.paths import FieldAt, field_at
from placard.model.premises import Room
from placard.model.values import Country, Day, Email, Length, Phone, Span, WebAddress, Whole
from placard.phrases.values import FactKind, FactSpec, PerLanguage

Item = FilmedArea | Door | Partner | Activity | StaffMember


@dataclass(frozen=True, slots=True)
class Context:
    """What facts are taken from: the venue, its law, the kinds of rooms, and the item at hand."""

    venue: Venue
    law: Law
    kinds: Mapping[str, RoomKind]
    items: Mapping[str, Item] = field(default_factory=dict)

    def at(self, name: str, item: Item) -> Context:
        """Return the same context with an item at hand."""
        return replace(self, items={**self.items, name: item})

    def room(self, room_id: str) -> Room:
        """Return a room by id; `outside` is a room that always exists."""
        found = next((room for room in rooms_of(self.venue) if room.id == room_id), None)
        return found or Room.model_construct(id=room_id, kind="outside", name=None)

    def rooms(self, ids: tuple[str, ...] | frozenset[str]) -> tuple[Room, ...]:
        """Return rooms by id, in the order of the venue file."""
        return tuple(room for room in rooms_of(self.venue) if room.id in ids)


Getter = Callable[[Context], Any]


@dataclass(frozen=True, slots=True)
class _Short:
    kind: FactKind
    get: Getter
    vocabulary: str | None = None
    asks: tuple[str, ...] = ()
    public: bool = True


def _areas(context: Context) -> tuple[FilmedArea, ...]:
    return filmed_areas(context.venue)


def _filmed_rooms(context: Context) -> Any:
    if context.venue.cameras is UNANSWERED:
        return UNANSWERED
    return context.rooms(frozenset(room for area in _areas(context) for room in area.rooms))


def _undress_rooms(context: Context) -> tuple[Room, ...]:
    undress = {kind.code for kind in context.kinds.values() if kind.privacy == "undress"}
    return tuple(room for room in rooms_of(context.venue) if room.kind in undress)


def _authority(attribute: str) -> Getter:
    def get(context: Context) -> Any:
        authority = context.law.authority("supervisory")
        value = getattr(authority, attribute) if isinstance(authority, Authority) else None
        return PerLanguage(value) if isinstance(value, Mapping) else (value or None)

    return get


def _clock(which: str) -> Getter:
    def get(context: Context) -> Any:
        clock = context.law.clock(which)
        return clock.within if clock else None

    return get


def _host(context: Context) -> Any:
    address = _walk(context.venue, ("web", "address"))
    return address.split("://", 1)[1].rstrip("/") if isinstance(address, str) else address


def _cameras(context: Context) -> Any:
    cameras = context.venue.cameras
    return UNANSWERED if cameras is UNANSWERED else len([c for c in cameras if c.kind != "dummy"])


_SHORT: Mapping[str, _Short] = {
    "law.short_name": _Short(FactKind.NAME, lambda c: PerLanguage(c.law.packs[-1].short_name)),
    "law.authority.name": _Short(FactKind.NAME, _authority("name")),
    "law.authority.url": _Short(FactKind.WEB, _authority("url")),
    "law.authority.phone": _Short(FactKind.PHONE, _authority("phone")),
    "law.reply": _Short(FactKind.DURATION, _clock("request_reply")),
    "law.complaint_acknowledgement": _Short(FactKind.DURATION, _clock("complaint_acknowledgement")),
    "law.breach": _Short(FactKind.DURATION, _clock("breach")),
    "web.host": _Short(FactKind.NAME, _host, asks=("web", "address")),
    "filming.rooms": _Short(FactKind.ROOMS, _filmed_rooms, asks=("cameras",)),
    "filming.cameras": _Short(FactKind.COUNT, _cameras, asks=("cameras",)),
    "filming.areas": _Short(FactKind.COUNT, lambda c: len(_areas(c)), asks=("cameras",)),
    "filming.ways_in": _Short(
        FactKind.COUNT, lambda c: sum(len(a.ways_in) for a in _areas(c)), asks=("cameras",)
    ),
    "floor.rooms": _Short(FactKind.ROOMS, lambda c: c.rooms(floor_rooms(c.venue, c.kinds)), asks=("rooms",)),
    "undress.rooms": _Short(FactKind.ROOMS, _undress_rooms, asks=("rooms",)),
}


def _area(get: Callable[[Venue, FilmedArea], Any]) -> Getter:
    def from_item(context: Context) -> Any:
        area = context.items["area"]
        assert isinstance(area, FilmedArea)
        return get(context.venue, area)

    return from_item


def _area_rooms(context: Context) -> tuple[Room, ...]:
    area = context.items["area"]
    assert isinstance(area, FilmedArea)
    return context.rooms(area.rooms)


def _door_room(context: Context) -> Room:
    door = context.items["door"]
    assert isinstance(door, Door)
    return context.room(door.into)


_OF_ITEMS: Mapping[str, _Short] = {
    "area.rooms": _Short(FactKind.ROOMS, _area_rooms),
    "area.cameras": _Short(FactKind.COUNT, _area(lambda _, area: len(area.cameras))),
    "area.ways_in": _Short(FactKind.COUNT, _area(lambda _, area: len(area.ways_in))),
    "area.purposes": _Short(
        FactKind.CODES,
        _area(lambda v, a: union_of(v, a.cameras, "purposes")),
        "camera_purposes",
        ("cameras", "purposes"),
    ),
    "area.recording": _Short(
        FactKind.CODE,
        _area(lambda v, a: common(v, a.cameras, "recording")),
        "recording",
        ("surveillance", "recording"),
    ),
    "area.retention": _Short(
        FactKind.DURATION,
        _area(lambda v, a: common(v, a.cameras, "retention")),
        None,
        ("surveillance", "retention"),
    ),
    "area.audio": _Short(
        FactKind.CODE, _area(lambda v, a: common(v, a.cameras, "audio")), None, ("surveillance", "audio")
    ),
    "area.disclosure": _Short(
        FactKind.CODES,
        _area(lambda v, a: common(v, a.cameras, "disclosure")),
        "recipients",
        ("surveillance", "disclosure"),
    ),
    "door.room": _Short(FactKind.ROOM, _door_room),
}
_ITEM_TYPES: Mapping[str, tuple[type[Facts], tuple[str, ...]]] = {
    "partner": (Partner, ("partners",)),
    "activity": (Activity, ("activities",)),
    "person": (StaffMember, ("staff", "roles")),
}
_SYNONYMS = {"privacy_contact": ("operator", "privacy_contact")}
_ROOM_FIELDS = {"surveillance.live_view.room"}


NAMED_FACTS = (*_SHORT, *_OF_ITEMS)


def _kind_of(name: str, found: FieldAt) -> FactKind:
    aliases: tuple[tuple[Any, FactKind], ...] = (
        (Length, FactKind.DURATION),
        (Day, FactKind.DATE),
        (Whole, FactKind.COUNT),
        (Email, FactKind.EMAIL),
        (Phone, FactKind.PHONE),
        (WebAddress, FactKind.WEB),
        (Country, FactKind.COUNTRY),
        (Span, FactKind.HOURS),
    )
    if name in _ROOM_FIELDS:
        return FactKind.ROOM
    if found.vocabulary:
        return FactKind.CODES if found.is_list else FactKind.CODE
    if found.below is Address:
        return FactKind.ADDRESS
    parts = (found.annotation, *getattr(found.annotation, "__args__", ()))
    return next((kind for alias, kind in aliases if alias in parts), FactKind.NAME)


def spec(name: str) -> FactSpec | None:
    """Return what is known of a fact before any venue is read; `None` where there is no such fact."""
    short = _SHORT.get(name) or _OF_ITEMS.get(name)
    if short:
        return FactSpec(name, short.kind, short.vocabulary, short.public, short.asks)
    head, *rest = name.split(".")
    if head == "venue":
        head, *rest = rest or [""]
    start, prefix, keys = _start(head, rest)
    found = field_at(keys, start) if start else field_at((*prefix, *keys))
    if found is None or (found.below is not None and found.below is not Address):
        return None
    above = field_at(prefix) if start else None
    public = found.public and (above is None or above.public)
    return FactSpec(name, _kind_of(".".join(keys), found), found.vocabulary, public, (*prefix, *keys))


def _start(head: str, rest: list[str]) -> tuple[type[Facts] | None, tuple[str, ...], tuple[str, ...]]:
    if head in _ITEM_TYPES:
        start, prefix = _ITEM_TYPES[head]
        return start, prefix, tuple(rest)
    if head in _SYNONYMS:
        return None, (), (*_SYNONYMS[head], *rest)
    return None, (), (head, *rest)


def value_of(name: str, context: Context) -> Any:
    """Return a fact's value: typed, `UNANSWERED`, or `None` where there is none."""
    short = _SHORT.get(name) or _OF_ITEMS.get(name)
    if short:
        return short.get(context)
    head, *rest = name.split(".")
    if head == "venue":
        head, *rest = rest or [""]
    if head in _ITEM_TYPES:
        return _walk(context.items[head], tuple(rest))
    _, prefix, keys = _start(head, rest)
    value = _walk(context.venue, (*prefix, *keys))
    if ".".join(keys) in _ROOM_FIELDS and isinstance(value, str):
        return context.room(value)
    return value


def _walk(value: Any, keys: tuple[str, ...]) -> Any:
    for key in keys:
        if not isinstance(value, Facts):
            return value
        value = getattr(value, keys_of(type(value))[key])
    return value


def asks(fact: str, context: Context) -> tuple[str | int, ...]:
    """Return where in the venue file the answer to a fact would stand, by id where it is in a list."""
    known = spec(fact)
    path: list[str | int] = list(known.asks if known and known.asks else fact.split("."))
    head = fact.split(".")[0]
    item = context.items.get(head)
    own = getattr(item, "id", None) or getattr(item, "code", None) or getattr(item, "role", None)
    if own and head in ("partner", "activity", "person"):
        path.insert(len(path) - 1, own)
    return tuple(path)
