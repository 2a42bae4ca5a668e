"""Outcomes put together: what waits and for which line, the plan in words."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from placard.compose.venue import ComposedVenue
from placard.outcome import Outcome
from placard.planned import planned
from placard.read.messages import Messages
from placard.read.venue import VenueFile
from placard.telling import outcome_of

ROOT = Path(__file__).resolve().parents[1]
MESSAGES = Messages.load([ROOT / "content"], "en")
UNKNOWN = {"retention: 14 days ": "retention: unanswered "}


def lines_of(outcome: Outcome) -> tuple[str, ...]:
    return tuple(MESSAGES.tell(line, "en") for line in outcome.lines)


@pytest.fixture
def made(
    typed: Callable[..., Any], composed: Callable[..., ComposedVenue]
) -> Callable[..., tuple[VenueFile, ComposedVenue]]:
    def make(changes: dict[str, str] | None = None) -> tuple[VenueFile, ComposedVenue]:
        file = typed(changes).file
        assert file is not None
        return file, composed(file)

    return make


def test_an_answered_venue_has_everything_made_and_asks_nothing(made: Callable[..., Any]) -> None:
    file, composed = made()
    (venue,) = outcome_of([], [composed], [file], ["old-mill-bathhouse"]).venues
    assert venue.made >= 20
    assert venue.withheld == venue.questions == ()
    assert venue.published


def test_one_answer_is_asked_for_once_however_much_waits_for_it(
    made: Callable[..., Any], sample_text: str
) -> None:
    file, composed = made(UNKNOWN)
    (venue,) = outcome_of([], [composed], [file]).venues
    line = next(n for n, text in enumerate(sample_text.split("\n"), start=1) if "retention: 14 days" in text)
    (question,) = venue.questions
    assert (question.fact, question.where) == (
        "surveillance.retention", f"venues/old-mill-bathhouse.yml:{line}",
    )  # fmt: skip
    assert question.holds_up == len(venue.withheld) >= 6
    assert not venue.published


def test_the_answer_that_frees_most_is_asked_for_first(made: Callable[..., Any]) -> None:
    file, composed = made({**UNKNOWN, "interval: 12 months": "interval: unanswered"})
    (venue,) = outcome_of([], [composed], [file]).venues
    assert [question.fact for question in venue.questions] == ["surveillance.retention", "training.interval"]
    assert [question.holds_up for question in venue.questions] == sorted(
        (question.holds_up for question in venue.questions), reverse=True
    )


def test_an_answer_above_is_asked_for_where_the_whole_part_is_missing(
    made: Callable[..., Any], sample_text: str
) -> None:
    line = next(line for line in sample_text.splitlines(keepends=True) if line.startswith("training:"))
    file, composed = made({line: ""})
    (venue,) = outcome_of([], [composed], [file]).venues
    assert [question.fact for question in venue.questions] == ["training"]
    assert all(question.where.startswith("venues/old-mill-bathhouse.yml:") for question in venue.questions)


@pytest.mark.slow
def test_the_example_of_an_answer_frees_what_it_says_it_frees(
    made: Callable[..., Any], sample_text: str
) -> None:
    """Whole parts are taken out, one by one, and the line the report tells is typed in their place."""
    parts = (
        "training:",
        "incidents:",
        "requests:",
        "complaints:",
        "phones:",
        "security:",
        "guests:",
        "sweeps:",
    )
    looked_at = 0
    for part in parts:
        line = re.search(rf"^{part}.*\n(?: .*\n)*", sample_text, re.MULTILINE)[0]  # type: ignore[index]
        file, composed = made({line: ""})
        (venue,) = outcome_of([], [composed], [file]).venues
        (question,) = venue.questions
        assert {held.document for held in venue.withheld} == set(question.frees)
        file, composed = made({line: question.line + "\n"})
        (after,) = outcome_of([], [composed], [file]).venues
        assert after.withheld == (), part
        looked_at += len(question.frees)
    assert looked_at > 20


def test_levels_count_a_sign_once_however_many_doors_it_hangs_at(made: Callable[..., Any]) -> None:
    file, composed = made(UNKNOWN)
    (venue,) = outcome_of([], [composed], [file]).venues
    tonight = venue.levels[0]
    assert (tonight.level["en"], tonight.made, tonight.total) == ("signs tonight", 5, 6)
    assert len(composed.plan.sheets) > 10


def test_sheets_that_can_hang_already_tell_of_what_they_send_guests_to_in_vain(
    made: Callable[..., Any],
) -> None:
    file, composed = made({"appointments: {retention: 6 months": "appointments: {retention: unanswered"})
    (venue,) = outcome_of([], [composed], [file]).venues
    withheld = {held.document for held in venue.withheld}
    assert set(venue.pointed_at) <= withheld
    assert "paper-notice" in venue.pointed_at
    whole = outcome_of([], [made()[1]], [made()[0]]).venues[0]
    assert whole.pointed_at == ()


def test_the_plan_tells_size_distance_languages_reason_and_every_wall(made: Callable[..., Any]) -> None:
    _, composed = made()
    lines = lines_of(planned([], [composed], strict=False))
    at = lines.index("  cam-01.yard  A4 or larger, read from 2 m, en, pl")
    assert lines[0] == "old-mill-bathhouse:"
    assert lines[at + 1].startswith("    because ")
    assert lines[at + 2 : at + 5] == (
        "    1 x outside: at the door to yard",
        "    1 x in locker-row: at the door to yard",
        "    1 x yard: on the side of Weir Lane Brewery",
    )
    stems = [line.split()[0] for line in lines if line.startswith("  ") and line[2] != " "]
    plan = composed.plan
    papers = [*plan.forms, *plan.texts, *plan.booklets, *plan.leaflets, *plan.staff, *plan.staff_forms]
    every = [*plan.sheets, *plan.pages, *papers]
    assert len(stems) == len(set(stems)) == len(every)
    at = lines.index("  request.pl  form, A4")
    assert lines[at + 1].startswith("    because Guests may ask")


def test_the_plan_says_at_each_document_what_it_waits_for(made: Callable[..., Any]) -> None:
    _, composed = made(UNKNOWN)
    lines = lines_of(planned([], [composed], strict=True))
    waiting = [line for line in lines if "withheld until answered: surveillance.retention" in line]
    # A sheet waits as a whole, its other languages with it.
    assert len(waiting) == len(composed.withheld)
