"""The log of searches: the paper that shows that what the sign promises is done."""

from __future__ import annotations

import re

import pytest

from placard.library.library import Library
from placard.library.papers import papers_of

from .conftest import BATHHOUSE, SALON, STUDIO, Place, form, read_aloud

SEARCHED = re.compile(r"^sweeps: \{.*$", re.MULTILINE)


def test_the_log_says_how_often_where_and_what_to_do_on_a_find(place: Place) -> None:
    said = read_aloud(form(place(BATHHOUSE), "search-log", "en")).replace("\xa0", " ")
    for words in (
        "Searched every week",
        "steam room",
        "smoke alarms",
        "Touch nothing",
        "Call the police (999), then manager, +44 20 7946 0199.",
    ):
        assert words in said


def test_a_chinese_log_has_the_number_of_the_chinese_police(place: Place) -> None:
    said = read_aloud(form(place(SALON), "search-log", "zh-Hans"))
    assert "打110报警" in re.sub(r"\s", "", said)


@pytest.mark.parametrize("name", [BATHHOUSE, SALON])
def test_without_a_promise_to_search_there_is_neither_log_nor_instruction(place: Place, name: str) -> None:
    searched, unsearched = place(name), place(name, {SEARCHED: "sweeps: none"})
    for venue, there in ((searched, True), (unsearched, False)):
        assert ("search-log" in {each.id for each in venue.staff_forms}) is there
        sources = {p.source for book in venue.handbooks for s in book.sections for p in s.passages}
        assert bool(sources & {"bath-sweep", "cabin-sweep"}) is there
        assert ("search-written" in sources) is (there and name == BATHHOUSE), (
            "a salon says it in its own words"
        )


def test_a_studio_that_searches_nothing_has_no_log(place: Place) -> None:
    assert "search-log" not in {each.id for each in place(STUDIO).staff_forms}


@pytest.mark.parametrize("kind", ["bathhouse", "salon", "studio"])
def test_every_paper_of_the_ledger_is_one_that_some_type_has_and_the_search_has_its_own(
    library: Library, kind: str
) -> None:
    papers = papers_of(library, library.types[kind])
    rows = {row.id: row for row in library.ledger.rows}
    assert rows["searched"].papers == ("search-log",)
    assert "search-log" in papers
    for row in rows.values():
        types = {
            code for block in row.applies for test in block if test.fact == "type" for code in test.operands
        }
        if not types or kind in types:
            assert set(row.papers) & set(papers), row.id
