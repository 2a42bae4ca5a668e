"""Places put into words, and the words of their forms."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from placard.compose.blanks import FilledForm
from placard.compose.venue import ComposedVenue
from placard.read.venue import VenueFile, read_venue

VENUES = Path(__file__).parents[2] / "venues"
BATHHOUSE, SALON, STUDIO = "old-mill-bathhouse", "jade-mirror-salon", "river-light-studio"
Place = Callable[..., ComposedVenue]
Passage = str | re.Pattern[str]


@pytest.fixture
def place(tmp_path: Path, composed: Callable[[VenueFile], ComposedVenue]) -> Place:
    """Compose a sample, passages of it changed (`{pattern: text}`) and some facts set."""

    def compose(name: str, changes: Mapping[Passage, str] | None = None, **facts: Any) -> ComposedVenue:
        text = (VENUES / f"{name}.yml").read_text("utf-8")
        for old, new in (changes or {}).items():
            before = text
            text = text.replace(old, new) if isinstance(old, str) else old.sub(new, text)
            assert text != before, f"{name} no longer says {old!r}"
        path = tmp_path / f"{name}.yml"
        path.write_text(text, "utf-8")
        file, findings = read_venue(path, f"venues/{name}.yml")
        assert file is not None, findings
        return composed(replace(file, venue=file.venue.model_copy(update=facts)))

    return compose


def form(venue: ComposedVenue, name: str, language: str) -> FilledForm:
    """Return a form of guests or of staff."""
    every = (*venue.forms, *venue.staff_forms)
    return next(each for each in every if (each.id, each.language) == (name, language))


def read_aloud(of: FilledForm) -> str:
    """Return all words of a form, one after the other."""
    return " ".join(str(words.striptags()) for words in of.words())
