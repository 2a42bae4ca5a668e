"""The lines of situations, cards and quizzes: all of them, and whether all languages name the same facts."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from placard.findings import Finding, Place
from placard.library.library import Library
from placard.library.texts import Local
from placard.library.training import Lines
from placard.phrases.placeholders import placeholders
from placard.read.found import found


def staff_lines(library: Library) -> Iterator[Lines]:
    """Yield every line of the staff pack that is not a clause, a heading or a table."""
    for situation in library.situations.values():
        yield _single(situation.title, situation.place)
        yield from situation.parts.values()
    for card in library.cards.values():
        yield _single(card.title, card.place)
        for side in card.groups:
            yield _single(side.heading, side.lines.place)
            yield side.lines
    for group in library.ledger.groups:
        yield _single(group.heading, group.place)
        for row in group.rows:
            yield _single(row.promise, row.place)
    for quiz in library.quizzes.values():
        yield _single(quiz.title, quiz.place)
    for question in library.questions.values():
        for local in (question.ask, *question.answers, question.because):
            yield _single(local, question.place)


def _single(words: Local, place: Place) -> Lines:
    return Lines({language: (text,) for language, text in words.items()}, place)


def first_of(asked: Mapping[str, set[str]], library: Library) -> set[str]:
    """Return what the first language names that has the words: what all others are compared with.

    That is English where it is there; a text of an owner's own may have none.
    """
    return next(asked[language] for language in (*library.languages, *asked) if language in asked)


def unequal(lines: Lines, library: Library) -> Iterator[Finding]:
    """Find languages that name other facts than the first of them."""
    asked = {
        language: {asked.fact for text in texts for asked in placeholders(text)[0]}
        for language, texts in lines.texts.items()
    }
    for language, facts in asked.items():
        if difference := facts ^ first_of(asked, library):
            values = {"language": language, "difference": ", ".join(sorted(difference))}
            yield found("content.unequal_facts", lines.place, **values)
