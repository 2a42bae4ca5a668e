"""Papers of the staff as pages ready for the press: handbook, register, poster, quiz and key, cards."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import Literal

from markupsafe import Markup

from placard.check.leads import WHOLE
from placard.codes import code_of
from placard.compose.documents import Composer
from placard.compose.outputs import FilledDocument
from placard.compose.papers import FilledCard, FilledQuiz
from placard.compose.tokenised import Composed
from placard.press import templates
from placard.press.hanging import css_around

CARD_SIDES = 2
POSTER_POINTS = (36, 34, 32, 30, 28, 27, 26, 25, 24, 22, 20)
"""Sizes of the rules of a poster, read from two metres; with many words from a step nearer, else refused."""

REGISTER_LINES = 12
"""Blank lines that leave room to write by hand, and as a rule fit one page."""


@dataclass(frozen=True, slots=True)
class Paper:
    """One staff paper in one language: file name without ending, HTML, and the code in its footer.

    `closer` is the same paper in smaller and smaller type, for where its words do not fit.
    `style` names its style sheet, `sheet` its paper; `pages` is how many it must have, 0 for any number.
    """

    stem: str
    kind: Literal["handbook", "register", "poster", "quiz", "key", "card"]
    language: str
    html: str
    code: str
    title: str
    style: str = "handbook"
    sheet: str = "a4"
    pages: int = 0
    closer: tuple[str, ...] = ()

    @property
    def settings(self) -> str | tuple[str, ...]:
        """What the press sets it from, the largest type first."""
        return (self.html, *self.closer) if self.closer else self.html


def handbook(composer: Composer, composed: Composed) -> Paper:
    """Return a handbook as HTML; its code changes with the words, never with the look."""
    document = composed.filled(_page_address(composer, composed.language))
    code = code_of(_words_of(document), "", "")
    frame = _frame(composer, composed.language)
    on_page = css_around(composer.library.labels[composed.language].words["on_page"], "{n}")
    html = templates.page("handbook.html", document=document, code=code, on_page=on_page, **frame)
    stem, title = f"{composed.id}.{composed.language}", str(document.title.striptags())
    return Paper(stem, "handbook", composed.language, html, code, title)


def register(composer: Composer, composed: Composed, book: str) -> Paper:
    """Return a training register; `book` is the code of the handbook its lines are signed for."""
    document = composed.filled(_page_address(composer, composed.language))
    code = code_of([*_words_of(document), book], "", "")
    html = templates.page(
        "register.html",
        document=document,
        code=code,
        book=book,
        lines=REGISTER_LINES,
        **_frame(composer, composed.language),
    )
    stem, title = f"{composed.id}.{composed.language}", str(document.title.striptags())
    return Paper(stem, "register", composed.language, html, code, title, style="register")


def poster(composer: Composer, composed: Composed) -> Paper:
    """Return a poster: one sheet of A4, in each size its rules may be set in, the largest first."""
    filled = composed.filled(_page_address(composer, composed.language))
    [whole] = [section for section in filled.sections if section.frame == WHOLE]
    others = [section for section in filled.sections if section is not whole]
    document = replace(filled, title=whole.heading or filled.title)
    code = code_of(_words_of(document), "", "")
    frame = _frame(composer, composed.language)
    largest, *closer = (
        templates.page(
            "staff-poster.html",
            document=document,
            whole=whole,
            others=others,
            points=points,
            code=code,
            **frame,
        )
        for points in POSTER_POINTS
    )
    stem, title = f"{composed.id}.{composed.language}", str(document.title.striptags())
    return Paper(
        stem, "poster", composed.language, largest, code, title, "staff-poster", pages=1, closer=tuple(closer)
    )


def quiz(composer: Composer, filled: FilledQuiz) -> tuple[Paper, Paper]:
    """Return a quiz and, on a sheet of its own, the key that bears the same code."""
    words = [part for q in filled.questions for part in (q.ask, *q.answers, q.because)]
    code = code_of([word.striptags() for word in words], "", "")
    frame = _frame(composer, filled.language)
    asked = templates.page("quiz.html", quiz=filled, key=False, code=code, **frame)
    key = templates.page("quiz.html", quiz=filled, key=True, code=code, **frame)
    stem, title = f"{filled.id}.{filled.language}", str(filled.title.striptags())
    return (
        Paper(stem, "quiz", filled.language, asked, code, title),
        Paper(stem.replace("quiz-", "quiz-key-", 1), "key", filled.language, key, code, title),
    )


def card(composer: Composer, filled: FilledCard) -> Paper:
    """Return a pocket card: two pages of A6, front and back."""
    words = [part for side in filled.groups for part in (side.heading, *side.lines)]
    code = code_of([str(word.striptags()) for word in words], "", "")
    html = templates.page("card.html", card=filled, code=code, **_frame(composer, filled.language))
    stem = f"card-{filled.id}.{filled.language}"
    title = str(filled.groups[0].heading.striptags())
    return Paper(stem, "card", filled.language, html, code, title, style="card", sheet="a6", pages=CARD_SIDES)


def _frame(composer: Composer, language: str) -> Mapping[str, object]:
    context = composer.context
    return {
        "venue": composer.said(language, "{{ venue.name | name }}"),
        "in_force": composer.in_force(language),
        "sample": context.venue.sample,
        "reviewed": all(pack.status == "reviewed" for pack in context.law.packs),
        "words": composer.library.labels[language].words,
        "look": composer.look,
    }


def _words_of(document: FilledDocument) -> list[str]:
    parts: list[Markup] = [document.title]
    for section in document.sections:
        parts += [section.heading or Markup(), *(passage.html for passage in section.passages)]
    return [str(part.striptags()) for part in parts]


def _page_address(composer: Composer, language: str) -> Callable[[str, str], str]:
    web = composer.context.venue.web
    address = getattr(web, "address", None)
    venue = composer.context.venue

    def link(page: str, anchor: str) -> str:
        if not isinstance(address, str) or language not in venue.languages:
            return ""
        return f"{address}{venue.id}/{language}/{page}/" + (f"#{anchor}" if anchor else "")

    return link
