"""How a text breaks into lines at any width: arithmetic over pieces that were measured once.

Widths are in em, so one measurement serves every size and sheet: type scales without a change of shape.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

SLACK_EM = 0.03
"""What rounding may add to a line before it breaks one word earlier than reckoned."""

SHORT_LAST_LINE = 1 / 3


@dataclass(frozen=True, slots=True)
class Piece:
    """What may not be broken (a word, a Han character with its marks), and the space after it.

    `clings`: a single letter or digit, which belongs to the word after it.
    """

    width: float
    space: float
    clings: bool = False


@dataclass(frozen=True, slots=True, eq=False)
class Text:
    """A measured text; `leading` is the height of a line in em. Compared by identity, for the caches."""

    pieces: tuple[Piece, ...]
    leading: float

    @property
    def narrowest(self) -> float:
        """No column may be narrower than the widest piece."""
        return max(piece.width for piece in self.pieces) + SLACK_EM


@dataclass(frozen=True, slots=True)
class Line:
    """One line: how many pieces, how wide, and whether its last piece belongs to the next line."""

    pieces: int
    width: float
    torn: bool


def joined(label: Text, words: Text, gap: float) -> Text:
    """Return a text that runs into another, with `gap` em between them."""
    *before, last = label.pieces
    return Text(
        (*before, Piece(last.width, last.space + gap), *words.pieces), max(label.leading, words.leading)
    )


@lru_cache(maxsize=65536)
def broken(text: Text, width: float) -> tuple[Line, ...]:
    """Break as the press does: each line takes what fits."""
    return tuple(_lines(text.pieces, width - SLACK_EM))


@lru_cache(maxsize=16384)
def balanced(text: Text, width: float) -> float:
    """Return the narrowest width with as few lines as `width` gives: lines of like length."""
    lines = len(broken(text, width))
    if lines == 1:
        return width
    narrower = (narrow for narrow in _narrower(text, width) if len(broken(text, narrow)) == lines)
    return next(narrower, width)


@lru_cache(maxsize=16384)
def evened(text: Text, width: float) -> float:
    """Return the widest width, up to `width`, with no lonely last word and nothing torn at a line end."""
    lines = broken(text, width)
    least = _faults(lines)
    if not least:
        return width
    best = width
    for narrow in reversed(list(_narrower(text, width))):
        narrower = broken(text, narrow)
        if len(narrower) == len(lines) and _faults(narrower) < least:
            best, least = narrow, _faults(narrower)
    return best


def _faults(lines: tuple[Line, ...]) -> int:
    """Weigh what nobody sets on purpose: a lonely last word, a short last line, a torn line end."""
    torn = sum(line.torn for line in lines[:-1])
    if len(lines) == 1:
        return torn
    short = lines[-1].width < max(line.width for line in lines) * SHORT_LAST_LINE
    return torn + 2 * (lines[-1].pieces == 1) + short


def _lines(pieces: tuple[Piece, ...], width: float) -> Iterator[Line]:
    count, used, space, clings = 0, 0.0, 0.0, False
    for piece in pieces:
        if count and used + space + piece.width > width:
            yield Line(count, used, clings)
            count, used, space = 0, 0.0, 0.0
        used += space + piece.width
        space, clings = piece.space, piece.clings
        count += 1
    yield Line(count, used, clings)


def _narrower(text: Text, width: float) -> Iterator[float]:
    """All widths at which the breaks change, upward: every run of pieces that may be a line."""
    runs = set()
    for first in range(len(text.pieces)):
        used = 0.0
        for piece in text.pieces[first:]:
            used += piece.width
            if used + SLACK_EM > width:
                break
            runs.add(used + 1.01 * SLACK_EM)
            used += piece.space
    return iter(sorted(run for run in runs if run >= text.narrowest))
