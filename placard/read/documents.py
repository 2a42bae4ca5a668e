"""Documents, mails and quizzes: what stands in which order, and where facts are repeated."""

from __future__ import annotations

from placard.library.texts import (
    Audience,
    Column,
    Document,
    Mail,
    MailButton,
    Question,
    Quiz,
    Section,
    Slot,
    Table,
)
from placard.read.conditions import read_conditions
from placard.read.found import found
from placard.read.layers import Layers
from placard.read.record import Record

FRAMES = ("plain", "answer", "next", "situation", "facts")


def read_documents(layers: Layers, audience: Audience) -> dict[str, Document]:
    """Read the documents of one audience."""
    documents = {}
    for name in layers.stems(f"{audience}/documents"):
        node = layers.read(f"{audience}/documents/{name}.yml")
        if node is None:
            continue
        record = Record(node, layers.findings)
        documents[name] = Document(
            id=name,
            audience=audience,
            kind="page" if record.choice("kind", ("page", "handbook")) == "page" else "handbook",
            title=record.words("title"),
            description=record.words("description", required=audience == "public"),
            sections=tuple(_section(section, layers) for section in record.records("sections")),
            applies=read_conditions(record.take("applies"), layers.findings),
            place=record.place,
        )
        record.finish()
    return documents


def _section(record: Record, layers: Layers) -> Section:
    parts = tuple(part for below in record.records("parts") if (part := _part(below, layers)) is not None)
    section = Section(
        id=record.text("id"),
        heading=record.words("heading", required=False),
        parts=parts,
        applies=read_conditions(record.take("applies"), layers.findings),
        frame=record.choice("frame", FRAMES, "plain"),
    )
    record.finish()
    return section


def _part(record: Record, layers: Layers) -> Slot | Table | MailButton | None:
    part: Slot | Table | MailButton | None = None
    if record.has("table"):
        table = record.below("table")
        part = _table(table) if table else None
    elif record.has("mail"):
        applies = read_conditions(record.take("applies"), layers.findings)
        part = MailButton(record.text("mail"), record.place, applies)
    elif record.has("fill"):
        fills = record.choice("fill", ("one", "optional", "many"))
        clauses = record.list("clauses")
        part = Slot(fills, clauses, record.place, record.text("for_each", ""))  # type: ignore[arg-type]
    else:
        record.findings.append(found("content.no_part", record.place))
        return None
    record.finish()
    return part


def _table(record: Record) -> Table:
    columns = []
    for column in record.records("columns"):
        columns.append(Column(column.words("heading"), column.text("cell")))
        column.finish()
    table = Table(record.text("for_each"), tuple(columns), record.place)
    record.finish()
    return table


def read_mails(layers: Layers) -> dict[str, Mail]:
    """Read the prefilled mails."""
    mails = {}
    for name in layers.stems("public/mails"):
        node = layers.read(f"public/mails/{name}.yml")
        if node is None:
            continue
        record = Record(node, layers.findings)
        mails[name] = Mail(
            name,
            record.text("to"),
            record.words("label"),
            record.words("subject"),
            record.words("body"),
            record.place,
        )
        record.finish()
    return mails


def read_quizzes(layers: Layers) -> dict[str, Quiz]:
    """Read the quizzes; the right answer is counted from one in the file, from nought here."""
    quizzes = {}
    for name in layers.stems("staff/quizzes"):
        node = layers.read(f"staff/quizzes/{name}.yml")
        if node is None:
            continue
        record = Record(node, layers.findings)
        questions = tuple(_question(below) for below in record.records("questions"))
        quizzes[name] = Quiz(name, record.words("title"), questions, record.place)
        record.finish()
    return quizzes


def _question(record: Record) -> Question:
    answers = tuple(dict(answer.words_of_itself()) for answer in record.records("answers"))
    right = record.whole("right")
    if answers and not 1 <= right <= len(answers):
        record.findings.append(
            found("content.no_such_answer", record.place, right=right, answers=len(answers))
        )
    question = Question(
        id=record.text("id"),
        ask=record.words("ask"),
        answers=answers,
        right=right - 1,
        because=record.words("because"),
        see=record.text("see", ""),
    )
    record.finish()
    return question
