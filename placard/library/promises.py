"""What words may say of a place only where it is so: how people write it, and the facts behind it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from placard.findings import Place
from placard.library.conditions import Conditions
from placard.library.scripts import FIRST_HAN
from placard.library.texts import Local

_REST_OF_WORD, _SOME_WORDS = "*", "…"
_FEW_WORDS, _FEW_LETTERS = r"[^.!?;:\n]{1,40}?", r"[^。！？；：\n]{1,14}?"
"""What may stand for `…`: no more than a part of the same sentence."""


@dataclass(frozen=True)
class Promise:
    """One assertion about a place: what it says, the facts that make it true, and how people write it.

    `not_after` are words that turn the meaning round where they stand right before a phrase.
    """

    id: str
    says: Local
    true_where: Conditions
    phrases: Mapping[str, tuple[str, ...]]
    not_after: Mapping[str, tuple[str, ...]]
    place: Place

    @property
    def facts(self) -> tuple[str, ...]:
        """Return the facts it rests on, each once, in the order they are named."""
        return tuple(dict.fromkeys(test.fact for block in self.true_where for test in block))

    @cached_property
    def _patterns(self) -> Mapping[str, re.Pattern[str]]:
        return {
            language: re.compile("|".join(map(_pattern, phrases)), re.IGNORECASE)
            for language, phrases in self.phrases.items()
            if phrases
        }

    def found_in(self, text: str, language: str) -> str:
        """Return the first words of a text in one line that make this promise; empty where none do."""
        hits = self._patterns[language].finditer(text) if language in self._patterns else iter(())
        return next((hit[0] for hit in hits if self._meant(hit, language)), "")

    def _meant(self, hit: re.Match[str], language: str) -> bool:
        before = hit.string[: hit.start()].rstrip().casefold()
        return not any(before.endswith(word) for word in self.not_after.get(language, ()))


@dataclass(frozen=True)
class Promises:
    """Every promise by id, and the words that count like figures, per language."""

    every: Mapping[str, Promise] = field(default_factory=dict)
    numbers: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    @cached_property
    def _parts(self) -> Mapping[str, tuple[tuple[str, str], ...]]:
        """Of each phrase a part that stands in every text that holds it: looking for it is quick."""
        parts: dict[str, list[tuple[str, str]]] = {}
        for promise in self.every.values():
            for language, phrases in promise.phrases.items():
                parts.setdefault(language, []).extend((_longest_part(each), promise.id) for each in phrases)
        return {language: tuple(several) for language, several in parts.items()}

    def made_in(self, text: str, language: str) -> Iterator[tuple[Promise, str]]:
        """Yield the promises a text makes, each with the words that make it."""
        one_line = " ".join(text.split())
        folded = one_line.casefold()
        near = [name for part, name in self._parts.get(language, ()) if part in folded]
        for name in dict.fromkeys(near):
            if words := self.every[name].found_in(one_line, language):
                yield self.every[name], words


def _pattern(phrase: str) -> str:
    """Latin words stand whole; Han characters stand together."""
    han = _is_han(phrase)
    gap = _FEW_LETTERS if han else _FEW_WORDS
    words = re.escape(phrase).replace(re.escape(_REST_OF_WORD), r"\w*").replace(r"\ ", r"\s+")
    words = re.sub(rf"(\\s\+)?{_SOME_WORDS}(\\s\+)?", lambda _: gap if han else rf"\b{gap}\b", words)
    return words if han else rf"(?<!\w){words}(?!\w)"


def _longest_part(phrase: str) -> str:
    return max((part.strip() for part in re.split(r"[*…]", phrase.casefold())), key=len)


def _is_han(phrase: str) -> bool:
    return any(FIRST_HAN <= letter <= "\u9fff" for letter in phrase)
