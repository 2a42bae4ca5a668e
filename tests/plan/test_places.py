"""Given these rooms, a sign hangs here and nowhere else."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from placard.library.hangs import Hangs, RoomChoice, Way
from placard.library.library import Library
from placard.library.texts import Sign
from placard.library.vocabulary import RoomKind
from placard.model import Venue
from placard.phrases.context import Context
from placard.plan.documents import plan
from placard.plan.places import places_asked
from placard.plan.sheets import sheets_of
from placard.read.law import chain

HOUSE: list[dict[str, Any]] = [
    {"id": "hall", "kind": "entrance", "doors_to": ["outside", "desk"]},
    {"id": "desk", "kind": "reception", "doors_to": ["changing", "oil"]},
    {"id": "changing", "kind": "changing_room", "doors_to": ["hot"]},
    {"id": "hot", "kind": "sauna"},
    {"id": "oil", "kind": "massage_room"},
]
SWEPT = {"interval": "1 week"}


@pytest.fixture
def context(library: Library) -> Callable[..., Context]:
    """Return the facts of a small house: `context(cameras=[…], sweeps=…)`."""

    def of(**facts: Any) -> Context:
        needed: dict[str, Any] = {
            "id": "v",
            "type": "bathhouse",
            "law": "gb",
            "languages": ["en"],
            "name": "V",
            "rooms": HOUSE,
            "cameras": [],
        }
        venue = Venue.model_validate(needed | facts)
        return Context(venue, chain(library.packs, "gb"), library.rooms)

    return of


@pytest.fixture
def hung(library: Library) -> Callable[..., Sign]:
    """A sign that hangs somewhere else: `hung("inside", kinds=("sauna",))`."""

    def hang(way: Way, one_per: str = "venue", **rooms: tuple[str, ...]) -> Sign:
        return replace(library.signs["rec-01"], hangs=Hangs(way, RoomChoice(**rooms)), one_per=one_per)  # type: ignore[arg-type]

    return hang


def walls(sign: Sign, context: Context) -> list[str]:
    return [hanging.hangs_in for sheet in sheets_of(sign, context) for hanging in sheet.hangings]


def doors(sign: Sign, context: Context) -> list[tuple[str, str]]:
    hangings = [hanging for sheet in sheets_of(sign, context) for hanging in sheet.hangings]
    return [(hanging.door.coming_from, hanging.door.into) for hanging in hangings if hanging.door]


def test_doors_are_those_into_rooms_of_a_privacy_class_or_of_a_kind(
    context: Callable[..., Context], hung: Callable[..., Sign]
) -> None:
    house = context()
    assert doors(hung("doors_into", privacy=("undress",)), house) == [("desk", "changing")]
    assert doors(hung("doors_into", privacy=("undress", "treatment")), house) == [
        ("desk", "changing"),
        ("desk", "oil"),
    ]
    assert doors(hung("doors_into", kinds=("sauna",)), house) == [("changing", "hot")]


def test_a_sheet_hangs_inside_every_room_meant_but_not_where_no_paper_lasts(
    context: Callable[..., Context], hung: Callable[..., Sign]
) -> None:
    house = context()
    assert walls(hung("inside", privacy=("undress",)), house) == ["changing", "hot"]
    assert walls(hung("inside", privacy=("undress",), environment=("dry", "humid")), house) == ["changing"]


def test_first_of_takes_the_first_kind_the_place_has_and_one_room_of_it(
    context: Callable[..., Context], hung: Callable[..., Sign]
) -> None:
    house = context()
    assert walls(hung("first_of", kinds=("waiting_area", "reception", "entrance")), house) == ["desk"]
    assert walls(hung("first_of", kinds=("waiting_area",)), house) == []


def test_one_sheet_for_the_house_has_a_copy_for_each_place_and_one_per_room_is_a_sheet_each(
    context: Callable[..., Context], hung: Callable[..., Sign]
) -> None:
    house = context()
    whole = sheets_of(hung("doors_into", privacy=("undress", "treatment")), house)
    assert [(sheet.stem, sheet.copies) for sheet in whole] == [("rec-01", 2)]
    each = sheets_of(hung("doors_into", one_per="room", privacy=("undress", "treatment")), house)
    assert [(sheet.stem, sheet.copies) for sheet in each] == [("rec-01.changing", 1), ("rec-01.oil", 1)]


def test_a_kind_of_room_nobody_has_thought_of_needs_no_code(
    context: Callable[..., Context], hung: Callable[..., Sign]
) -> None:
    house = context(rooms=[*HOUSE, {"id": "clay", "kind": "mud_room", "doors_to": ["desk"]}])
    mud = RoomKind("mud_room", "undress", "humid", floor=True)
    house = replace(house, kinds={**house.kinds, "mud_room": mud})
    assert ("desk", "clay") in doors(hung("doors_into", privacy=("undress",)), house)
    assert "clay" in walls(hung("inside", kinds=("mud_room",)), house)


# --- the promise of CAM-04 ----------------------------------------------------------------------------------


@pytest.fixture
def promise(library: Library) -> Sign:
    return library.signs["cam-04"]


def test_no_cameras_in_here_hangs_in_the_rooms_where_it_is_true(
    context: Callable[..., Context], promise: Sign
) -> None:
    assert walls(promise, context(sweeps=SWEPT)) == ["changing", "oil"]


def test_a_room_seen_through_an_open_door_gets_no_promise(
    context: Callable[..., Context], promise: Sign
) -> None:
    seen = [{"id": "c1", "room": "desk", "sees": ["desk"], "kind": "fixed"}]
    assert walls(promise, context(sweeps=SWEPT, cameras=seen)) == []
    apart = [{"id": "c1", "room": "hall", "sees": ["hall"], "kind": "fixed"}]
    assert walls(promise, context(sweeps=SWEPT, cameras=apart)) == ["changing", "oil"]


def test_a_dummy_in_the_room_is_a_camera_to_whoever_undresses_there(
    context: Callable[..., Context], promise: Sign
) -> None:
    dummy = [{"id": "c1", "room": "oil", "sees": [], "kind": "dummy"}]
    assert walls(promise, context(sweeps=SWEPT, cameras=dummy)) == ["changing"]


def test_while_nobody_says_what_a_camera_sees_nothing_is_promised(
    context: Callable[..., Context], promise: Sign
) -> None:
    unknown = context(sweeps=SWEPT, cameras=[{"id": "c1", "room": "hall", "kind": "fixed"}])
    assert walls(promise, unknown) == []
    assert {question.asks for question in places_asked(promise, unknown)} == {("cameras", "c1", "sees")}


@pytest.mark.parametrize(
    ("sweeps", "planned", "waiting"),
    [(SWEPT, True, False), ("none", False, False), ("unanswered", False, True)],
)
def test_only_who_searches_may_promise_and_who_has_not_said_is_asked(
    library: Library, context: Callable[..., Context], sweeps: Any, planned: bool, waiting: bool
) -> None:
    made = plan(library, context(sweeps=sweeps))
    assert ("cam-04" in {sheet.sign.id for sheet in made.sheets}) is planned
    assert ("cam-04" in {each.id for each in made.waiting}) is waiting


def test_what_is_kept_of_lost_things_decides_whether_the_sign_is_needed(
    library: Library, context: Callable[..., Context]
) -> None:
    def signs(activities: Any) -> set[str]:
        return {sheet.sign.id for sheet in plan(library, context(activities=activities)).sheets}

    assert "chg-05" in signs([{"code": "lost_property", "retention": "3 months"}])
    assert "chg-05" not in signs([{"code": "payments", "retention": "6 years"}])


def test_the_period_on_the_sign_is_that_of_the_note_and_not_of_the_thing(library: Library) -> None:
    (kept,) = [line for line in library.signs["chg-05"].lines if line.id == "kept"]
    assert kept.label == {
        "en": "Our note of it is kept",
        "pl": "Nasz zapis przechowujemy",
        "zh-Hans": "登记信息保存",
    }
