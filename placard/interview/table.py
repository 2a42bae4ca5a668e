"""A chain from a table: a row for a branch, a column for an answer; every fault told by row and column."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from placard.findings import Finding, Place, spans
from placard.interview.asking import Ask, FieldPath
from placard.interview.choices import LISTED, vocabulary_of, vocabulary_of_field
from placard.interview.draft import Draft, Value
from placard.interview.given import answered, first_things_first, heading
from placard.interview.lexicon import NEAR, Lexicon, Wrong
from placard.interview.premises import slug
from placard.read.found import found
from placard.read.letters import read_text, without_unwanted

ID = "id"
REMARK = "#"
"""A row whose first cell begins so is the example of the template, and no branch."""


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
        return [], [_of_a_spreadsheet(finding) for finding in findings]
    text, findings = without_unwanted(text, path.name)
    try:
        lines = list(_lines(text))
    except csv.Error:
        return [], [*findings, found("new.table_cell", Place(path.name))]
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


def _of_a_spreadsheet(finding: Finding) -> Finding:
    """Tell what to choose in a spreadsheet, not in an editor, where the file is none of letters."""
    if finding.code in ("file.missing", "file.closed", "file.too_large"):
        return finding
    letters = finding.code in ("file.not_utf8", "file.utf16")
    return found("new.table_letters" if letters else "new.table_kind", finding.place)


def _lines(text: str) -> Iterable[tuple[int, list[str]]]:
    """The rows with their numbers as a spreadsheet counts them, empty ones and broken cells too.

    The sign between cells is the one the first line has most of.
    """
    first = text.partition("\n")[0]
    delimiter = max(";,\t", key=first.count)
    for number, cells in enumerate(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter), 1):
        if any(cell.strip() for cell in cells) and not cells[0].startswith(REMARK):
            yield number, cells


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
            reason = in_a_table(refused.finding, targets[name], lexicon)
            findings.append(replace(reason, place=replace(place, cells=f"{place.line}: {name}")))
    own = told.get(ID, "").strip() or slug(_name(draft))
    if not own or own != slug(own):
        findings.append(found("new.no_id", place, found=own or _name(draft)))
        return None
    return Row(own, draft, place)


_CHOICES = (NEAR, "new.not_one_of", "new.not_on_the_list", "new.not_known", "new.not_a_kind_of_room")


def in_a_table(finding: Finding, target: Ask | FieldPath, lexicon: Lexicon) -> Finding:
    """Name every word a cell may hold: in a table nobody sees the list with its numbers."""
    if finding.code not in _CHOICES:
        return finding
    vocabulary = vocabulary_of_field(target) if isinstance(target, tuple) else vocabulary_of(target)
    codes = lexicon.codes(vocabulary)
    if isinstance(target, Ask) and target.form in LISTED:
        codes = target.choices.get("any", ()) or codes
    known = ", ".join(f"{lexicon.name_of(vocabulary, code)} ({code})" for code in codes)
    return found(
        "new.not_in_the_table", finding.place, found=str(finding.values.get("found", "")), known=known
    )


def by_rows(findings: Iterable[Finding]) -> list[Finding]:
    """Tell one mistake made in many rows of a column once, with the rows."""
    alike: dict[object, list[Finding]] = {}
    for each in findings:
        column = each.place.cells.partition(": ")[2]
        alike.setdefault((each.code, str(each.values), each.place.file, column), []).append(each)
    return [_in_rows(group) for group in alike.values()]


def _in_rows(group: Sequence[Finding]) -> Finding:
    first = min(group, key=lambda each: each.place.line)
    if len(group) == 1 or not first.place.line:
        return first
    column = first.place.cells.partition(": ")[2]
    rows = spans(sorted({each.place.line for each in group}))
    return replace(first, place=replace(first.place, cells=f"{rows}: {column}" if column else rows))


def _name(draft: Draft) -> str:
    return draft.word("name")


def _twice(rows: Sequence[Row]) -> list[Finding]:
    first: dict[str, Row] = {}
    return [
        found("new.branch_twice", row.place, id=row.id, first=first[row.id].place.line)
        for row in rows
        if first.setdefault(row.id, row) is not row
    ]


def shared_and_own(drafts: Sequence[Draft], decisions: Iterable[FieldPath] = ()) -> tuple[Draft, list[Draft]]:
    """Split the facts of branches: what all say alike, and what each says for itself.

    Of `decisions` what most branches have is the chain's, and the others say that theirs differs; what
    somebody saw or counted is shared only where it is the same everywhere.
    """
    common = {
        path: value
        for path, value in drafts[0].values.items()
        if path != ("name",) and all(draft.get(path) == value for draft in drafts)
    }
    for path in decisions:
        said = [draft.get(path) for draft in drafts]
        most = max(said, key=said.count)
        if path not in common and most is not None and None not in said and said.count(most) * 2 > len(said):
            common[path] = most
    suggested = frozenset[FieldPath]().union(*(draft.suggested for draft in drafts))
    shared = Draft(
        {path: common[path] for path in drafts[0].values if path in common},
        frozenset(path for path in suggested if any(path[: len(p)] == p for p in common)),
    )
    return shared, [
        _only(draft, {path for path, value in draft.values.items() if common.get(path) != value})
        for draft in drafts
    ]


def _only(draft: Draft, paths: set[FieldPath]) -> Draft:
    kept: dict[FieldPath, Value] = {path: value for path, value in draft.values.items() if path in paths}
    return Draft(kept, frozenset(path for path in draft.suggested if any(path[: len(p)] == p for p in kept)))
