"""A zip for each branch, to be mailed there: sheets, staff papers, contact sheets and a list of codes.

Equal files give equal bytes: fixed dates and rights, sorted names, nothing packed, because how small a
packer makes a file depends on its version. PDFs are packed already.
"""

from __future__ import annotations

import hashlib
import zipfile
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from placard.chains.records import FOLDER
from placard.compose.venue import ComposedVenue
from placard.made import ALL_HOLDS, Made, Wall
from placard.press import templates

ROOT = "zip"
HOLDS = ("print", "staff")
"""The folders of `out/` whose files a zip holds."""

_FIRST_DAY = (1980, 1, 1, 0, 0, 0)
"""The oldest date a zip can hold."""
_PLAIN_FILE = 0o100644 << 16


def branch_zips(
    venues: Sequence[ComposedVenue],
    made: Sequence[Made],
    staging: Path,
    changes: Mapping[str, Wall] | None = None,
) -> list[Made]:
    """Make the zip of every venue that belongs to a chain; return what was made."""
    changed = changes or {}
    branches = [venue for venue in venues if venue.composer.context.venue.extends is not None]
    return [
        _of_branch(venue, made, staging / ROOT, changed.get(venue.venue_id, ALL_HOLDS)) for venue in branches
    ]


def packed_in(venue: str, made: Sequence[Made]) -> dict[str, Path]:
    """Return what the zip of a venue holds besides its notes: name in the zip -> file as made."""
    own = [each for each in made if each.venue == venue and each.path.parts[0] in HOLDS]
    # print/<venue>/cam-01.a4.pdf becomes <venue>/print/cam-01.a4.pdf: two zips may be unpacked side by side.
    return {
        PurePosixPath(venue, each.path.parts[0], *each.path.parts[2:]).as_posix(): each.file for each in own
    }


def _of_branch(venue: ComposedVenue, made: Sequence[Made], folder: Path, changes: Wall) -> Made:
    contents = {name: file.read_bytes() for name, file in packed_in(venue.venue_id, made).items()}
    contents |= dict(_notes(venue, [each for each in made if each.venue == venue.venue_id], changes))
    return Made(
        path=PurePosixPath(ROOT, f"{venue.venue_id}.zip"),
        file=_kept(folder, venue.venue_id, contents),
        kind="zip",
        venue=venue.venue_id,
        languages=venue.plan.staff_languages,
        reason="everything this branch prints, to be sent there in one file",
    )


@dataclass(frozen=True, slots=True)
class Listed:
    """A sheet or paper as the notes list it: what it is called, its paper and its code."""

    title: str
    sheet: str
    code: str


def _notes(venue: ComposedVenue, made: Sequence[Made], changes: Wall) -> Iterator[tuple[str, bytes]]:
    """Write what the branch reads first, in each language of its staff, the first one as README.txt."""
    coded = sorted((each for each in made if each.code and each.path.parts[0] in HOLDS), key=_in_folders)
    template = templates.environment(FOLDER).get_template("readme.txt")
    for number, language in enumerate(venue.plan.staff_languages):
        called = {_stem(each): _called(each, venue, language) for each in coded}
        listed = [Listed(called[_stem(each)], each.sheet.upper(), each.code) for each in coded]
        name = "README.txt" if number == 0 else f"README.{language}.txt"
        text = template.render(
            venue=venue.composer.said(language, "{{ venue.name | name }}").striptags(),
            in_force=venue.composer.in_force(language).striptags(),
            sample=venue.composer.context.venue.sample,
            listed=listed,
            changes=None if changes == ALL_HOLDS else changes,
            called=called,
            words=venue.composer.speaker(language).labels.words,
        )
        # Editors of Windows show lines that end otherwise as one.
        yield f"{venue.venue_id}/{name}", text.replace("\n", "\r\n").encode("utf-8-sig")


def _stem(made: Made) -> str:
    return made.path.name.removesuffix(".pdf").removesuffix(f".{made.sheet}")


def _called(made: Made, venue: ComposedVenue, language: str) -> str:
    """Return the title on a sheet with its room; what has none is known by its name."""
    name, _, room = _stem(made).partition(".")
    sign = venue.composer.library.signs.get(name)
    title = sign.title.get(language) if sign and made.kind == "sheet" else None
    if title is None:
        return made.title or _stem(made)
    return f"{name.upper()} {title}" + (f" ({room})" if room else "")


def _in_folders(made: Made) -> str:
    return PurePosixPath(made.path.parts[0], *made.path.parts[2:]).as_posix()


def _kept(folder: Path, venue: str, contents: dict[str, bytes]) -> Path:
    """Return the zip of these contents, made before where nothing in it has changed; forget the last one."""
    parts = [f"{name} {hashlib.sha256(raw).hexdigest()}" for name, raw in sorted(contents.items())]
    path = folder / venue / f"{hashlib.sha256(chr(10).join(parts).encode()).hexdigest()}.zip"
    if not path.is_file():
        path.parent.mkdir(parents=True, exist_ok=True)
        for last in path.parent.iterdir():
            last.unlink()
        unfinished = path.with_suffix(".new")
        with zipfile.ZipFile(unfinished, "w", zipfile.ZIP_STORED) as packed:
            for name, raw in sorted(contents.items()):
                packed.writestr(_entry(name), raw)
        unfinished.replace(path)
    return path


def _entry(name: str) -> zipfile.ZipInfo:
    entry = zipfile.ZipInfo(name, _FIRST_DAY)
    entry.create_system, entry.external_attr = 3, _PLAIN_FILE
    return entry
