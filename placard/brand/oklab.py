"""Colours as the eye tells them apart: OKLab, and in it the nearest colour that does what is asked.

Source: Björn Ottosson, "A perceptual color space for image processing" (2020); equal steps look equal.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass

from placard.brand.contrast import Colour

STEPS = 500
"""Steps of lightness from black to white; one is far below what anybody can see."""


@dataclass(frozen=True, slots=True)
class Oklch:
    """Lightness 0 to 1, chroma 0 (grey) to about 0.37, hue in degrees."""

    lightness: float
    chroma: float
    hue: float


def of_hex(colour: str) -> Colour:
    """Return the channels of `#005387`, from 0 to 1."""
    red, green, blue = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    return red, green, blue


def oklch(colour: str) -> Oklch:
    """Return lightness, chroma and hue of a colour."""
    lightness, a, b = _oklab(of_hex(colour))
    return Oklch(lightness, math.hypot(a, b), math.degrees(math.atan2(b, a)) % 360)


def hex_of(colour: Oklch) -> str:
    """Return the colour as a screen shows it; chroma no screen has is taken back, hue and lightness stay."""
    least, most = 0.0, colour.chroma
    if not _shown(_rgb(colour.lightness, most, colour.hue)):
        for _ in range(24):
            middle = (least + most) / 2
            if _shown(_rgb(colour.lightness, middle, colour.hue)):
                least = middle
            else:
                most = middle
        most = least
    channels = _rgb(colour.lightness, most, colour.hue)
    return "#" + "".join(f"{round(255 * min(1.0, max(0.0, channel))):02x}" for channel in channels)


def nearest(colour: str, passes: Callable[[str], bool], lighter: bool = False) -> str:
    """Return the colour of the same hue nearest to this one that passes, darker or lighter as need be.

    Black or white where none does.
    """
    if passes(colour):
        return colour
    start = oklch(colour)
    step = (1 if lighter else -1) / STEPS
    lightness = start.lightness + step
    while 0 < lightness < 1:
        tried = hex_of(Oklch(lightness, start.chroma, start.hue))
        if passes(tried):
            return tried
        lightness += step
    return "#ffffff" if lighter else "#000000"


def _shown(channels: Colour) -> bool:
    return all(-0.0005 <= channel <= 1.0005 for channel in channels)


def _oklab(colour: Colour) -> tuple[float, float, float]:
    red, green, blue = (
        channel / 12.92 if channel <= 0.04045 else ((channel + 0.055) / 1.055) ** 2.4 for channel in colour
    )
    long = math.cbrt(0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue)
    middle = math.cbrt(0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue)
    short = math.cbrt(0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue)
    return (
        0.2104542553 * long + 0.7936177850 * middle - 0.0040720468 * short,
        1.9779984951 * long - 2.4285922050 * middle + 0.4505937099 * short,
        0.0259040371 * long + 0.7827717662 * middle - 0.8086757660 * short,
    )


def _rgb(lightness: float, chroma: float, hue: float) -> Colour:
    a, b = chroma * math.cos(math.radians(hue)), chroma * math.sin(math.radians(hue))
    long = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3
    middle = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3
    short = (lightness - 0.0894841775 * a - 1.2914855480 * b) ** 3
    red = 4.0767416621 * long - 3.3077115913 * middle + 0.2309699292 * short
    green = -1.2684380046 * long + 2.6097574011 * middle - 0.3413193965 * short
    blue = -0.0041960863 * long - 0.7034186147 * middle + 1.7076147010 * short
    return _encoded(red), _encoded(green), _encoded(blue)


def _encoded(channel: float) -> float:
    if channel <= 0.0031308:
        return 12.92 * channel
    return 1.055 * math.pow(channel, 1 / 2.4) - 0.055
