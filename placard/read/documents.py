"""Documents and mails: what stands in which order, and where facts are repeated."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from difflib import get_close_matches

from placard.library.binding import PANELS, Binding, Folding
from placard.library.texts import (
    Audience,
    Column,
    Document,
    LedgerTable,
    Mail,
    MailButton,
    Section,
    SectionPart,
    Slot,
    Table,
)
from placard.read.conditions import read_conditions
from placard.read.found import found
from placard.read.layers import Layers
from placard.read.record import Record

FRAMES = ("plain", "answer", "next", "situation", "facts", "ledger", "numbered")
INSERTS = ("nothing", "chapters", "situations")
KINDS = ("page", "booklet", "leaflet", "handbook", "register", "poster")


def read_documents(layers: Layers, audience: Audience) -> dict[str, Document]:
    """Read the documents of one audience."""
    documents = {}
    for name, record in layers.records(f"{audience}/documents"):
        documents[name] = Document(
            id=name,
            audience=audience,
            kind=record.choice("kind", KINDS),  # type: ignore[arg-type]
            title=record.words("title"),
            description=record.words("description", required=audience == "public"),
            sections=tuple(read_section(section, layers) for section in record.records("sections")),
            applies=read_conditions(record.take("applies"), layers.findings),
            place=record.place,
            binds=_binding(record.below("binds")) if record.has("binds") else None,
            folds=_folding(record.below("folds")) if record.has("folds") else None,
        )
        record.finish()
    return {name: _with_sections_of_others(each, documents, layers) for name, each in documents.items()}


def _with_sections_of_others(
    document: Document, documents: Mapping[str, Document], layers: Layers
) -> Document:
    """Put in what a document takes over, so that the sections of a book are listed once."""
    own = {f"{d.id}.{section.id}": section for d in documents.values() for section in d.sections}
    own = {name: section for name, section in own.items() if not section.like}
    sections = []
    for section in document.sections:
        lent = own.get(section.like)
        if section.like and lent is None:
            near = get_close_matches(section.like, own, 1, 0)
            values = {"found": section.like, "near": near[0] if near else ""}
            layers.findings.append(
                found("content.no_section_to_take", section.place or document.place, **values)
            )
        sections.append(replace(lent, id=section.id, like=section.like) if lent and section.like else section)
    return replace(document, sections=tuple(sections))


def _binding(record: Record | None) -> Binding | None:
    if record is None:
        return None
    pages, leaves_out = record.list("pages"), record.list("leaves_out")
    copies = record.whole("copies"), record.whole("large_copies")
    binding = Binding(record.text("file"), pages, leaves_out, *copies)
    record.finish()
    return binding


def _folding(record: Record | None) -> Folding | None:
    if record is None:
        return None
    panels = {panel: record.list(panel) for panel in PANELS}
    folding = Folding(record.text("file"), panels, record.whole("copies"))
    record.finish()
    return folding


def read_section(record: Record, layers: Layers) -> Section:
    """Read a section; a marker that says what is inserted there may do without parts of its own."""
    if record.has("as"):
        like = Section(record.text("id"), {}, (), (), "plain", like=record.text("as"), place=record.place)
        record.finish()
        return like
    insert = record.choice("insert", INSERTS, "nothing")
    below = record.records("parts", required=insert == "nothing")
    parts = tuple(part for each in below if (part := _part(each, layers)) is not None)
    section = Section(
        id=record.text("id"),
        heading=record.words("heading", required=False),
        parts=parts,
        applies=read_conditions(record.take("applies"), layers.findings),
        frame=record.choice("frame", FRAMES, "plain"),
        insert=insert,  # type: ignore[arg-type]
        place=record.place,
    )
    record.finish()
    return section


def _part(record: Record, layers: Layers) -> SectionPart | None:
    part: SectionPart | None = None
    if record.has("table"):
        table = record.below("table")
        part = _table(table) if table else None
    elif record.has("ledger"):
        headings = tuple(each.words_of_itself() for each in record.records("ledger"))
        part = LedgerTable(headings, record.place)
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
    for name, record in layers.records("public/mails"):
        mails[name] = Mail(
            name,
            record.text("to"),
            record.words("label"),
            record.words("subject"),
            record.words("body"),
            record.place,
            record.list("source"),
        )
        record.finish()
    return mails
