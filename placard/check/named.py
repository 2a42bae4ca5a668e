"""What venue types, signs and questions name: what they point to must be there."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from placard.check.nearest import nearest
from placard.check.on_paper import paper_promised
from placard.findings import Finding, Place, said
from placard.library.library import Library
from placard.library.vocabulary import SHEETS, VenueType
from placard.read.found import found


def names_of_types(library: Library) -> Iterator[Finding]:
    """Check the pages, signs and staff papers every kind of venue is said to have."""
    documents = library.documents.values()
    pages = {each.id for each in documents if each.audience == "public" and each.binds is None}
    booklets = {each.id for each in documents if each.binds is not None}
    papers = {document.id for document in documents if document.audience == "staff"}
    forms = {
        who: {form.id for form in library.forms.values() if form.audience == who}
        for who in ("public", "staff")
    }
    for booklet in documents:
        if booklet.binds is not None:
            yield from _names(booklet.binds.pages, pages, "page", booklet.place)
    for each in library.types.values():
        yield from _names(each.pages, pages, "page", each.place)
        yield from _names(each.booklets, booklets, "booklet", each.place)
        yield from _names(each.signs, library.signs, "sign", each.place)
        yield from _names(each.forms, forms["public"], "form", each.place)
        yield from _names(each.staff_forms, forms["staff"], "paper", each.place)
        yield from _names(each.staff, papers, "paper", each.place)
        yield from _names(each.chapters, library.chapters, "chapter", each.place)
        yield from _names(each.situations, library.situations, "situation", each.place)
        yield from _names(each.cards, library.cards, "card", each.place)
        yield from _names(each.quizzes, library.quizzes, "quiz", each.place)
        asked = [name for names in each.quizzes.values() for name in names]
        yield from _names(asked, library.questions, "question", each.place)
        yield from _seen_nowhere(asked, each, library)
    yield from paper_promised(library)


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
