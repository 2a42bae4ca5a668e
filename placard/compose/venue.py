"""Everything one venue gets, composed: what can be made, and what is withheld and why."""

from __future__ import annotations

from collections.abc import Iterable, Sized
from dataclasses import dataclass, replace

from placard.compose.blanks import FilledForm
from placard.compose.booklets import FilledBooklet, booklet_words
from placard.compose.documents import Composer
from placard.compose.forms import form_words
from placard.compose.leaflets import FilledLeaflet, leaflet_words
from placard.compose.outputs import SheetWords
from placard.compose.papers import FilledCard, FilledQuiz, card_words, quiz_words
from placard.compose.posters import poster_words
from placard.compose.signs import sheet_words
from placard.compose.tokenised import Composed, Withheld
from placard.library.texts import Document
from placard.library.training import Card, Quiz
from placard.phrases.values import Question
from placard.plan.documents import Plan
from placard.plan.sheets import PlannedSheet


@dataclass(frozen=True, slots=True)
class ComposedVenue:
    """One venue's words: sheets, forms, pages, booklets, leaflets, papers and forms of staff; what waits.

    `unwritten` counts documents that can be composed, and were not, as nobody asked for them.
    """

    composer: Composer
    plan: Plan
    sheets: tuple[tuple[PlannedSheet, SheetWords], ...]
    forms: tuple[FilledForm, ...]
    texts: tuple[FilledForm, ...]
    pages: tuple[Composed, ...]
    booklets: tuple[FilledBooklet, ...]
    leaflets: tuple[FilledLeaflet, ...]
    handbooks: tuple[Composed, ...]
    registers: tuple[Composed, ...]
    posters: tuple[Composed, ...]
    quizzes: tuple[FilledQuiz, ...]
    cards: tuple[FilledCard, ...]
    staff_forms: tuple[FilledForm, ...]
    withheld: tuple[Withheld, ...]
    unwritten: int = 0

    @property
    def venue_id(self) -> str:
        """The id of the venue."""
        return self.composer.context.venue.id

    @property
    def documents(self) -> int:
        """How many documents could be composed."""
        papers: tuple[Sized, ...] = (
            *(self.forms, self.booklets, self.handbooks, self.registers, self.quizzes, self.cards),
            *(self.posters, self.leaflets, self.texts, self.staff_forms),
        )
        written = len(self.sheets) + len(self.pages) + sum(len(each) for each in papers)
        return written + self.unwritten

    def questions(self) -> list[tuple[Question, int]]:
        """Return the open questions with how many documents each holds up, the most useful first."""
        # Several facts may wait for one answer: each line of the venue file is asked for once.
        asked: dict[tuple[str | int, ...], Question] = {}
        held: dict[tuple[str | int, ...], int] = {}
        for each in self.withheld:
            for asks, question in {question.asks: question for question in each.questions}.items():
                asked.setdefault(asks, question)
                held[asks] = held.get(asks, 0) + 1
        return sorted(((asked[asks], held[asks]) for asks in held), key=lambda item: (-item[1], item[0].fact))


def compose_venue(composer: Composer, plan: Plan, asked: Plan | None = None) -> ComposedVenue:
    """Compose a venue's plan; a document with an open question is withheld, the others are made.

    `asked` is the part of the plan somebody wants to read this time, where the rest is known to be fine.
    """
    written = asked or plan
    sheets = [(sheet, sheet_words(composer, sheet)) for sheet in plan.sheets]
    forms = [form_words(composer, each) for each in plan.forms]
    pages = [document_words(composer, page.source, page.language) for page in written.pages]
    waiting = [Withheld(each.id, each.language, each.questions, ()) for each in plan.waiting]
    # Of a page nobody knows to be needed no language is made.
    languages = composer.context.venue.languages
    nowhere = [replace(each, language=language) for each in waiting for language in languages]
    held = [*nowhere, *(page for page in pages if isinstance(page, Withheld))]
    finished = [page for page in pages if isinstance(page, Composed)]
    booklets = [booklet_words(composer, each, finished, held) for each in plan.booklets]
    leaflets = [leaflet_words(composer, each) for each in plan.leaflets]
    made = [(each.kind, document_words(composer, each.source, each.language)) for each in written.staff]
    staff_forms = [form_words(composer, each) for each in written.staff_forms]
    texts = [form_words(composer, each) for each in plan.texts]
    everything: Iterable[object] = [
        *(words for _, words in sheets),
        *forms,
        *texts,
        *leaflets,
        *pages,
        *(each for _, each in made),
        *staff_forms,
        *booklets,
    ]
    return ComposedVenue(
        composer=composer,
        plan=plan,
        sheets=tuple((sheet, words) for sheet, words in sheets if isinstance(words, SheetWords)),
        forms=tuple(form for form in forms if isinstance(form, FilledForm)),
        texts=tuple(form for form in texts if isinstance(form, FilledForm)),
        pages=tuple(finished),
        booklets=tuple(each for each in booklets if isinstance(each, FilledBooklet)),
        leaflets=tuple(each for each in leaflets if isinstance(each, FilledLeaflet)),
        handbooks=tuple(each for kind, each in made if kind == "handbook" and isinstance(each, Composed)),
        registers=tuple(each for kind, each in made if kind == "register" and isinstance(each, Composed)),
        posters=tuple(each for kind, each in made if kind == "poster" and isinstance(each, Composed)),
        quizzes=tuple(each for _, each in made if isinstance(each, FilledQuiz)),
        cards=tuple(each for _, each in made if isinstance(each, FilledCard)),
        staff_forms=tuple(form for form in staff_forms if isinstance(form, FilledForm)),
        withheld=(
            *waiting,
            *(each for each in everything if isinstance(each, Withheld)),
        ),
        unwritten=_many(plan) - _many(written),
    )


def _many(plan: Plan) -> int:
    """Count what is not written where nobody asked for it."""
    return len(plan.pages) + len(plan.staff) + len(plan.staff_forms)


def document_words(
    composer: Composer, source: Document | Quiz | Card, language: str
) -> Composed | FilledQuiz | FilledCard | Withheld:
    """Compose a page or a staff paper, or say what it waits for."""
    match source:
        case Quiz():
            return quiz_words(composer, source, language)
        case Card():
            return card_words(composer, source, language)
        case Document(kind="poster"):
            return poster_words(composer, source, language)
        case Document():
            return composer.document(source, language)
