"""The promise ledger of one venue: its promises with their values, and where the book tells how."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Protocol

from markupsafe import Markup

from placard.check.applying import applies
from placard.compose.fragments import safe, shape
from placard.compose.saying import Saying
from placard.compose.tokenised import TokenisedPassage
from placard.findings import Place
from placard.library.conditions import Conditions, Truth
from placard.library.ledger import LedgerRow
from placard.library.library import Library
from placard.library.papers import papers_of
from placard.library.texts import LedgerTable, Local
from placard.library.vocabulary import VenueType
from placard.model import UNANSWERED
from placard.phrases.facts import Context, spec, value_of
from placard.phrases.placeholders import placeholders


class Work(Protocol):
    """The document under way: it says words of a language, and takes down what is open."""

    saying: Saying
    context: Context

    def local(self, words: Local, what: str, place: Place) -> str:
        """Return words in the language of the document."""


@dataclass(frozen=True, slots=True)
class _Row:
    promise: Markup
    facts: tuple[str, ...]
    kept_in: tuple[tuple[str, Markup], ...]
    papers: tuple[Markup, ...]
    owner: Markup


def ledger_tables(
    table: LedgerTable, library: Library, venue_type: VenueType, work: Work
) -> list[TokenisedPassage]:
    """Return a table for each group that has a promise true of the place.

    What nobody has answered yet is promised to no guest either, so it is left out and asks nothing.
    Sections the book turns out not to have leave their cell when it is filled.
    """
    headings = [safe(work.local(each, "column", table.place)) for each in table.headings]
    made = []
    for group in library.ledger.groups:
        rows = [_row(row, library, venue_type, work) for row in group.rows if is_promised(row, work.context)]
        if rows:
            heading = safe(work.local(group.heading, group.id, group.place))
            html = shape("ledger.html", heading=heading, headings=headings, rows=rows)
            made.append(TokenisedPassage(f"table of promises: {group.id}", html))
    return made


def is_promised(row: LedgerRow, context: Context) -> bool:
    """Tell whether a place promises this: it is so there, and all of it is known."""
    asked = {each.fact for text in row.promise.values() for each in placeholders(text)[0]} | {row.owner}
    return _is_so(row.applies, context) and all(value_of(fact, context) is not UNANSWERED for fact in asked)


def _is_so(conditions: Conditions, context: Context) -> bool:
    return applies(conditions, context) is Truth.YES


def _row(row: LedgerRow, library: Library, venue_type: VenueType, work: Work) -> _Row:
    sections = library.handbook_headings(venue_type)
    return _Row(
        safe(work.local(row.promise, row.id, row.place)),
        tuple(map(entry_of, row.facts)),
        tuple(
            (name, safe(work.local(sections[name], name, row.place)))
            for name in row.kept_in
            if name in sections
        ),
        tuple(_papers(row, library, venue_type, work)),
        safe(work.saying.line(f"{{{{ {row.owner} | name }}}}", work.context)),
    )


def _papers(row: LedgerRow, library: Library, venue_type: VenueType, work: Work) -> Iterator[Markup]:
    papers = papers_of(library, venue_type)
    for paper in (papers[name] for name in row.papers if name in papers):
        if _is_so(paper.applies, work.context):
            yield safe(work.local(paper.title, row.id, paper.place))


def entry_of(fact: str) -> str:
    """Return where in the venue file a fact is typed, as keys."""
    known = spec(fact)
    return ".".join(map(str, known.asks)) if known and known.asks else fact
