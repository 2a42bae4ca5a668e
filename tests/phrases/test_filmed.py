"""What words may say of one camera, and of a room that somebody else uses too."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from placard.phrases.collections import items_of
from placard.phrases.context import Context
from placard.phrases.facts import value_of
from placard.phrases.values import Question
from placard.read.venue import VenueFile, read_venue

VENUES = Path(__file__).resolve().parents[2] / "venues"


@pytest.fixture
def at(
    typed: Callable[..., Any], context_of: Callable[[VenueFile], Context]
) -> Callable[[dict[str, str]], Context]:
    def of(changes: dict[str, str]) -> Context:
        file = typed(changes).file
        assert file is not None
        return context_of(file)

    return of


def of_each(context: Context, collection: str, *facts: str) -> list[tuple[Any, ...]]:
    items = items_of(collection, context)
    assert not isinstance(items, Question)
    item = {"cameras": "camera", "shared_rooms": "room"}[collection]
    return [tuple(value_of(fact, context.at(item, each)) for fact in facts) for each in items]


def test_what_an_owner_stated_of_a_camera_is_said_and_what_nobody_stated_is_none(
    at: Callable[..., Context],
) -> None:
    context = at({"quality: high, hours: always, masked: yes": "hours: 08:00-22:00"})
    said = of_each(context, "cameras", "camera.quality", "camera.masked")
    assert said == [("standard", None), (None, None), ("standard", None), ("standard", None)]
    hours = [str(hours) for (hours,) in of_each(context, "cameras", "camera.hours")]
    assert hours == ["always", "08:00-22:00", "always", "always"]


def test_a_dummy_takes_no_pictures_to_tell_of(at: Callable[..., Context]) -> None:
    context = at({"sees: [yard], kind: dome": "sees: [yard], kind: dummy"})
    assert len(of_each(context, "cameras", "camera.room")) == 3


def test_the_sharpest_is_told_only_where_every_camera_says_how_sharp_it_is(
    at: Callable[..., Context],
) -> None:
    assert value_of("filming.sharpest", at({})) == "high"
    assert value_of("filming.sharpest", at({"quality: high, ": "quality: standard, "})) == "standard"
    assert value_of("filming.sharpest", at({"quality: high, ": ""})) is None


def test_a_shared_room_is_named_with_its_other_user_and_whether_it_is_filmed(
    at: Callable[..., Context], context_of: Callable[[VenueFile], Context]
) -> None:
    ((sharer, filmed),) = of_each(at({}), "shared_rooms", "room.sharer", "room.filmed")
    assert (sharer.first(), filmed) == ("Weir Lane Brewery", True)
    studio, _ = read_venue(VENUES / "river-light-studio.yml", "river-light-studio.yml")
    assert studio is not None
    assert of_each(context_of(studio), "shared_rooms", "room.filmed") == [(False,)]


def test_nobody_is_told_what_is_shared_before_the_rooms_are_known(at: Callable[..., Context]) -> None:
    from placard.model import UNANSWERED

    context = at({})
    venue = context.venue.model_copy(update={"rooms": UNANSWERED, "cameras": UNANSWERED})
    bare = Context(venue, context.law, context.kinds)
    assert isinstance(items_of("shared_rooms", bare), Question)
    assert isinstance(items_of("cameras", bare), Question)


C4 = "hours: always, purposes: [fire_water_safety]}"


def ids(rooms: tuple[Any, ...]) -> list[str]:
    return [room.id for room in rooms]


def test_a_room_that_is_only_watched_is_told_apart_from_those_that_are_recorded(
    at: Callable[..., Context],
) -> None:
    context = at({C4: f"recording: none, {C4}"})
    assert ids(value_of("filming.live_rooms", context)) == ["plant"]
    assert ids(value_of("filming.recorded_rooms", context)) == ["entrance", "front-desk", "yard"]
    assert value_of("filming.live_rooms", at({})) == ()


def test_a_room_another_camera_records_is_not_called_live_alone(at: Callable[..., Context]) -> None:
    context = at(
        {C4: f"recording: none, {C4}", "sees: [yard], kind: dome": "sees: [yard, plant], kind: dome"}
    )
    assert value_of("filming.live_rooms", context) == ()


def test_an_area_nobody_records_keeps_nothing_however_long_the_others_keep(
    at: Callable[..., Context],
) -> None:
    context = at({C4: f"recording: none, {C4}", "sees: [yard], kind: dome": "sees: [office], kind: dome"})
    areas = items_of("filmed_areas", context)
    assert not isinstance(areas, Question)
    kept = {area.id: value_of("area.retention", context.at("area", area)) for area in areas}
    assert kept["plant"] is None
    assert str(kept["entrance"]) == "14 days"


def test_only_the_camera_that_can_be_opened_from_afar_is_named_so(at: Callable[..., Context]) -> None:
    context = at({C4: f"remote_access: yes, {C4}"})
    assert ids(value_of("filming.remote_rooms", context)) == ["plant"]
    assert value_of("filming.remote_rooms", at({})) == ()


def test_who_decides_about_one_room_is_named_on_the_notice_of_that_room_alone(
    at: Callable[..., Context],
) -> None:
    brewery = (
        "{id: brewery, name: Weir Lane Brewery, arrangement: [we_run_cameras], contact: desk, rooms: [yard]}"
    )
    officer = "data_protection_officer: none"
    context = at({officer: f"{officer}\n  joint_controllers: [{brewery}]"})
    areas = items_of("filmed_areas", context)
    assert not isinstance(areas, Question)
    named = {area.rooms: value_of("area.joint_controllers", context.at("area", area)) for area in areas}
    assert len(named) > 1
    assert {rooms for rooms, names in named.items() if names} == {rooms for rooms in named if "yard" in rooms}
