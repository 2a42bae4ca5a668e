"""The bottom of a sheet: where more is to be read, by code, by address or at the desk; and the foot."""

from __future__ import annotations

from placard.press.placing import GUTTER, Placing

QR_UNITS = 9.0
"""A code grows with its sheet: 44 mm on A3, which hangs higher and is read from farther."""
QR_GAP, PADDING, LINE_GAP, FOOT_GAP = 0.5, 1.2, 1.0, 1.0


LOGO_WIDE, LOGO_TALL = 10.0, 2.2
"""The most units a logo may take: under everything a guest must read, the size of a signature."""
LOGO_GAP = 2.0
BAND_MM, BAND_GAP = 0.8, 0.7


def place_foot(placing: Placing) -> float:
    """Place the line with the number of the sign, the logo at its end; return where the notice must end."""
    wide, tall = logo_size(placing)
    width = placing.sheet.safe_width - (wide + placing.units(LOGO_GAP) if wide else 0.0)
    height = placing.extent("foot", width).height
    taken = max(height, tall)
    top = placing.sheet.height - placing.sheet.margin - taken
    placing.place("foot", placing.left, top + (taken - height) / 2, width)
    if wide:
        placing.panel("logo", placing.right - wide, top + (taken - tall) / 2, wide, tall)
    if placing.shape.band:
        top -= placing.units(BAND_GAP) + BAND_MM
        placing.panel("band", placing.left, top, placing.sheet.safe_width, BAND_MM)
    return top - placing.units(FOOT_GAP)


def logo_size(placing: Placing) -> tuple[float, float]:
    """Return width and height of the logo on this sheet; nought where there is none."""
    ratio = placing.shape.logo
    if ratio is None:
        return 0.0, 0.0
    tall = min(placing.units(LOGO_TALL), placing.units(LOGO_WIDE) / ratio)
    return tall * ratio, tall


def place_notice(placing: Placing, bottom: float) -> float:
    """Place the notice upward from `bottom` and return where it begins."""
    shape = placing.shape
    code = max(shape.qr, placing.units(QR_UNITS)) if shape.qr is not None else 0.0
    left = placing.left + placing.units(2) + (code + placing.units(QR_GAP) if code else 0)
    width = placing.right - placing.units(2) - left
    column = (width - (max(shape.ways, 1) - 1) * placing.units(GUTTER)) / max(shape.ways, 1)
    address = placing.extent("address", width).height if shape.address else 0.0
    ways = max((placing.extent(f"way.{n}", column).height for n in range(shape.ways)), default=0.0)
    gap = placing.units(LINE_GAP) if address and ways else 0.0
    words = address + gap + ways
    if not words and not code:
        return bottom
    height = max(
        code + 2 * placing.units(QR_GAP) if code else 0.0,
        words + 2 * placing.units(PADDING),
    )
    top = bottom - height
    placing.panel("notice", placing.left, top, placing.sheet.safe_width, height)
    if code:
        placing.panel("qr", placing.left + placing.units(QR_GAP), top + (height - code) / 2, code, code)
    y = top + (height - words) / 2
    for n in range(shape.ways):
        placing.place(f"way.{n}", left + n * (column + placing.units(GUTTER)), y, column)
    if shape.address:
        placing.place("address", left, y + ways + gap, width)
    return top
