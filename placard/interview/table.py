"""A chain from a table: a row for a branch, a column for an answer; every fault told by row and column."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from placard.findings import Finding, Place
from placard.interview.asking import Ask, FieldPath
from placard.interview.draft import Draft, Value
from placard.interview.given import answered, first_things_first, heading
from placard.interview.lexicon import Lexicon, Wrong
from placard.interview.premises import slug
from placard.read.found import found
from placard.read.letters import read_text, without_unwanted

ID = "id"


@dataclass(frozen=True, slots=True)
class Row:
    """One branch: its id, its facts, and the row it stands in."""

    id: str
    draft: Draft
    place: Place


def read_table(path: Path, start: Draft, lexicon: Lexicon) -> tuple[list[Row], list[Finding]]:
    """Read every row of a CSV file over what is known of all branches; no fault stops the reading."""
    text, findings = read_text(path, path.name)
    if text is None:
        return [], findings
    text, findings = without_unwanted(text, path.name)
    lines = list(_lines(text))
    if len(lines) < 2:
        return [], [*findings, found("new.empty_table", Place(path.name))]
    names = [name.strip() for name in lines[0][1]]
    targets, more = _headings(names, Place(path.name, lines[0][0]), lexicon)
    findings += more
    rows = [
        row
        for number, cells in lines[1:]
        if (row := _row(names, cells, Place(path.name, number), start, lexicon, targets, findings))
    ]
    return rows, findings + _twice(rows)


def _lines(text: str) -> Iterable[tuple[int, list[str]]]:
    """The rows with their line numbers; the sign between cells is the one the first line has most of."""
    first = text.partition("\n")[0]
    delimiter = max(";,\t", key=first.count)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    last = 0
    for cells in reader:
        if any(cell.strip() for cell in cells):
            yield last + 1, cells
        last = reader.line_num


def _headings(
    names: Sequence[str], place: Place, lexicon: Lexicon
) -> tuple[Mapping[str, Ask | FieldPath], list[Finding]]:
    targets: dict[str, Ask | FieldPath] = {}
    findings: list[Finding] = []
    for name in names:
        if name in ("", ID):
            continue
        if name in targets:
            findings.append(found("new.column_twice", place, column=name))
        try:
            targets[name] = heading(name, lexicon)
        except Wrong as refused:
            findings.append(replace(refused.finding, place=place))
    return targets, findings


def _row(
    names: Sequence[str],
    cells: Sequence[str],
    place: Place,
    start: Draft,
    lexicon: Lexicon,
    targets: Mapping[str, Ask | FieldPath],
    findings: list[Finding],
) -> Row | None:
    if len(cells) > len(names):
        findings.append(found("new.too_many_cells", place, found=len(cells), columns=len(names)))
        return None
    told = dict(zip(names, cells, strict=False))
    draft = start
    for name, cell in first_things_first(((n, c) for n, c in told.items() if n in targets), lexicon):
        if not cell.strip():
            continue
        try:
            draft = answered(targets[name], cell, draft, lexicon)
        except Wrong as refused:
            reason = refused.finding
            findings.append(replace(reason, place=Place(f"{place.file}:{place.line}: {name}")))
    own = told.get(ID, "").strip() or slug(_name(draft))
    if not own or own != slug(own):
        findings.append(found("new.no_id", place, found=own or _name(draft)))
        return None
    return Row(own, draft, place)


def _name(draft: Draft) -> str:
    return draft.word("name")


def _twice(rows: Sequence[Row]) -> list[Finding]:
    first: dict[str, Row] = {}
    return [
        found("new.branch_twice", row.place, id=row.id, first=first[row.id].place.line)
        for row in rows
        if first.setdefault(row.id, row) is not row
    ]


def shared_and_own(drafts: Sequence[Draft]) -> tuple[Draft, list[Draft]]:
    """Split the facts of branches: what all say alike, and what each says for itself."""
    alike = {
        path
        for path, value in drafts[0].values.items()
        if path != ("name",) and all(draft.get(path) == value for draft in drafts)
    }
    return _only(drafts[0], alike), [_only(draft, set(draft.values) - alike) for draft in drafts]


def _only(draft: Draft, paths: set[FieldPath]) -> Draft:
    kept: dict[FieldPath, Value] = {path: value for path, value in draft.values.items() if path in paths}
    return Draft(kept, frozenset(path for path in draft.suggested if any(path[: len(p)] == p for p in kept)))
