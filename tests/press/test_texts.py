"""Texts to paste somewhere else: lengths told and kept, links that work, pictures of the right size."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PIL import Image

from placard.compose.venue import ComposedVenue
from placard.made import Made
from placard.press.cache import PressCache
from placard.press.fonts import FontSet
from placard.press.pool import Crew
from placard.press.texts import make_texts
from placard.read.venue import VenueFile, read_venue

VENUES = Path(__file__).parents[2] / "venues"


@pytest.fixture(scope="module")
def salon(composed: Callable[[VenueFile], ComposedVenue]) -> ComposedVenue:
    file, findings = read_venue(VENUES / "jade-mirror-salon.yml", "venues/jade-mirror-salon.yml")
    assert file is not None, findings
    return composed(file)


@pytest.fixture(scope="module")
def made(salon: ComposedVenue, faces: FontSet, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Made]:
    folder = tmp_path_factory.mktemp("texts")
    texts, findings = make_texts([salon], folder, faces, PressCache(folder / "press"), Crew(1))
    assert findings == []
    return {each.path.name: each for each in texts}


def text(made: dict[str, Made], name: str) -> str:
    return made[name].file.read_text("utf-8-sig")


def test_a_picture_has_the_pixels_a_network_shows(made: dict[str, Made]) -> None:
    pictures = {name: Image.open(each.file).size for name, each in made.items() if each.kind == "picture"}
    assert pictures == {
        f"social-{shape}.{language}.png": size
        for shape, size in (("square", (1080, 1080)), ("wide", (1200, 630)))
        for language in ("en", "zh-Hans")
    }


def test_the_short_post_is_short_tells_its_length_and_leads_to_the_pages(made: dict[str, Made]) -> None:
    for language in ("en", "zh-Hans"):
        words = text(made, f"social.{language}.txt")
        found = re.search(r"\((\d+)[^()]*280[^()]*\) ==\s+(.+?)\s+==", words, re.DOTALL)
        assert found, words
        assert len(found[2].replace("\r\n", "\n")) == int(found[1]) <= 280
        address = f"https://privacy.jademirror.example/jade-mirror-salon/{language}/"
        assert f"{address}privacy/" in found[2]
        assert f"{address}complaints/" in words


def test_the_booking_page_names_data_purpose_period_and_partner(made: dict[str, Made]) -> None:
    words = text(made, "booking.en.txt")
    for said in ("name, phone or e-mail", "keeping bookings", "up to 6 months", "约约预约", "/notice/"):
        assert said in words
    piece = made["booking.en.html"].file.read_text("utf-8")
    assert '<section lang="en"' in piece
    assert 'href="mailto:privacy@jademirror.example"' in piece
    assert "<script" not in piece
    assert " style=" not in piece


def test_what_an_owner_typed_is_escaped_in_the_piece_of_a_page(
    composed: Callable[[VenueFile], ComposedVenue], faces: FontSet, tmp_path: Path
) -> None:
    file, _ = read_venue(VENUES / "jade-mirror-salon.yml", "venues/jade-mirror-salon.yml")
    assert file is not None
    operator = file.venue.operator.model_copy(update={"legal_name": "<b>Jade</b> & Co"})
    venue = composed(replace(file, venue=file.venue.model_copy(update={"operator": operator})))
    texts, _ = make_texts([venue], tmp_path, faces, PressCache(tmp_path / "press"), Crew(1))
    piece = next(each for each in texts if each.path.name == "booking.en.html").file.read_text("utf-8")
    assert "&lt;b&gt;Jade&lt;/b&gt; &amp; Co" in piece


def test_a_post_that_grew_too_long_is_a_finding(salon: ComposedVenue, faces: FontSet, tmp_path: Path) -> None:
    social = next(each for each in salon.texts if each.id == "social" and each.language == "en")
    grown = tuple(
        replace(section, parts=section.parts * 3) if section.id == "short" else section
        for section in social.sections
    )
    venue = replace(salon, texts=(replace(social, sections=grown),))
    _, findings = make_texts([venue], tmp_path, faces, PressCache(tmp_path / "press"), Crew(1))
    assert [(f.code, f.values["part"], f.venue) for f in findings] == [
        ("press.text_too_long", "social.short", "jade-mirror-salon")
    ]


def test_a_place_without_online_booking_gets_no_text_for_it(
    composed: Callable[[VenueFile], ComposedVenue],
) -> None:
    file, _ = read_venue(VENUES / "river-light-studio.yml", "venues/river-light-studio.yml")
    assert file is not None
    assert {each.id for each in composed(file).texts} == {"social"}
