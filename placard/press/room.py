"""How the area of a sheet is used: enough of it, not all of it, and no quarter left empty [G06]."""

from __future__ import annotations

from collections.abc import Iterator
from math import ceil, floor

from placard.findings import Finding, Severity, said
from placard.press.boxes import Rectangle
from placard.press.layout import LaidOut
from placard.press.paper import SHEETS

CELL_MM = 4.0
USED = (0.45, 0.92)
QUARTER = 0.3


def check_room(sheet: LaidOut) -> Iterator[Finding]:
    """Warn of a sheet that looks crammed or unfinished."""
    paper = SHEETS[sheet.setting.sheet]
    across, down = int(paper.safe_width / CELL_MM), int(paper.safe_height / CELL_MM)
    used = [0] * down  # a number for each row, and in it a bit for each cell
    for each in _covered(sheet):
        columns = _bits(_cells(each.left - paper.margin, each.right - paper.margin, across))
        for row in _cells(each.top - paper.margin, each.bottom - paper.margin, down):
            used[row] |= columns
    share = sum(row.bit_count() for row in used) / (across * down)
    if not USED[0] <= share <= USED[1]:
        yield sheet.fault("press.room", Severity.WARNING, share=round(share * 100))
    for name, left, top in (
        ("upper_left", 0, 0), ("upper_right", 1, 0), ("lower_left", 0, 1), ("lower_right", 1, 1),
    ):  # fmt: skip
        columns, rows = _bits(_half(left, across)), _half(top, down)
        quarter = sum((used[row] & columns).bit_count() for row in rows)
        if quarter / (across * down / 4) < QUARTER:
            yield sheet.fault("press.empty_quarter", Severity.WARNING, quarter=said(f"words.{name}"))


def _covered(sheet: LaidOut) -> Iterator[Rectangle]:
    """Lines of text with their leading, panels, drawings."""
    for line in sheet.lines:
        ink = line.rectangle
        leading = max(0.0, line.height - (ink.bottom - ink.top)) / 2
        yield Rectangle(ink.left, ink.top - leading, ink.right, ink.bottom + leading)
    for panel in (*sheet.panels.values(), *sheet.drawings.values()):
        yield panel.rectangle


def _half(second: int, count: int) -> range:
    """Return the cells of the first or the second half of a row."""
    return range(count)[ceil(second * count / 2) : ceil((second + 1) * count / 2)]


def _bits(cells: range) -> int:
    return (1 << cells.stop) - (1 << cells.start) if cells else 0


def _cells(first: float, last: float, count: int) -> range:
    """Return the cells in a row whose middles lie between two places."""
    return range(max(0, ceil(first / CELL_MM - 0.5)), min(count, floor(last / CELL_MM - 0.5) + 1))
