"""What came of complaints: told with its day, the newest first, and by a place that has none not at all."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from placard.compose.venue import ComposedVenue

LEDGER = "lies in a drawer now"
KEY = "Every locker has a new key."


@pytest.fixture
def complaints(typed: Callable[..., Any], composed: Callable[..., ComposedVenue]) -> Callable[..., str]:
    """The page about complaints in English, some lines of the venue changed."""

    def read(changes: dict[str, str]) -> str:
        (page,) = [
            each
            for each in composed(typed(changes).file).pages
            if (each.id, each.language) == ("complaints", "en")
        ]
        filled = page.filled(lambda page, anchor: f"{page}#{anchor}")
        return " ".join(str(passage.html) for section in filled.sections for passage in section.passages)

    return read


def test_the_newest_change_stands_first_wherever_it_is_typed(complaints: Callable[..., str]) -> None:
    later = f'{{made_on: 2026-09-07, what: {{en: "{KEY}", pl: "Każda szafka ma nowy klucz."}}}}'
    page = complaints({'a nie otwarty na ladzie."}}]': f'a nie otwarty na ladzie."}}}}, {later}]'})
    assert "7 September 2026" in page.replace("\u00a0", " ")
    assert 0 < page.index(KEY) < page.index(LEDGER)


def test_a_place_that_has_written_down_no_change_says_nothing_of_any(
    complaints: Callable[..., str], sample_text: str
) -> None:
    told = sample_text[sample_text.index("changes: [{made_on") : sample_text.index("   # a guest read her")]
    page = complaints({told: "changes: none}"})
    assert "What is different now" not in page
    assert LEDGER not in page
