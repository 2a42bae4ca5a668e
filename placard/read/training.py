"""Situations, chapters, questions, quizzes and cards: the parts of the staff pack a type of venue picks."""

from __future__ import annotations

from placard.library.training import (
    CARD_BESIDES,
    CARD_LINES,
    SITUATION_PARTS,
    Card,
    CardSide,
    Chapter,
    Lines,
    Question,
    Quiz,
    Situation,
)
from placard.read.conditions import read_conditions
from placard.read.documents import read_section
from placard.read.found import found
from placard.read.layers import Layers
from placard.read.record import Record


def read_situations(layers: Layers) -> dict[str, Situation]:
    """Read the situations; each part has as many lines as one can remember, and the moves are three."""
    situations = {}
    for name, record in layers.records("staff/situations"):
        situations[name] = Situation(
            id=name,
            title=record.words("title"),
            applies=read_conditions(record.take("applies"), layers.findings),
            parts={part: _lines(record, part, bounds) for part, bounds in SITUATION_PARTS.items()},
            law=record.list("law"),
            place=record.place,
        )
        record.finish()
    return situations


def read_chapters(layers: Layers) -> dict[str, Chapter]:
    """Read the chapters: sections as a document has them."""
    chapters = {}
    for name, record in layers.records("staff/chapters"):
        sections = tuple(read_section(section, layers) for section in record.records("sections"))
        chapters[name] = Chapter(name, sections, record.place)
        record.finish()
    return chapters


def read_cards(layers: Layers) -> dict[str, Card]:
    """Read the pocket cards."""
    cards = {}
    for name, record in layers.records("staff/cards"):
        cards[name] = Card(
            id=name,
            title=record.words("title"),
            applies=read_conditions(record.take("applies"), layers.findings),
            front=_side(record, "front"),
            back=_side(record, "back"),
            place=record.place,
            besides=_side(record, "besides", CARD_BESIDES) if record.has("besides") else None,
        )
        record.finish()
    return cards


def _side(record: Record, key: str, bounds: tuple[int, int] = CARD_LINES) -> CardSide:
    below = record.below(key)
    if below is None:
        if not record.has(key):
            record.findings.append(found("content.missing", record.place, key=key))
        return CardSide({}, Lines({}, record.place))
    side = CardSide(below.words("heading"), _lines(below, "lines", bounds))
    below.finish()
    return side


def read_quizzes(layers: Layers) -> dict[str, Quiz]:
    """Read the quizzes; which questions they ask stands with the type of venue."""
    quizzes = {}
    for name, record in layers.records("staff/quizzes"):
        quizzes[name] = Quiz(name, record.words("title"), record.place)
        record.finish()
    return quizzes


def read_questions(layers: Layers) -> dict[str, Question]:
    """Read the questions of every group; an id stands in one group only."""
    questions: dict[str, Question] = {}
    for _, group in layers.records("staff/questions"):
        for name in group.node.entries:
            record = group.below(name)
            if record is None:
                continue
            if name in questions:
                other = str(questions[name].place)
                layers.findings.append(found("content.question_twice", record.place, id=name, other=other))
            questions[name] = _question(name, record, layers)
            record.finish()
    return questions


def _question(name: str, record: Record, layers: Layers) -> Question:
    answers = tuple(answer.words_of_itself() for answer in record.records("answers"))
    right = record.whole("right")
    if answers and not 1 <= right <= len(answers):
        record.findings.append(
            found("content.no_such_answer", record.place, right=right, answers=len(answers))
        )
    return Question(
        id=name,
        ask=record.words("ask"),
        answers=answers,
        right=right - 1,  # counted from one in the file, from nought here
        because=record.words("because"),
        see=record.text("see"),
        applies=read_conditions(record.take("applies"), layers.findings),
        place=record.place,
        source=record.list("source"),
    )


def _lines(record: Record, key: str, bounds: tuple[int, int]) -> Lines:
    """Read a text or a list of them per language; too few or too many are found."""
    least, most = bounds
    texts, place = record.lines(key)
    for language, lines in texts.items():
        if not least <= len(lines) <= most:
            wanted = str(least) if least == most else f"{least}-{most}"
            values = {"key": key, "language": language, "found": str(len(lines)), "wanted": wanted}
            record.findings.append(found("content.how_many_lines", place, **values))
    return Lines(texts, place)
