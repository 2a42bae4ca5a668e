"""Texts that say what they rest on, and those that are said under a law none of their sources belongs to."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from placard.findings import Finding, Place, Severity
from placard.library.law import Law, Pack
from placard.library.texts import Clause, Mail
from placard.library.training import Question
from placard.read.law import chain

MAIL = "mail "
"""What the id of a mail begins with, where it stands among clauses."""


@dataclass(frozen=True, slots=True)
class Rests:
    """What a text rests on, by the id of its clause, mail or question, or of its sheet and line.

    `place` is where its source is written down, which is one place for all languages.
    """

    id: str
    source: tuple[str, ...]
    place: Place


def rests(text: Clause | Mail | Question) -> Rests:
    """Return what a text that is known by a name of its own rests on."""
    name = f"{MAIL}{text.id}" if isinstance(text, Mail) else text.id
    return Rests(name, text.source, text.place)


def rests_elsewhere(source: Sequence[str], law: Law) -> bool:
    """Tell whether words rest on other laws alone; what is also our own word may be said under any."""
    here = {pack.id for pack in law.packs}  # the house is in every chain
    return bool(source) and not any(each.partition(":")[0] in here for each in source)


def strangers(source: Sequence[str], packs: Mapping[str, Pack]) -> frozenset[str]:
    """Return the laws under which words with this source would rest on other laws alone."""
    return frozenset(law for law in packs if rests_elsewhere(source, chain(packs, law)))


def elsewhere(said: Iterable[Rests], law: Law, venue: str) -> Iterator[Finding]:
    """Find what is said under the law of a venue and rests on other laws alone; each text once."""
    for text in {each.id: each for each in said if rests_elsewhere(each.source, law)}.values():
        values = {"id": text.id, "law": law.id}
        yield Finding("content.source_elsewhere", Severity.WARNING, text.place, values, venue=venue)
