"""The notice on paper that signs promise: where guests are sent to the desk for it, it lies there."""

from __future__ import annotations

from collections.abc import Iterator

from placard.findings import Finding, Severity
from placard.library.library import Library
from placard.library.texts import Document
from placard.library.vocabulary import VenueType
from placard.read.found import found


def paper_promised(library: Library) -> Iterator[Finding]:
    """Find signs that send guests to the desk for a paper nobody keeps there, and pages it lacks."""
    for each in library.types.values():
        signs = [library.signs[name] for name in each.signs if name in library.signs]
        sending = [sign.id for sign in signs if sign.notice == "desk"]
        kept = [book for book in _booklets(each, library) if book.binds and book.binds.copies]
        if sending and not kept:
            values = {"sign": sending[0], "type": each.code}
            yield found("content.no_paper_notice", each.place, Severity.WARNING, **values)
        bound = {page for book in kept if book.binds for page in book.binds.pages}
        for page in each.pages:
            if kept and page not in bound:
                values = {"page": page, "id": kept[0].id}
                yield found("content.page_not_bound", kept[0].place, Severity.WARNING, **values)


def _booklets(venue_type: VenueType, library: Library) -> list[Document]:
    return [library.documents[name] for name in venue_type.booklets if name in library.documents]
