"""Words that send a reader of the handbook to another page of it: there has to be such a section."""

from __future__ import annotations

import re
from collections.abc import Iterator

from placard.check.nearest import nearest
from placard.findings import Finding
from placard.library.library import Library
from placard.read.found import found

_LINK = re.compile(r"\]\(book:([^)\s]*)\)")


def sections_of_books(library: Library) -> frozenset[str]:
    """Return the id of every section, chapter and situation a handbook of any type has."""
    return frozenset(
        name for venue_type in library.types.values() for name in library.handbook_headings(venue_type)
    )


def pointing_findings(library: Library) -> Iterator[Finding]:
    """Find links to sections no book has, and such links in words of guests, who have no book."""
    sections = sections_of_books(library)
    for clause in library.clauses.values():
        for text in clause.texts.values():
            for name in _LINK.findall(text.markdown):
                if clause.audience == "public":
                    yield found("content.book_in_public", text.place, section=name)
                elif name not in sections:
                    near = nearest(name, sections)
                    yield found("content.no_section_in_book", text.place, section=name, near=near)
