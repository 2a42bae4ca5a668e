"""What is better kept on one line: a sentence of a headline, a Han clause, a name, a part of an address."""

from __future__ import annotations

import re
from collections.abc import Iterator

from markupsafe import Markup

_CUT = re.compile(r"<wbr>|(?<=[，。？！；：])(?=[^”’》）])|(?<=[.?!;:]) (?=\S)")
_ELEMENT = re.compile(r"<(\w+)[^>]*>.*?</\1>")
_NAME = re.compile(r"<span lang=[^>]*>.*?</span>")
_KEPT = Markup('<span class="together">{}</span>')


def phrases(words: Markup) -> tuple[Markup, ...]:
    """Cut a text into phrases, never inside an element."""
    return tuple(phrase for phrase, _ in _cut(words))


def together(words: Markup) -> Markup:
    """Return the words with every phrase kept on one line, so that lines break between them only."""
    return Markup("").join(_KEPT.format(phrase) + after for phrase, after in _cut(words))


def names_together(words: Markup) -> Markup:
    """Return the words with every name of another language kept on one line."""
    return Markup(_NAME.sub(lambda name: _KEPT.format(Markup(name.group())), words))


def _cut(words: Markup) -> Iterator[tuple[Markup, Markup]]:
    """Yield every phrase and the space after it."""
    inside = [each.span() for each in _ELEMENT.finditer(words)]
    start = 0
    for cut in _CUT.finditer(words):
        if not any(begin < cut.start() < end for begin, end in inside):
            yield Markup(words[start : cut.start()]), Markup(cut.group().replace("<wbr>", ""))
            start = cut.end()
    yield Markup(words[start:]), Markup("")
