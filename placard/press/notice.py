"""The bottom of a sheet: where more is to be read, by code, by address or at the desk; and the foot."""

from __future__ import annotations

from placard.press.placing import GUTTER, Placing

QR_UNITS = 9.0
"""A code grows with its sheet: 44 mm on A3, which hangs higher and is read from farther."""
QR_GAP, PADDING, LINE_GAP, FOOT_GAP = 0.5, 1.2, 1.0, 1.0


def place_foot(placing: Placing) -> float:
    """Place the line with the number of the sign; return where the notice must end."""
    height = placing.extent("foot", placing.sheet.safe_width).height
    top = placing.sheet.height - placing.sheet.margin - height
    placing.place("foot", placing.left, top, placing.sheet.safe_width)
    return top - placing.units(FOOT_GAP)


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
