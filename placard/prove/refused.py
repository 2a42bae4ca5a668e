"""No output says what the law of its venue refuses: one-sided terms, grounds that law does not know."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from placard.findings import Finding
from placard.library.law import Law
from placard.library.scripts import parts_words
from placard.prove.outputs import Origin, fault
from placard.prove.readings import Reading


def prove_refused(laws: Mapping[str, Law], readings: Sequence[Reading]) -> Iterator[Finding]:
    """Read every output for the words its law's packs refuse; `laws` are by venue.

    Source: `never_printed` and `never_to_guests` of `content/law/<pack>/words.yml`.
    """
    for reading in readings:
        if (law := laws.get(reading.venue)) is None:
            continue
        text = _Text.of(reading.paragraphs)
        for language in reading.languages:
            for word, pack in _refused(law, language, reading.to_guests):
                if text.holds(word):
                    origin = Origin(reading.venue)
                    yield fault("prove.refused", reading.output, origin, 0, words=word, pack=pack)


def _refused(law: Law, language: str, guests: bool) -> Iterator[tuple[str, str]]:
    """Every refused word of a language, with the pack that refuses it."""
    for pack in law.packs:
        if pack.wording:
            yield from ((word, pack.id) for word in pack.wording.never_printed.get(language, ()))
        if pack.wording and guests:
            yield from ((word, pack.id) for word in pack.wording.never_to_guests.get(language, ()))


@dataclass(frozen=True, slots=True)
class _Text:
    """Paragraphs in every way they are asked for a word."""

    paragraphs: tuple[str, ...]
    small: str
    unbroken: tuple[str, ...]

    @classmethod
    def of(cls, paragraphs: tuple[str, ...]) -> _Text:
        """Prepare the paragraphs of one output."""
        return cls(
            paragraphs, "\n".join(paragraphs).casefold(), tuple("".join(text.split()) for text in paragraphs)
        )

    def holds(self, word: str) -> bool:
        """Latin words stand whole; Han characters stand together, and a line may break between any two."""
        if not parts_words(word):
            together = "".join(word.split())
            return any(together in text for text in self.unbroken)
        # Most words are in no way there, which letters alone tell sooner than a pattern.
        if not all(part in self.small for part in word.casefold().split()):
            return False
        spaced = r"\s+".join(map(re.escape, word.split()))
        whole = re.compile(rf"(?<!\w){spaced}(?!\w)", re.IGNORECASE)
        return any(map(whole.search, self.paragraphs))
