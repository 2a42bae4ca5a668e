"""`content/readability.yml`: what is counted in each kind of writing, and what a page has to reach."""

from __future__ import annotations

import re
from typing import get_args

from placard.library.readability import Kind, Limit, Yardstick
from placard.read.found import found
from placard.read.layers import Layers
from placard.read.nodes import Map
from placard.read.record import Record

FILE = "readability.yml"
_NOTHING = r"(?!)"


def read_yardsticks(layers: Layers) -> dict[str, Yardstick]:
    """Read the yardsticks by name; what `readability` in `languages.yml` may say besides `none`."""
    node = layers.read(FILE)
    if node is None:
        return {}
    entries = {name: each.node for name, each in node.entries.items() if isinstance(each.node, Map)}
    return {name: _yardstick(Record(each, layers.findings)) for name, each in entries.items()}


def _yardstick(record: Record) -> Yardstick:
    read = Yardstick(
        sentence=_pattern(record, "sentence"),
        word=_pattern(record, "word"),
        silent=_pattern(record, "silent", _NOTHING),
        syllable=_pattern(record, "syllable", _NOTHING),
        not_hard=_pattern(record, "not_hard", _NOTHING),
        hard_from=record.whole("hard_from", 0),
        ease=tuple(_figure(record, "ease", each) for each in record.list("ease")),
        enough=record.whole("enough"),
        limits={kind: _limits(record.below(kind)) for kind in get_args(Kind)},
    )
    record.finish()
    return read


def _limits(record: Record | None) -> dict[Limit, float]:
    if record is None:
        return {}
    limits: dict[Limit, float] = {
        name: _figure(record, name, record.text(name)) for name in get_args(Limit) if record.has(name)
    }
    record.finish()
    return limits


def _pattern(record: Record, key: str, default: str | None = None) -> re.Pattern[str]:
    written = record.text(key, default)
    try:
        return re.compile(written)
    except re.error as error:
        record.findings.append(found("content.not_a_pattern", record.place, key=key, why=str(error)))
        return re.compile(_NOTHING)


def _figure(record: Record, key: str, written: str) -> float:
    try:
        return float(written)
    except ValueError:
        record.findings.append(found("content.not_a_figure", record.place, key=key, found=written))
        return 0.0
