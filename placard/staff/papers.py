"""Handbooks and quizzes as pages ready for the press."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Literal

from markupsafe import Markup

from placard.codes import code_of
from placard.compose.documents import Composer
from placard.compose.outputs import FilledDocument
from placard.compose.quizzes import FilledQuiz
from placard.compose.saying import Saying
from placard.compose.tokenised import Composed
from placard.press import templates


@dataclass(frozen=True, slots=True)
class Paper:
    """One staff paper in one language: file name without ending, HTML, and the code in its footer."""

    stem: str
    kind: Literal["handbook", "quiz", "key"]
    language: str
    html: str
    code: str
    title: str


def handbook(composer: Composer, composed: Composed) -> Paper:
    """Return a handbook as HTML; its code changes with the words, never with the look."""
    document = composed.filled(_page_address(composer, composed.language))
    code = code_of(_words_of(document), "", "")
    html = templates.page(
        "handbook.html", document=document, code=code, **_frame(composer, composed.language)
    )
    title = str(document.title.striptags())
    return Paper(f"{composed.id}.{composed.language}", "handbook", composed.language, html, code, title)


def quiz(composer: Composer, filled: FilledQuiz) -> tuple[Paper, Paper]:
    """Return a quiz and, on a sheet of its own, the key that bears the same code."""
    words = [part for q in filled.questions for part in (q.ask, *q.answers, q.because)]
    code = code_of([word.striptags() for word in words], "", "")
    frame = _frame(composer, filled.language)
    title = str(filled.title.striptags())
    asked = templates.page("quiz.html", quiz=filled, key=False, code=code, **frame)
    key = templates.page("quiz.html", quiz=filled, key=True, code=code, **frame)
    stem = f"{filled.id}.{filled.language}"
    return (
        Paper(stem, "quiz", filled.language, asked, code, title),
        Paper(
            f"{filled.id.replace('quiz-', 'quiz-key-')}.{filled.language}",
            "key",
            filled.language,
            key,
            code,
            title,
        ),
    )


def _frame(composer: Composer, language: str) -> Mapping[str, object]:
    speaker = composer.speaker(language)
    saying = Saying(speaker)
    context = composer.context
    return {
        "venue": saying.tokens.markup(saying.line("{{ venue.name | name }}", context)),
        "in_force": Markup("{} {}").format(
            speaker.word("in_force_from"),
            saying.tokens.markup(saying.line("{{ effective_on | date }}", context)),
        ),
        "sample": context.venue.sample,
        "words": speaker.labels.words,
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
