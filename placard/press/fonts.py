"""The two families of type every sheet is set in, cut once to a fixed repertoire."""

from __future__ import annotations

import functools
import hashlib
import shutil
import unicodedata
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

import fontTools
import rendercv_fonts

from placard.findings import Said, said
from placard.press.repertoire import repertoire

SANS = "Placard Sans"
"""Latin, Greek and Cyrillic: Noto Sans."""

HAN = "Placard Han"
"""Simplified Chinese: Noto Sans SC, which has no Polish letters."""

LATIN_CAP_EM = 0.714
"""Height of a capital of Placard Sans, in em; `sCapHeight` of both weights, see the tests."""

HAN_FACE_EM = 0.90
"""Height of a Han character as drawn, in em: 您, 监 and 鬱 measure 0.891 to 0.921, bold a little more."""

CHECKOUT = Path(__file__).parents[2]
CACHE = CHECKOUT / ".cache" / "fonts"

LAYOUT_FEATURES = ("ccmp", "kern", "liga", "locl", "mark", "mkmk")
UNUSED_TABLES = ("BASE", "STAT", "gasp", "vhea", "vmtx")  # upright setting, hinting, variable styles
LICENCES = ("OFL.txt", "OFL JP, KR, SC.txt")

NEVER_DRAWN = frozenset({"Cc", "Cf", "Zl", "Zp"})


@dataclass(frozen=True, slots=True)
class Face:
    """One file of type; `weight` as in CSS. No two faces share family and weight."""

    family: str
    weight: int
    path: Path


_SOURCES = tuple(
    Face(family, weight, Path(rendercv_fonts.path_of["Noto Sans"]) / name)
    for family, weight, name in (
        (SANS, 400, "NotoSans-Regular.ttf"),
        (SANS, 700, "NotoSans-Bold.ttf"),
        (HAN, 400, "NotoSansSC-Regular.ttf"),
        (HAN, 700, "NotoSansSC-Bold.ttf"),
    )
)


@dataclass(frozen=True, slots=True)
class FontSet:
    """The faces ready to print with; equal digests mean equal files."""

    faces: tuple[Face, ...]
    digest: str

    def css(self) -> str:
        """Return one `@font-face` rule per face."""
        return css_of(self.faces)

    def missing(self, text: str, families: Sequence[str]) -> str:
        """Return the characters of `text` no family can draw in every weight, each once, sorted."""
        drawn = {character for character in text if unicodedata.category(character) not in NEVER_DRAWN}
        lacking = {ord(character) for character in drawn}.difference(*map(self._covered, families))
        return "".join(map(chr, sorted(lacking)))

    def _covered(self, family: str) -> frozenset[int]:
        paths = tuple(face.path for face in self.faces if face.family == family)
        if not paths:
            raise LookupError(f"no font family is called {family}")
        return _characters_of_all(paths)


def css_of(faces: Sequence[Face]) -> str:
    """Return one `@font-face` rule per face.

    Never two files for one family and weight: WeasyPrint 70 then prints wrong letters, silently.
    """
    return "\n".join(
        f'@font-face {{ font-family: "{face.family}"; font-weight: {face.weight}; font-style: normal; '
        f'src: url("{face.path.as_uri()}") format("truetype"); }}'
        for face in faces
    )


def prepare(cache: Path | None = None, progress: Callable[[Said], None] | None = None) -> FontSet:
    """Return the fonts, cutting them first where `cache` does not hold them yet (about 4 s).

    Two processes may do so at once: the first to finish wins and the other takes its files.
    """
    folder = _folder(cache)
    if not folder.is_dir():
        folder.parent.mkdir(parents=True, exist_ok=True)
        _cut_into(folder, progress or (lambda line: None))
    return _set_in(folder)


def prepared(cache: Path | None = None) -> FontSet | None:
    """Return the fonts if an earlier `prepare` left them in `cache`."""
    folder = _folder(cache)
    return _set_in(folder) if folder.is_dir() else None


def _folder(cache: Path | None) -> Path:
    return (cache or CACHE).absolute() / _digest()


def _set_in(folder: Path) -> FontSet:
    faces = (Face(source.family, source.weight, folder / source.path.name) for source in _SOURCES)
    return FontSet(tuple(faces), folder.name)


@functools.cache
def _digest() -> str:
    """Return the name of what `_cut_into` would make: repertoire, way of cutting, sources."""
    written = [
        Path(__file__).with_name(f"{name}.py").read_text("utf-8") for name in ("cutting", "repertoire")
    ]
    recipe = (fontTools.version, LAYOUT_FEATURES, UNUSED_TABLES, written)
    whole = hashlib.sha256(repr(recipe).encode())
    for source in _SOURCES:
        whole.update(_directory(source.path))
    return whole.hexdigest()[:16]


def _directory(font: Path) -> bytes:
    """Return the head of a font, which names a checksum of each of its tables.

    Source: OpenType specification, "Table Directory".
    """
    with font.open("rb") as file:
        head = file.read(12)
        return head + file.read(16 * int.from_bytes(head[4:6], "big"))


def _cut_into(folder: Path, progress: Callable[[Said], None]) -> None:
    from placard.press.cutting import cut, drawn_by

    with TemporaryDirectory(prefix=".cutting-", dir=folder.parent) as unfinished:
        work = Path(unfinished) / folder.name
        work.mkdir()
        for number, source in enumerate(_SOURCES, start=1):
            progress(
                said(
                    "report.cutting_fonts",
                    family=source.family,
                    weight=source.weight,
                    number=number,
                    total=len(_SOURCES),
                )
            )
            target = work / source.path.name
            cut(source.path, target, repertoire(), LAYOUT_FEATURES, UNUSED_TABLES)
            _letters(target).write_bytes("".join(map(chr, sorted(drawn_by(target)))).encode())
        for licence in LICENCES:
            shutil.copyfile(_SOURCES[0].path.with_name(licence), work / licence)
        try:
            work.rename(folder)
        except OSError:
            if not folder.is_dir():
                raise


@functools.cache
def _characters_of_all(paths: tuple[Path, ...]) -> frozenset[int]:
    return frozenset.intersection(*map(_characters_of, paths))


@functools.cache
def _characters_of(path: Path) -> frozenset[int]:
    return frozenset(map(ord, _letters(path).read_bytes().decode()))


def _letters(face: Path) -> Path:
    """Return the list of what a face can draw, which lies beside it: a font takes longer to be asked."""
    return face.with_suffix(".letters")


def main() -> None:
    """Cut the fonts once for all, and tell so in the language of the venues here."""
    from placard.read.roots import Project, venue_paths
    from placard.read.voice import Voice, languages_here

    here = Project.here()
    voice = Voice.of(here, languages_here(venue_paths(here.venues)))
    prepare(progress=lambda line: print(voice.tell(line), flush=True))


if __name__ == "__main__":
    main()
