"""The plan: every document with its sheet, its rooms and the reason it is made."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from placard.check.applying import applies, unanswered
from placard.library.conditions import Truth
from placard.library.library import Library
from placard.library.texts import Document, Quiz
from placard.phrases.facts import Context
from placard.phrases.values import Question
from placard.plan.places import places_asked
from placard.plan.sheets import PlannedSheet, sheets_of


@dataclass(frozen=True, slots=True)
class PlannedDocument:
    """A page, handbook or quiz in one language."""

    kind: Literal["page", "handbook", "quiz"]
    source: Document | Quiz
    language: str


@dataclass(frozen=True, slots=True)
class Waiting:
    """A document of which nobody can tell yet whether the venue needs it."""

    id: str
    language: str
    questions: tuple[Question, ...]


@dataclass(frozen=True, slots=True)
class Plan:
    """Everything that is to be made for one venue."""

    sheets: tuple[PlannedSheet, ...]
    pages: tuple[PlannedDocument, ...]
    staff: tuple[PlannedDocument, ...]
    staff_languages: tuple[str, ...]
    waiting: tuple[Waiting, ...]


def plan(library: Library, context: Context) -> Plan:
    """Plan a venue's documents from its type; one that depends on an unknown fact waits."""
    venue = context.venue
    venue_type = library.types[venue.type]
    staff_languages = venue.staff_languages or venue.languages[:1]
    pages = [library.documents[name] for name in venue_type.pages]
    signs = [library.signs[name] for name in venue_type.signs]
    conditions = [(each.id, each.applies) for each in pages] + [(each.id, each.applies) for each in signs]
    waiting = [
        Waiting(name, venue.languages[0], tuple(unanswered([needed_when], context)))
        for name, needed_when in conditions
        if applies(needed_when, context) is Truth.UNKNOWN
    ]
    waiting += [
        Waiting(sign.id, venue.languages[0], asked)
        for sign in signs
        if applies(sign.applies, context) is Truth.YES and (asked := places_asked(sign, context))
    ]
    needed = [page for page in pages if applies(page.applies, context) is Truth.YES]
    return Plan(
        sheets=tuple(
            sheet
            for sign in signs
            if applies(sign.applies, context) is Truth.YES
            for sheet in sheets_of(sign, context)
        ),
        pages=tuple(
            PlannedDocument("page", page, language) for language in venue.languages for page in needed
        ),
        staff=tuple(
            planned
            for language in staff_languages
            for name in venue_type.staff
            for planned in _staff(library, name, language)
        ),
        staff_languages=staff_languages,
        waiting=tuple(waiting),
    )


def _staff(library: Library, name: str, language: str) -> list[PlannedDocument]:
    if name in library.quizzes:
        return [PlannedDocument("quiz", library.quizzes[name], language)]
    if name in library.documents:
        return [PlannedDocument("handbook", library.documents[name], language)]
    return []
