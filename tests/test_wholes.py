"""What a place lacks before its privacy is whole, told in one line for each pillar."""

from __future__ import annotations

from pathlib import Path

import pytest

from placard.compose.tokenised import Withheld
from placard.read.library import read_library
from placard.read.venue import read_venue
from placard.wholes import lacking

ROOT = Path(__file__).resolve().parents[1]
LIBRARY, _ = read_library([ROOT / "content"])


def told(venue: str, *waiting: str) -> list[tuple[str, str]]:
    file, findings = read_venue(ROOT / "venues" / f"{venue}.yml", venue)
    assert file
    assert not findings
    found = lacking(file, LIBRARY, [Withheld(name, "en", (), ()) for name in waiting])
    return [(each.values["pillar"]["en"], each.values["documents"]["en"]) for each in found]  # type: ignore[index]


def test_a_bathhouse_without_its_complaints_page_is_not_whole() -> None:
    assert told("old-mill-bathhouse", "complaints") == [("complaints that are answered", "Complaints")]


def test_a_notice_that_waits_at_one_door_leaves_openness_short() -> None:
    ((pillar, documents),) = told("old-mill-bathhouse", "cam-01.yard")
    assert pillar == "openness about cameras"
    assert documents.startswith("CAM-01")


def test_what_no_pillar_leans_on_is_not_told_here() -> None:
    assert told("old-mill-bathhouse", "rec-01") == []


@pytest.mark.parametrize("code", sorted(LIBRARY.types))
def test_pillars_lean_on_papers_their_kind_of_venue_has(code: str) -> None:
    kind = LIBRARY.types[code]
    cards = {LIBRARY.cards[name].paper for name in kind.cards}
    has = {*kind.pages, *kind.booklets, *kind.signs, *kind.forms, *kind.staff, *cards}
    assert len(kind.pillars) >= 4
    assert [
        (pillar, name) for pillar, names in kind.pillars.items() for name in names if name not in has
    ] == []
    assert set(kind.pillars) <= set(LIBRARY.pillars)
