"""Derived facts of days: what has come due and by how many days, counted to the day of `--as-of`."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Callable, Mapping
from datetime import date, timedelta
from typing import Any

from placard.derive.case import Case, Derived
from placard.derive.shapes import Shape
from placard.derive.venuewide import asks_first, fact_at
from placard.model import UNANSWERED, Venue
from placard.model.dealings import Partner
from placard.model.values import Duration, Unit

_EXACT = {Unit.MINUTE: timedelta(minutes=1), Unit.HOUR: timedelta(hours=1)} | {
    Unit.DAY: timedelta(days=1),
    Unit.WEEK: timedelta(weeks=1),
}


def days_between(earlier: date, later: date) -> int:
    """Count the days from one date to another, 0 where the second is not later."""
    return max(0, (later - earlier).days)


def due(last: date, every: Duration) -> date:
    """Return the day something is due again, or the last there is; the end of a month stays its end."""
    if every.unit in _EXACT:
        return last + min(every.number * _EXACT[every.unit], date.max - last)
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


def _minors_report_overdue(case: Case, venue: Venue) -> Any:
    """Days since the yearly report on minors' data was due: 31 January of the year after the last one.

    Source: `guests.minors_reported_on`; CAC announcement of 2025-12-29.
    """
    reported = fact_at(venue, "guests.minors_reported_on")
    if not isinstance(reported, date):
        return reported
    return days_between(date(min(reported.year + 1, date.max.year), 1, 31), case.as_of)


# How long a look at something stands where no law and no owner sets an interval: measures of our own.
_YEAR = Duration.read("1 year")
_THREE_YEARS = Duration.read("3 years")


def _review_overdue(case: Case, venue: Venue) -> Any:
    """Days since the need for cameras was due to be looked at again.

    Source: `surveillance.reviewed_on` and a year, a measure of our own.
    """
    reviewed = fact_at(venue, "surveillance.reviewed_on")
    return days_between(due(reviewed, _YEAR), case.as_of) if isinstance(reviewed, date) else reviewed


def audit_due(partner: Partner) -> Any:
    """The day a partner is to be looked at again. Source: `last_audit_on` and three years, our measure."""
    last = partner.last_audit_on
    return due(last, _THREE_YEARS) if isinstance(last, date) else last


def _audit_overdue(case: Case, partner: Partner) -> Any:
    """Days since a partner was due to be looked at. Source: as `audit_due`."""
    day = audit_due(partner)
    return days_between(day, case.as_of) if isinstance(day, date) else day


def _calendar(earlier: str) -> Derived:
    """Days a thing was done before the cameras began to run."""
    began = "surveillance.started_on"
    return Derived(Shape.NUMBER, earlier, _days_before(earlier, began), asks_first(earlier, began))


_OFFICER = "operator.data_protection_officer"

DATES_OF_VENUE: Mapping[str, Derived] = {
    "operator.regulator_registration.overdue_days": Derived(
        Shape.NUMBER,
        "operator.regulator_registration.expires_on",
        _overdue("operator.regulator_registration.expires_on"),
    ),
    "guests.protection_standards.review_age_days": Derived(
        Shape.NUMBER, "guests.protection_standards.reviewed_on", _standards_age
    ),
    "guests.minors_report_overdue_days": Derived(
        Shape.NUMBER, "guests.minors_reported_on", _minors_report_overdue
    ),
    "surveillance.review_age_days": Derived(Shape.NUMBER, "surveillance.reviewed_on", _review_age),
    "surveillance.review_overdue_days": Derived(Shape.NUMBER, "surveillance.reviewed_on", _review_overdue),
    "surveillance.staff_notice_days": _calendar("surveillance.staff_informed_on"),
    "surveillance.signs_ahead_days": _calendar("surveillance.signs_up_on"),
    f"{_OFFICER}.told_after_days": Derived(
        Shape.NUMBER,
        f"{_OFFICER}.authority_notified_on",
        _days_before(f"{_OFFICER}.appointed_on", f"{_OFFICER}.authority_notified_on"),
        asks_first(f"{_OFFICER}.appointed_on", f"{_OFFICER}.authority_notified_on"),
    ),
    "sweeps.overdue_days": Derived(
        Shape.NUMBER,
        "sweeps.last_on",
        _overdue_again("sweeps"),
        asks_first("sweeps.last_on", "sweeps.interval"),
    ),
    "training.overdue_days": Derived(
        Shape.NUMBER,
        "training.last_on",
        _overdue_again("training"),
        asks_first("training.last_on", "training.interval"),
    ),
    "reviewed.overdue_days": Derived(Shape.NUMBER, "reviewed.until", _overdue("reviewed.until")),
}
DATES_OF_PARTNER: Mapping[str, Derived] = {
    "audit_overdue_days": Derived(Shape.NUMBER, "last_audit_on", _audit_overdue),
}
