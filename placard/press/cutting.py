"""A font cut to the letters that are needed. Imported late: where the fonts lie ready, nothing is cut."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from pathlib import Path

from fontTools import subset
from fontTools.ttLib import TTFont

LICENCE = (13, 14)
"""Names in a font that hold its licence, which asks to stay with it."""


def drawn_by(font: Path) -> frozenset[int]:
    """Return the code points a font has a shape for."""
    with TTFont(font, lazy=True) as opened:
        return frozenset(opened.getBestCmap())


def cut(
    source: Path, target: Path, points: Collection[int], features: Sequence[str], unused_tables: Sequence[str]
) -> None:
    """Write what a font needs for these code points; a missing character must still be seen."""
    options = subset.Options(hinting=False, layout_features=list(features), notdef_outline=True)
    options.drop_tables += unused_tables
    options.name_IDs += LICENCE
    with subset.load_font(source, options) as font:
        cutter = subset.Subsetter(options)
        cutter.populate(unicodes=points)
        cutter.subset(font)
        subset.save_font(font, target, options)
