"""Facts of the venue as a whole: what is overdue, and how it can be reached."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from placard.derive.case import Case
from placard.derive.dates import days_between, due
from placard.derive.subjects import subjects
from placard.model import UNANSWERED
from placard.model.values import Duration

Cases = Callable[..., Case]


def a_camera(name: str, *sees: str, **more: Any) -> dict[str, Any]:
    return (
        {"id": name, "room": (*sees, "outside")[0], "kind": "fixed"}
        | ({"sees": list(sees)} if sees else {})
        | more
    )


def whole(case: Case, fact: str) -> Any:
    return subjects(case, "venue")[0].look(fact)


@pytest.mark.parametrize(
    ("last", "every", "then"),
    [
        (date(2026, 1, 31), "1 month", date(2026, 2, 28)),
        (date(2028, 1, 31), "1 month", date(2028, 2, 29)),
        (date(2026, 11, 30), "3 months", date(2027, 2, 28)),
        (date(2028, 2, 29), "1 year", date(2029, 2, 28)),
        (date(2026, 12, 31), "12 months", date(2027, 12, 31)),
        (date(2026, 11, 22), "14 days", date(2026, 12, 6)),
        (date(2026, 11, 22), "2 weeks", date(2026, 12, 6)),
        (date(2026, 11, 22), "9999 years", date.max),
    ],
)
def test_when_something_is_due_again(last: date, every: str, then: date) -> None:
    assert due(last, Duration.read(every)) == then


def test_days_run_forward_only() -> None:
    assert days_between(date(2026, 11, 20), date(2026, 11, 22)) == 2
    assert days_between(date(2026, 11, 22), date(2026, 11, 20)) == 0


@pytest.mark.parametrize(
    ("training", "overdue"),
    [
        ({"last_on": "2025-11-20", "interval": "12 months"}, 2),
        ({"last_on": "2026-11-20", "interval": "12 months"}, 0),
        ({"last_on": "2025-11-20"}, UNANSWERED),
        ({"interval": "12 months"}, UNANSWERED),
        ("unanswered", UNANSWERED),
    ],
)
def test_training_is_overdue_by_its_own_interval(case: Cases, training: Any, overdue: Any) -> None:
    assert whole(case(training=training), "training.overdue_days") == overdue


def test_no_sweeps_are_never_overdue(case: Cases) -> None:
    assert whole(case(sweeps="none"), "sweeps.overdue_days") is None
    assert whole(case(), "sweeps.overdue_days") is UNANSWERED


@pytest.mark.parametrize(
    ("registration", "overdue"),
    [
        ({"expires_on": "2026-11-12"}, 10),
        ({"expires_on": "2026-11-22"}, 0),
        ({"expires_on": "2027-11-22"}, 0),
        ({}, UNANSWERED),
        ("none", None),
    ],
)
def test_how_long_a_registration_has_run_out(case: Cases, registration: Any, overdue: Any) -> None:
    worked = case(operator={"legal_name": "V Ltd", "regulator_registration": registration})
    assert whole(worked, "operator.regulator_registration.overdue_days") == overdue


@pytest.mark.parametrize(
    ("surveillance", "age"),
    [
        ({"reviewed_on": "2026-11-12"}, 10),
        ({"reviewed_on": "2024-11-22", "started_on": "2026-11-12"}, 730),
        ({"impact_assessment": {"date": "2026-11-02"}, "started_on": "2026-10-01"}, 20),
        ({"impact_assessment": {"date": "2026-10-02"}, "started_on": "2026-11-12"}, 10),
        ({"started_on": "2026-11-12"}, 10),
        ({"impact_assessment": "none"}, UNANSWERED),
        ({}, UNANSWERED),
        ("none", None),
    ],
)
def test_how_long_ago_the_need_for_cameras_was_on_record(case: Cases, surveillance: Any, age: Any) -> None:
    assert whole(case(surveillance=surveillance), "surveillance.review_age_days") == age


@pytest.mark.parametrize(
    ("operator", "ways"),
    [
        ({"phone": "none", "email": "none", "privacy_contact": {"email": "none", "phone": "none"}}, ()),
        ({"phone": "+44 20 7946 0123"}, ("phone",)),
        ({"phone": "none", "email": "none"}, UNANSWERED),
        (
            {"phone": "none", "email": "none", "privacy_contact": {"email": "a@b.example"}},
            ("privacy_contact.email",),
        ),
        ({}, UNANSWERED),
    ],
)
def test_the_ways_to_reach_the_business(case: Cases, operator: dict[str, Any], ways: Any) -> None:
    worked = case(operator={"legal_name": "V Ltd"} | operator)
    assert whole(worked, "operator.contact_ways") == ways


def test_dummies_are_no_cameras(case: Cases) -> None:
    assert whole(case(), "camera_count") is UNANSWERED
    assert whole(case(cameras=[]), "camera_count") == 0
    assert whole(case(cameras=[a_camera("c1", "x"), a_camera("c2", "x", kind="dummy")]), "camera_count") == 1


def test_bare_doors_are_unknown_without_rooms_or_cameras(case: Cases) -> None:
    assert whole(case(rooms=[]), "bare_doors") is UNANSWERED
    assert whole(case(rooms=[], cameras=[]), "bare_doors") == ()
