"""The words of records, all languages of one record in one file."""

from __future__ import annotations

from placard.library.records import RecordWords
from placard.library.texts import Local
from placard.read.layers import Layers
from placard.read.record import Record


def read_records(layers: Layers) -> dict[str, RecordWords]:
    """Read `records/*.yml`."""
    records = {}
    for name, record in layers.records("records"):
        records[name] = RecordWords(
            id=name,
            title=record.words("title"),
            note=record.words("note"),
            empty=record.words("empty"),
            columns=_words(record, "columns"),
            words=_words(record, "words"),
            place=record.place,
        )
        record.finish()
    return records


def _words(record: Record, key: str) -> dict[str, Local]:
    below = record.below(key)
    if below is None:
        return {}
    words: dict[str, Local] = {name: below.words(name) for name in below.node.entries}
    below.finish()
    return words
