"""How the area of a sheet is used: enough of it, not all of it, and no quarter left empty [G06]."""

from __future__ import annotations

from collections.abc import Iterator

from placard.findings import Finding, Severity
from placard.press.boxes import Rectangle
from placard.press.layout import LaidOut
from placard.press.paper import SHEETS

CELL_MM = 4.0
USED = (0.45, 0.92)
QUARTER = 0.3


def check_room(sheet: LaidOut) -> Iterator[Finding]:
    """Warn of a sheet that looks crammed or unfinished."""
    covered = list(_covered(sheet))
    paper = SHEETS[sheet.setting.sheet]
    across, down = int(paper.safe_width / CELL_MM), int(paper.safe_height / CELL_MM)
    used = {
        (column, row)
        for column in range(across)
        for row in range(down)
        if _inside(paper.margin + (column + 0.5) * CELL_MM, paper.margin + (row + 0.5) * CELL_MM, covered)
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
        yield line.rectangle
    for panel in (*sheet.panels.values(), *sheet.drawings.values()):
        yield panel.rectangle


def _inside(x: float, y: float, rectangles: list[Rectangle]) -> bool:
    return any(each.left <= x <= each.right and each.top <= y <= each.bottom for each in rectangles)
