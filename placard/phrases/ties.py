"""Small words tied to the next one, so that none is left alone at the end of a line."""

from __future__ import annotations

import re

# Source: signage-standards 7.3; the letters a, i, o, u, w, z are whole words in Polish.
_SINGLE_LETTER = re.compile(r"(?<![\w\u00a0&;])([aiouwzAIOUWZ])[ \n](?=\S|$)")
_TAGS = re.compile(r"(<[^>]*>)")


def tied(html: str, tie: str) -> str:
    """Tie one-letter words to the next word with a no-break space (`tie: single-letters`)."""
    if tie != "single-letters":
        return html
    pieces = _TAGS.split(html)
    return "".join(p if p.startswith("<") else _SINGLE_LETTER.sub("\\1\u00a0", p) for p in pieces)
