"""Rooms, ids, codes, languages and days a venue file names: what is not there is told at its line."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from placard.check.references import reference_findings
from placard.findings import Finding, Severity
from placard.library.library import Library
from placard.read.venue import VenueFile

Told = Callable[..., list[Finding]]


@pytest.fixture
def told(library: Library, typed_in: Callable[..., VenueFile]) -> Told:
    def tell(changes: dict[str, str] | None = None, also: str = "", name: str = "") -> list[Finding]:
        return reference_findings(typed_in(changes, also, name), library, date(2026, 11, 22))

    return tell


def lines(findings: list[Finding]) -> list[tuple[str, int]]:
    return [(finding.code, finding.place.line) for finding in findings]


def test_the_venue_of_the_stories_refers_to_nothing_that_is_not_there(told: Told) -> None:
    assert told() == []


@pytest.mark.parametrize(
    ("old", "new", "line", "near"),
    [
        ("doors_to: [outside, front-desk]", "doors_to: [outside, frontdesk]", 22, "front-desk"),
        ("room: plant, sees: [plant]", "room: plnt, sees: [plant]", 41, "plant"),
        ("sees: [entrance]", "sees: [entrance, lockers-row]", 38, "locker-row"),
        ("live_view: {room: office", "live_view: {room: ofice", 36, "office"),
    ],
)
def test_a_room_nobody_declared_is_an_error_with_the_nearest_one(
    told: Told, old: str, new: str, line: int, near: str
) -> None:
    (finding,) = told({old: new})
    assert lines([finding]) == [("check.no_such_room", line)]
    assert finding.values["near"] == near
    assert finding.severity is Severity.ERROR


def test_orders_for_signs_name_rooms_too(told: Told) -> None:
    findings = told(also="signs: [{sign: cam-01, room: yrd, from: outsid, copies: 2}]")
    assert [(f.values["key"], f.values["near"]) for f in findings] == [("room", "yard"), ("from", "outside")]


def test_outside_always_exists_and_is_never_declared(told: Told) -> None:
    assert told({"sees: [yard]": "sees: [yard, outside]"}) == []
    findings = told(
        {"- {id: office, kind: office}": "- {id: office, kind: office}\n  - {id: outside, kind: yard}"}
    )
    assert lines(findings) == [("check.outside_declared", 35)]


def test_a_room_has_no_door_to_itself(told: Told) -> None:
    assert lines(told({"doors_to: [showers]}": "doors_to: [showers, changing-men]}"})) == [
        ("check.door_to_itself", 26)
    ]


def test_an_id_stands_once_in_its_list_and_may_stand_in_two_lists(told: Told) -> None:
    (finding,) = told({"{id: c4, ": "{id: c3, "})
    assert lines([finding]) == [("check.repeated", 41)]
    assert (finding.values["first"], finding.severity) == ("40", Severity.ERROR)
    assert told({"{id: c4, ": "{id: plant, "}) == []
    assert [f.code for f in told({"id: card, ": "id: booking, "})] == ["check.repeated"]
    assert [f.code for f in told({"lockers, payments": "lockers, lockers, payments"})] == ["check.repeated"]


def test_a_word_written_twice_in_a_list_is_only_a_warning(told: Told) -> None:
    (finding,) = told({"disclosure: [police, insurer]": "disclosure: [police, insurer, police]"})
    assert (finding.code, finding.severity) == ("check.repeated", Severity.WARNING)


@pytest.mark.parametrize(
    ("old", "new", "key", "near"),
    [
        ("kind: sauna", "kind: suana", "kind", "sauna"),
        ("purposes: [entry_control]", "purposes: [entry_controll]", "purposes", "entry_control"),
        ("access_roles: [manager, owner]", "access_roles: [manager, ownr]", "access_roles", "owner"),
        ("service: payments", "service: payment", "service", "payments"),
        ("type: bathhouse", "type: bath_house", "type", "bathhouse"),
        ("activities: [appointments", "activities: [apointments", "code", "appointments"),
        ("phones: {undress: banned", "phones: {undress: baned", "undress", "banned"),
    ],
)
def test_a_code_nobody_knows_is_told_with_the_nearest(
    told: Told, old: str, new: str, key: str, near: str
) -> None:
    (finding,) = told({old: new})
    assert finding.code == "check.unknown_code"
    assert finding.values["key"] == key
    assert finding.values["near"] == near


@pytest.mark.parametrize(
    ("old", "new", "known"),
    [
        ("law: gb", "law: uk", "gb"),
        ("kind: dome", "kind: fake", "dome, dummy, fixed"),
        ("kind: plant_room", "kind: plunge_pool", "pool"),
    ],
)
def test_where_no_code_is_near_all_are_listed_instead_of_a_wrong_guess(
    told: Told, old: str, new: str, known: str
) -> None:
    (finding,) = told({old: new})
    assert finding.code == "check.unknown_code_listed"
    assert known in finding.values["known"]


def test_languages_are_those_content_has(told: Told) -> None:
    (finding,) = told({"languages: [en, pl]\nstaff": "languages: [en, zh-Hant]\nstaff"})
    assert (finding.code, finding.values["near"]) == ("check.unknown_language", "zh-Hans")
    (finding,) = told({"name: Old Mill Bathhouse\n": "name: {en: Old Mill, pl: Stary Młyn, qq: X}\n"})
    assert finding.code == "check.unknown_language"


def test_words_that_lack_a_language_of_the_guests_are_a_question(told: Told) -> None:
    (finding,) = told({"name: Old Mill Bathhouse\n": "name: {en: Old Mill Bathhouse}\n"})
    assert lines([finding]) == [("check.words_missing", 8)]
    assert finding.severity is Severity.QUESTION


def test_a_room_named_in_one_language_is_told_by_its_kind_in_the_others(told: Told) -> None:
    (finding,) = told({"{id: locker-row,": "{id: locker-row, name: {en: Row},"})
    assert (finding.code, finding.severity) == ("check.name_missing", Severity.INFO)
    assert finding.values["language"] == "pl"


def test_the_id_is_the_name_of_the_file(told: Told) -> None:
    (finding,) = told(name="old-mil-bathhouse")
    assert lines([finding]) == [("check.id_is_file_name", 3)]


def test_no_surveillance_and_a_camera_contradict_each_other(told: Told, story: str) -> None:
    start, end = story.index("surveillance: {"), story.index("cameras:\n")
    (finding,) = told({story[start:end]: "surveillance: none\n"})
    assert finding.code == "check.cameras_but_none"


def test_a_proof_is_not_dated_in_the_future_and_a_last_day_is(told: Told) -> None:
    assert lines(told({"date: 2026-09-01": "date: 2027-09-01"})) == [("check.day_to_come", 36)]
    assert told({"number: unanswered": "number: ZA1, expires_on: 2027-09-01"}) == []


def test_a_first_day_far_ahead_is_probably_another_year(told: Told) -> None:
    assert lines(told({"effective_on: 2027-01-04": "effective_on: 2072-01-04"})) == [("check.far_day", 53)]


def test_cameras_to_come_may_have_their_days_already(told: Told) -> None:
    """The owner hangs the signs first, tells the staff, and switches the cameras on next month."""
    cameras = "surveillance: {"
    assert told({cameras: f"{cameras}started_on: 2026-12-20, signs_up_on: 2026-12-18, "}) == []
    (finding,) = told({cameras: f"{cameras}started_on: 2062-12-20, "})
    assert (finding.code, finding.values["key"]) == ("check.far_day", "started_on")


def test_an_address_left_over_from_the_sample_is_told_to_an_owner(told: Told) -> None:
    findings = told({"sample: true": "sample: no"})
    assert {f.code for f in findings} == {"check.invented"}
    assert {f.values["key"] for f in findings} >= {"email", "address"}
    assert not told({})


def test_a_camera_that_sees_nothing_is_an_error_unless_it_is_a_dummy(told: Told) -> None:
    (finding,) = told({"sees: [yard]": "sees: none"})
    assert (finding.code, finding.severity) == ("check.sees_nothing", Severity.ERROR)
    assert told({"sees: [yard], kind: dome": "sees: none, kind: dummy"}) == []
