"""What can be made for a venue and what waits for an answer, told from outlines.

A fault in words is told by composing them: an outline only knows that there is something.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace

from placard.check.resting import Rests
from placard.compose.booklets import waiting_with
from placard.compose.documents import Composer
from placard.compose.forms import form_words
from placard.compose.signs import sheet_words
from placard.compose.tokenised import Withheld
from placard.compose.venue import document_words
from placard.library.library import Library
from placard.library.texts import Document
from placard.library.training import Card, Quiz
from placard.library.vocabulary import VenueType
from placard.model import UNANSWERED
from placard.outline.forms import form_parts
from placard.outline.outliner import Outliner
from placard.outline.pages import page
from placard.outline.papers import card_parts, quiz_parts
from placard.outline.parts import Part, Seen, Unforeseen
from placard.outline.sheets import sign_lines
from placard.outline.standing import Standing
from placard.phrases.values import Question
from placard.plan.documents import Plan, PlannedBooklet, PlannedDocument, PlannedForm
from placard.plan.sheets import PlannedSheet

Outline = tuple[Part, ...]


@dataclass(frozen=True, slots=True)
class Foreseen:
    """How many documents of a plan can be made, and which wait for an answer or have a fault.

    `elsewhere` are the texts in those that can be made which rest on other laws than the venue's.
    """

    plan: Plan
    documents: int
    withheld: tuple[Withheld, ...]
    elsewhere: tuple[Rests, ...] = ()


@dataclass(frozen=True, slots=True)
class _Paper:
    """One document of a plan: its outline, where one stands to look at it, and how it is composed."""

    name: str
    languages: tuple[str, ...]
    outline: Outline
    at: Standing
    compose: Callable[[], object]
    sheet: bool = False


class Outlines:
    """The outlines of a library in the languages that are spoken, each made when first asked for."""

    def __init__(self, library: Library, languages: Iterable[str]) -> None:
        self.outliner = Outliner(library, languages)
        self._made: dict[tuple[str, ...], Outline] = {}

    def foresee(self, composer: Composer, plan: Plan) -> Foreseen:
        """Tell what composing this plan would come to."""
        # All outlines come first: what is fine depends on every form in which words ask for a fact.
        ground = Standing(composer.context, self.outliner.sayable)
        papers = list(self._papers(composer, plan, ground))
        frames = [(each, self._frame(composer, each, ground)) for each in plan.booklets]
        seen: dict[tuple[int, int], Seen] = {}
        found: list[Withheld] = []
        said: dict[Rests, None] = {}
        for paper in papers:
            if withheld := _withheld(paper, seen):
                found.append(withheld)
            else:
                said |= dict.fromkeys(each for each in seen.get(_key(paper), ()) if isinstance(each, Rests))
        waiting = [Withheld(each.id, each.language, each.questions, ()) for each in plan.waiting]
        languages = composer.context.venue.languages
        nowhere = [replace(each, language=language) for each in waiting for language in languages]
        # A booklet waits for an answer of its own, or with one of its pages.
        held = (waiting_with(each, _withheld(frame, seen), [*nowhere, *found]) for each, frame in frames)
        found += [booklet for booklet in held if booklet is not None]
        return Foreseen(plan, len(papers) + len(frames) - len(found), (*waiting, *found), tuple(said))

    def _frame(self, composer: Composer, planned: PlannedBooklet, ground: Standing) -> _Paper:
        """Return what stands in a booklet besides its pages."""
        own = PlannedDocument("page", planned.document, planned.language)
        return self._document(composer, own, ground)

    def _papers(self, composer: Composer, plan: Plan, ground: Standing) -> Iterator[_Paper]:
        for sheet in plan.sheets:
            yield self._sheet(composer, sheet, ground)
        for each in (*plan.forms, *plan.texts):
            yield self._form(composer, each, ground)
        for planned in (*plan.leaflets, *plan.pages, *plan.staff):
            yield self._document(composer, planned, ground)
        for each in plan.staff_forms:
            yield self._form(composer, each, ground)

    def _sheet(self, composer: Composer, sheet: PlannedSheet, ground: Standing) -> _Paper:
        sign = sheet.sign
        # What an owner wrote is of this venue only.
        ours = composer.library.signs.get(sign.id) is sign
        made = self._outline(("sign", sign.id), lambda: sign_lines(sign, self.outliner)) if ours else None
        outline = sign_lines(sign, self.outliner) if made is None else made
        at = ground.at(sheet.context(composer.context))
        return _Paper(sheet.stem, sheet.languages, outline, at, lambda: sheet_words(composer, sheet), True)

    def _form(self, composer: Composer, planned: PlannedForm, ground: Standing) -> _Paper:
        form = planned.form
        outline = self._outline(("form", form.id), lambda: form_parts(form, self.outliner))
        at = ground.at(planned.context(composer.context)) if planned.about else ground
        return _Paper(planned.name, (planned.language,), outline, at, lambda: form_words(composer, planned))

    def _document(self, composer: Composer, planned: PlannedDocument, ground: Standing) -> _Paper:
        source, venue_type = planned.source, composer.venue_type
        outline = self._outline(
            (venue_type.code, planned.kind, planned.name), lambda: self._parts(source, venue_type)
        )
        language = planned.language
        return _Paper(
            planned.name, (language,), outline, ground, lambda: document_words(composer, source, language)
        )

    def _parts(self, source: Document | Quiz | Card, venue_type: VenueType) -> Outline:
        match source:
            case Document():
                return page(source, venue_type, self.outliner)
            case Quiz():
                return quiz_parts(source, venue_type, self.outliner)
            case Card():
                return card_parts(source, self.outliner)

    def _outline(self, name: tuple[str, ...], make: Callable[[], Outline]) -> Outline:
        if name not in self._made:
            self._made[name] = make()
        return self._made[name]


def _withheld(paper: _Paper, known: dict[tuple[int, int], Seen]) -> Withheld | None:
    """Look at a document; one that was looked at for another language need not be looked at again."""
    key = _key(paper)
    try:
        if key not in known:
            seen: Seen = []
            for part in paper.outline:
                part.look(paper.at, seen)
            known[key] = seen
        questions = _questions(paper, known[key])
    except Unforeseen:
        made = paper.compose()
        return made if isinstance(made, Withheld) else None
    return Withheld(paper.name, paper.languages[0], questions, ()) if questions else None


def _key(paper: _Paper) -> tuple[int, int]:
    return id(paper.outline), id(paper.at)


def _questions(paper: _Paper, seen: Seen) -> tuple[Question, ...]:
    asked = dict.fromkeys(_on_sheet(paper, seen) if paper.sheet else _in_order(paper.languages[0], seen))
    return tuple(asked)


def _in_order(language: str, seen: Seen) -> Iterator[Question]:
    for each in seen:
        if isinstance(each, Question):
            yield each
        elif not isinstance(each, Rests):
            yield from each[0].asked(language, each[1])


def _on_sheet(paper: _Paper, seen: Seen) -> Iterator[Question]:
    """On a sheet, which has all its languages, what decides the lines is asked before what stands in them."""
    yield from (each for each in seen if isinstance(each, Question))
    for language in paper.languages:
        yield from _in_order(language, [each for each in seen if not isinstance(each, Question)])
    for name in ("web", "effective_on"):
        if getattr(paper.at.context.venue, name) is UNANSWERED:
            yield Question(name, (name,))
