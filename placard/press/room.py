"""How the area of a sheet is used: enough of it, not all of it, and no quarter left empty [G06]."""

from __future__ import annotations

from collections.abc import Iterator
from math import ceil, floor

from placard.findings import Finding, Severity
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
    used = {
        (column, row)
        for each in _covered(sheet)
        for column in _cells(each.left - paper.margin, each.right - paper.margin, across)
        for row in _cells(each.top - paper.margin, each.bottom - paper.margin, down)
    }
    share = len(used) / (across * down)
    if not USED[0] <= share <= USED[1]:
        yield sheet.fault("press.room", Severity.WARNING, share=round(share * 100))
    for name, left, top in (
        ("upper left", 0, 0), ("upper right", 1, 0), ("lower left", 0, 1), ("lower right", 1, 1),
    ):  # fmt: skip
        quarter = sum(
            left * across / 2 <= column < (left + 1) * across / 2
            and top * down / 2 <= row < (top + 1) * down / 2
            for column, row in used
        )
        if quarter / (across * down / 4) < QUARTER:
            yield sheet.fault("press.empty_quarter", Severity.WARNING, quarter=name)


def _covered(sheet: LaidOut) -> Iterator[Rectangle]:
    """Lines of text with their leading, panels, drawings."""
    for line in sheet.lines:
        ink = line.rectangle
        leading = max(0.0, line.height - (ink.bottom - ink.top)) / 2
        yield Rectangle(ink.left, ink.top - leading, ink.right, ink.bottom + leading)
    for panel in (*sheet.panels.values(), *sheet.drawings.values()):
        yield panel.rectangle


def _cells(first: float, last: float, count: int) -> range:
    """Return the cells in a row whose middles lie between two places."""
    return range(max(0, ceil(first / CELL_MM - 0.5)), min(count, floor(last / CELL_MM - 0.5) + 1))
