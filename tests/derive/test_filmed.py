"""Facts that follow about cameras, rooms and ways in: known, none, or honestly unknown."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from placard.derive.case import Case, with_floor
from placard.derive.subjects import subjects
from placard.library.law import Law
from placard.model import UNANSWERED

Cases = Callable[..., Case]


def a_room(name: str, kind: str, *doors: str, **more: Any) -> dict[str, Any]:
    return {"id": name, "kind": kind} | ({"doors_to": list(doors)} if doors else {}) | more


def a_camera(name: str, *sees: str, **more: Any) -> dict[str, Any]:
    return (
        {"id": name, "room": (*sees, "outside")[0], "kind": "fixed"}
        | ({"sees": list(sees)} if sees else {})
        | more
    )


ROOMS = [
    a_room("hall", "entrance", "outside", "lockers"),
    a_room("lockers", "locker_corridor", "women", "men"),
    a_room("women", "changing_room"),
    a_room("men", "changing_room"),
    a_room("pool", "pool", "women"),
    a_room("massage", "massage_room", "hall"),
    a_room("hut", "odd_kind", "outside"),
    a_room("cellar", "store"),
]


def of_camera(case: Cases, fact: str, *sees: str, **more: Any) -> Any:
    more.setdefault("room", "hall")
    worked = case(rooms=ROOMS, cameras=[a_camera("c1", *sees, **more)], surveillance={"recording": "motion"})
    return subjects(worked, "cameras")[0].look(fact)


@pytest.mark.parametrize(
    ("sees", "more", "met"),
    [
        (["hall"], {}, ()),
        (["hall", "women"], {}, ("women",)),
        (["women"], {"kind": "dummy"}, ("women",)),
        (["women"], {"masked": "yes", "recording": "none"}, ("women",)),
        (["massage"], {}, ("massage",)),
        (["pool", "lockers"], {}, ()),
        ([], {}, UNANSWERED),
        ([], {"room": "men"}, ("men",)),
        (["hall"], {"room": "men"}, ("men",)),
        (["outside"], {}, ()),
        (["hut"], {}, ()),
        (["women", "women"], {"room": "women"}, ("women",)),
    ],
)
def test_the_floor_a_camera_meets(case: Cases, sees: list[str], more: dict[str, Any], met: Any) -> None:
    assert of_camera(case, "sees_undress", *sees, **more) == met


def test_without_rooms_nobody_knows_what_a_camera_meets(case: Cases) -> None:
    (camera,) = subjects(case(cameras=[a_camera("c1", "hall")]), "cameras")
    assert camera.look("sees_undress") is UNANSWERED
    assert camera.look("sees_kinds") is UNANSWERED


@pytest.mark.parametrize(
    ("sees", "beyond"),
    [
        (["hall"], ("massage",)),
        (["lockers"], ("women", "men")),
        (["lockers", "women"], ("men",)),
        (["hut"], ()),
        (["cellar"], UNANSWERED),
        ([], UNANSWERED),
    ],
)
def test_what_stands_behind_open_doors(case: Cases, sees: list[str], beyond: Any) -> None:
    assert of_camera(case, "behind_open_doors", *sees) == beyond


@pytest.mark.parametrize(
    ("more", "recorded"),
    [
        ({}, True),
        ({"recording": "continuous"}, True),
        ({"recording": "none"}, False),
        ({"kind": "dummy"}, False),
        ({"kind": "unanswered"}, True),
    ],
)
def test_whether_pictures_are_kept(case: Cases, more: dict[str, Any], recorded: bool) -> None:
    assert of_camera(case, "recorded", "hall", **more) is recorded


def test_recording_nobody_answered_is_unknown_but_for_a_dummy(case: Cases) -> None:
    worked = case(cameras=[a_camera("c1", "hall"), a_camera("c2", "hall", kind="dummy")])
    assert [s.look("recorded") for s in subjects(worked, "cameras")] == [UNANSWERED, False]


def test_kinds_and_privacy_of_what_a_camera_sees(case: Cases) -> None:
    assert of_camera(case, "sees_kinds", "hall", "women", "men") == ("entrance", "changing_room")
    assert of_camera(case, "sees_privacy", "hall", "pool", "men") == ("ordinary", "rest", "undress")


def room_facts(case: Cases, fact: str, cameras: Any) -> dict[str, Any]:
    worked = case(rooms=ROOMS, **({} if cameras is None else {"cameras": cameras}))
    return {subject.label: subject.look(fact) for subject in subjects(worked, "rooms")}


def test_a_room_is_filmed_where_a_real_camera_sees_it(case: Cases) -> None:
    facts = room_facts(case, "filmed", [a_camera("c1", "hall"), a_camera("c2", "pool", kind="dummy")])
    assert facts["hall"] is True
    assert facts["pool"] is False
    assert set(room_facts(case, "filmed", None).values()) == {UNANSWERED}
    blind = room_facts(case, "filmed", [a_camera("c1", "hall"), a_camera("c2")])
    assert (blind["hall"], blind["pool"]) == (True, UNANSWERED)


def test_doors_are_known_once_either_side_names_one(case: Cases) -> None:
    facts = room_facts(case, "doors_known", [])
    assert facts["women"] is True
    assert facts["cellar"] is UNANSWERED
    assert room_facts(case, "reached_from_outside", [])["pool"] is True
    assert room_facts(case, "reached_from_outside", [])["cellar"] is UNANSWERED


def test_a_room_said_to_have_no_doors_is_known_and_not_reached(case: Cases) -> None:
    worked = case(
        rooms=[a_room("hall", "entrance", "outside"), {"id": "vault", "kind": "store", "doors_to": []}]
    )
    vault = subjects(worked, "rooms")[1]
    assert vault.look("doors_known") is True
    assert vault.look("reached_from_outside") is False


def test_privacy_and_floor_of_a_room(case: Cases) -> None:
    assert room_facts(case, "privacy", [])["women"] == "undress"
    assert room_facts(case, "privacy", [])["hut"] is UNANSWERED
    floor = room_facts(case, "floor", [])
    assert [name for name, under in floor.items() if under is True] == ["women", "men", "massage"]


def test_a_law_adds_to_the_floor_for_all_or_for_one_type_and_takes_nothing_away(
    case: Cases, law: Law, kinds: Any
) -> None:
    adding = replace(
        law.packs[-1],
        floor_kinds=("staff_room",),
        floor_kinds_in={"bathhouse": ("pool",), "salon": ("till",)},
    )
    stricter = Law((*law.packs[:-1], adding))
    floor = {code for code, kind in with_floor(kinds, stricter, "bathhouse").items() if kind.floor}
    assert {"staff_room", "pool", "changing_room", "massage_room"} <= floor
    assert "till" not in floor
    worked = case(under=stricter, rooms=ROOMS, cameras=[a_camera("c1", "pool")])
    assert subjects(worked, "cameras")[0].look("sees_undress") == ("pool",)


def test_content_that_calls_a_changing_room_ordinary_floor_does_not_lift_it(law: Law, kinds: Any) -> None:
    lifted = {**kinds, "changing_room": replace(kinds["changing_room"], floor=False)}
    assert with_floor(lifted, law, "bathhouse")["changing_room"].floor


@pytest.mark.parametrize(
    ("order", "bare"),
    [
        ({"sign": "cam-01", "skip": "x"}, ("outside → hall", "lockers → hall", "massage → hall")),
        ({"sign": "cam-01", "room": "hall", "from": "outside", "skip": "x"}, ("outside → hall",)),
        ({"sign": "cam-01", "room": "lockers", "skip": "x"}, ("lockers → hall",)),
        ({"sign": "cam-01", "room": "pool", "skip": "x"}, ()),
        ({"sign": "pho-01", "skip": "x"}, ()),
        ({"sign": "cam-01", "copies": "2"}, ()),
    ],
)
def test_which_doors_are_bare(case: Cases, order: dict[str, str], bare: tuple[str, ...]) -> None:
    rooms = [
        a_room("hall", "entrance", "outside", "lockers", "massage"),
        a_room("lockers", "locker_corridor", "outside"),
        a_room("massage", "massage_room", "lockers"),
    ]
    worked = case(rooms=rooms, cameras=[a_camera("c1", "hall")], signs=[order])
    (venue,) = subjects(worked, "venue")
    assert venue.look("bare_doors") == bare
    skipped = [s.label for s in subjects(worked, "ways_in") if s.look("notice_skipped")]
    assert tuple(skipped) == bare


def test_an_order_for_a_door_says_nothing_of_the_sharers_side(case: Cases) -> None:
    rooms = [a_room("yard", "yard", "outside", shared_with="Brewery")]
    for order, skipped in (({"room": "yard", "from": "outside"}, 1), ({"room": "yard"}, 2)):
        worked = case(
            rooms=rooms, cameras=[a_camera("c1", "yard")], signs=[{"sign": "cam-01", "skip": "x"} | order]
        )
        ways = subjects(worked, "ways_in")
        assert len(ways) == 2
        assert len([way for way in ways if way.look("notice_skipped")]) == skipped
