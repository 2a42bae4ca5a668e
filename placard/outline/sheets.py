"""Outlines of signs: what `compose/signs.py` walks."""

from __future__ import annotations

from placard.check.resting import Rests
from placard.library.texts import Local, Sign, SignLine
from placard.outline.outliner import Outliner, together
from placard.outline.parts import Choice, Part


def sign_lines(sign: Sign, outliner: Outliner) -> tuple[Part, ...]:
    """Outline the lines of a sign."""
    return together(part for line in sign.lines for part in _line(sign, line, outliner))


def _line(sign: Sign, line: SignLine, outliner: Outliner) -> tuple[Part, ...]:
    variants = tuple(
        (outliner.guards.of(conditions), _said(sign, line, words, outliner))
        for conditions, words in line.variants
    )
    if len(variants) == 1 and variants[0][0] is None:
        return variants[0][1]
    return (Choice.of(line.fills, variants),)


def _said(sign: Sign, line: SignLine, words: Local, outliner: Outliner) -> tuple[Part, ...]:
    said = outliner.words(line.label, words) if line.label else outliner.words(words)
    return outliner.resting(Rests(f"{sign.id}.{line.id}", line.source, line.place), said)
