"""The folded leaflet of each kind of place: two sides, words that stay in their panels, ten points."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pypdfium2
import pypdfium2.raw
import pytest
from markupsafe import Markup

from placard.compose.outputs import Passage
from placard.compose.venue import ComposedVenue
from placard.library.binding import PANELS
from placard.made import Made
from placard.press.cache import PressCache
from placard.press.fonts import FontSet
from placard.press.leaflets import leaflet_paper, print_leaflets
from placard.press.outcome import Refusal
from placard.press.papers import PaperShop
from placard.press.pool import Crew
from placard.read.venue import VenueFile, read_venue

VENUES = Path(__file__).parents[2] / "venues"
SAMPLES = ("old-mill-bathhouse", "jade-mirror-salon", "river-light-studio")


@pytest.fixture(scope="module")
def venues(composed: Callable[[VenueFile], ComposedVenue]) -> list[ComposedVenue]:
    files = [read_venue(VENUES / f"{name}.yml", f"venues/{name}.yml")[0] for name in SAMPLES]
    return [composed(file) for file in files if file is not None]


@pytest.fixture(scope="module")
def leaflets(
    venues: list[ComposedVenue], faces: FontSet, tmp_path_factory: pytest.TempPathFactory
) -> list[Made]:
    made, findings = print_leaflets(venues, faces, PressCache(tmp_path_factory.mktemp("press")), Crew(1))
    assert findings == []
    assert {each.languages for each in made} == {("en",), ("pl",), ("zh-Hans",)}
    return made


def sizes(file: Path) -> set[float]:
    found = set()
    for page in pypdfium2.PdfDocument(file):
        words = page.get_textpage()
        for number in range(words.count_chars()):
            found.add(round(pypdfium2.raw.FPDFText_GetFontSize(words.raw, number) * 0.75, 1))
    return found


@pytest.mark.slow
def test_a_leaflet_has_two_sides_and_no_letter_to_read_is_under_ten_points(leaflets: list[Made]) -> None:
    for each in leaflets:
        assert len(pypdfium2.PdfDocument(each.file)) == 2, each.path
        read = sizes(each.file) - {0.8, 7.0}
        assert min(read) >= 10.0, f"{each.path}: {sorted(read)}"


def test_every_panel_says_something_and_no_section_stands_twice(venues: list[ComposedVenue]) -> None:
    for venue in venues:
        for leaflet in venue.leaflets:
            assert tuple(leaflet.panels) == PANELS
            named = [section.id for sections in leaflet.panels.values() for section in sections]
            assert all(leaflet.panels.values())
            assert len(named) == len(set(named)) >= 8
            assert "page:" not in "".join(str(p.html) for s in leaflet.panels["flap"] for p in s.passages)


def test_words_that_reach_out_of_a_panel_are_refused_and_never_shrunk_further(
    venues: list[ComposedVenue], faces: FontSet, tmp_path: Path
) -> None:
    venue = venues[0]
    leaflet = venue.leaflets[0]
    first, *rest = leaflet.panels["flap"]
    longer = replace(first, passages=(*first.passages, Passage("more", Markup("<p>And so on. </p>") * 60)))
    full = replace(leaflet, panels={**leaflet.panels, "flap": (longer, *rest)})
    outcome = PaperShop(faces, PressCache(tmp_path)).print(*leaflet_paper(venue, full))
    assert isinstance(outcome, Refusal)
    assert [(f.code, f.values["panel"]) for f in outcome.findings] == [("press.paper_full", "flap")]
