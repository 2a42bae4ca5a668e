"""Quizzes and pocket cards, filled: every number in them comes from the venue's facts."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from placard.check.applying import applies, unanswered
from placard.compose.documents import Composer
from placard.compose.fragments import safe
from placard.compose.saying import Saying
from placard.compose.tokenised import Withheld
from placard.findings import Finding, Place, Said, Severity
from placard.library.conditions import Conditions, Truth
from placard.library.texts import Local
from placard.library.training import Card, CardSide, Lines, Question, Quiz


@dataclass(frozen=True, slots=True)
class FilledQuestion:
    """A question with its answers; `right` counts from nought, `see` is a heading of the handbook."""

    id: str
    ask: Markup
    answers: tuple[Markup, ...]
    right: int
    because: Markup
    see: Markup


@dataclass(frozen=True, slots=True)
class FilledQuiz:
    """A quiz in one language."""

    id: str
    language: str
    title: Markup
    questions: tuple[FilledQuestion, ...]


@dataclass(frozen=True, slots=True)
class FilledSide:
    """A heading of a card and the lines below it."""

    heading: Markup
    lines: tuple[Markup, ...]


@dataclass(frozen=True, slots=True)
class FilledCard:
    """A pocket card in one language: front, back, and what may stand apart below the back."""

    id: str
    language: str
    title: Markup
    groups: tuple[FilledSide, ...]


def quiz_words(composer: Composer, quiz: Quiz, language: str) -> FilledQuiz | Withheld:
    """Compose a quiz; where two answers come out the same, it is withheld and content is told."""
    work = _Paper(composer, language)
    title = work.said(quiz.title, "title", quiz.place)
    headings = composer.library.handbook_headings(composer.venue_type)
    asked = [composer.library.questions[name] for name in composer.venue_type.quizzes[quiz.id]]
    questions = tuple(
        work.question(question, headings[question.see]) for question in asked if work.needs(question.applies)
    )
    return work.withheld(quiz.id, quiz.place) or FilledQuiz(quiz.id, language, title, questions)


def card_words(composer: Composer, card: Card, language: str) -> FilledCard | Withheld:
    """Compose both sides of a pocket card."""
    work = _Paper(composer, language)
    title = work.said(card.title, "title", card.place)
    groups = tuple(work.side(group) for group in card.groups)
    return work.withheld(card.paper, card.place) or FilledCard(card.id, language, title, groups)


class _Paper:
    """A paper under way: words filled one by one, what is missing gathered."""

    def __init__(self, composer: Composer, language: str) -> None:
        self.context = composer.context
        self.language = language
        self.saying = Saying(composer.speaker(language))
        self.findings: list[Finding] = []

    def needs(self, conditions: Conditions) -> bool:
        truth = applies(conditions, self.context)
        if truth is Truth.UNKNOWN:
            self.saying.questions += unanswered([conditions], self.context)
        return truth is Truth.YES

    def said(self, words: Local, what: str, place: Place) -> Markup:
        if self.language not in words:
            self._found("content.words_missing", place, what=what)
            return Markup()
        return self.saying.tokens.markup(self.saying.line(words[self.language], self.context))

    def question(self, question: Question, heading: Local) -> FilledQuestion:
        place = question.place
        answers = tuple(self.said(answer, question.id, place) for answer in question.answers)
        if len(set(answers)) < len(answers) and all(answers):
            self._found("content.answers_alike", place, question=question.id)
        return FilledQuestion(
            question.id,
            self.said(question.ask, question.id, place),
            answers,
            question.right,
            self.said(question.because, question.id, place),
            self.said(heading, question.see, place),
        )

    def side(self, side: CardSide) -> FilledSide:
        return FilledSide(self.said(side.heading, "heading", side.lines.place), self._lines(side.lines))

    def _lines(self, lines: Lines) -> tuple[Markup, ...]:
        texts = lines.texts.get(self.language)
        if texts is None:
            self._found("content.words_missing", lines.place, what="lines")
            return ()
        fill = self.saying.tokens.markup
        return tuple(fill(safe(self.saying.html(text, self.context))) for text in texts)

    def withheld(self, name: str, place: Place) -> Withheld | None:
        """Say what the paper waits for, if anything; its foot says since when it is in force."""
        self.saying.line("{{ effective_on | date }}", self.context)
        for gap in self.saying.gaps:
            self._found("content.cannot_say", place, why=gap.said)
        if self.saying.questions or self.findings:
            questions = tuple(dict.fromkeys(self.saying.questions))
            return Withheld(name, self.language, questions, tuple(self.findings))
        return None

    def _found(self, code: str, place: Place, **values: str | Said) -> None:
        self.findings.append(Finding(code, Severity.ERROR, place, {**values, "language": self.language}))
