"""Outlines of quizzes and pocket cards: what `compose/papers.py` walks, in its order."""

from __future__ import annotations

from dataclasses import dataclass

from placard.check.resting import rests
from placard.compose.saying import Saying
from placard.library.texts import Local
from placard.library.training import Card, Question, Quiz
from placard.library.vocabulary import VenueType
from placard.model import UNANSWERED
from placard.outline.outliner import Outliner, together
from placard.outline.parts import Part, Seen, Unforeseen, Words
from placard.outline.standing import Standing
from placard.phrases import values

IN_FORCE = "{{ effective_on | date }}"


@dataclass(frozen=True, slots=True, eq=False)
class Apart:
    """The answers of a question, no two of which may come out the same; said once for each value."""

    answers: tuple[Local, ...]
    words: Words
    known: dict[tuple[object, ...], bool]

    def look(self, at: Standing, seen: Seen) -> None:
        """Whether they differ is another matter in each language."""
        seen.append((self, at))

    def asked(self, language: str, at: Standing) -> list[values.Question]:
        """Say the answers, and compare them; raises `Unforeseen` where two are alike."""
        text = self.words.texts[language] or ()
        facts = tuple(at.value(each.fact) for each in text)
        home = at.context.venue.languages[0]
        if UNANSWERED in facts:
            raise Unforeseen
        try:
            alike = self.known.get((language, home, *facts))
        except TypeError:
            raise Unforeseen from None
        if alike is None:
            saying = Saying(at.sayable.speaker(language, home))
            said = {saying.line(answer[language], at.context) for answer in self.answers}
            alike = self.known[language, home, *facts] = len(said) < len(self.answers)
        if alike:
            raise Unforeseen
        return []


def quiz_parts(quiz: Quiz, venue_type: VenueType, outliner: Outliner) -> tuple[Part, ...]:
    """Outline a quiz with the questions a type of venue asks."""
    library = outliner.library
    headings = library.handbook_headings(venue_type)
    parts: list[Part] = [outliner.words(quiz.title)]
    for question in (library.questions[name] for name in venue_type.quizzes[quiz.id]):
        parts += outliner.when(question.applies, _question(question, headings[question.see], outliner))
    return together([*parts, _in_force(outliner)])


def _question(question: Question, heading: Local, outliner: Outliner) -> list[Part]:
    answers = outliner.words(*question.answers)
    rest = outliner.words(question.ask, question.because, heading)
    return [answers, *outliner.resting(rests(question), rest), Apart(question.answers, answers, {})]


def card_parts(card: Card, outliner: Outliner) -> tuple[Part, ...]:
    """Outline both sides of a pocket card."""
    parts: list[Part] = [outliner.words(card.title)]
    for side in card.groups:
        parts += [outliner.words(side.heading), outliner.lines(side.lines)]
    return together([*parts, _in_force(outliner)])


def _in_force(outliner: Outliner) -> Words:
    return outliner.typed(IN_FORCE)
