"""The words of the records a place keeps for itself: titles, headings, what cells say."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from placard.findings import Place
from placard.library.texts import Local


@dataclass(frozen=True, slots=True)
class RecordWords:
    """One record: `columns` as they stand, `words` a cell may say, `empty` where there is no row."""

    id: str
    title: Local
    note: Local
    empty: Local
    columns: Mapping[str, Local]
    words: Mapping[str, Local]
    place: Place
