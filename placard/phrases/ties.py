"""Small words tied to the next one, so that none is left alone at the end of a line."""

from __future__ import annotations

import re

# Source: signage-standards 7.3; the letters a, i, o, u, w, z are whole words in Polish.
_SINGLE_LETTER = re.compile(r"(?<![\w\u00a0&;])([aiouwzAIOUWZ])[ \n](?=\S|$)")
_TAGS = re.compile(r"(<[^>]*>)")

_LONE_LETTER = re.compile(r"(?:^|\s)[aiouwz]$", re.IGNORECASE)


def torn(line: str, tie: str) -> bool:
    """Tell whether a line ends with a word that should stand with the next one."""
    return tie == "single-letters" and bool(_LONE_LETTER.search(line.rstrip()))


def tied(html: str, tie: str) -> str:
    """Tie one-letter words to the next word with a no-break space (`tie: single-letters`)."""
    if tie != "single-letters":
        return html
    pieces = _TAGS.split(html)
    return "".join(p if p.startswith("<") else _SINGLE_LETTER.sub("\\1\u00a0", p) for p in pieces)
