"""Blanks in a page while the theme runs over it, so that no filter of the theme meets a value.

The theme strips tags, escapes twice or not at all, and prints titles raw; a blank comes through
all of that unharmed, and one pass at the very end puts finished HTML in its place.
"""

from __future__ import annotations

import re

from markupsafe import Markup, escape

_BLANK = re.compile("\ue002(\\d+)\ue003")
# Of ours and of compose; reading refuses them, so one in a finished page is a value that was lost.
LEFT_OVER = re.compile("[\ue000-\ue003]")


class Blanks:
    """What stands in the blanks of one build."""

    def __init__(self) -> None:
        self._held: list[Markup] = []

    def hold(self, text: str | Markup) -> Markup:
        """Return the blank for a text; plain text is escaped, Markup is taken as it is."""
        self._held.append(escape(text))
        return Markup(f"\ue002{len(self._held) - 1}\ue003")

    def fill(self, html: str) -> str:
        """Fill every blank in one pass: what is filled in is not looked at again."""
        return _BLANK.sub(lambda blank: str(self._held[int(blank[1])]), html)
