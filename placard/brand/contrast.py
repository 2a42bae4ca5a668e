"""Contrast of two colours as WCAG 2.2 reckons it, from their luminance alone."""

from __future__ import annotations

Colour = tuple[float, float, float]


def luminance(colour: Colour) -> float:
    """Return the relative luminance of an sRGB colour, its channels from 0 to 1."""
    red, green, blue = (
        channel / 12.92 if channel <= 0.04045 else ((channel + 0.055) / 1.055) ** 2.4 for channel in colour
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def ratio(one: Colour, other: Colour) -> float:
    """Return the contrast ratio, 1 to 21."""
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)
