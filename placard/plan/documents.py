"""The plan: every document with its sheet, its rooms and the reason it is made."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from placard.check.applying import applies, unanswered
from placard.library.binding import Binding
from placard.library.conditions import Truth
from placard.library.forms import Form
from placard.library.library import Library
from placard.library.texts import Document, Sign
from placard.library.training import Card, Quiz
from placard.library.vocabulary import VenueType
from placard.phrases.collections import COLLECTIONS
from placard.phrases.facts import Context, Item
from placard.phrases.values import Question
from placard.plan.items import about_items
from placard.plan.own import own_orders, own_questions, own_sheets
from placard.plan.places import places_asked
from placard.plan.sheets import PlannedSheet, sheets_of


@dataclass(frozen=True, slots=True)
class PlannedDocument:
    """A page, a leaflet or a paper of the staff pack in one language."""

    kind: Literal["page", "leaflet", "handbook", "register", "poster", "quiz", "card"]
    source: Document | Quiz | Card
    language: str

    @property
    def name(self) -> str:
        """The name of the file that will be made, without its language."""
        return self.source.paper if isinstance(self.source, Card) else self.source.id


@dataclass(frozen=True, slots=True)
class PlannedBooklet:
    """Pages bound as one paper, in one of the guests' languages."""

    document: Document
    binding: Binding
    language: str

    @property
    def name(self) -> str:
        """What the booklet is called where documents are listed."""
        return self.document.id


@dataclass(frozen=True, slots=True)
class PlannedForm:
    """A form in one of the languages of whoever reads it; `about` is the item it is for, if it is for one."""

    form: Form
    language: str
    about: Item | None = None
    number: int = 0

    @property
    def name(self) -> str:
        """What it is called where documents are listed: its id, and the number of the item it is for."""
        return f"{self.form.id}.{self.number}" if self.number else self.form.id

    def context(self, context: Context) -> Context:
        """Return the facts with the item at hand."""
        return context.at(COLLECTIONS[self.form.for_each], self.about) if self.about else context


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
    booklets: tuple[PlannedBooklet, ...]
    leaflets: tuple[PlannedDocument, ...]
    forms: tuple[PlannedForm, ...]
    texts: tuple[PlannedForm, ...]
    staff: tuple[PlannedDocument, ...]
    staff_forms: tuple[PlannedForm, ...]
    staff_languages: tuple[str, ...]
    waiting: tuple[Waiting, ...]


def plan(library: Library, context: Context) -> Plan:
    """Plan a venue's documents from its type; one that depends on an unknown fact waits."""
    venue = context.venue
    venue_type = library.types[venue.type]
    staff_languages = venue.staff_languages or venue.languages[:1]
    pages = [library.documents[name] for name in venue_type.pages]
    booklets = [library.documents[name] for name in venue_type.booklets]
    leaflets = [library.documents[name] for name in venue_type.leaflets]
    signs = [library.signs[name] for name in venue_type.signs]
    forms = [library.forms[name] for name in (*venue_type.forms, *venue_type.texts)]
    staff_forms = [library.forms[name] for name in venue_type.staff_forms]
    cards = [library.cards[name] for name in venue_type.cards]
    every: list[Document | Sign | Form] = [*pages, *booklets, *leaflets, *signs, *forms, *staff_forms]
    conditions = [(each.id, each.applies) for each in every] + [(card.paper, card.applies) for card in cards]
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
    waiting += [
        Waiting(f"own-{order.own_id}", venue.languages[0], asked)
        for order in own_orders(context)
        if (asked := own_questions(order, context))
    ]
    waiting += [
        Waiting(each.name, each.language, tuple(unanswered([form.only_where], each.context(context))))
        for form in staff_forms
        if applies(form.applies, context) is Truth.YES
        for about, number in about_items(form, context, Truth.UNKNOWN)
        for each in [PlannedForm(form, venue.languages[0], about, number)]
    ]
    needed = [page for page in pages if applies(page.applies, context) is Truth.YES]
    cards = [card for card in cards if applies(card.applies, context) is Truth.YES]
    handed = [
        PlannedForm(form, language)
        for form in forms
        if applies(form.applies, context) is Truth.YES
        for language in venue.languages
    ]
    return Plan(
        sheets=(
            *(
                sheet
                for sign in signs
                if applies(sign.applies, context) is Truth.YES
                for sheet in sheets_of(sign, context)
            ),
            *own_sheets(library, context),
        ),
        pages=tuple(
            PlannedDocument("page", page, language) for language in venue.languages for page in needed
        ),
        booklets=tuple(
            PlannedBooklet(booklet, booklet.binds, language)
            for booklet in booklets
            if booklet.binds is not None and applies(booklet.applies, context) is Truth.YES
            for language in venue.languages
        ),
        leaflets=tuple(
            PlannedDocument("leaflet", leaflet, language)
            for leaflet in leaflets
            if applies(leaflet.applies, context) is Truth.YES
            for language in venue.languages
        ),
        forms=tuple(each for each in handed if each.form.kind != "text"),
        texts=tuple(each for each in handed if each.form.kind == "text"),
        staff=tuple(
            planned
            for language in staff_languages
            for planned in _staff(library, venue_type, cards, language)
        ),
        staff_forms=tuple(
            PlannedForm(form, language, about, number)
            for form in staff_forms
            if applies(form.applies, context) is Truth.YES
            for language in (venue.languages if form.readers == "public" else staff_languages)
            for about, number in about_items(form, context, Truth.YES)
        ),
        staff_languages=staff_languages,
        waiting=tuple(waiting),
    )


def _staff(
    library: Library, venue_type: VenueType, cards: Sequence[Card], language: str
) -> Iterator[PlannedDocument]:
    for paper in (library.documents[name] for name in venue_type.staff):
        if paper.kind != "booklet":
            yield PlannedDocument(paper.kind, paper, language)
    for name in venue_type.quizzes:
        yield PlannedDocument("quiz", library.quizzes[name], language)
    for card in cards:
        yield PlannedDocument("card", card, language)
