"""Every demand of the four source texts is met in words one can read, by a rule, or is told to be open."""

from __future__ import annotations

from pathlib import Path

import pytest

from placard.library.library import Library
from tests.requirements.printed import ROOT, VENUES
from tests.requirements.rows import DEMANDED, Fixture, Printed, Row, Standing, codes, faults, overused, rows

ROWS = rows()
FIXTURES = [pytest.param(each, id=f"{row.id}: {each.finds}") for row in ROWS for each in row.fixtures]


@pytest.fixture(scope="session")
def everything(library: Library) -> Printed:
    return Printed(library)


def test_no_row_is_forgotten() -> None:
    demanded = {f"{text}{number}" for text, count in DEMANDED.items() for number in range(1, count + 1)}
    assert {row.id for row in ROWS} == demanded
    assert len(demanded) == 147 + 20
    for row in ROWS:
        assert row.met or row.fixtures or row.judged or row.not_built or row.gap, row.id


@pytest.mark.parametrize("row", [row for row in ROWS if row.met], ids=lambda row: row.id)
def test_the_passages_of_a_row_stand_where_they_should(row: Row, everything: Printed) -> None:
    assert list(faults(row, everything)) == [], "changed on purpose? python -m tests.requirements --again"


@pytest.fixture(scope="session")
def usual(library: Library, tmp_path_factory: pytest.TempPathFactory) -> dict[str, set[str]]:
    """What is found in each sample as it is."""
    folder = tmp_path_factory.mktemp("usual")
    return {venue: codes(library, folder, venue) for venue in VENUES}


@pytest.mark.parametrize("fixture", FIXTURES)
def test_a_line_typed_wrongly_is_found(
    fixture: Fixture, usual: dict[str, set[str]], library: Library, tmp_path: Path
) -> None:
    assert fixture.finds not in usual[fixture.venue]
    assert fixture.finds in codes(library, tmp_path, fixture.venue, fixture)


def test_stories_told_elsewhere_are_still_told() -> None:
    held = [each for row in ROWS for each in row.held_by]
    assert held
    for path, _, story in (each.partition("::") for each in held):
        assert f"def {story}(" in (ROOT / path).read_text("utf-8"), story


def test_no_passage_serves_more_than_three_rows() -> None:
    assert overused(ROWS) == {}


def test_a_passage_that_is_gone_is_missed(everything: Printed) -> None:
    row = next(row for row in ROWS if row.id == "B7")
    where = row.met[0]
    lost = type(where)(
        where.venue, where.at, {language: f"{says} And more." for language, says in where.says.items()}
    )
    broken = type(row)(row.id, row.title, row.venue, (lost,), (), (), "", "", "")
    assert len(list(faults(broken, everything))) == len(where.says)


def test_what_is_open_is_counted_apart() -> None:
    for row in ROWS:
        if row.gap or row.not_built:
            assert row.standing in {Standing.GAP, Standing.NOT_BUILT}, row.id
