"""Values as opaque tokens until the very end: no value is ever read as Markdown, HTML or Jinja.

A token is U+E000, digits, U+E001; reading refuses private-use characters, so no file can hold one.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from markupsafe import Markup, escape

from placard.phrases.ties import HAN, LATIN, THIN_SPACE
from placard.phrases.values import Phrase

TOKEN = re.compile("\ue000(\\d+)\ue001")
_TAG = re.compile(r"(<[^>]*>)")
_INLINE = re.compile(r"</?(?:a|b|em|strong|span|code|small|i|abbr|wbr)\b", re.IGNORECASE)
_TEXT_ONLY = re.compile(r"<(/?)(title|script|style|textarea|option)\b", re.IGNORECASE)
_HAN = re.compile(HAN)
_LATIN = re.compile(LATIN)


@dataclass
class Tokens:
    """The values of one document in one language, each under its token."""

    phrases: list[Phrase] = field(default_factory=list)
    _known: dict[Phrase, str] = field(default_factory=dict)

    def of(self, phrase: Phrase) -> str:
        """Return the token of a phrase, the same for the same phrase."""
        if phrase not in self._known:
            self._known[phrase] = f"\ue000{len(self.phrases)}\ue001"
            self.phrases.append(phrase)
        return self._known[phrase]

    def fill_html(self, html: str) -> str:
        """Fill HTML: escaped in text and attributes alike, foreign values in a `lang` span in text."""
        out: list[str] = []
        before = ""
        text_only = False
        for piece in _TAG.split(html):
            if piece.startswith("<") and piece.endswith(">"):
                out.append(TOKEN.sub(lambda m: str(escape(self.phrases[int(m[1])].text)), piece))
                before = before if _INLINE.match(piece) else ""
                if marked := _TEXT_ONLY.match(piece):
                    text_only = not marked[1]
            else:
                filled, before = self._fill_words(piece, before, text_only)
                out.append(filled)
        return "".join(out)

    def markup(self, html: str) -> Markup:
        """Fill HTML that leaves compose finished."""
        return Markup(self.fill_html(html))

    def _fill_words(self, text: str, before: str, text_only: bool) -> tuple[str, str]:
        out: list[str] = []
        for kind, piece in _pieces(text):
            if kind == "words":
                gap, piece = seam(before, piece)
                out.append(gap + piece)
                before = (before + piece)[-2:] if piece else before
                continue
            phrase = self.phrases[int(piece)]
            gap, value = seam(before, phrase.text)
            shown = str(escape(value))
            if phrase.language and not text_only:
                shown = str(Markup('<span lang="{}">{}</span>').format(phrase.language, value))
            out.append(gap + shown)
            before = value[-2:] if value else before
        return "".join(out), before


def _pieces(text: str) -> list[tuple[str, str]]:
    parts = TOKEN.split(text)
    return [
        ("token" if number % 2 else "words", part) for number, part in enumerate(parts) if part or number % 2
    ]


def seam(left: str, right: str) -> tuple[str, str]:
    """Return the space a seam needs, and the right side mended.

    Between Han and Latin letters stands a thin space; a value that ends in a full stop is not
    followed by a second one ("sp. z o.o." at the end of a sentence).
    """
    if not left or not right:
        return "", right
    if left[-1] == "." and right[0] == "." and not right.startswith(".."):
        return "", right[1:]
    if (_HAN.match(left[-1]) and _LATIN.match(right[0])) or (_LATIN.match(left[-1]) and _HAN.match(right[0])):
        return THIN_SPACE, right
    return "", right


def join(left: str, value: str, right: str) -> str:
    """Put a value between what stands left and right of it, with the spaces and stops it needs."""
    out = left
    for piece in (value, right):
        gap, piece = seam(out[-2:], piece)
        out += gap + piece
    return out
