"""What is read is short and plain enough to be read once: pages, books, forms, cards, and every sentence."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from placard.check.readable import VALUE, measured, missed
from placard.compose.venue import ComposedVenue
from placard.library.library import Library
from placard.library.readability import Yardstick
from placard.phrases.placeholders import PLACEHOLDER
from placard.read.layers import Layers
from placard.read.readability import read_yardsticks
from placard.read.venue import VenueFile, read_venue
from placard.readability import Judged, judged, papers_of, table, texts_of
from tests.content.test_words import everything_written

ROOT = Path(__file__).resolve().parents[2]
VENUES = sorted((ROOT / "venues").rglob("[!_]*.yml"))


@pytest.fixture(scope="module")
def yardsticks() -> dict[str, Yardstick]:
    layers = Layers([ROOT / "content"], [])
    read = read_yardsticks(layers)
    assert layers.findings == []
    return read


@pytest.fixture(scope="module")
def rows(
    library: Library, yardsticks: dict[str, Yardstick], composed: Callable[[VenueFile], ComposedVenue]
) -> list[Judged]:
    files = [file for path in VENUES if (file := read_venue(path, path.name)[0])]
    texts = [text for file in files for text in texts_of(composed(file))]
    return list(judged([*texts, *papers_of(library)], library, yardsticks))


def test_every_page_book_form_and_card_of_the_samples_is_easy_enough_to_read(rows: list[Judged]) -> None:
    by_language = {
        language: [row for row in rows if row.text.language == language] for language in ("en", "pl")
    }
    assert len({row.text.where.split()[0] for row in rows}) == len(VENUES) + 2
    assert all(sum(row.measure.words >= 100 for row in of) > 60 for of in by_language.values())
    hard = [
        f"{row.text.language} {row.text.where}: {each.limit} {each.asked:g}, found {each.found:.1f}: "
        f"{row.measure.longest.text}"
        for row in rows
        for each in row.missed
    ]
    assert not hard, "\n".join(hard)


def test_no_sentence_of_ours_is_longer_than_its_budget(
    library: Library, yardsticks: dict[str, Yardstick]
) -> None:
    """Also under laws no sample has: of clauses, signs, headings, mails, situations and cards."""
    long, looked = [], 0
    for each in everything_written(library):
        yardstick = yardsticks[library.languages[each.language].readability]
        words = re.sub(r"\]\([^)]*\)|\*\*", "", PLACEHOLDER.sub(VALUE, each.words))
        measure = measured(words.split("\n"), yardstick)
        looked += len(measure.sentences)
        if measure.longest.words > yardstick.limits["page"]["longest_at_most"]:
            long.append(f"{each.where} ({each.language}): {measure.longest.text}")
    assert looked > 5000
    assert not long, "\n".join(long)


def test_a_language_is_measured_by_a_yardstick_that_is_there(
    library: Library, yardsticks: dict[str, Yardstick]
) -> None:
    assert {language.readability for language in library.languages.values()} == set(yardsticks)


def test_a_page_that_is_written_for_lawyers_is_told_with_all_it_misses(
    library: Library, yardsticks: dict[str, Yardstick]
) -> None:
    english = yardsticks["english"]
    clause = (
        "The controller undertakes to facilitate the exercise of applicable individual entitlements "
        "regarding personal information, notwithstanding contractual derogation necessitated by legitimate "
        "organisational considerations. "
    )
    measure = measured([clause * 6], english)
    assert {each.limit for each in missed(measure, english, "page")} == {"ease_at_least", "fog_at_most"}


def test_the_table_marks_the_row_of_what_is_too_hard(rows: list[Judged]) -> None:
    lines = list(table(rows[:3]))
    assert len(lines) == 5
    assert lines[2].startswith("|  | ")
    assert rows[0].text.where in lines[2]
