"""No output says what the law of its venue refuses: one-sided terms, grounds that law does not know."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from placard.findings import Finding
from placard.library.law import Law
from placard.prove.one_value import Reading
from placard.prove.outputs import Origin, fault

STAFF = "staff/"


def prove_refused(laws: Mapping[str, Law], readings: Sequence[Reading]) -> Iterator[Finding]:
    """Read every output for the words its law's packs refuse; `laws` are by venue.

    Source: `never_printed` and `never_to_guests` of `content/law/<pack>/words.yml`.
    """
    for reading in readings:
        law, guests = laws.get(reading.venue), not reading.output.startswith(STAFF)
        for language in reading.languages if law else ():
            assert law is not None
            for word, pack in _refused(law, language, guests):
                if any(_stands_in(word, paragraph) for paragraph in reading.paragraphs):
                    origin = Origin(reading.venue)
                    yield fault("prove.refused", reading.output, origin, 0, words=word, pack=pack)


def _refused(law: Law, language: str, guests: bool) -> Iterator[tuple[str, str]]:
    """Every refused word of a language, with the pack that refuses it."""
    for pack in law.packs:
        if pack.wording:
            yield from ((word, pack.id) for word in pack.wording.never_printed.get(language, ()))
        if pack.wording and guests:
            yield from ((word, pack.id) for word in pack.wording.never_to_guests.get(language, ()))


def _stands_in(word: str, paragraph: str) -> bool:
    """Latin words stand whole; Han characters stand together, and a line may break between any two."""
    if word.isascii():
        return re.search(rf"(?<!\w){re.escape(word)}(?!\w)", paragraph, re.IGNORECASE) is not None
    return "".join(word.split()) in "".join(paragraph.split())
