"""One fact, one value: what the door says, the web page, the handbook and the quiz say too."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import TypeAlias

from placard.findings import Finding, in_order
from placard.prove.outputs import Origin, fault
from placard.prove.readings import Reading

NEAR = 80
"""How many letters a value may stand away from the word that tells what it is about."""


Span: TypeAlias = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Said:
    """How a language says a fact.

    `phrases` are all the ways to say the right value ("14 days", "after 14 days"). `marker` and
    `rival` are patterns: a rival near a marker, in the same paragraph, that is no part of a phrase
    is another value of the same fact. See `number_with`.
    """

    phrases: tuple[str, ...]
    marker: str
    rival: str


@dataclass(frozen=True, slots=True)
class KeyFact:
    """A fact of a venue that must have one value in all its outputs; `origin` is its line.

    `besides` are values that may stand near the same words and are about something else: the time
    one area keeps its recordings, where `said` is about all of them, or "24 hours a day". The other
    facts that are handed over with this one need not be named: the nearest word decides.
    """

    name: str
    said: Mapping[str, Said]
    origin: Origin
    besides: tuple[str, ...] = ()
    at_least: int = 2


def number_with(units: Iterable[str]) -> str:
    """Return the pattern of any number before (or, in Chinese, right at) one of these words."""
    words = "|".join(re.escape(unit) for unit in sorted(units, key=len, reverse=True))
    return rf"(?<![\d.,])\d+(?:[.,]\d+)?[\s-]*(?:{words})(?![a-z\u00df-\u024f])"


def prove_one_value(facts: Sequence[KeyFact], readings: Sequence[Reading]) -> list[Finding]:
    """Read each fact back wherever it stands, and report what differs, or stands in too few places."""
    findings: list[Finding] = []
    if not facts or not readings:
        findings.append(fault("prove.no_fact", "out"))
    for fact in facts:
        venue = fact.origin.venue
        others = [other for other in facts if other.origin.venue == venue and other is not fact]
        outputs = 0
        for reading in readings:
            if reading.venue == venue:
                right, rivals = _look(fact, others, reading)
                outputs += right
                findings += rivals
        if outputs < fact.at_least:
            findings.append(fault("prove.said_once", "out", fact.origin, 0, fact=fact.name, found=outputs))
    return in_order(findings)


def _look(fact: KeyFact, others: Sequence[KeyFact], reading: Reading) -> tuple[bool, list[Finding]]:
    """Return whether an output says the right value, and the other values it says."""
    right, findings = False, []
    for language in set(reading.languages) & fact.said.keys():
        said = fact.said[language]
        rest = [other.said[language] for other in others if language in other.said]
        for paragraph in reading.paragraphs:
            right = right or any(_spans(said.phrases, paragraph))
            findings += [
                fault(
                    "prove.other_value",
                    reading.output,
                    fact.origin,
                    0,
                    fact=fact.name,
                    found=value,
                    expected=said.phrases[0],
                )
                for value in _rivals(said, fact.besides, rest, paragraph)
            ]
    return right, findings


def _rivals(said: Said, besides: Sequence[str], rest: Sequence[Said], paragraph: str) -> Iterator[str]:
    hits = (
        (hit, _distance(said, hit.span(), paragraph)) for hit in _compiled(said.rival).finditer(paragraph)
    )
    near = [(hit, distance) for hit, distance in hits if distance <= NEAR]
    # Most paragraphs have no rival, and what may stand there besides is a long list.
    right = list(_spans((*said.phrases, *besides), paragraph)) if near else []
    for hit, distance in near:
        if _within(hit.span(), right):
            continue
        if not any(_belongs(other, hit.span(), distance, paragraph) for other in rest):
            yield hit[0]


def _belongs(other: Said, span: Span, distance: int, paragraph: str) -> bool:
    """Tell whether a value is one of another fact: the words of that one are nearer, or it is right there."""
    theirs = _distance(other, span, paragraph)
    return theirs < distance or (theirs <= NEAR and _within(span, list(_spans(other.phrases, paragraph))))


def _distance(said: Said, span: Span, paragraph: str) -> int:
    """Return how many letters lie between a value and the nearest word that tells what it is about."""
    gaps = (
        max(span[0] - marker.end(), marker.start() - span[1], 0)
        for marker in _compiled(said.marker).finditer(paragraph)
    )
    return min(gaps, default=len(paragraph) + NEAR)


def _within(span: Span, spans: Iterable[Span]) -> bool:
    return any(first <= span[0] and span[1] <= last for first, last in spans)


def _spans(phrases: Iterable[str], paragraph: str) -> Iterator[Span]:
    folded = _folded(paragraph)
    for phrase in phrases:
        word, pattern = _phrase(phrase)
        # Most phrases stand nowhere near, and looking for a word is much faster than for a pattern.
        if word in folded:
            yield from (hit.span() for hit in pattern.finditer(paragraph))


@lru_cache(maxsize=1024)
def _folded(text: str) -> str:
    """Return a text in which two letters are equal if a pattern that ignores case takes them for equal."""
    return text.casefold().replace("ı", "i")


@lru_cache(maxsize=4096)
def _phrase(phrase: str) -> tuple[str, re.Pattern[str]]:
    """Return the longest word of a phrase, and a pattern for the whole.

    The pattern finds it however its blanks are set, but not inside a longer value.
    """
    body = r"\s*".join(re.escape(part) for part in phrase.split())
    before = r"(?<![\d.,])" if phrase[:1].isdigit() else _edge("(?<!", phrase[:1])
    after = r"(?![.,]?\d)" if phrase[-1:].isdigit() else _edge("(?!", phrase[-1:])
    word = max(map(_folded, phrase.split()), key=len, default="")
    return word, re.compile(before + body + after, re.IGNORECASE)


def _edge(look: str, letter: str) -> str:
    """Latin words have edges; Han characters stand together."""
    return rf"{look}[a-zA-Z\u00c0-\u024f])" if letter.isalpha() and letter < "\u0250" else ""


@lru_cache(maxsize=1024)
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE)
