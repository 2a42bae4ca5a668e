"""What a type of venue prints or files under a title: papers the book can send somebody to."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from placard.findings import Place
from placard.library.conditions import Conditions
from placard.library.library import Library
from placard.library.texts import Local
from placard.library.vocabulary import VenueType

HANGING_PLAN = "hanging-plan", "hanging_plan"
"""The plan of all sheets, which has no file of its own, and what labels call it."""


@dataclass(frozen=True, slots=True)
class NamedPaper:
    """A form, card, register, poster or record: its title, and where it is made."""

    title: Local
    applies: Conditions
    place: Place


def papers_of(library: Library, venue_type: VenueType) -> Mapping[str, NamedPaper]:
    """Return the papers of a type by name: forms, cards, papers of the staff, booklets and records."""
    cards = (library.cards[name] for name in venue_type.cards if name in library.cards)
    papers = {card.paper: NamedPaper(card.front.heading, card.applies, card.place) for card in cards}
    for name in (*venue_type.staff, *venue_type.booklets):
        if document := library.documents.get(name):
            papers[name] = NamedPaper(document.title, document.applies, document.place)
    for name in (*venue_type.forms, *venue_type.staff_forms):
        if form := library.forms.get(name):
            papers[name] = NamedPaper(form.title, form.applies, form.place)
    plan = {language: each.words[HANGING_PLAN[1]] for language, each in library.labels.items()}
    papers[HANGING_PLAN[0]] = NamedPaper(plan, (), venue_type.place)
    return {name: NamedPaper(each.title, (), each.place) for name, each in library.records.items()} | papers
