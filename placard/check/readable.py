"""How easy a text is to read, and what of it is too hard; names and values are no part of it."""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from placard.library.readability import Kind, Limit, Yardstick

VALUE = "…"
"""Stands for a name or a value: it begins a sentence, and is no word."""

_BLOCK = re.compile(
    r"<(p|li|div)\b[^>]*>((?:(?!<p\b|<div\b|<ul\b|<ol\b|<h3\b).)*?)(?=</\1>|<(?:ul|ol)\b)", re.DOTALL
)
_TABLE = re.compile(r"<table\b.*?</table>", re.DOTALL)
_TAG = re.compile(r"<[^>]+>")
_TOKEN = re.compile("\ue000\\d+\ue001")
_BLANKS = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence; `words` are Han characters in Chinese, `hard` those of too many syllables."""

    text: str
    words: int
    syllables: int
    hard: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Measure:
    """What was counted in a text; `ease` and `fog` are 0 where the language has no such formula."""

    sentences: tuple[Sentence, ...]
    ease: float
    fog: float

    @property
    def words(self) -> int:
        """How many words there are in all."""
        return sum(each.words for each in self.sentences)

    @property
    def average(self) -> float:
        """Words in a sentence."""
        return self.words / max(1, len(self.sentences))

    @property
    def longest(self) -> Sentence:
        """The sentence with the most words."""
        return max(self.sentences, key=lambda each: each.words, default=Sentence("", 0, 0, ()))


@dataclass(frozen=True, slots=True)
class Missed:
    """A limit that a text does not keep to."""

    limit: Limit
    found: float
    asked: float


def blocks_of(fragment: str) -> Iterator[str]:
    """Yield the paragraphs and entries of composed HTML as text, with `…` where a value will stand."""
    for match in _BLOCK.finditer(_TABLE.sub("", fragment)):
        yield html.unescape(_TAG.sub("", _TOKEN.sub(VALUE, match[2])))


def measured(blocks: Iterable[str], yardstick: Yardstick) -> Measure:
    """Measure paragraphs; a paragraph or an entry without a full stop is a sentence too."""
    pieces = (piece for block in blocks for piece in yardstick.sentence.split(_BLANKS.sub(" ", block)))
    counted = (_sentence(piece.strip(), yardstick) for piece in pieces)
    sentences = tuple(each for each in counted if each.words)
    words, number = sum(each.words for each in sentences), len(sentences)
    if not words:
        return Measure((), 0.0, 0.0)
    ease = fog = 0.0
    if yardstick.ease:
        start, of_length, of_syllables = yardstick.ease
        syllables = sum(each.syllables for each in sentences)
        ease = start - of_length * words / number - of_syllables * syllables / words
    if yardstick.hard_from:
        fog = 0.4 * (words / number + 100 * sum(len(each.hard) for each in sentences) / words)
    return Measure(sentences, ease, fog)


def missed(measure: Measure, yardstick: Yardstick, kind: Kind) -> Sequence[Missed]:
    """Return what a text does not keep to; too short a text is asked only how long its sentences are."""
    figures: dict[Limit, float] = {"longest_at_most": measure.longest.words}
    if measure.words >= yardstick.enough:
        figures |= {
            "ease_at_least": measure.ease,
            "fog_at_most": measure.fog,
            "average_at_most": measure.average,
        }
    limits = yardstick.limits[kind]
    return [
        Missed(limit, figures[limit], asked)
        for limit, asked in limits.items()
        if limit in figures
        and (figures[limit] < asked if limit == "ease_at_least" else figures[limit] > asked)
    ]


def syllables(word: str, yardstick: Yardstick) -> int:
    """Count the syllables of a word, at least one."""
    return max(1, len(yardstick.syllable.findall(yardstick.silent.sub("", word.lower()))))


def _sentence(text: str, yardstick: Yardstick) -> Sentence:
    words = yardstick.word.findall(text)
    if not yardstick.hard_from:
        return Sentence(text, len(words), 0, ())
    counts = [syllables(word, yardstick) for word in words]
    hard = tuple(
        word
        for number, (word, count) in enumerate(zip(words, counts, strict=True))
        if count >= yardstick.hard_from
        and not yardstick.not_hard.search(word)
        and not (number and word[0].isupper())  # a name
    )
    return Sentence(text, len(words), sum(counts), hard)
