"""Facts with a short name of their own: of the law, of filming, of rooms."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from placard.derive.dealings import machine_decides, undecided
from placard.derive.doors import rooms_without_doors
from placard.derive.filming import (
    FilmedArea,
    filmed_areas,
    floor_rooms,
    real_cameras,
    rooms_of,
    skip_order,
)
from placard.derive.venuewide import areas_of
from placard.library.law import Authority
from placard.library.vocabulary import Privacy
from placard.model import UNANSWERED
from placard.phrases.context import Context
from placard.phrases.short import Getter, Path, Short, areas_missing, filming, walk
from placard.phrases.values import Call, FactKind, PerLanguage

BOOKING = "booking_platform"
"""The service of a partner through whom guests book."""


def _areas(context: Context) -> tuple[FilmedArea, ...]:
    return filmed_areas(context.venue)


def _ways_missing(context: Context) -> Path | None:
    """Return the entry that must be answered before anybody can count the ways in."""
    filmed = {room for area in _areas(context) for room in area.rooms}
    doorless = (room for room in rooms_without_doors(rooms_of(context.venue)) if room.id in filmed)
    first = next(doorless, None)
    return areas_missing(context) or (("rooms", first.id, "doors_to") if first else None)


def _ways(bare: bool) -> Getter:
    """Count the ways in with a notice, or those an owner left bare."""

    def get(context: Context) -> int:
        ways = [way for area in _areas(context) for way in area.ways_in]
        return sum((skip_order(context.venue, way, context.notices) is not None) is bare for way in ways)

    return filming(get, _ways_missing)


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


def _swim_rooms(context: Context) -> Any:
    """Where guests rest at the water: the rule for phones is that of the places to rest."""
    rest = _rooms_of_privacy("rest")(context)
    if rest is UNANSWERED:
        return UNANSWERED
    return tuple(room for room in rest if context.kinds[room.kind].environment == "wet")


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


def _penalty(which: str) -> Short:
    """A length of time a law threatens: for staff, never for guests."""

    def get(context: Context) -> Any:
        threatened = context.law.penalty(which)
        return threatened.length if threatened else None

    return Short(FactKind.DURATION, get, public=False)


def _call(which: str) -> Short:
    """Whom one calls: always to be said, with the number where the law knows it."""

    def get(context: Context) -> Call:
        hotline = context.law.hotline(which)
        return Call(which, hotline.phones if hotline else ())

    return Short(FactKind.CALL, get, "calls")


def _host(context: Context) -> Any:
    address = walk(context.venue, ("web", "address"))
    return address.split("://", 1)[1].rstrip("/") if isinstance(address, str) else address


def _areas_with_rules(context: Context) -> Any:
    """The parts of the country with rules of their own the place lies in."""
    places = [walk(context.venue, ("operator", "address", key)) for key in ("region", "city")]
    areas = areas_of(context.law, [place for place in places if isinstance(place, str)])
    return UNANSWERED if not areas and UNANSWERED in places else areas


def _joint(context: Context) -> Any:
    """The names of whoever decides with the operator."""
    joint = walk(context.venue, ("operator", "joint_controllers"))
    if joint is UNANSWERED:
        return UNANSWERED
    names = tuple(each.name for each in joint or ())
    return UNANSWERED if UNANSWERED in names else names


def _fee_number(context: Context) -> Any:
    """The number of the fee or registration; no law wants it in a notice, so nobody is asked for it here."""
    number = walk(context.venue, ("operator", "regulator_registration", "number"))
    return number if isinstance(number, str) else None


def _treatments_told(context: Context) -> Any:
    """What is done here, where that was written down; no law wants it in a notice, so it holds up no page."""
    treatments = context.venue.treatments
    return None if treatments is UNANSWERED else treatments


def _standards_hang(context: Context) -> Any:
    """The rooms where the standards for the protection of minors hang."""
    rooms = walk(context.venue, ("guests", "protection_standards", "rooms"))
    return context.rooms(rooms) if isinstance(rooms, tuple) else rooms


def _spoken(context: Context) -> tuple[str, ...]:
    """The languages somebody of the staff speaks, the guests' own first; nobody is asked for one here."""
    members = walk(context.venue, ("staff", "roles"))
    spoken = {
        code: None for each in (members if isinstance(members, tuple) else ()) for code in each.languages
    }
    guests = [code for code in context.venue.languages if code in spoken]
    return tuple(dict.fromkeys((*guests, *spoken)))


def _pages(context: Context) -> Any:
    """Where the pages of the place are, before their language and their name."""
    address = walk(context.venue, ("web", "address"))
    return f"{address}{context.venue.id}/" if isinstance(address, str) else address


def _booked_online(context: Context) -> bool:
    """Tell whether a visit can be booked online, by the place's own word or by a partner who does that."""
    partners = context.venue.partners
    services = {each.service for each in partners} if isinstance(partners, tuple) else set()
    return BOOKING in services or walk(context.venue, ("online", "bookings")) is True


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
    "law.data_crime": _penalty("data_crime"),
    "law.data_crime_sensitive": _penalty("data_crime_sensitive"),
    "law.data_crime_grave_from": _penalty("data_crime_grave_from"),
    "law.data_crime_grave_to": _penalty("data_crime_grave_to"),
    "law.data_offence_from": _penalty("data_offence_from"),
    "law.data_offence_to": _penalty("data_offence_to"),
    "law.call_life": _call("life"),
    "law.call_fire": _call("fire"),
    "law.call_crime": _call("crime"),
    "law.call_police": _call("police"),
    "law.numbers_known": Short(FactKind.CODE, lambda c: c.law.hotline("life") is not None),
    "machine_decides": Short(
        FactKind.CODE,
        lambda c: machine_decides(c.venue),
        asks=("activities", "automated_decisions"),
        missing=lambda c: undecided(c.venue),
    ),
    "law.rights": Short(FactKind.CODES, lambda c: tuple(c.law.grounds.rights), "rights"),
    "operator.areas": Short(FactKind.CODES, _areas_with_rules, asks=("operator", "address", "city")),
    "joint_controllers": Short(FactKind.NAMES, _joint, asks=("operator", "joint_controllers")),
    "regulator_registration.number": Short(
        FactKind.NAME, _fee_number, asks=("operator", "regulator_registration", "number")
    ),
    "protection_standards.rooms": Short(
        FactKind.ROOMS, _standards_hang, asks=("guests", "protection_standards", "rooms")
    ),
    "treatments.told": Short(FactKind.CODES, _treatments_told, "treatments", ("treatments",)),
    # Who speaks them is nobody's business; that somebody does is what a guest has to know.
    "spoken.languages": Short(FactKind.LANGUAGES, _spoken, asks=("staff", "roles")),
    "booking.online": Short(FactKind.CODE, _booked_online, asks=("online", "bookings")),
    "web.pages": Short(FactKind.PAGES, _pages, asks=("web", "address")),
    "web.host": Short(FactKind.NAME, _host, asks=("web", "address")),
    "filming.cameras": Short(FactKind.COUNT, _cameras, asks=("cameras",)),
    "filming.areas": Short(
        FactKind.COUNT, filming(lambda c: len(_areas(c))), asks=("cameras",), missing=areas_missing
    ),
    "filming.ways_in": Short(FactKind.COUNT, _ways(bare=False), asks=("cameras",), missing=_ways_missing),
    "filming.bare_ways": Short(FactKind.COUNT, _ways(bare=True), asks=("cameras",), missing=_ways_missing),
    "floor.rooms": Short(FactKind.ROOMS, _floor_rooms, asks=("rooms",)),
    "undress.rooms": Short(FactKind.ROOMS, _rooms_of_privacy("undress"), asks=("rooms",)),
    "treatment.rooms": Short(FactKind.ROOMS, _rooms_of_privacy("treatment"), asks=("rooms",)),
    "swim.rooms": Short(FactKind.ROOMS, _swim_rooms, asks=("rooms",)),
}
