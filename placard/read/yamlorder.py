"""Lines and entries where nothing like them may stand: brackets, dashes, indents."""

from __future__ import annotations

import re

from placard.read.found import found
from placard.read.yamlevents import Spot
from placard.read.yamlline import outside_quotes
from placard.read.yamlpage import Diagnosis, Page, at_an_end, left_out

_VALUE_START = re.compile(r".*(?:[\[{,]|:\s)\s*(?P<start>[^\[\]{},\"']*)$")
_VALUE_REST = re.compile(r"[^\[\]{},\"'#]*")
_TIGHT_HASH = re.compile(r"#[^\s#]")
_STAR = re.compile(r".*[\s:]\*\S*\s+$")
_CLOSING = {"[": "]", "{": "}"}


def open_bracket(page: Page) -> Diagnosis | None:
    """A bracket that does not close, or whose entries run into each other."""
    opened, row = page.fault.opened, page.row
    mark = page.letter(opened)
    if opened is None or opened == page.spot or mark not in _CLOSING:
        return None
    closing = _CLOSING[mark]
    line = page.lines[opened.line]
    behind = line[len(outside_quotes(line).rstrip()) :].lstrip()
    if _TIGHT_HASH.match(behind) and closing in behind:
        return at_an_end(found("yaml.hash_in_brackets", page.place(opened.line), mark=mark), opened.line)
    if opened.line == row and page.letter(page.spot) in _CLOSING.values():
        return at_an_end(found("yaml.open_here", page.place(row), mark=mark, closing=closing), row)
    if opened.line == row:
        return at_an_end(found("yaml.no_comma", page.place(row), mark=mark, closing=closing), row)
    place = page.place(opened.line)
    finding = found("yaml.open_bracket", place, mark=mark, closing=closing, line=row + 1)
    return at_an_end(finding, opened.line)


def question_mark(page: Page) -> Diagnosis | None:
    """A question mark inside a value between brackets, as in a link; only older YAML minds it."""
    row, column = page.spot.line, page.spot.column
    start = _VALUE_START.match(page.before(page.spot))
    if page.letter(page.spot) != "?" or start is None:
        return None
    line, begin = page.lines[row], start.start("start")
    rest = _VALUE_REST.match(line, column)
    end = len(line[: rest.end()].rstrip()) if rest else column
    return Diagnosis((), row, {row: f"{line[:begin]}'{line[begin:end]}'{line[end:]}"})


def stray_mark(page: Page) -> Diagnosis | None:
    """A comma, a bracket or a colon with nothing that it could belong to."""
    mark, row = page.letter(page.spot), page.row
    if mark == ":":
        return left_out(found("yaml.empty_key", page.place(row)), page, row)
    if mark and mark in ",]}":
        return at_an_end(found("yaml.stray_mark", page.place(row), mark=mark), row)
    return None


def percent(page: Page) -> Diagnosis | None:
    """A line that begins with a percent sign, which YAML takes for an order to itself."""
    if not page.lines[page.row].startswith("%"):
        return None
    return left_out(found("yaml.needs_quotes", page.place(page.row), mark="%"), page, page.row)


def after_closing(page: Page) -> Diagnosis | None:
    """Something behind a closing quote or bracket."""
    row, before = page.row, page.before(page.spot).rstrip()
    if page.spot.line != row or not before or before[-1] not in "\"']}":
        return None
    mark = before[-1]
    if mark == "'" and page.before(page.spot)[-1:] == mark and page.letter(page.spot).isalpha():
        return _apostrophe(page, row)
    # What seems to close here may open, if a quote further up was never closed.
    odd = (i for i in range(row - 1, -1, -1) if page.lines[i].count(mark) % 2)
    opener = next(odd, None) if mark in "\"'" and before.count(mark) == 1 else None
    if opener is not None:
        return at_an_end(found("yaml.open_quote", page.place(opener), mark=mark), opener)
    return at_an_end(found("yaml.after_closing", page.place(row), mark=mark), row)


def _apostrophe(page: Page, row: int) -> Diagnosis:
    """An apostrophe of the text, taken for the quote that closes it."""
    line = page.lines[row].rstrip()
    begin = line.index("'")
    finding = found("yaml.apostrophe", page.place(row))
    if not line.endswith("'") or page.in_brackets(page.spot):
        return at_an_end(finding, row)
    inner = line[begin + 1 : -1].replace("'", "''")
    return Diagnosis((finding,), row, {row: f"{line[:begin]}'{inner}'"})


def star(page: Page) -> Diagnosis | None:
    """Several words, the first of which begins with a star."""
    before = page.before(page.spot)
    if page.spot.line != page.row or not _STAR.match(before):
        return None
    finding = found("yaml.needs_quotes", page.place(page.row), mark="*")
    spot = Spot(page.row, before.rindex("*"))
    return Diagnosis((finding,), page.row, page.quoted_from(spot), faithful=bool(page.quoted_from(spot)))


def out_of_line(page: Page) -> Diagnosis | None:
    """A line that does not fit the lines above it."""
    row = page.row
    if page.spot.line != row or not page.begins_line(page.spot):
        return None
    above = page.above(row)
    if above is not None and page.lines[above].startswith("..."):
        return at_an_end(found("yaml.second_document", page.place(row)), row)
    if page.is_list_above(row) and not page.is_entry(row):
        return left_out(found("yaml.no_dash", page.place(row)), page, row)
    if page.is_entry(row) and not page.is_list_above(row):
        return left_out(found("yaml.stray_dash", page.place(row)), page, row)
    return left_out(found("yaml.indent", page.place(row)), page, row)
