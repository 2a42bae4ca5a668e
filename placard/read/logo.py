"""The logo an owner names in a venue file: found, recognised by what it holds, and read."""

from __future__ import annotations

from pathlib import Path, PurePosixPath

from placard.brand.logo import Logo
from placard.findings import Finding, Place, Severity
from placard.read.found import found
from placard.read.png import SIGNATURE, read_png
from placard.read.svg import read_svg
from placard.read.svgtree import Refused
from placard.read.venue import VenueFile

MOST_KB = {"svg": 256, "png": 2048}
LONGEST_SIDE = 12
"""How many times as long as wide a logo may be: a longer one would be a hairline on a sheet."""
SHARP = 120
"""Pixels of the shorter side from which a picture prints clean at the height it has on a sheet."""

_PATH = ("brand", "logo")
_MILD = Severity.WARNING
"""What cannot be used is left out: nobody is kept from a notice because a picture is wrong."""


def read_logo(file: VenueFile, venues: Path) -> tuple[Logo | None, list[Finding]]:
    """Return the logo of a venue; never raises for what stands in the file. `venues` holds all venues."""
    brand = file.venue.brand
    named = brand.logo if brand else None
    if not isinstance(named, str):
        return None, []
    place = file.place(_PATH)
    # The path is meant from the file it was typed in: the shared file of a chain, or the venue's own.
    folder = venues / PurePosixPath(*PurePosixPath(place.file).parts[1:]).parent
    path, why = _found(named, folder, venues)
    if path is None:
        return None, [found(why, place, _MILD, name=named)]
    kind = path.suffix.lower().removeprefix(".")
    try:
        size = path.stat().st_size
        if size > MOST_KB[kind] * 1024:
            return None, [
                found("logo.too_large", place, _MILD, name=named, kb=size // 1024, most=MOST_KB[kind])
            ]
        content = path.read_bytes()
    except OSError:
        return None, [found("logo.closed", place, _MILD, name=named)]
    return _understood(kind, content, Place(_shown(path, venues)), place, named)


def _found(named: str, folder: Path, venues: Path) -> tuple[Path | None, str]:
    """Return the file, or the message that says why not; a link must not lead out of `venues` either."""
    if "\\" in named or ":" in named or named.startswith(("/", "~")) or "\0" in named:
        return None, "logo.not_a_path"
    try:
        path = (folder / named).resolve()
        if not path.is_relative_to(venues.resolve()):
            return None, "logo.outside"
        if path.suffix.lower().removeprefix(".") not in MOST_KB:
            return None, "logo.other_type"
        return (path, "") if path.is_file() else (None, "logo.missing")
    except (OSError, ValueError, RuntimeError):
        return None, "logo.missing"


def _shown(path: Path, venues: Path) -> str:
    return f"{venues.name}/{path.relative_to(venues.resolve()).as_posix()}"


def _understood(
    kind: str, content: bytes, inside: Place, place: Place, named: str
) -> tuple[Logo | None, list[Finding]]:
    is_png = content.startswith(SIGNATURE)
    looks_like_text = content.lstrip(b"\xef\xbb\xbf\xff\xfe\x00 \t\r\n").startswith(b"<")
    if (kind == "png") != is_png or (kind == "svg" and not looks_like_text):
        return None, [found("logo.lies", place, _MILD, name=named, kind=kind.upper())]
    try:
        logo = read_svg(content) if kind == "svg" else read_png(content)
    except Refused as fault:
        return None, [found(fault.code, Place(inside.file, fault.line), _MILD, **fault.values)]
    if max(logo.ratio, 1 / logo.ratio) > LONGEST_SIDE:
        return None, [found("logo.shape", place, _MILD, name=named, most=LONGEST_SIDE)]
    remarks = []
    if logo.pale:
        remarks.append(found("logo.pale", place, _MILD, name=named))
    if logo.kind == "png" and min(logo.width, logo.height) < SHARP:
        side = round(min(logo.width, logo.height))
        remarks.append(found("logo.coarse", place, _MILD, name=named, side=side, least=SHARP))
    return logo, remarks
