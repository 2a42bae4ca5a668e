"""Lengths of boxes that hang on nothing but the style of a box, told at once.

The engine asks of each margin, padding and size of each box how much it is of the box around it, and does
so again whenever the box is tried. Nearly none of them are shares of anything: they are the same wherever a
box stands, and the same in all boxes of its kind. The values are the engine's own, and so are the bytes of
the PDF.
"""

from __future__ import annotations

import warnings
from functools import lru_cache
from operator import itemgetter
from typing import Any

with warnings.catch_warnings():
    # A machine without any system font: ours come by @font-face.
    warnings.filterwarnings("ignore", message="No fonts configured")
    from weasyprint.css.properties import INITIAL_VALUES, Dimension
    from weasyprint.formatting_structure.boxes import Box
    from weasyprint.layout import (
        absolute,
        background,
        block,
        column,
        float,
        grid,
        inline,
        page,
        percent,
        table,
    )

_SIDES = ("top", "right", "bottom", "left")
_SIZES = tuple(f"{most}{size}" for size in ("width", "height") for most in ("", "min_", "max_"))
_LENGTHS = (*(f"{around}_{side}" for around in ("margin", "padding") for side in _SIDES), *_SIZES)
_LINES = tuple(f"border_{side}_width" for side in _SIDES)
_CORNERS = tuple(f"border_{end}_{side}_radius" for end in ("top", "bottom") for side in ("left", "right"))
_lengths, _lines, _corners = itemgetter(*_LENGTHS), itemgetter(*_LINES), itemgetter(*_CORNERS)
_SQUARE = _corners(INITIAL_VALUES)

_TRIED = (absolute, block, column, float, grid, inline, page, table)
"""Modules of the engine that ask for the lengths of a box."""

each_length, each_corner = percent.resolve_percentages, percent.resolve_radii_percentages
"""How the engine reckons, one by one."""


def resolve_lengths(box: Any, containing_block: Any) -> None:
    """Give a box its lengths inside the one around it."""
    style = box.style
    alone = _alone(_lengths(style)) if style["box_sizing"] == "content-box" else None
    # A box that stands for another passes on what it is given, but not in this way.
    if alone is None or not isinstance(box, Box):
        each_length(box, containing_block)
        return
    own = vars(box)
    own.update(alone)
    lines = zip(_LINES, _lines(style), strict=True)
    if style["border_collapse"] == "collapse":
        # Lines that two cells share were settled between them.
        own.update((name, width) for name, width in lines if not hasattr(box, name))
    else:
        own.update(lines)


@lru_cache(maxsize=4096)
def _alone(lengths: tuple[Any, ...]) -> dict[str, Any] | None:
    """Return what these lengths are wherever they stand; `None` where one of them is a share or a sum."""
    used: dict[str, Any] = {}
    for name, length in zip(_LENGTHS, lengths, strict=True):
        if isinstance(length, Dimension) and length.unit == "px":
            used[name] = length.value
        elif length == "auto":
            used[name] = 0 if name in ("min_width", "min_height") else length
        else:
            return None
    return used


def resolve_corners(box: Any) -> None:
    """Give a box its corners, which are hardly ever round."""
    if isinstance(box, Box) and _corners(box.style) == _SQUARE:
        vars(box).update(_ROUND_BY_NOTHING)
    else:
        each_corner(box)


_ROUND_BY_NOTHING = dict.fromkeys(_CORNERS, (0, 0))


def tell() -> None:
    """Have boxes of this process get their lengths so."""
    for module in _TRIED:
        module.resolve_percentages = resolve_lengths
    background.resolve_radii_percentages = resolve_corners
