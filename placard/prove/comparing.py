"""One fact, one value: the outputs of each venue compared by whoever has a hand free."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TypeAlias

from placard.findings import Finding, in_order
from placard.made import Made
from placard.press.pool import Crew
from placard.prove.one_value import KeyFact, prove_one_value
from placard.prove.pdf import Shelf, Unreadable
from placard.prove.readings import Reading, read_html, read_pdf, read_text

House: TypeAlias = tuple[str, tuple[KeyFact, ...], tuple[Made, ...]]
"""A venue, what must have one value in all its outputs, and these."""


@dataclass(frozen=True, slots=True)
class Comparison:
    """What it takes to compare: the folder of PDFs that were read before."""

    shelf: Path

    def within(self, house: House) -> tuple[Finding, ...]:
        """Return what is wrong with the facts of a venue in its own outputs."""
        _, facts, made = house
        readings = list(readings_of(made, Shelf(self.shelf)))
        return tuple(prove_one_value(facts, readings)) if readings else ()


def begin_to_compare(
    facts: Sequence[KeyFact], made: Sequence[Made], comparison: Comparison, crew: Crew
) -> None:
    """Have outputs compared that `compare` will ask about, while this process proves others."""
    for house in _houses(facts, made):
        crew.begin(comparison.within, house, _name(house))


def compare(
    facts: Sequence[KeyFact], made: Sequence[Made], comparison: Comparison, crew: Crew
) -> list[Finding]:
    """Compare the outputs of each venue; having nothing to compare is a finding."""
    houses = _houses(facts, made)
    if not any(of_house for _, _, of_house in houses):
        return prove_one_value([], [])
    found = crew.help_with(comparison.within, houses, _name)
    return in_order(finding for each in found for finding in each)


def _houses(facts: Sequence[KeyFact], made: Sequence[Made]) -> list[House]:
    return [
        (
            venue,
            tuple(fact for fact in facts if fact.origin.venue == venue),
            tuple(each for each in made if each.venue == venue and _may_be_read(each)),
        )
        for venue in dict.fromkeys(fact.origin.venue for fact in facts)
    ]


def _name(house: House) -> str:
    return house[0]


def readings_of(made: Sequence[Made], shelf: Shelf) -> Iterator[Reading]:
    """Yield the words of every output that says something of a venue."""
    for each in filter(_may_be_read, made):
        output = each.path.as_posix()
        if each.file.suffix == ".pdf":
            with suppress(Unreadable, OSError):  # reported with the sheets
                reading = read_pdf(output, each.venue, each.languages, shelf.read(each.file))
                yield replace(reading, letter=each.kind == "letter")
        else:
            read = read_text if each.file.suffix == ".txt" else read_html
            yield replace(read(output, each.venue, each.languages, each.file), letter=each.kind == "letter")


def _may_be_read(made: Made) -> bool:
    words = made.kind in ("page", "short", "status", "letter", "text")
    return made.file.suffix == ".pdf" or (words and bool(made.venue))
