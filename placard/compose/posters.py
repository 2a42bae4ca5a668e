"""The poster of a whole: of each item the words it begins with, and where the handbook says more."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import replace

from placard.check.leads import WHOLE
from placard.compose.documents import Composer
from placard.compose.fragments import safe, shape
from placard.compose.tokenised import BOOK_LINK, Composed, TokenisedPassage, TokenisedSection, Withheld
from placard.findings import Finding, Severity
from placard.library.texts import Document

_LEAD = re.compile(r"<p><strong>(.*?)</strong>", re.DOTALL)


def poster_words(composer: Composer, document: Document, language: str) -> Composed | Withheld:
    """Compose a poster; it waits for what its sections wait for in the handbook."""
    made = composer.document(document, language)
    return made if isinstance(made, Withheld) else _Work(composer, language).cut(made)


class _Work:
    """A poster under way."""

    def __init__(self, composer: Composer, language: str) -> None:
        self.composer = composer
        self.language = language
        self.words = composer.speaker(language).labels.words
        self.book: Collection[str] = composer.library.handbook_headings(composer.venue_type)
        self.findings: list[Finding] = []

    def cut(self, made: Composed) -> Composed | Withheld:
        sections = tuple(self._section(section) for section in made.sections)
        if self.findings:
            return Withheld(made.id, made.language, (), tuple(self.findings))
        return replace(made, sections=sections)

    def _section(self, section: TokenisedSection) -> TokenisedSection:
        if section.frame != WHOLE:
            return section
        items = tuple(self._item(passage) for passage in section.passages[1:])
        return replace(section, passages=items)

    def _item(self, passage: TokenisedPassage) -> TokenisedPassage:
        lead = _LEAD.match(passage.html)
        if lead is None:
            text = self.composer.library.clauses[passage.source].texts[self.language]
            values = {"clause": passage.source, "language": self.language}
            self.findings.append(Finding("content.no_lead", Severity.ERROR, text.place, values))
            return passage
        more = [hit[2] for hit in BOOK_LINK.finditer(passage.html) if hit[1] in self.book]
        html = shape(
            "lead.html",
            words=safe(_held_together(lead[1])),
            book=self.words["handbook"],
            colon=self.words["colon"],
            more=safe(more[0]) if more else "",
        )
        return replace(passage, html=html)


def _held_together(lead: str) -> str:
    """Keep the last two words on one line: large type leaves no word alone on the second."""
    before, _, last = lead.rpartition(" ")
    return f"{before}\N{NO-BREAK SPACE}{last}" if before and not set("<>") & set(last) else lead
