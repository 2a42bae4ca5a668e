"""What stands in a preview: the paragraphs of a document, each with where its words are written."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from markupsafe import Markup

from placard.findings import Place
from placard.library.library import Library
from placard.library.texts import Clause, Document, Local, Section, Table

Look = Literal["title", "heading", "words", "lines"]
Mark = Literal["", "lags", "draft"]


@dataclass(frozen=True, slots=True)
class Block:
    """One paragraph as it is read, and the place of its words; `raw` are they as somebody typed them.

    `mark` says that the words are not to be printed yet.
    """

    html: Markup
    place: Place
    raw: str = ""
    look: Look = "words"
    mark: Mark = ""


@dataclass(frozen=True, slots=True)
class Shown:
    """A document to be looked at, in one language."""

    id: str
    language: str
    title: str
    blocks: tuple[Block, ...]


class Sources:
    """Where the words of one language are written; `library` is as it was read, drafts and all."""

    def __init__(self, library: Library, language: str) -> None:
        self.library = library
        self.language = language

    def local(self, html: Markup, words: Local, place: Place, look: Look = "words") -> Block:
        """Return a block of words that stand side by side with those of other languages."""
        return Block(html, place, words.get(self.language, ""), look)

    def passage(self, html: Markup, source: str, document: Document) -> Block:
        """Return a block of a document by the name composing gave its source."""
        if (clause := self.library.clauses.get(source)) is not None:
            return self._clause(html, clause)
        kind, _, name = source.partition(" ")
        if kind == "mail":
            mail = self.library.mails[name]
            return self.local(html, mail.label, mail.place)
        if kind == "table":
            return Block(html, self._table(document, name.removeprefix("of ")))
        situation, _, part = source.partition(".")
        if situation in self.library.situations:
            lines = self.library.situations[situation].parts[part]
            return Block(html, lines.place, next(iter(lines.texts.get(self.language, ())), ""))
        return Block(html, document.place)

    def heading(self, html: Markup, section: str, document: Document) -> Block:
        """Return a heading of a document, of a chapter in it, or of a situation."""
        if (situation := self.library.situations.get(section)) is not None:
            return self.local(html, situation.title, situation.place, "heading")
        for words, place in ((s.heading, place) for s, place in self._sections(document) if s.id == section):
            return self.local(html, words, place, "heading")
        return Block(html, document.place, look="heading")

    def _clause(self, html: Markup, clause: Clause) -> Block:
        text = clause.texts[self.language]
        mark: Mark = "draft" if text.draft else "" if text.of_revision == clause.revision else "lags"
        return Block(html, text.place, mark=mark)

    def _table(self, document: Document, collection: str) -> Place:
        tables = (p for s, _ in self._sections(document) for p in s.parts if isinstance(p, Table))
        return next((table.place for table in tables if table.for_each == collection), document.place)

    def _sections(self, document: Document) -> Iterator[tuple[Section, Place]]:
        for section in document.sections:
            # One that was taken over stands in the file of the other document.
            lender = self.library.documents.get(section.like.partition(".")[0], document)
            yield section, lender.place
        if any(section.insert == "chapters" for section in document.sections):
            for chapter in self.library.chapters.values():
                yield from ((section, chapter.place) for section in chapter.sections)


def marked(blocks: Sequence[Block]) -> int:
    """Return how many of the blocks are not to be printed yet."""
    return sum(1 for block in blocks if block.mark)
