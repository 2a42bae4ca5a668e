"""No sign carries an amount of money: prices change, and fines go stale on a wall before anybody notices."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator, Mapping

from placard.findings import Finding
from placard.library.library import Library
from placard.library.wording import Wording
from placard.read.found import found

EVERYWHERE = "every"
"""The list of `amounts` that holds in every language."""
_NUMBER = "#"


def amount_findings(library: Library) -> Iterator[Finding]:
    """Find the lines of the catalogue that name money, in any language."""
    packs = [pack.wording for pack in library.packs.values() if pack.wording]
    for sign in library.signs.values():
        for line in sign.lines:
            for words in (line.label, *(words for _, words in line.variants)):
                for language, text in words.items():
                    if word := amount_in(text, language, packs):
                        yield found(
                            "content.amount_on_sign", line.place, sign=sign.id, word=word, language=language
                        )


def amount_in(text: str, language: str, wordings: Iterable[Wording]) -> str:
    """Return the first word of money a line holds, empty where it holds none.

    Source: `amounts` in `content/law/<pack>/words.yml`; `#` in front means right behind a number. In a
    language written without spaces a word may stand anywhere, in others it touches no letter.
    """
    for wording in wordings:
        unspaced = language in wording.unspaced
        plain = ("" if unspaced else " ").join(text.split()).casefold()
        for word in _words(wording.amounts, language):
            sought = word.removeprefix(_NUMBER)
            if any(
                (unspaced or not (_joined(sought[-1], after[:1]) or _joined(before[-1:], sought[0])))
                and (sought == word or _is_number(before.rstrip()[-1:]))
                for before, after in _around(sought.casefold(), plain)
            ):
                return sought
    return ""


def _words(amounts: Mapping[str, tuple[str, ...]], language: str) -> tuple[str, ...]:
    return (*amounts.get(EVERYWHERE, ()), *amounts.get(language, ()))


def _around(word: str, text: str) -> Iterator[tuple[str, str]]:
    """What stands before and after a word, wherever it stands."""
    start = text.find(word)
    while start >= 0:
        yield text[:start], text[start + len(word) :]
        start = text.find(word, start + 1)


def _is_number(letter: str) -> bool:
    """Tell whether a letter counts something, in any script."""
    return bool(letter) and unicodedata.numeric(letter, None) is not None


def _joined(one: str, other: str) -> bool:
    """Tell whether two letters stand side by side; a number beside a word does not hide it."""
    return one.isalpha() and other.isalpha()
