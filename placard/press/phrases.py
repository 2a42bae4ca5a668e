"""What is better kept on one line: a sentence of a headline, a Han clause, a part of an address."""

from __future__ import annotations

import re

from markupsafe import Markup

_AFTER_HAN_MARK = "(?<=[，。？！；：])(?=[^”’》）])"
_AFTER_SENTENCE = r"(?<=[.?!;:]) (?=\S)"
_BREAK = "<wbr>"


def phrases(words: Markup) -> tuple[Markup, ...]:
    """Cut a text into phrases; one with markup inside, other than `<wbr>`, stays whole."""
    if "<" in words.replace(_BREAK, ""):
        return (words,)
    return tuple(map(Markup, re.split(f"{_BREAK}|{_AFTER_HAN_MARK}|{_AFTER_SENTENCE}", words)))


def together(words: Markup) -> Markup:
    """Return the words with every phrase kept on one line, so that lines break between them only."""
    kept = (Markup('<span class="together">{}</span>').format(phrase) for phrase in phrases(words))
    return Markup(" " if re.search(_AFTER_SENTENCE, words) else "").join(kept)
