"""Forms, all languages of one form in one file."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from difflib import get_close_matches

from placard.findings import Place, said
from placard.library.forms import (
    ALSO,
    CELLS,
    FIELD_KINDS,
    FRAMES,
    MADE_FOR,
    WIDTHS,
    Form,
    FormColumn,
    FormField,
    FormKind,
    FormOption,
    FormPart,
    FormSection,
    FormWords,
)
from placard.library.texts import Audience
from placard.read.conditions import read_conditions
from placard.read.found import found
from placard.read.layers import Layers
from placard.read.record import Record
from placard.read.signs import read_variants

ROWS = (2, 14)
"""Lines to write on that fit a page beside everything else; one line is a field of its own kind."""
TABLE_ROWS = (2, 24)
"""Empty rows of a table, which may have a page to itself."""

AUDIENCES: tuple[Audience, ...] = ("public", "staff")
_KINDS_OF: Mapping[Audience, tuple[FormKind, ...]] = {
    "public": ("form", "text"),
    "staff": ("form", "letter", "log"),
}

_ID = re.compile(r"[a-z][a-z0-9]*(-[a-z0-9]+)*")


def read_forms(layers: Layers) -> dict[str, Form]:
    """Read `public/forms/*.yml` and `staff/forms/*.yml`; letters lie with the staff."""
    forms: dict[str, Form] = {}
    for audience in AUDIENCES:
        for name, record in layers.records(f"{audience}/forms"):
            forms[name] = _form(name, record, layers, audience)
            record.finish()
    whole = {name: _with_sections_of_others(form, forms, layers) for name, form in forms.items()}
    for form in whole.values():
        _told_apart(form, layers)
    return whole


def _with_sections_of_others(form: Form, forms: Mapping[str, Form], layers: Layers) -> Form:
    """Put in what a form takes over, so that a sentence of several letters is written once."""
    own = {
        f"{f.id}.{section.id}": section for f in forms.values() for section in f.sections if not section.like
    }
    sections = []
    for section in form.sections:
        lent = own.get(section.like)
        if section.like and lent is None:
            near = get_close_matches(section.like, own, 1, 0)
            values = {"found": section.like, "near": near[0] if near else ""}
            layers.findings.append(found("content.no_such_section", section.place, **values))
        sections.append(replace(lent, id=section.id, like=section.like) if lent and section.like else section)
    return replace(form, sections=tuple(sections))


def _form(name: str, record: Record, layers: Layers, audience: Audience) -> Form:
    slip = record.below("slip")
    return Form(
        id=name,
        title=record.words("title"),
        sections=tuple(_section(section, layers) for section in record.records("sections")),
        slip=_section(slip, layers) if slip else None,
        applies=read_conditions(record.take("applies"), layers.findings),
        reason=record.words("reason"),
        place=record.place,
        audience=audience,
        kind=record.choice("kind", _KINDS_OF[audience], "form"),  # type: ignore[arg-type]
        for_each=record.choice("for_each", MADE_FOR, ""),
        only_where=read_conditions(record.take("only_where"), layers.findings),
        also=_also(record, layers),
        handed_over=record.switch("handed_over"),
    )


def _also(record: Record, layers: Layers) -> tuple[str, ...]:
    named = record.list("also")
    for name in named:
        if name not in ALSO:
            values = {"key": "also", "found": name, "allowed": ", ".join(ALSO)}
            layers.findings.append(found("content.not_one_of", record.place, **values))
    return named


def _section(record: Record, layers: Layers) -> FormSection:
    if record.has("as"):
        like = FormSection(record.text("id"), {}, "plain", (), (), record.place, record.text("as"))
        record.finish()
        return like
    section = FormSection(
        id=record.text("id"),
        heading=record.words("heading", required=False),
        frame=record.choice("frame", FRAMES, "plain"),  # type: ignore[arg-type]
        parts=tuple(part for below in record.records("parts") if (part := _part(below, layers))),
        applies=read_conditions(record.take("applies"), layers.findings),
        place=record.place,
        at_most=record.whole("at_most", 0),
    )
    record.finish()
    return section


def _part(record: Record, layers: Layers) -> FormPart | None:
    if record.has("field"):
        part: FormPart = _field(record, layers)
    elif record.has("words"):
        part = FormWords(
            id=record.text("words"),
            fills=record.choice("fill", ("one", "optional", "many"), "one"),  # type: ignore[arg-type]
            label=record.words("label", required=False),
            variants=read_variants(record, layers),
            activity=record.text("activity", ""),
            place=record.place,
            source=record.list("source"),
            for_each=record.text("for_each", ""),
            or_line=record.choice("unanswered", ("line", "ask"), "ask") == "line",
        )
    else:
        layers.findings.append(found("content.no_form_part", record.place))
        return None
    record.finish()
    return part


def _field(record: Record, layers: Layers) -> FormField:
    name = record.text("field")
    if name and not _ID.fullmatch(name):
        layers.findings.append(found("content.not_an_id", record.place, key="field", found=name))
    kind = record.choice("kind", FIELD_KINDS)
    table, boxes = kind == "table", kind in ("choice", "ticks", "table")
    each = record.text("each", "")
    field = FormField(
        id=name,
        kind=kind,  # type: ignore[arg-type]
        label=record.words("label", required=not each and not table),
        hint=record.words("hint", required=False),
        width=record.choice("width", WIDTHS, "full"),  # type: ignore[arg-type]
        rows=_rows(record, layers, TABLE_ROWS if table else ROWS) if _has_rows(record, kind) else 1,
        options=tuple(_option(below, layers) for below in record.records("options", required=False))
        if boxes
        else (),
        options_of=record.text("options_of", "") if boxes else "",
        each=each,
        applies=read_conditions(record.take("applies"), layers.findings),
        place=record.place,
        columns=tuple(_column(below) for below in record.records("columns")) if table else (),
        cell=record.choice("cell", CELLS, "text") if table else "text",  # type: ignore[arg-type]
        rows_of=record.text("rows_of", "") if table else "",
        share=record.whole("share", 1) if table else 1,
    )
    if boxes and not table and not field.options and not field.options_of:
        layers.findings.append(found("content.no_options", record.place, field=name, kind=kind))
    return field


def _has_rows(record: Record, kind: str) -> bool:
    """Lines are counted, and the rows of a table that have no names."""
    named = any(record.has(key) for key in ("options", "options_of", "rows_of"))
    return kind == "lines" or (kind == "table" and not named)


def _rows(record: Record, layers: Layers, fitting: tuple[int, int]) -> int:
    rows = record.whole("rows")
    least, most = fitting
    if record.has("rows") and not least <= rows <= most:
        values = {"found": rows, "least": least, "most": most}
        layers.findings.append(found("content.rows", record.place, **values))
    return min(max(rows, least), most)


def _option(record: Record, layers: Layers) -> FormOption:
    applies = read_conditions(record.take("applies"), layers.findings)
    option = FormOption(record.text("id"), record.words("text"), applies)
    record.finish()
    return option


def _column(record: Record) -> FormColumn:
    column = FormColumn(record.text("id"), record.words("text"), record.whole("share", 1))
    record.finish()
    return column


def _told_apart(form: Form, layers: Layers) -> None:
    """Two fields of one name would be filled in both when somebody types into either."""
    fields = [part for section in form.every_section for part in section.parts if isinstance(part, FormField)]
    named: list[tuple[str, str, str, Place]] = [
        ("words.what_field", "", field.id, field.place) for field in fields
    ]
    for field in fields:
        named += [("words.what_option", field.id, option.id, field.place) for option in field.options]
        named += [("words.what_column", field.id, column.id, field.place) for column in field.columns]
    first: dict[tuple[str, str, str], int] = {}
    for code, of, name, place in named:
        if (line := first.get((code, of, name))) is not None:
            what = said(code, field=of)
            layers.findings.append(found("content.named_twice", place, what=what, name=name, first=line))
        first.setdefault((code, of, name), place.line)
