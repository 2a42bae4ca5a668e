"""Derived facts of the venue as a whole: what is bare, how many cameras, how it can be reached."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from placard.derive.case import Case, Derived, Entrance, Path
from placard.derive.filmed import skip_of
from placard.derive.shapes import Shape
from placard.library.law import Law
from placard.model import UNANSWERED, Venue
from placard.model.facts import Facts, keys_of

_CONTACTS = (
    "operator.email",
    "operator.phone",
    "operator.privacy_contact.email",
    "operator.privacy_contact.phone",
)


def fact_at(facts: Any, path: str) -> Any:
    """Follow dotted keys; unanswered or none on the way is the answer. Source: the venue model."""
    for key in path.split("."):
        if not isinstance(facts, Facts):
            return facts
        facts = getattr(facts, keys_of(type(facts))[key])
    return facts


def _contact_ways(case: Case, venue: Venue) -> Any:
    """Ways to reach the controller. Source: phone and e-mail of the operator and privacy contact."""
    values = {path: fact_at(venue, path) for path in _CONTACTS}
    named = tuple(path.removeprefix("operator.") for path, value in values.items() if isinstance(value, str))
    return UNANSWERED if not named and UNANSWERED in values.values() else named


def _camera_count(case: Case, venue: Venue) -> Any:
    """Cameras that are no dummies. Source: `cameras[].kind`."""
    if venue.cameras is UNANSWERED:
        return UNANSWERED
    return len([camera for camera in venue.cameras if camera.kind != "dummy"])


def _floor_rooms(case: Case, venue: Venue) -> Any:
    """Rooms no camera may see. Source: `content/rooms.yml` and the law's `floor_kinds`."""
    if venue.rooms is UNANSWERED:
        return UNANSWERED
    return tuple(room for room in case.rooms if case.is_floor(room))


def _bare_doors(case: Case, venue: Venue) -> Any:
    """Ways into a filmed area whose notice is left out. Source: `signs[].skip`."""
    if venue.cameras is UNANSWERED or venue.rooms is UNANSWERED:
        return UNANSWERED
    ways = (Entrance(way, area) for area in case.areas for way in area.ways_in)
    bare = (entrance.way.door for entrance in ways if skip_of(case, entrance))
    return tuple(f"{door.coming_from} → {door.into}" for door in bare)


def _partner_services(case: Case, venue: Venue) -> Any:
    """What partners do for the place. Source: `partners[].service`."""
    if venue.partners is UNANSWERED:
        return UNANSWERED
    services = tuple(dict.fromkeys(partner.service for partner in venue.partners))
    return UNANSWERED if UNANSWERED in services else services


def _authority_known(case: Case, venue: Venue) -> Any:
    """Whether the packs of the venue's law name whom one complains to. Source: `authorities`."""
    return case.law.authority("supervisory") is not None


def areas_of(law: Law, places: Iterable[str]) -> tuple[str, ...]:
    """Return the areas with rules of their own a place lies in. Source: `areas` of the packs."""
    every = [(area, names) for pack in law.packs for area, names in pack.areas.items()]
    written = tuple(place.casefold() for place in places)
    return tuple(
        area
        for area, names in every
        if any(place.startswith(name.casefold()) for place in written for name in names)
    )


def _areas(case: Case, venue: Venue) -> Any:
    """Provinces and cities with rules of their own. Source: `areas` of the packs, `operator.address`."""
    places = [fact_at(venue, f"operator.address.{key}") for key in ("region", "city")]
    areas = areas_of(case.law, [place for place in places if isinstance(place, str)])
    return UNANSWERED if not areas and UNANSWERED in places else areas


def _uses(case: Case, venue: Venue) -> Any:
    """Codes of what is done with data. Source: `activities[].code`."""
    if venue.activities is UNANSWERED:
        return UNANSWERED
    return tuple(activity.code for activity in venue.activities)


def asks_first(*paths: str) -> Callable[[Case, Venue], Path | None]:
    """The first of several facts that nobody has answered."""

    def asks(case: Case, venue: Venue) -> Path | None:
        missing = (path for path in paths if fact_at(venue, path) is UNANSWERED)
        first = next(missing, None)
        return tuple(first.split(".")) if first else None

    return asks


VENUE_FACTS: Mapping[str, Derived] = {
    "camera_count": Derived(Shape.NUMBER, "cameras", _camera_count),
    "floor_rooms": Derived(Shape.WORDS, "rooms", _floor_rooms),
    # Rules cannot ask about the order of a list; signs lead with the first language.
    "first_language": Derived(Shape.WORD, "languages", lambda case, venue: venue.languages[0]),
    "authority_known": Derived(Shape.SWITCH, "law", _authority_known),
    "partner_services": Derived(Shape.WORDS, "partners", _partner_services),
    "operator.areas": Derived(
        Shape.WORDS, "operator.address.city", _areas, asks_first("operator.address.city")
    ),
    "uses": Derived(Shape.WORDS, "activities", _uses),
    "bare_doors": Derived(Shape.WORDS, "signs", _bare_doors, asks_first("rooms", "cameras")),
    "operator.contact_ways": Derived(Shape.WORDS, "operator.email", _contact_ways, asks_first(*_CONTACTS)),
}
