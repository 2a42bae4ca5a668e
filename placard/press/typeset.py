"""Lines of text as the engine sets them, with less taken apart and put together again.

The engine makes tools anew for every line it tries, and throws a line away once it is measured, only to set
it a second time when it is drawn. Here lines of one look share their tools, and a measured line is the one
that is drawn, unless something about it has changed since. What is set is the same, and so are the bytes of
the PDF.
"""

from __future__ import annotations

import re
import warnings
from typing import Any

with warnings.catch_warnings():
    # A machine without any system font: ours come by @font-face.
    warnings.filterwarnings("ignore", message="No fonts configured")
    from weasyprint.text import line_break
    from weasyprint.text.ffi import ffi, gobject, pango
    from weasyprint.text.line_break import Layout

from placard.press.typecase import TypeCase

_PARAGRAPHS = re.compile("[\n-\r\x85\u2028\u2029]")
"""Where Pango begins a paragraph: words without any of them are a single one, whatever it is told."""


class Line(Layout):  # type: ignore[misc]
    """A line that is kept from when it is measured until it is drawn."""

    def setup(self, style: Any) -> None:
        """Get ready to set words in a style."""
        self._is_measured = False
        case = style.font_config
        tools = case.tools(style) if isinstance(case, TypeCase) else None
        if tools is None:
            super().setup(style)
            return
        self.style, self.first_line_direction = style, 0
        self.ascent = self.underline_position = self.strikethrough_position = None
        context, description, self.language = tools
        self.layout = ffi.gc(pango.pango_layout_new(context), gobject.g_object_unref)
        pango.pango_layout_set_auto_dir(self.layout, False)
        pango.pango_layout_set_font_description(self.layout, description)

    def set_text(self, text: str, justify: bool = False) -> None:
        """Set words; a drawn line is one paragraph, and being told so later would have it set again."""
        super().set_text(text, justify)
        alone = _PARAGRAPHS.search(self.text) is None
        pango.pango_layout_set_single_paragraph_mode(self.layout, alone)

    def deactivate(self) -> None:
        """Keep a line that was measured, and throw away one that was drawn."""
        if self._is_measured:
            super().deactivate()
        self._is_measured = not self._is_measured

    def reactivate(self, style: Any) -> None:
        """Have a line ready to be drawn; words that are to be spread over the line are set again."""
        if not self._is_measured or style is not self.style or self.justification_spacing:
            super().reactivate(style)
            self._is_measured = True


def tell() -> None:
    """Have every line of this process set so."""
    line_break.Layout = Line
