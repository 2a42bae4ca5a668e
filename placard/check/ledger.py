"""The promise ledger holds together: what guests are promised has a row, and every row a way to be kept.

A promise is an assertion of `promises.yml` that words of guests make, and a length of time they are told,
but for those the law sets. What a row names has to be there for every type of venue it stands in.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping

from placard.check.implying import implies
from placard.check.nearest import nearest
from placard.check.pointing import sections_of_books
from placard.check.promised import guests_words
from placard.findings import Finding, Place, said
from placard.library.conditions import Block, Conditions
from placard.library.ledger import LedgerRow
from placard.library.library import Library
from placard.library.papers import papers_of
from placard.library.vocabulary import VenueType
from placard.model.paths import field_at
from placard.phrases.facts import spec
from placard.phrases.placeholders import placeholders
from placard.phrases.values import FactKind
from placard.read.found import found

ROLES = "roles"
_ITEM_OF = {"area.retention": "surveillance.retention"}
"""A fact of an item that is promised for all of them together."""
_NEEDED = ("facts", "kept_in", "papers", "owner")


def ledger_findings(library: Library) -> Iterator[Finding]:
    """Find promises without a row, and rows without what keeps them; no ledger promises nothing."""
    if library.ledger.groups:
        yield from _without_row(library)
        yield from _only_told(library)
        for row in library.ledger.rows:
            yield from _row(row, library)


def _without_row(library: Library) -> Iterator[Finding]:
    rows = list(library.ledger.rows)
    held = {name for row in rows for name in row.holds} | library.ledger.only_told.keys()
    facts = {fact for row in rows for fact in row.facts}
    for language, text, place in guests_words(library):
        for promise, words in library.promises.made_in(text, language):
            if promise.id not in held:
                yield found("content.promise_without_row", place, words=words, row=promise.id)
        for asked in placeholders(text)[0]:
            if _is_promised(asked.fact) and not facts & {asked.fact, _ITEM_OF.get(asked.fact, "")}:
                yield found("content.period_without_row", place, fact=asked.fact)


def _is_promised(fact: str) -> bool:
    known = spec(fact)
    return known is not None and known.kind is FactKind.DURATION and not fact.startswith("law.")


def _only_told(library: Library) -> Iterator[Finding]:
    first = library.ledger.groups[0].place
    for name in library.ledger.only_told:
        if name not in library.promises.every:
            yield _nothing("promise", name, library.promises.every, first)


def _row(row: LedgerRow, library: Library) -> Iterator[Finding]:
    for key in _NEEDED:
        if not getattr(row, key):
            yield found("content.ledger_lacks", row.place, row=row.id, key=key)
    yield from _names(row, library)
    for venue_type in library.types.values():
        if venue_type.chapters and not _excludes(row.applies, venue_type):
            yield from _kept(row, venue_type, library)


def _names(row: LedgerRow, library: Library) -> Iterator[Finding]:
    clauses = (clause.id for clause in library.clauses.values() if clause.audience == "public")
    public = [*clauses, *library.signs]
    papers = {name for each in library.types.values() for name in papers_of(library, each)}
    pointed: Mapping[str, tuple[Collection[str], Collection[str]]] = {
        "promise": (row.holds, library.promises.every),
        "clause": (row.told, public),
        "book_section": (row.kept_in, sections_of_books(library)),
        "paper": (row.papers, papers),
    }
    for what, (named, known) in pointed.items():
        yield from (_nothing(what, name, known, row.place) for name in named if name not in known)
    for fact in row.facts:
        if spec(fact) is None and field_at(tuple(fact.split("."))) is None:
            yield found("content.no_such_fact", row.place, fact=fact, near="–")
    owner = spec(row.owner)
    if row.owner and (owner is None or owner.vocabulary != ROLES):
        yield found("content.ledger_no_role", row.place, row=row.id, fact=row.owner)


def _nothing(what: str, name: str, known: Collection[str], place: Place) -> Finding:
    near = nearest(name, known)
    return found("content.ledger_names_nothing", place, what=said(f"words.what_{what}"), id=name, near=near)


def _kept(row: LedgerRow, venue_type: VenueType, library: Library) -> Iterator[Finding]:
    """Of each kind at least one must be made wherever the promise is."""
    sections = _conditions_of_sections(venue_type, library)
    papers = {name: paper.applies for name, paper in papers_of(library, venue_type).items()}
    for key, named, known in (("kept_in", row.kept_in, sections), ("papers", row.papers, papers)):
        if named and not any(name in known and _follows(row.applies, known[name]) for name in named):
            yield found("content.ledger_not_here", row.place, row=row.id, key=key, type=venue_type.code)


def _conditions_of_sections(venue_type: VenueType, library: Library) -> dict[str, Conditions]:
    books = [library.documents[name].sections for name in venue_type.staff if name in library.documents]
    books += [library.chapters[name].sections for name in venue_type.chapters if name in library.chapters]
    sections = {section.id: section.applies for several in books for section in several}
    named = (library.situations[name] for name in venue_type.situations if name in library.situations)
    return sections | {situation.id: situation.applies for situation in named}


def _follows(given: Conditions, wanted: Conditions) -> bool:
    """Tell whether what is made under `wanted` is surely made under `given`."""
    if not wanted:
        return True
    return bool(given) and all(any(_implied(block, other) for other in wanted) for block in given)


def _implied(given: Block, wanted: Block) -> bool:
    return all(any(implies(test, each) for test in given) for each in wanted)


def _excludes(conditions: Conditions, venue_type: VenueType) -> bool:
    """Tell whether a promise can stand nowhere in this type."""
    return bool(conditions) and all(
        any(test.fact == "type" and venue_type.code not in test.operands for test in block)
        for block in conditions
    )
