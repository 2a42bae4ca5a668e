"""Files of words to paste somewhere else, as every editor opens them."""

from __future__ import annotations

from pathlib import Path

from placard.compose.venue import ComposedVenue


def kept(folder: Path, venue: ComposedVenue, name: str, raw: bytes) -> Path:
    """Write a file into the folder of a venue and return where it lies."""
    file = folder / venue.venue_id / name
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(raw)
    return file


def as_text(words: str) -> bytes:
    """Return words as a text file holds them."""
    # Editors of Windows show lines that end otherwise as one, and letters without a mark as others.
    return words.replace("\n", "\r\n").encode("utf-8-sig")
