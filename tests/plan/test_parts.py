"""Who prints signs alone has no page and no handbook written, and is told the same of them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from placard.composing import Composed, compose
from placard.outcome import Outcome
from placard.plan.parts import EVERYTHING
from placard.read.roots import Project
from placard.telling import outcome_of

pytestmark = pytest.mark.slow

ROOT = Path(__file__).resolve().parents[2]


def project(tmp_path: Path) -> Project:
    return replace(Project.here(ROOT), as_of=date(2026, 12, 1), out=tmp_path)


def told(composed: Composed) -> Outcome:
    return outcome_of(composed.findings, composed.venues, composed.read.venues)


@pytest.fixture(scope="module")
def everything(tmp_path_factory: pytest.TempPathFactory) -> Composed:
    return compose(project(tmp_path_factory.mktemp("out")))


def test_sheets_and_forms_are_word_for_word_those_of_a_whole_build(
    everything: Composed, tmp_path: Path
) -> None:
    printed = compose(project(tmp_path), parts=("print",))
    assert len(printed.venues) >= 3
    for alone, whole in zip(printed.venues, everything.venues, strict=True):
        assert alone.sheets
        assert [words for _, words in alone.sheets] == [words for _, words in whole.sheets]
        assert alone.forms == whole.forms
        assert [each.code for each in alone.booklets] == [each.code for each in whole.booklets]
        assert [each.code for each in alone.leaflets] == [each.code for each in whole.leaflets] != []


def test_what_is_told_is_the_same_whichever_part_is_made(everything: Composed, tmp_path: Path) -> None:
    for parts in ({"print"}, {"site"}, {"staff"}, {"site", "print", "staff"}):
        assert told(compose(project(tmp_path), parts=parts)) == told(everything)


def test_words_nobody_asked_for_are_not_written(everything: Composed, tmp_path: Path) -> None:
    fine = [venue.venue_id for venue in everything.venues if not venue.withheld]
    assert fine
    for part, written in (("print", "sheets"), ("site", "pages"), ("staff", "handbooks")):
        for venue in compose(project(tmp_path), parts=(part,)).venues:
            if venue.venue_id in fine:
                assert getattr(venue, written)
                assert bool(venue.handbooks) == (part == "staff")
    records = compose(project(tmp_path), parts=("records",))
    assert [venue.unwritten for venue in records.venues] == [0] * len(everything.venues)


def test_every_part_there_is_can_be_asked_for() -> None:
    from placard.cli import PARTS

    assert set(PARTS) == EVERYTHING
