"""Lengths of time as people type them, read with the words a language has for them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from placard.library.library import Library
from placard.library.vocabulary import Labels
from placard.model.remembered import of_the_last
from placard.model.values import Duration, Unit

_NUMBER = "{n}"
_DIGITS = r"\d+"


@dataclass(frozen=True, slots=True)
class Typed:
    """A length of time in a text: the words, and the length where they count in figures."""

    words: str
    length: Duration | None


def typed_length(text: str, language: str, library: Library) -> Typed | None:
    """Return the first length of time typed in a text, none where there is none."""
    return next(typed_lengths(text, language, library), None)


def typed_lengths(text: str, language: str, library: Library) -> Iterator[Typed]:
    """Yield every length of time typed in a text."""
    units, pattern = _readers(library).get(language, ({}, None))
    for hit in pattern.finditer(text) if pattern else ():
        number, unit = hit["number"], units[hit["unit"].casefold()]
        yield Typed(hit[0], Duration(int(number), unit) if number.isdigit() else None)


@of_the_last
def _readers(library: Library) -> Mapping[str, tuple[Mapping[str, Unit], re.Pattern[str]]]:
    """Of each language the words after the number of a length, and the pattern of lengths."""
    readers = {}
    for language, labels in library.labels.items():
        units = _units(labels)
        numbers = library.promises.numbers.get(language, ())
        if units and language in library.languages:
            han = library.languages[language].script == "han"
            readers[language] = units, _pattern(tuple(units), numbers, han)
    return readers


def _units(labels: Labels) -> dict[str, Unit]:
    """Return the words after the number of a length, in every plural class and form."""
    units: dict[str, Unit] = {}
    for form in labels.durations.values():
        for unit, plurals in form.items():
            for phrase in plurals.values():
                after = phrase.partition(_NUMBER)[2].split()
                if _NUMBER in phrase and after:
                    units.setdefault(after[0].casefold(), Unit(unit))
    return units


def _pattern(units: tuple[str, ...], words: tuple[str, ...], han: bool) -> re.Pattern[str]:
    numbers = "|".join([_DIGITS, *map(re.escape, _longest_first(words))])
    unit = "|".join(map(re.escape, _longest_first(units)))
    before, after = (rf"(?<![\d.,{''.join(words)}])", "") if han else (r"(?<![\w.,])", r"(?!\w)")
    return re.compile(rf"{before}(?P<number>{numbers})[\s\u00a0-]*(?P<unit>{unit}){after}", re.IGNORECASE)


def _longest_first(words: tuple[str, ...]) -> list[str]:
    return sorted(words, key=len, reverse=True)
