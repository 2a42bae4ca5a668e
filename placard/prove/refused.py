"""No output says what the law of its venue refuses: one-sided terms, grounds that law does not know."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

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
        law, guests = laws.get(reading.venue), reading.to_guests
        unbroken = ["".join(paragraph.split()) for paragraph in reading.paragraphs] if law else []
        for language in reading.languages if law else ():
            assert law is not None
            for word, pack in _refused(law, language, guests):
                if _stands_in(word, reading.paragraphs, unbroken):
                    origin = Origin(reading.venue)
                    yield fault("prove.refused", reading.output, origin, 0, words=word, pack=pack)


def _refused(law: Law, language: str, guests: bool) -> Iterator[tuple[str, str]]:
    """Every refused word of a language, with the pack that refuses it."""
    for pack in law.packs:
        if pack.wording:
            yield from ((word, pack.id) for word in pack.wording.never_printed.get(language, ()))
        if pack.wording and guests:
            yield from ((word, pack.id) for word in pack.wording.never_to_guests.get(language, ()))


def _stands_in(word: str, paragraphs: Sequence[str], unbroken: Sequence[str]) -> bool:
    """Latin words stand whole; Han characters stand together, and a line may break between any two."""
    if parts_words(word):
        spaced = r"\s+".join(map(re.escape, word.split()))
        whole = re.compile(rf"(?<!\w){spaced}(?!\w)", re.IGNORECASE)
        return any(map(whole.search, paragraphs))
    together = "".join(word.split())
    return any(together in text for text in unbroken)
