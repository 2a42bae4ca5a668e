"""Small venues as plain data, to see what follows from them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from placard.derive.case import Case
from placard.library.law import Law
from placard.library.vocabulary import RoomKind
from placard.model import Venue
from placard.read.law import chain, read_packs
from placard.read.layers import Layers
from placard.read.vocabulary import read_rooms

CONTENT = Path(__file__).resolve().parents[2] / "content"
TODAY = date(2026, 11, 22)


@pytest.fixture(scope="session")
def kinds() -> Mapping[str, RoomKind]:
    """The kinds of rooms as they stand in content/."""
    return read_rooms(Layers([CONTENT], []))


@pytest.fixture(scope="session")
def law() -> Law:
    """House and gb."""
    return chain(read_packs(Layers([CONTENT], [])), "gb")


def a_venue(**facts: Any) -> Venue:
    """Return a venue that says nothing but what is given."""
    needed = {"id": "v", "type": "bathhouse", "law": "gb", "languages": ["en"], "name": "V"}
    return Venue.model_validate(needed | facts)


@pytest.fixture
def case(kinds: Mapping[str, RoomKind], law: Law) -> Callable[..., Case]:
    """Work out a venue: `case(rooms=[…], cameras=[…])`, `cam-01` being what hangs at ways in."""

    def work_out(on: date = TODAY, under: Law = law, **facts: Any) -> Case:
        return Case.of(a_venue(**facts), under, kinds, {"cam-01"}, on)

    return work_out
