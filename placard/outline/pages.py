"""Outlines of pages, handbooks and registers: what `compose/documents.py` walks, in its order."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from placard.check.resting import rests
from placard.library.conditions import Truth
from placard.library.texts import (
    Clause,
    Document,
    LedgerTable,
    MailButton,
    Section,
    SectionPart,
    Slot,
    Table,
)
from placard.library.training import Situation
from placard.library.vocabulary import VenueType
from placard.model import UNANSWERED
from placard.outline.guards import Guard
from placard.outline.outliner import Outliner, together
from placard.outline.parts import Choice, Each, Part, Seen, Since, Words
from placard.outline.standing import Standing
from placard.phrases.facts import asks
from placard.phrases.values import Question


@dataclass(frozen=True, slots=True, eq=False)
class Button:
    """A prefilled mail, which there is only where there is an address to send it to."""

    guard: Guard | None
    to: str
    lacking: Words
    words: tuple[Part, ...]

    def look(self, at: Standing, seen: Seen) -> None:
        """Look at the words of the mail where it can be sent."""
        truth = at.truth(self.guard)
        if truth is Truth.UNKNOWN and self.guard:
            seen += at.unanswered([self.guard])
        if truth is not Truth.YES:
            return
        self.lacking.look(at, seen)
        to = at.value(self.to)
        if to is UNANSWERED:
            seen.append(Question(self.to, asks(self.to, at.context)))
        elif to is not None:
            for part in self.words:
                part.look(at, seen)


def page(document: Document, venue_type: VenueType, outliner: Outliner) -> tuple[Part, ...]:
    """Outline a document as a type of venue has it."""
    work = _Work(venue_type, outliner)
    ends = [outliner.words(document.title)]
    ends += [outliner.words(document.description)] if document.description else []
    return together(
        [*(part for section in document.sections for part in work.sections(section)), Since(), *ends]
    )


class _Work:
    """One document under way."""

    def __init__(self, venue_type: VenueType, outliner: Outliner) -> None:
        self.venue_type = venue_type
        self.outliner = outliner
        self.library = outliner.library

    def sections(self, section: Section) -> Iterator[Part]:
        """Yield a section, and what the type of venue has inserted after it."""
        heading = [self.outliner.words(section.heading)] if section.heading else []
        parts = [made for part in section.parts for made in self._part(part)]
        yield from self.outliner.when(section.applies, [*parts, *heading])
        if section.insert == "chapters":
            for chapter in (self.library.chapters[name] for name in self.venue_type.chapters):
                yield from (made for below in chapter.sections for made in self.sections(below))
        elif section.insert == "situations":
            for situation in (self.library.situations[name] for name in self.venue_type.situations):
                yield from self.outliner.when(situation.applies, list(self._situation(situation)))

    def _situation(self, situation: Situation) -> Iterator[Part]:
        yield self.outliner.words(situation.title)
        yield from map(self.outliner.lines, situation.parts.values())
        yield from self._fill(Slot("optional", situation.law, situation.place))

    def _part(self, part: SectionPart) -> Iterator[Part]:
        match part:
            case Slot():
                body = self._fill(part)
                yield from (Each(part.for_each, body),) if part.for_each else body
            case Table():
                cells = [self.outliner.cell(column.cell) for column in part.columns]
                yield Each(part.for_each, together(cells))
                yield self.outliner.words(*(column.heading for column in part.columns))
            case LedgerTable():
                # A promise of which something is open is not printed, and asks nothing.
                yield self.outliner.words(*part.headings)
            case MailButton():
                mail = self.library.mails[part.mail]
                every = (mail.label, mail.subject, mail.body)
                lacking = self.outliner.texts(
                    lambda language: [None if language not in w else "" for w in every]
                )
                words = self.outliner.resting(
                    rests(mail), self.outliner.words(mail.subject, mail.body, mail.label)
                )
                yield Button(self.outliner.guards.of(part.applies), mail.to, lacking, words)

    def _fill(self, slot: Slot) -> tuple[Part, ...]:
        clauses = [self.library.clauses[name] for name in slot.clauses]
        if not clauses and slot.fills != "one":
            return ()
        variants = tuple(
            (self.outliner.guards.of(clause.applies), self._clause(clause)) for clause in clauses
        )
        if len(variants) == 1 and variants[0][0] is None:
            return together(variants[0][1])
        return (Choice.of(slot.fills, variants),)

    def _clause(self, clause: Clause) -> tuple[Part, ...]:
        def text_of(language: str) -> list[str | None]:
            text = clause.ready(language)
            return [text.markdown if text else None]

        return self.outliner.resting(rests(clause), self.outliner.texts(text_of))
