"""An owner’s colour: letters where they can be read, else a band, and the nearest that would do."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from placard.brand.colours import (
    NIGHT,
    WHITE,
    by_day,
    by_night,
    carries_letters,
    nearest_for_letters,
    warning_it_resembles,
)
from placard.brand.contrast import ratio
from placard.brand.look import Look
from placard.brand.oklab import hex_of, of_hex, oklch
from placard.check.brand import brand_findings
from placard.model.operator import Brand
from placard.read.venue import VenueFile

COLOURS = st.integers(0, 0xFFFFFF).map(lambda number: f"#{number:06x}")


def between(one: str, other: str) -> float:
    return ratio(of_hex(one), of_hex(other))


@pytest.mark.parametrize("colour", ["#005387", "#8a4b24", "#2f6f57", "#767676", "#000000"])
def test_a_dark_colour_carries_letters_and_is_taken_as_it_is(colour: str) -> None:
    assert carries_letters(colour)
    assert nearest_for_letters(colour) == colour
    assert by_day(colour).band == colour


@pytest.mark.parametrize("colour", ["#777777", "#e8b4a0", "#f5b700", "#00c2a8", "#ffffff"])
def test_a_light_colour_is_a_band_and_letters_beside_it_are_dark(colour: str) -> None:
    accent = by_day(colour)
    assert not carries_letters(colour)
    assert accent.band == colour
    assert between(accent.text, WHITE) > 15


@given(COLOURS)
def test_whatever_the_colour_letters_can_be_read_by_day_and_by_night(colour: str) -> None:
    day, night = by_day(colour), by_night(colour)
    for accent, ground in ((day, WHITE), (night, NIGHT)):
        assert between(accent.text, ground) >= 4.5
        assert between(accent.text, accent.tint) >= 4.5
        assert between(accent.on, accent.text) >= 4.5
    assert between("#1a1a1a", day.tint) >= 7
    assert between("#e6ebf0", night.tint) >= 7


@given(COLOURS)
def test_the_nearest_colour_passes_keeps_the_hue_and_is_hardly_darker_than_it_must_be(colour: str) -> None:
    near = nearest_for_letters(colour)
    assert between(near, WHITE) >= 4.5
    if near != colour:
        assert between(near, WHITE) < 4.75
        if oklch(near).chroma > 0.05:
            turned = abs(oklch(near).hue - oklch(colour).hue) % 360
            assert min(turned, 360 - turned) < 6


@given(COLOURS)
def test_a_colour_comes_back_from_oklab_as_it_went_in(colour: str) -> None:
    assert hex_of(oklch(colour)) == colour


@pytest.mark.parametrize(
    ("colour", "warning"),
    [("#9b2423", "red"), ("#e30613", "red"), ("#c8102e", "red"), ("#f9a800", "yellow"), ("#ffd500", "yellow"),
     ("#8a4b24", ""), ("#722f37", ""), ("#005387", ""), ("#2f6f57", ""), ("#f2e6c9", "")],
)  # fmt: skip
def test_a_colour_that_could_be_taken_for_a_warning_is_left_off_signs(colour: str, warning: str) -> None:
    assert warning_it_resembles(colour) == warning
    assert Look(colour=colour).on_sheets == ("" if warning else colour)


def told(file: VenueFile, colour: str) -> list[tuple[str, dict[str, str]]]:
    venue = file.venue.model_copy(update={"brand": Brand(logo=None, colour=colour)})
    return [(f.code, dict(f.values)) for f in brand_findings(replace(file, venue=venue))]


def test_an_owner_is_told_what_became_of_the_colour_and_the_nearest_that_does_more(
    typed: Callable[..., object],
) -> None:
    file = typed().file  # type: ignore[attr-defined]
    assert told(file, "#8a4b24") == []
    assert told(file, "#e8b4a0") == [
        ("brand.too_light", {"found": "#e8b4a0", "ratio": "1.8", "near": "#9a6b59"})
    ]
    assert [code for code, _ in told(file, "#F5B700".lower())] == ["brand.too_light", "brand.like_yellow"]
    assert [code for code, _ in told(file, "#c8102e")] == ["brand.like_red"]
