"""What stands between words: small words tied to the next one, thin spaces beside Latin letters."""

from __future__ import annotations

import re

THIN_SPACE = "\u2009"
HAN = r"[\u3400-\u4dbf\u4e00-\u9fff]"
LATIN = r"[A-Za-z0-9\u00c0-\u024f+@#]"

# Source: signage-standards 7.3; the letters a, i, o, u, w, z are whole words in Polish.
_SINGLE_LETTER = re.compile(r"(?<![\w\u00a0&;])([aiouwzAIOUWZ])[ \n](?=\S|$)")
# Source: W3C clreq; up to a quarter of an em between Han and Latin, whatever the writer typed there.
_HAN_LATIN = re.compile(f"(?<={HAN}) ?(?={LATIN})|(?<={LATIN}) ?(?={HAN})")
_BETWEEN_FACTS = re.compile("(?<=\ue001) (?=\ue000)")
_TAGS = re.compile(r"(<[^>]*>)")

_LONE_LETTER = re.compile(r"(?:^|\s)[aiouwz]$", re.IGNORECASE)


def torn(line: str, tie: str) -> bool:
    """Tell whether a line ends with a word that should stand with the next one."""
    return tie == "single-letters" and bool(_LONE_LETTER.search(line.rstrip()))


def tied(html: str, tie: str) -> str:
    """Set the spaces of a language: `single-letters` (Polish), `han-latin` (Chinese), or as typed.

    Chinese has no blank between two facts that follow each other, and a thin one beside Latin letters.
    """
    if tie not in _WAYS:
        return html
    pieces = _TAGS.split(html)
    return "".join(p if p.startswith("<") else _WAYS[tie](p) for p in pieces)


def _single_letters(words: str) -> str:
    return _SINGLE_LETTER.sub("\\1\u00a0", words)


def _han_latin(words: str) -> str:
    return _HAN_LATIN.sub(THIN_SPACE, _BETWEEN_FACTS.sub("", words))


_WAYS = {"single-letters": _single_letters, "han-latin": _han_latin}
