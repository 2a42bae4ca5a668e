"""What an owner's colour may be used for: letters where they can be read, else a band."""

from __future__ import annotations

from dataclasses import dataclass

from placard.brand.contrast import ratio
from placard.brand.oklab import Oklch, hex_of, nearest, of_hex, oklch

LEAST = 4.5
"""AA of WCAG 2.2 for letters of any size (1.4.3)."""

WHITE, INK, BLACK = "#ffffff", "#1a1a1a", "#000000"
NIGHT = "#12181e"
"""The ground of pages in the dark scheme (`templates/site/assets/placard.css`)."""
ON_LIGHT_ACCENT = "#0b1a26"


@dataclass(frozen=True, slots=True)
class SafetyColour:
    """What the eye takes for the colour of a safety sign, in OKLab: hues, chroma from, lightness between."""

    name: str
    hues: tuple[float, float]
    chroma: float
    lightness: tuple[float, float]

    def resembles(self, colour: str) -> bool:
        """Tell whether somebody who passes could take a colour for this one."""
        own = oklch(colour)
        return (
            self.hues[0] <= own.hue <= self.hues[1]
            and own.chroma >= self.chroma
            and self.lightness[0] <= own.lightness <= self.lightness[1]
        )


WARNINGS = (
    SafetyColour("red", (12, 33), 0.12, (0.38, 0.7)),
    SafetyColour("yellow", (68, 112), 0.12, (0.68, 0.98)),
)
"""Red of prohibitions and yellow of warnings: ISO 3864-4 (RAL 3001 and 1003), ANSI Z535.1 and GB 2893, and
how screens show them; brown, terracotta, wine and mustard stay outside."""

_TINT = {False: (0.958, 0.014), True: (0.275, 0.026)}
_HELD = 0.1
"""How much darker a button is while it is held; lighter in the dark scheme."""


@dataclass(frozen=True, slots=True)
class Accent:
    """Colours of a page in one scheme: letters and buttons, what stands on those, the band, a pale ground."""

    text: str
    held: str
    on: str
    band: str
    tint: str


def reads(colour: str, *grounds: str) -> bool:
    """Tell whether letters of a colour can be read on each of these grounds."""
    return all(ratio(of_hex(colour), of_hex(ground)) >= LEAST for ground in grounds)


def carries_letters(colour: str) -> bool:
    """Tell whether letters of a colour can be read on white, and white ones on it: the ratio is the same."""
    return reads(colour, WHITE)


def nearest_for_letters(colour: str) -> str:
    """Return the nearest colour that carries letters, told from this one by the eye and not by numbers."""
    return nearest(colour, carries_letters)


def warning_it_resembles(colour: str) -> str:
    """Return `red` or `yellow` where a colour could be taken for that of a safety sign, else nothing."""
    return next((known.name for known in WARNINGS if known.resembles(colour)), "")


def by_day(colour: str) -> Accent:
    """Return the accent of light pages; a colour too light for letters is a band beside dark letters."""
    tint = _tint(colour, dark=False)
    if not carries_letters(colour):
        return Accent(text=INK, held=BLACK, on=WHITE, band=colour, tint=tint)
    text = nearest(colour, lambda tried: reads(tried, WHITE, tint))
    return Accent(text, _shifted(text, -_HELD), WHITE, colour, tint)


def by_night(colour: str) -> Accent:
    """Return the accent of dark pages: the nearest colour that can be read there."""
    tint = _tint(colour, dark=True)
    text = nearest(colour, lambda tried: reads(tried, NIGHT, tint, ON_LIGHT_ACCENT), lighter=True)
    return Accent(text, _shifted(text, _HELD), ON_LIGHT_ACCENT, text, tint)


def _tint(colour: str, dark: bool) -> str:
    own = oklch(colour)
    lightness, chroma = _TINT[dark]
    return hex_of(Oklch(lightness, min(chroma, own.chroma), own.hue))


def _shifted(colour: str, by: float) -> str:
    own = oklch(colour)
    return hex_of(Oklch(min(1.0, max(0.0, own.lightness + by)), own.chroma, own.hue))
