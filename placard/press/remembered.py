"""Small questions the engine asks thousands of times a page, answered from memory.

How a number is written in a PDF, how long a length of a drawing is, how high a line of some type: the answers
hang on nothing but the question. They are the engine's own, and so are the bytes of the PDF.
"""

from __future__ import annotations

import re
import warnings
from functools import lru_cache
from operator import itemgetter
from typing import Any

with warnings.catch_warnings():
    # A machine without any system font: ours come by @font-face.
    warnings.filterwarnings("ignore", message="No fonts configured")
    import pydyf
    import tinycss2
    from weasyprint import css, svg
    from weasyprint.layout import inline
    from weasyprint.pdf import fonts
    from weasyprint.text import ffi, line_break

written_out, strut = pydyf._to_bytes, line_break.strut
"""How the engine does it, anew each time."""

_LENGTHS = re.compile(r"[a-z-]+: -?[\d.]+[a-z]*(?:; [a-z-]+: -?[\d.]+[a-z]*)*")
"""What an element of ours says of itself: where it stands and how wide it is."""

_SCALARS = frozenset({str, float, int})
_known = lru_cache(maxsize=32768, typed=True)(written_out)

_STRUT = itemgetter(
    *("font_family", "font_style", "font_stretch", "font_weight", "font_variant_ligatures"),
    *("font_variant_position", "font_variant_caps", "font_variant_numeric", "font_variant_alternates"),
    *("font_variant_east_asian", "font_feature_settings", "font_variation_settings"),
    *("font_language_override", "lang", "font_size", "line_height"),
)
"""What the height of a line hangs on."""


def to_bytes(item: Any) -> bytes:
    """Return how a PDF writes something."""
    if isinstance(item, bytes):
        return item
    known: bytes = _known(item) if type(item) in _SCALARS else written_out(item)
    return known


def strut_of(style: Any) -> tuple[float, float]:
    """Return height and baseline of a line of a style."""
    struts = style.font_config.strut_layouts
    key = _STRUT(style)
    if key not in struts:
        struts[key] = strut(style)
    height, baseline = struts[key]
    return height, baseline


class _Arrays:
    """The engine's way to C, for which lists of any length are of one kind: it reads each kind from words."""

    _OF_A_LENGTH = re.compile(r"(?<=\[)\d+(?=\]$)")

    def __getattr__(self, name: str) -> Any:
        return getattr(ffi.ffi, name)

    def new(self, kind: str, *content: Any) -> Any:
        """Return room for a value; room for a list is as large as the list."""
        return ffi.ffi.new(self._OF_A_LENGTH.sub("", kind) if content else kind, *content)


class _Tokens:
    """The engine's way to read styles; what an element says of itself is read once for all that say the same.

    The engine then finds by itself that elements of one kind have one style, instead of reckoning each.
    """

    def __getattr__(self, name: str) -> Any:
        return getattr(tinycss2, name)

    @staticmethod
    @lru_cache(maxsize=32768)
    def parse_one_declaration(said: str) -> Any:
        """Return a property and its value."""
        return tinycss2.parse_one_declaration(said)

    def parse_blocks_contents(self, said: Any, *how: Any) -> list[Any]:
        """Return what a style sheet or an element says."""
        if isinstance(said, str) and not how and _LENGTHS.fullmatch(said):
            return [self.parse_one_declaration(each.strip()) for each in said.split(";")]
        return list(tinycss2.parse_blocks_contents(said, *how))


def tell() -> None:
    """Have the engine of this process remember."""
    pydyf._to_bytes = to_bytes
    svg.size = lru_cache(maxsize=8192, typed=True)(svg.utils.size)
    inline.strut = strut_of
    fonts.ffi = _Arrays()
    css.tinycss2 = _Tokens()
