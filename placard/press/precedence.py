"""The first language of a sheet stands first and nothing stands larger; every other is its equal.

A venue lists its own language first. Where a law asks that the language of the country leads (Chinese on a
sign in mainland China: National Common Language Law, arts 14 and 15), its rules see to the order of that
list, and this check to what came of it on paper.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from placard.findings import Finding
from placard.press import boxes
from placard.press.fonts import HAN_FACE_EM, LATIN_CAP_EM
from placard.press.layout import LaidOut

ROLES = ("head", "key", "fact", "body", "way")
LEVEL_MM = 1.0
"""Texts whose left edges differ by less stand in one column."""


def check_precedence(sheet: LaidOut) -> Iterator[Finding]:
    """Yield the texts of other languages that stand before the first one, or are set larger."""
    by_role: dict[str, dict[int, list[boxes.Line]]] = defaultdict(lambda: defaultdict(list))
    for line in sheet.lines:
        role, _, rest = line.name.partition(".")
        number = rest.partition(".")[0]
        if role in ROLES and number.isdigit():
            by_role[role][int(number)].append(line)
    for role in ROLES:
        first = by_role[role].pop(0, [])
        for block, lines in by_role[role].items():
            if first:
                yield from _compared(sheet, first, lines, block)


def _compared(
    sheet: LaidOut, first: list[boxes.Line], other: list[boxes.Line], number: int
) -> Iterator[Finding]:
    blocks = sheet.words.blocks
    language, rival, text = blocks[0].language, blocks[number].language, other[0].text
    if _stands_before(other[0], first[0]):
        yield sheet.fault("press.not_first", language=language, other=rival, text=text)
    ours, theirs = _height(first, blocks[0].script), _height(other, blocks[number].script)
    # Han faces are taller than Latin capitals of one size: beside a Latin first the size itself is compared.
    if blocks[0].script != "han":
        ours, theirs = _points(first), _points(other)
    if ours < theirs - 0.01:
        yield sheet.fault("press.not_equal", language=language, other=rival, text=text)


def _stands_before(one: boxes.Line, other: boxes.Line) -> bool:
    """Tell whether a text is read before another: in a column to the left, or above it in the same one."""
    across = one.rectangle.left - other.rectangle.left
    if abs(across) > LEVEL_MM:
        return across < 0
    return one.rectangle.top < other.rectangle.top


def _points(lines: list[boxes.Line]) -> float:
    """The smallest size a text is set in."""
    return min(run.points for line in lines for run in line.runs)


def _height(lines: list[boxes.Line], script: str) -> float:
    """What the eye takes for the height of letters: a Han face, a Latin capital."""
    return _points(lines) * (HAN_FACE_EM if script == "han" else LATIN_CAP_EM)
