"""What a record is before it is written: headings, and rows of which one may have several ends."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from placard.library.records import RecordWords


@dataclass(frozen=True, slots=True)
class Row:
    """A row by column: `own` cells stand once, `ends` beside them, each on a line of its own."""

    own: Mapping[str, str]
    ends: tuple[Mapping[str, str], ...] = ({},)


@dataclass(frozen=True, slots=True)
class Register:
    """A record filled: `columns` with their headings in one language, in the order they stand."""

    id: str
    language: str
    title: str
    note: str
    empty: str
    columns: Mapping[str, str]
    rows: tuple[Row, ...]


def register_of(words: RecordWords, language: str, rows: tuple[Row, ...]) -> Register:
    """Return a register in one language; raises `KeyError` where its words lack that language."""
    return Register(
        id=words.id,
        language=language,
        title=words.title[language],
        note=words.note[language],
        empty=words.empty[language],
        columns={name: heading[language] for name, heading in words.columns.items()},
        rows=rows,
    )
