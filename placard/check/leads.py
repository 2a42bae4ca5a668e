"""The words an item of a whole begins with: one remembers them, and a poster shows nothing else of it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from placard.findings import Finding
from placard.library.library import Library
from placard.library.texts import Document, Section, Slot
from placard.library.training import Chapter
from placard.read.found import found

WHOLE = "numbered"
"""The frame of a section that is told as a whole; its first part leads in, each other is an item."""

_LEAD = re.compile(r"\*\*[^*\s][^*]*\*\*")


def lead_findings(library: Library) -> Iterator[Finding]:
    """Find items of a whole that do not begin with words in bold, and posters of no whole or of several."""
    for document in library.documents.values():
        if document.kind == "poster":
            yield from _on_poster(document)
    told: set[tuple[str, str]] = set()
    for section in _sections(library):
        slots = [part for part in section.parts[1:] if isinstance(part, Slot)]
        for name in dict.fromkeys(name for slot in slots for name in slot.clauses):
            clause = library.clauses.get(name)
            for language, text in clause.texts.items() if clause else ():
                if not _LEAD.match(text.markdown) and (name, language) not in told:
                    told.add((name, language))
                    yield found("content.no_lead", text.place, clause=name, language=language)


def _on_poster(document: Document) -> Iterator[Finding]:
    """A poster shows one whole, which every place has."""
    wholes = [section for section in document.sections if section.frame == WHOLE]
    if len(wholes) != 1 or wholes[0].applies:
        yield found("content.poster_without_whole", document.place, id=document.id)


def _sections(library: Library) -> Iterator[Section]:
    several: list[Document | Chapter] = [*library.documents.values(), *library.chapters.values()]
    for each in several:
        yield from (section for section in each.sections if section.frame == WHOLE)
