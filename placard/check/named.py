"""What venue types, signs and questions name: what they point to must be there."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from placard.check.nearest import nearest
from placard.check.on_paper import paper_promised
from placard.findings import Finding, Place, said
from placard.library.binding import Folding
from placard.library.library import Library
from placard.library.texts import Document
from placard.library.vocabulary import SHEETS, VenueType
from placard.read.found import found


def names_of_types(library: Library) -> Iterator[Finding]:
    """Check the pages, signs and staff papers every kind of venue is said to have."""
    documents = library.documents.values()
    pages = {each.id for each in documents if each.kind == "page"}
    booklets = {each.id for each in documents if each.binds is not None}
    papers = {document.id for document in documents if document.audience == "staff"}
    forms = {
        who: {form.id for form in library.forms.values() if form.audience == who}
        for who in ("public", "staff")
    }
    leaflets = {each.id for each in documents if each.folds is not None}
    for each in documents:
        if each.binds is not None:
            yield from _names(each.binds.pages, pages, "page", each.place)
        if each.folds is not None:
            yield from _on_panels(each, each.folds)
    for kind in library.types.values():
        yield from _names(kind.pages, pages, "page", kind.place)
        yield from _names(kind.booklets, booklets, "booklet", kind.place)
        yield from _names(kind.leaflets, leaflets, "leaflet", kind.place)
        yield from _names(kind.signs, library.signs, "sign", kind.place)
        yield from _names((*kind.forms, *kind.texts), forms["public"], "form", kind.place)
        yield from _names(kind.staff_forms, forms["staff"], "paper", kind.place)
        yield from _names(kind.staff, papers, "paper", kind.place)
        yield from _names(kind.chapters, library.chapters, "chapter", kind.place)
        yield from _names(kind.situations, library.situations, "situation", kind.place)
        yield from _names(kind.cards, library.cards, "card", kind.place)
        yield from _names(kind.quizzes, library.quizzes, "quiz", kind.place)
        asked = [name for names in kind.quizzes.values() for name in names]
        yield from _names(asked, library.questions, "question", kind.place)
        yield from _seen_nowhere(asked, kind, library)
    yield from paper_promised(library)


def _on_panels(leaflet: Document, folding: Folding) -> Iterator[Finding]:
    """Find sections that stand on no panel or on two, and names on panels that are no section."""
    sections = [section.id for section in leaflet.sections]
    named = [name for names in folding.panels.values() for name in names]
    yield from _names(named, sections, "section", leaflet.place)
    for section in sections:
        if (times := named.count(section)) != 1:
            yield found(
                "content.not_on_one_panel", leaflet.place, section=section, id=leaflet.id, found=times
            )


def _names(named: Collection[str], known: Collection[str], what: str, place: Place) -> Iterator[Finding]:
    for name in named:
        if name not in known:
            near = nearest(name, known)
            yield found(
                "content.type_names_nothing", place, what=said(f"words.what_{what}"), id=name, near=near
            )


def _seen_nowhere(asked: Collection[str], venue_type: VenueType, library: Library) -> Iterator[Finding]:
    """Find questions whose answer the handbook of this type does not give under the heading they name."""
    headings = library.handbook_headings(venue_type)
    for name in asked:
        question = library.questions.get(name)
        if question is not None and question.see not in headings:
            near = nearest(question.see, headings)
            values = {"question": name, "see": question.see, "type": venue_type.code, "near": near}
            yield found("content.see_nowhere", question.place, **values)


def names_of_signs(library: Library) -> Iterator[Finding]:
    """Check that the press has a sheet of the size every sign asks for, and content the rooms it hangs at."""
    classes = {kind.privacy for kind in library.rooms.values()}
    surroundings = {kind.environment for kind in library.rooms.values()}
    for sign in library.signs.values():
        if sign.smallest not in SHEETS:
            known = ", ".join(SHEETS)
            yield found("content.no_such_sheet", sign.place, found=sign.smallest, known=known)
        chosen = sign.hangs.rooms
        yield from _names(chosen.kinds, library.rooms, "room_kind", sign.place)
        yield from _names(chosen.privacy, classes, "room_privacy", sign.place)
        yield from _names(chosen.environment, surroundings, "room_environment", sign.place)
