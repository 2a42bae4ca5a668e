"""No output speaks of a law that is not its venue's: the terms each pack is known by are looked for."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from placard.findings import Finding
from placard.library.law import Law, Pack
from placard.library.scripts import parts_words
from placard.prove.outputs import Origin, fault
from placard.prove.readings import Reading


def prove_foreign(
    laws: Mapping[str, Law], packs: Mapping[str, Pack], readings: Sequence[Reading]
) -> Iterator[Finding]:
    """Read every output for the terms of packs its venue's law does not rest on; `laws` are by venue.

    Source: `terms` of `content/law/<pack>/words.yml`.
    """
    searches = {law.id: _Search.of(law, packs) for law in laws.values()}
    for reading in readings:
        if reading.venue in laws:
            search = searches[laws[reading.venue].id]
            for term in sorted({term for text in reading.paragraphs for term in search.found_in(text)}):
                origin = Origin(reading.venue)
                pack = search.home[term]
                yield fault("prove.foreign_law", reading.output, origin, 0, words=term, pack=pack)


@dataclass(frozen=True, slots=True)
class _Search:
    """What to look for under one law: its own terms first, so that no GDPR is read out of UK GDPR."""

    home: Mapping[str, str]
    latin: re.Pattern[str] | None
    han: re.Pattern[str] | None

    @classmethod
    def of(cls, law: Law, packs: Mapping[str, Pack]) -> _Search:
        own = {term for pack in law.packs if pack.wording for term in pack.wording.terms}
        chain = {pack.id for pack in law.packs}
        others = [pack for pack in packs.values() if pack.id not in chain and pack.wording]
        home = {term: pack.id for pack in others if pack.wording for term in pack.wording.terms}
        home = {term: pack for term, pack in home.items() if term not in own}
        return cls(home, _pattern(own, home, latin=True), _pattern(own, home, latin=False))

    def found_in(self, text: str) -> Iterator[str]:
        """Yield every term of a foreign law in a text; a line may break between any two Han characters."""
        for pattern, told in ((self.latin, " ".join(text.split())), (self.han, "".join(text.split()))):
            if pattern is not None:
                yield from (match[0] for match in pattern.finditer(told) if match[0] in self.home)


def _pattern(own: set[str], home: Mapping[str, str], latin: bool) -> re.Pattern[str] | None:
    terms = [term for term in sorted({*own, *home}, key=len, reverse=True) if parts_words(term) is latin]
    every = "|".join(map(re.escape, terms))
    edge = r"(?<!\w)(?:{})(?!\w)" if latin else "{}"
    return re.compile(edge.format(every)) if terms else None
