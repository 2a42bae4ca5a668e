"""The very line on which words stand: reading knows where an entry begins, a translator looks for words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from placard.findings import Place
from placard.preview.blocks import Block

ENOUGH = (None, 48, 24)
"""So many letters tell the line: all of them, else fewer, where a file folds or quotes them further on."""


class Lines:
    """Looks words up in files of content and of venues, each read once."""

    def __init__(self, folders: Sequence[Path]) -> None:
        self.folders: Mapping[str, Path] = {folder.name: folder for folder in folders}
        self._read: dict[str, list[str]] = {}

    def place(self, block: Block) -> Place:
        """Return where the words of a block stand, at or below the entry they belong to."""
        start = max(block.place.line - 1, 0)
        raw = block.raw.strip().partition("\n")[0]
        lines = self._lines(block.place.file)[start:] if raw else []
        for enough in ENOUGH:
            for number, line in enumerate(lines, start + 1):
                if raw[:enough] in line:
                    return Place(block.place.file, number)
        return block.place

    def _lines(self, shown: str) -> list[str]:
        if shown not in self._read:
            top, _, rest = shown.partition("/")
            path = self.folders[top] / rest if top in self.folders else None
            there = path is not None and path.is_file()
            self._read[shown] = path.read_text("utf-8", "replace").splitlines() if path and there else []
        return self._read[shown]
