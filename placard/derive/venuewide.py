"""Derived facts of the venue as a whole: what is overdue, what is bare, how it can be reached."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Callable, Mapping
from datetime import date, timedelta
from typing import Any

from placard.derive.case import Case, Derived, Entrance, Path
from placard.derive.filmed import skip_of
from placard.derive.shapes import Shape
from placard.model import UNANSWERED, Venue
from placard.model.facts import Facts, keys_of
from placard.model.values import Duration, Unit

_CONTACTS = (
    "operator.email",
    "operator.phone",
    "operator.privacy_contact.email",
    "operator.privacy_contact.phone",
)
_EXACT = {Unit.MINUTE: timedelta(minutes=1), Unit.HOUR: timedelta(hours=1)} | {
    Unit.DAY: timedelta(days=1),
    Unit.WEEK: timedelta(weeks=1),
}


def fact_at(facts: Any, path: str) -> Any:
    """Follow dotted keys; unanswered or none on the way is the answer. Source: the venue model."""
    for key in path.split("."):
        if not isinstance(facts, Facts):
            return facts
        facts = getattr(facts, keys_of(type(facts))[key])
    return facts


def days_between(earlier: date, later: date) -> int:
    """Count the days from one date to another, 0 where the second is not later."""
    return max(0, (later - earlier).days)


def due(last: date, every: Duration) -> date:
    """Return the day something is due again; the last day of a month stays the last day."""
    if every.unit in _EXACT:
        return last + every.number * _EXACT[every.unit]
    months = every.number * (12 if every.unit is Unit.YEAR else 1)
    year, month = divmod(last.year * 12 + last.month - 1 + months, 12)
    if year > date.max.year:
        return date.max
    return date(year, month + 1, min(last.day, monthrange(year, month + 1)[1]))


def _overdue(path: str) -> Callable[[Case, Venue], Any]:
    """Days since a date passed. Source: the date at `path`."""

    def get(case: Case, venue: Venue) -> Any:
        ends = fact_at(venue, path)
        return days_between(ends, case.as_of) if isinstance(ends, date) else ends

    return get


def _overdue_again(path: str) -> Callable[[Case, Venue], Any]:
    """Days since something was due again. Source: `last_on` and `interval` of the map at `path`."""

    def get(case: Case, venue: Venue) -> Any:
        last, every = fact_at(venue, f"{path}.last_on"), fact_at(venue, f"{path}.interval")
        if isinstance(last, date) and isinstance(every, Duration):
            return days_between(due(last, every), case.as_of)
        return None if last is None or every is None else UNANSWERED

    return get


def _days_before(earlier: str, later: str) -> Callable[[Case, Venue], Any]:
    """Days between two dates, 0 where the first is not before the second. Source: both of them."""

    def get(case: Case, venue: Venue) -> Any:
        first, second = fact_at(venue, earlier), fact_at(venue, later)
        if isinstance(first, date) and isinstance(second, date):
            return days_between(first, second)
        return None if first is None or second is None else UNANSWERED

    return get


def _review_age(case: Case, venue: Venue) -> Any:
    """Days since the need for cameras was last on record.

    Source: `reviewed_on`, else the impact assessment or the day they began to run, the later one.
    """
    reviewed = fact_at(venue, "surveillance.reviewed_on")
    if reviewed is not UNANSWERED:
        return days_between(reviewed, case.as_of) if reviewed else reviewed
    others = (fact_at(venue, f"surveillance.{key}") for key in ("impact_assessment.date", "started_on"))
    known = [day for day in others if isinstance(day, date)]
    return days_between(max(known), case.as_of) if known else UNANSWERED


def _standards_age(case: Case, venue: Venue) -> Any:
    """Days since the standards for minors were looked through. Source: their `reviewed_on`."""
    reviewed = fact_at(venue, "guests.protection_standards.reviewed_on")
    return days_between(reviewed, case.as_of) if isinstance(reviewed, date) else reviewed


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


def _asks_first(*paths: str) -> Callable[[Case, Venue], Path | None]:
    """The first of several facts that nobody has answered."""

    def asks(case: Case, venue: Venue) -> Path | None:
        missing = (path for path in paths if fact_at(venue, path) is UNANSWERED)
        first = next(missing, None)
        return tuple(first.split(".")) if first else None

    return asks


def _calendar(earlier: str) -> Derived:
    """Days a thing was done before the cameras began to run."""
    began = "surveillance.started_on"
    return Derived(Shape.NUMBER, earlier, _days_before(earlier, began), _asks_first(earlier, began))


VENUE_FACTS: Mapping[str, Derived] = {
    "camera_count": Derived(Shape.NUMBER, "cameras", _camera_count),
    "floor_rooms": Derived(Shape.WORDS, "rooms", _floor_rooms),
    # Rules cannot ask about the order of a list; signs lead with the first language.
    "first_language": Derived(Shape.WORD, "languages", lambda case, venue: venue.languages[0]),
    "bare_doors": Derived(Shape.WORDS, "signs", _bare_doors, _asks_first("rooms", "cameras")),
    "operator.contact_ways": Derived(Shape.WORDS, "operator.email", _contact_ways, _asks_first(*_CONTACTS)),
    "operator.regulator_registration.overdue_days": Derived(
        Shape.NUMBER,
        "operator.regulator_registration.expires_on",
        _overdue("operator.regulator_registration.expires_on"),
    ),
    "guests.protection_standards.review_age_days": Derived(
        Shape.NUMBER, "guests.protection_standards.reviewed_on", _standards_age
    ),
    "surveillance.review_age_days": Derived(Shape.NUMBER, "surveillance.reviewed_on", _review_age),
    "surveillance.staff_notice_days": _calendar("surveillance.staff_informed_on"),
    "surveillance.signs_ahead_days": _calendar("surveillance.signs_up_on"),
    "sweeps.overdue_days": Derived(
        Shape.NUMBER,
        "sweeps.last_on",
        _overdue_again("sweeps"),
        _asks_first("sweeps.last_on", "sweeps.interval"),
    ),
    "training.overdue_days": Derived(
        Shape.NUMBER,
        "training.last_on",
        _overdue_again("training"),
        _asks_first("training.last_on", "training.interval"),
    ),
    "reviewed.overdue_days": Derived(Shape.NUMBER, "reviewed.until", _overdue("reviewed.until")),
}
