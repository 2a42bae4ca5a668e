"""Bare values that YAML accepts and their writer did not mean."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from yaml.events import ScalarEvent

from placard.findings import Finding, Place, Severity
from placard.read.found import found
from placard.read.nodes import Node, Text
from placard.read.yamlevents import end_of, start_of
from placard.read.yamlline import look_at_colon, look_at_dash, look_at_value

_NULLS = frozenset({"null", "Null", "NULL", "~"})
_COMMENT = re.compile(r"[ \t]*#")
_TIGHT_HASH = re.compile(r"[ \t]+(#[^\s#!]\S*)")
_TABLE = re.compile(r"[^:;,\t]+(?:[;,\t][^:;,\t]*){2,}")
_PLAIN = re.compile(r"[^\s“”„‟＂‘’‚＇［｛，、][^，、]*")
_NOTHING_BEFORE = re.compile(r"[ ]*(?:-[ ]+)*")


def is_empty(event: ScalarEvent) -> bool:
    """True for nothing at all, for blanks, and for the words that mean nothing in YAML."""
    bare_null = event.style is None and event.value in _NULLS
    return bare_null or not event.value.strip()


def look_at_empty(event: ScalarEvent, lines: Sequence[str], place: Place, key: str) -> Finding:
    """Why a value is refused as empty; the place is that of its key, or of the list entry."""
    if not key:
        return found("yaml.empty_item", place)
    if event.value.strip():
        return found("yaml.null", place, key=key, word=event.value)
    start = start_of(event)
    if event.style is None and _COMMENT.match(lines[start.line], start.column):
        return found("yaml.only_comment", place, key=key)
    return found("yaml.empty_value", place, key=key)


def look_at_no_map(node: Node, lines: Sequence[str]) -> Finding:
    """Why a file without keys is refused: a table of a spreadsheet has its own sentence."""
    table = isinstance(node, Text) and _TABLE.fullmatch(lines[node.place.line - 1])
    return found("yaml.table" if table else "yaml.not_a_map", node.place)


def look_at_bare(
    event: ScalarEvent, lines: Sequence[str], shown: str, *, flow: bool, flow_list: bool
) -> Iterator[Finding]:
    """Faults inside a value without quotes; a long one may have swallowed whole lines."""
    if _is_plain(event, lines, flow=flow):
        return
    start, end = start_of(event), end_of(event)
    place = Place(shown, start.line + 1)
    if finding := look_at_value(event.value.strip(), place, in_flow_list=flow_list):
        yield finding
    if not flow:
        yield from _swallowed(event, lines, shown)
    hash_mark = _TIGHT_HASH.match(lines[end.line], end.column)
    if event.value and hash_mark:
        yield found("yaml.tight_hash", Place(shown, end.line + 1), Severity.WARNING, cut=hash_mark[1])


def _is_plain(event: ScalarEvent, lines: Sequence[str], *, flow: bool) -> bool:
    """True for most values: some words of ours behind a key on one line, which nothing can be said of."""
    start, end = event.start_mark, event.end_mark
    if start is None or end is None or start.line != end.line or not _PLAIN.fullmatch(event.value):
        return False
    line = lines[start.line]
    return "#" not in line and (flow or ":" in line[: start.column])


def _swallowed(event: ScalarEvent, lines: Sequence[str], shown: str) -> Iterator[Finding]:
    start, first, last = start_of(event), start_of(event).line, end_of(event).line
    starts_line = _NOTHING_BEFORE.fullmatch(lines[first][: start.column]) is not None
    bullets = starts_line and look_at_dash(lines[first], Place(shown)) is not None
    for row in range(first if starts_line else first + 1, last + 1):
        place = Place(shown, row + 1)
        remedy = look_at_colon(lines[row], place)
        # A dash that begins a later line of running text is a dash of the text.
        if remedy is None and bullets:
            remedy = look_at_dash(lines[row], place)
        if remedy:
            yield remedy.finding
