"""A quiz and its key, filled: every number in it comes from the venue's facts."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from placard.compose.documents import Composer
from placard.compose.saying import Saying
from placard.compose.tokenised import Withheld
from placard.findings import Finding, Severity
from placard.library.texts import Local, Quiz


@dataclass(frozen=True, slots=True)
class FilledQuestion:
    """A question with its answers; `right` counts from nought."""

    id: str
    ask: Markup
    answers: tuple[Markup, ...]
    right: int
    because: Markup
    see: str


@dataclass(frozen=True, slots=True)
class FilledQuiz:
    """A quiz in one language."""

    id: str
    language: str
    title: Markup
    questions: tuple[FilledQuestion, ...]


def quiz_words(composer: Composer, quiz: Quiz, language: str) -> FilledQuiz | Withheld:
    """Compose a quiz; where two answers come out the same, it is withheld and content is told."""
    saying = Saying(composer.speaker(language))
    findings: list[Finding] = []

    def said(words: Local, what: str) -> Markup:
        if language not in words:
            values = {"what": what, "language": language}
            findings.append(Finding("content.words_missing", Severity.ERROR, quiz.place, values))
            return Markup()
        return saying.tokens.markup(saying.line(words[language], composer.context))

    questions = tuple(
        FilledQuestion(
            question.id,
            said(question.ask, question.id),
            tuple(said(answer, question.id) for answer in question.answers),
            question.right,
            said(question.because, question.id),
            question.see,
        )
        for question in quiz.questions
    )
    findings += [
        Finding(
            "content.answers_alike",
            Severity.ERROR,
            quiz.place,
            {"question": question.id, "language": language},
        )
        for question in questions
        if len(set(question.answers)) < len(question.answers)
    ]
    title = said(quiz.title, "title")
    saying.line("{{ effective_on | date }}", composer.context)
    findings += [
        Finding("content.cannot_say", Severity.ERROR, quiz.place, {"why": str(gap), "language": language})
        for gap in saying.gaps
    ]
    if saying.questions or findings:
        return Withheld(quiz.id, language, tuple(dict.fromkeys(saying.questions)), tuple(findings))
    return FilledQuiz(quiz.id, language, title, questions)
