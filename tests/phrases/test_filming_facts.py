"""What guests are told of cameras, rooms and doors when the file says little, or says it per camera."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from placard.compose.venue import ComposedVenue
from placard.library.library import Library
from placard.model import UNANSWERED
from placard.phrases.context import Context
from placard.phrases.facts import asks, value_of

YARD = "sees: [yard], kind: dome"
Known = Callable[..., Context]
LAST = "effective_on: 2027-01-04"
SKIP = "signs:\n  - {sign: cam-01, room: entrance, from: outside, skip: the outer door is never used}\n"


@pytest.fixture
def known(typed: Callable[..., Any], context_of: Callable[..., Context]) -> Known:
    return lambda changes: context_of(typed(changes).file)


def without(text: str, key: str) -> str:
    """Return the whole list that stands under a key of the sample."""
    start = text.index(f"\n{key}:\n") + 1
    end = next(i for i in range(start + len(key) + 2, len(text)) if text[i - 1] == "\n" and text[i] != " ")
    return text[start:end]


def test_the_notices_are_the_signs_that_hang_at_the_ways_in(library: Library) -> None:
    assert library.notices() == {"cam-01"}


@pytest.mark.parametrize("fact", ["filming.rooms", "filming.areas", "filming.ways_in", "filming.bare_ways"])
def test_a_camera_of_which_nobody_says_what_it_sees_leaves_what_is_filmed_unknown(
    known: Known, fact: str
) -> None:
    context = known({YARD: "sees: unanswered, kind: dome"})
    assert value_of(fact, context) is UNANSWERED
    assert asks(fact, context) == ("cameras", "c3", "sees")
    assert value_of(fact, known({YARD: "sees: unanswered, kind: dummy"})) is not UNANSWERED


def test_pages_and_papers_that_list_what_is_filmed_wait_for_that_camera(
    typed: Callable[..., Any], composed: Callable[..., ComposedVenue]
) -> None:
    made = composed(typed({YARD: "sees: unanswered, kind: dome"}).file)
    waiting = {each.id for each in made.withheld}
    assert {"cameras", "handbook", "cam-01"} <= waiting
    assert ("cameras", "c3", "sees") in {question.asks for question, _ in made.questions()}


@pytest.mark.parametrize(
    ("said", "fact", "value"),
    [
        ("recording: continuous", "surveillance.recording", "continuous"),
        ("audio: yes", "surveillance.audio", True),
        ("remote_access: yes", "surveillance.remote_access", True),
        ("auto_delete: no", "surveillance.auto_delete", False),
        ("disclosure: [court]", "surveillance.disclosure", ("police", "insurer", "court")),
        ("cloud: Farstore", "surveillance.cloud", UNANSWERED),
        ("live_view: none", "surveillance.live_view.room", UNANSWERED),
        ("responsible_role: owner", "surveillance.responsible_role", UNANSWERED),
    ],
)
def test_one_camera_that_differs_changes_what_is_said_of_all(
    known: Known, said: str, fact: str, value: Any
) -> None:
    context = known({YARD: f"{YARD}, {said}"})
    assert value_of(fact, context) == value
    if value is UNANSWERED:
        assert asks(fact, context)[:2] == ("cameras", "c3")


def test_the_longest_time_is_told_and_a_dummy_changes_nothing(known: Known) -> None:
    longest = value_of("surveillance.retention", known({YARD: f"{YARD}, retention: 30 days"}))
    assert longest == value_of("surveillance.retention", known({"retention: 14 days": "retention: 30 days"}))
    assert value_of("surveillance.audio", known({YARD: "sees: [yard], audio: yes, kind: dummy"})) is False


def test_a_way_in_without_a_notice_is_not_counted_and_not_claimed(
    known: Known, typed: Callable[..., Any], composed: Callable[..., ComposedVenue]
) -> None:
    changes = {LAST: SKIP + LAST}
    context = known(changes)
    assert (value_of("filming.ways_in", context), value_of("filming.bare_ways", context)) == (4, 1)
    made = composed(typed(changes).file)
    assert not made.withheld
    assert "each way in" not in str(made)
    assert "each way in" in str(composed(typed().file))


def test_ways_in_wait_for_the_doors_of_a_filmed_room(known: Known) -> None:
    context = known({"doors_to: [outside, plant]": "doors_to: [outside]"})
    assert value_of("filming.ways_in", context) is UNANSWERED
    assert asks("filming.ways_in", context) == ("rooms", "plant", "doors_to")


def test_rooms_nobody_listed_are_not_taken_for_none(known: Known, sample_text: str) -> None:
    context = known({without(sample_text, "rooms"): ""})
    for fact in ("floor.rooms", "undress.rooms", "treatment.rooms", "swim.rooms", "filming.areas"):
        assert value_of(fact, context) is UNANSWERED
        assert asks(fact, context) == ("rooms",)


def test_words_about_a_table_go_with_the_table(
    typed: Callable[..., Any], composed: Callable[..., ComposedVenue], sample_text: str
) -> None:
    changes = {
        without(sample_text, "activities"): "activities: none\n",
        without(sample_text, "partners"): "partners: none\n",
        "channels: [email, desk, post]": "channels: [desk, post]",
    }
    made, usual = (str(composed(typed(change).file).pages) for change in (changes, None))
    for words in (
        "Each row is one use",
        "Where the table names a country",
        "mail ask-copy",
        "mail ask-question",
    ):
        assert words not in made
    assert "Each row is one use" in usual
    assert "Where the table names a country" in usual
