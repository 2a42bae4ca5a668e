"""The type readers write in when they fill a form in on a screen: whole, and so cut small beforehand.

What is only printed carries the letters it shows; a field carries every letter somebody may type.
"""

from __future__ import annotations

import functools
import hashlib
import os
from pathlib import Path

import fontTools

from placard.press import templates
from placard.press.fonts import HAN, SANS, Face, FontSet
from placard.press.repertoire import BLOCKS

TYPED_SANS = "Placard Typed Sans"
"""Latin, Greek and Cyrillic: all of Placard Sans."""

TYPED_HAN = "Placard Typed Han"
"""Placard Han, of GB 2312 and what stands in names besides; no Polish letters."""

RARE = templates.FOLDER / "rare-letters.txt"
"""Characters of names beyond GB 2312; one that is missing is drawn by whatever the reader's machine has."""

_SOURCES = {TYPED_SANS: SANS, TYPED_HAN: HAN}
_NO_TABLES = ("GDEF", "GPOS", "GSUB")  # one letter after another: viewers neither join nor kern


def typed_faces(fonts: FontSet) -> tuple[Face, ...]:
    """Return the type of fields, cut beside the faces of `fonts` where it does not lie there yet."""
    return tuple(_face(fonts, family, source) for family, source in _SOURCES.items())


def repertoire(family: str) -> frozenset[int]:
    """Return the code points somebody may type; fixed, as that of the faces it is cut from."""
    if family == TYPED_SANS:
        return frozenset(point for first, last in BLOCKS if last < 0x2100 for point in range(first, last + 1))
    latin = (*range(0x20, 0x7F), *range(0xA0, 0x100))
    return _gb2312() | frozenset(latin) | frozenset(map(ord, "".join(RARE.read_text("utf-8").split())))


def _gb2312() -> frozenset[int]:
    pairs = (bytes((lead, trail)) for lead in range(0xA1, 0xFF) for trail in range(0xA1, 0xFF))
    return frozenset(ord(letter) for pair in pairs for letter in pair.decode("gb2312", errors="ignore"))


def _face(fonts: FontSet, family: str, source: str) -> Face:
    whole = next(face for face in fonts.faces if face.family == source and face.weight == 400)
    path = whole.path.with_name(f"typed-{_digest(family)}-{whole.path.name}")
    if not path.is_file():
        _cut(whole.path, path, repertoire(family))
    return Face(family, 400, path)


@functools.cache
def _digest(family: str) -> str:
    recipe = (fontTools.version, sorted(repertoire(family)), _NO_TABLES)
    return hashlib.sha256(repr(recipe).encode()).hexdigest()[:12]


def _cut(source: Path, target: Path, points: frozenset[int]) -> None:
    from placard.press.cutting import cut

    unfinished = target.with_name(f".{target.name}.{os.getpid()}")
    cut(source, unfinished, points, (), _NO_TABLES)
    unfinished.replace(target)
