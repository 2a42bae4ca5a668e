"""What became of an owner's colour: told in every run, and with the nearest colour that would do more."""

from __future__ import annotations

from collections.abc import Iterator

from placard.brand.colours import (
    WHITE,
    carries_letters,
    nearest_for_letters,
    warning_it_resembles,
)
from placard.brand.contrast import ratio
from placard.brand.oklab import of_hex
from placard.findings import Finding, Severity
from placard.read.found import found
from placard.read.venue import VenueFile

_RESEMBLES = {"red": "brand.like_red", "yellow": "brand.like_yellow"}


def brand_findings(file: VenueFile) -> Iterator[Finding]:
    """Tell where a colour is only a band, and where signs do without it; a colour is never refused."""
    brand = file.venue.brand
    colour = brand.colour if brand else None
    if not isinstance(colour, str):
        return
    place = file.place(("brand", "colour"))
    if not carries_letters(colour):
        contrast = f"{ratio(of_hex(colour), of_hex(WHITE)):.1f}"
        near = nearest_for_letters(colour)
        yield found("brand.too_light", place, Severity.INFO, found=colour, ratio=contrast, near=near)
    if warning := warning_it_resembles(colour):
        yield found(_RESEMBLES[warning], place, Severity.INFO, found=colour)
