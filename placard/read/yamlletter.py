"""Letters that fit nowhere: what stands at the place, and what its writer meant by it."""

from __future__ import annotations

import re

from placard.read.found import found
from placard.read.yamlevents import Spot
from placard.read.yamlline import outside_quotes
from placard.read.yamlpage import Diagnosis, Page, at_an_end, left_out

_ESCAPE = re.compile(r"\\[xuU]?[0-9A-Fa-f]{0,8}$")
_CLOSED_QUOTE = re.compile(r"\"(?:[^\"\\]|\\.)*\"|'(?:[^']|'')*'")
_EQUALS = re.compile(r"(?P<lead>[ ]*(?:-[ ]+)*)(?P<key>[A-Za-z_][A-Za-z0-9_-]*)[ ]*[=＝][ ]*(?=\S)")
_NEEDS_QUOTES = frozenset("@`%&*!|>?")


def escape(page: Page) -> Diagnosis | None:
    """A backslash between double quotes that begins no escape YAML knows."""
    row, before = page.spot.line, page.before(page.spot)
    hit = _ESCAPE.search(before)
    if hit is None or '"' not in before:
        return None
    line, cut = page.lines[row], hit.start()
    return Diagnosis((found("yaml.backslash", page.place(row)),), row, {row: f"{line[:cut]}\\{line[cut:]}"})


def open_quote(page: Page) -> Diagnosis | None:
    """A quote that never closes."""
    opened, mark = page.fault.opened, page.letter(page.fault.opened)
    if opened is None or mark not in {'"', "'"}:
        return None
    if _CLOSED_QUOTE.match(page.lines[opened.line], opened.column):
        return None
    return at_an_end(found("yaml.open_quote", page.place(opened.line), mark=mark), opened.line)


def needs_quotes(page: Page) -> Diagnosis | None:
    """A value that begins with a mark of YAML."""
    for suspect in (page.fault.opened, page.spot):
        mark = page.letter(suspect)
        if suspect and mark in _NEEDS_QUOTES:
            finding = found("yaml.needs_quotes", page.place(suspect.line), mark=mark)
            return Diagnosis((finding,), suspect.line, page.quoted_from(suspect))
    return None


def second_colon(page: Page) -> Diagnosis | None:
    """A colon where none may stand: inside a value, or after a key that is indented too far."""
    spot = page.spot
    if page.letter(spot) != ":":
        return None
    first = re.search(r":\s+", outside_quotes(page.before(spot)))
    above = page.above(spot.line)
    if (
        not first
        and above is not None
        and page.lacks_colon(above)
        and page.indent(above) == page.indent(spot.line)
    ):
        return _equals(page, above) or left_out(found("yaml.no_colon", page.place(above)), page, above)
    if not first:
        return left_out(found("yaml.indent", page.place(spot.line)), page, spot.line)
    finding = found("yaml.colon_in_value", page.place(spot.line))
    return Diagnosis((finding,), spot.line, page.quoted_from(Spot(spot.line, first.end())))


def dash_in_value(page: Page) -> Diagnosis | None:
    """A list that begins on the line of its key."""
    if page.letter(page.spot) != "-":
        return None
    row = page.spot.line
    return left_out(found("yaml.dash_in_value", page.place(row)), page, row)


def no_key(page: Page) -> Diagnosis | None:
    """A line that never became a key: it lacks its colon, or its dash."""
    opened = page.fault.opened
    if opened is None or not page.begins_line(opened):
        return None
    row = opened.line
    if page.is_list_above(row):
        return left_out(found("yaml.no_dash", page.place(row)), page, row)
    return _equals(page, row) or left_out(found("yaml.no_colon", page.place(row)), page, row)


def _equals(page: Page, row: int) -> Diagnosis | None:
    """A line written as programs are set: with an equals sign."""
    hit = _EQUALS.match(page.lines[row])
    if hit is None:
        return None
    finding = found("yaml.equals", page.place(row), key=hit["key"])
    return Diagnosis((finding,), row, {row: f"{hit['lead']}{hit['key']}: {page.lines[row][hit.end() :]}"})
