"""What rules look at: each thing by its name, each fact by its path, each answer at its line."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from placard.derive.case import Case
from placard.derive.shapes import Shape
from placard.derive.subjects import Subject, facts_of, known_facts, names_in, subjects
from placard.library.law import COLLECTIONS
from placard.model import UNANSWERED
from placard.model.values import Duration

Cases = Callable[..., Case]


def a_room(name: str, kind: str, *doors: str, **more: Any) -> dict[str, Any]:
    return {"id": name, "kind": kind} | ({"doors_to": list(doors)} if doors else {}) | more


def a_camera(name: str, *sees: str, **more: Any) -> dict[str, Any]:
    return (
        {"id": name, "room": (*sees, "outside")[0], "kind": "fixed"}
        | ({"sees": list(sees)} if sees else {})
        | more
    )


def only(case: Case, collection: Any) -> Subject:
    (subject,) = subjects(case, collection)
    return subject


def test_every_collection_lists_its_items_by_name_and_place(case: Cases) -> None:
    worked = case(
        rooms=[a_room("hall", "entrance", "outside", shared_with="Brewery")],
        cameras=[a_camera("c1", "hall")],
        activities=[{"code": "lockers"}, {"code": "payments"}],
        partners=[{"id": "booking"}],
        signs=[{"sign": "cam-01"}],
        staff={"roles": [{"role": "manager"}]},
    )
    listed = {kind: [(s.label, s.path) for s in subjects(worked, kind)] for kind in COLLECTIONS}
    assert listed == {
        "venue": [("v", ())],
        "rooms": [("hall", ("rooms", 0))],
        "ways_in": [
            ("outside → hall", ("rooms", 0, "doors_to")),
            ("Brewery → hall", ("rooms", 0, "shared_with")),
        ],
        "cameras": [("c1", ("cameras", 0))],
        "activities": [("lockers", ("activities", 0)), ("payments", ("activities", 1))],
        "partners": [("booking", ("partners", 0))],
        "signs": [("cam-01", ("signs", 0))],
        "staff_roles": [("manager", ("staff", "roles", 0))],
    }


def test_a_venue_that_says_nothing_has_nothing_in_it(case: Cases) -> None:
    empty = case()
    assert [kind for kind in COLLECTIONS if subjects(empty, kind)] == ["venue"]


def test_a_path_follows_the_keys_of_the_file(case: Cases) -> None:
    venue = only(case(operator={"legal_name": "V Ltd", "registration": {"register": "krs"}}), "venue")
    assert venue.look("operator.legal_name") == "V Ltd"
    assert venue.look("venue.operator.legal_name") == "V Ltd"
    assert venue.look("operator.registration.register") == "krs"
    assert venue.look("operator.registration.number") is UNANSWERED


def test_unanswered_or_none_on_the_way_is_the_answer(case: Cases) -> None:
    assert only(case(), "venue").look("operator.address.city") is UNANSWERED
    none = only(case(surveillance="none"), "venue")
    assert none.look("surveillance.live_view.room") is None


def test_a_camera_says_what_is_said_for_all_unless_it_says_otherwise(case: Cases) -> None:
    worked = case(
        surveillance={"recording": "motion", "retention": "14 days", "live_view": {"seen_by_guests": "no"}},
        cameras=[a_camera("c1", "hall", retention="2 days"), a_camera("c2", "hall", recording="unanswered")],
    )
    first, second = subjects(worked, "cameras")
    assert first.look("retention") == Duration.read("2 days")
    assert first.path_of("retention") == ("cameras", 0, "retention")
    assert second.look("retention") == Duration.read("14 days")
    assert second.look("recording") == "motion"
    assert second.path_of("recording") == ("surveillance", "recording")
    assert second.look("live_view.seen_by_guests") is False
    assert second.look("audio") is UNANSWERED
    assert second.path_of("audio") == ("surveillance", "audio")
    assert second.path_of("sees") == ("cameras", 1, "sees")
    assert second.look("venue.surveillance.retention") == Duration.read("14 days")
    assert second.path_of("venue.requests.reply") == ("requests", "reply")


def test_a_derived_fact_points_at_what_it_rests_on(case: Cases) -> None:
    worked = case(rooms=[a_room("hall", "entrance", "outside")], cameras=[a_camera("c1", "hall")])
    assert only(worked, "cameras").path_of("sees_undress") == ("cameras", 0, "sees")
    assert only(worked, "cameras").path_of("recorded") == ("surveillance", "recording")
    assert only(worked, "rooms").path_of("filmed") == ("cameras",)
    assert only(worked, "rooms").path_of("venue.camera_count") == ("cameras",)
    assert only(worked, "ways_in").path_of("notice_skipped") == ("rooms", 0, "doors_to")


def test_a_skipped_notice_points_at_the_order(case: Cases) -> None:
    worked = case(
        rooms=[a_room("hall", "entrance", "outside")],
        cameras=[a_camera("c1", "hall")],
        signs=[{"sign": "pho-01"}, {"sign": "cam-01", "room": "hall", "skip": "bricked up"}],
    )
    way = only(worked, "ways_in")
    assert way.look("notice_skipped") is True
    assert way.look("skip_reason") == "bricked up"
    assert way.path_of("notice_skipped") == ("signs", 1, "skip")


@pytest.mark.parametrize("collection", COLLECTIONS)
def test_every_known_fact_can_be_looked_up_and_stands_somewhere(case: Cases, collection: Any) -> None:
    worked = case(
        rooms=[a_room("hall", "entrance", "outside")],
        cameras=[a_camera("c1", "hall")],
        activities=[{"code": "lockers"}],
        partners=[{"id": "booking"}],
        signs=[{"sign": "cam-01"}],
        staff={"roles": [{"role": "manager"}]},
    )
    subject = subjects(worked, collection)[0]
    assert len(known_facts(collection)) > 100
    for fact in known_facts(collection):
        subject.look(fact)
        assert isinstance(subject.path_of(fact), tuple)


def test_facts_have_shapes_and_names_without_dots() -> None:
    cameras = facts_of("cameras")
    assert cameras["sees_undress"] is Shape.WORDS
    assert cameras["retention"] is Shape.LENGTH
    assert cameras["audio"] is Shape.SWITCH
    assert cameras["venue.camera_count"] is Shape.NUMBER
    assert "venue.venue.camera_count" not in facts_of("venue")
    assert names_in("venue")["operator_legal_name"] == "operator.legal_name"
    assert not any("." in name for name in names_in("venue"))


def test_a_question_names_the_answer_that_is_really_missing(case: Cases) -> None:
    homeless = subjects(case(cameras=[a_camera("c1", "hall")]), "cameras")[0]
    assert homeless.asks("sees_undress") == ("rooms",)
    assert homeless.asks("behind_open_doors") == ("rooms",)
    assert homeless.asks("recorded") == ("surveillance", "recording")
    rooms = [a_room("hall", "entrance", "outside"), a_room("vault", "store")]
    worked = case(rooms=rooms, cameras=[a_camera("c1", "vault"), a_camera("c2", room="hall")])
    seeing, blind = subjects(worked, "cameras")
    assert seeing.asks("behind_open_doors") == ("rooms", 1, "doors_to")
    assert blind.asks("behind_open_doors") == ("cameras", 1, "sees")
    assert blind.asks("sees_undress") == ("cameras", 1, "sees")
    assert subjects(worked, "rooms")[0].asks("filmed") == ("cameras", 1, "sees")
    assert subjects(worked, "rooms")[1].asks("reached_from_outside") == ("rooms", 1, "doors_to")
    assert only(case(operator={"legal_name": "V", "email": "none"}), "venue").asks(
        "operator.contact_ways"
    ) == (
        "operator",
        "phone",
    )
    assert only(case(training={"last_on": "2026-01-01"}), "venue").asks("training.overdue_days") == (
        "training",
        "interval",
    )
    assert only(case(rooms=[]), "venue").asks("bare_doors") == ("cameras",)
