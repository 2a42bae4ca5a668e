"""Nothing of the staff reaches a guest: known secrets are searched for in every byte that is public."""

from __future__ import annotations

import base64
import binascii
import gzip
import html
import io
import re
import unicodedata
import zipfile
import zlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TypeAlias
from urllib.parse import unquote

from placard.findings import Finding, Place, in_order
from placard.prove.outputs import Origin, fault
from placard.prove.pdf import Pdf, Unreadable, open_pdf

SHORTEST = 5
"""Letters and digits a secret must have: a shorter one stands somewhere by chance."""

DEEPEST = 4
"""How often a file inside a file is opened."""

LONGEST = 1 << 14
"""Bytes of one string inside a file."""

_MARKS = bytes(code for code in range(128) if not chr(code).isalnum())
_SMALL = bytes(code + 32 if 65 <= code <= 90 else code for code in range(256))
_TAG = re.compile(r"<[^>]*>")
_ESCAPE = re.compile(r"\\u([0-9a-fA-F]{4})")
_PERCENT = re.compile("%[0-9A-Fa-f]{2}")
_DATA = re.compile(rb"base64,\s*([A-Za-z0-9+/=\s]{16,})")
_STREAM = re.compile(rb"stream\r?\n(.*?)\r?\nendstream", re.DOTALL)
_HEXADECIMAL = re.compile(rb"<([0-9A-Fa-f\s]{8,})>")


Opened: TypeAlias = Callable[[bytes], Pdf]


@dataclass(frozen=True, slots=True)
class Secret:
    """Words that must not get out, and the line they were typed in."""

    words: str
    place: Place | None = None
    venue: str = ""


@dataclass(frozen=True, slots=True)
class Search:
    """What was looked at, and what was found there."""

    files: int
    findings: tuple[Finding, ...]


def search(secrets: Iterable[Secret], folders: Iterable[Path], name: str = "out") -> Search:
    """Search every file under these folders, opened as far as anybody could open it.

    Blanks, punctuation, capitals and markup make no difference. Raises `ValueError` for a secret too
    short to mean anything; folders without a file are a finding, because then nothing was searched.
    """
    files = [
        (f"{name}/{folder.name}/{path.relative_to(folder).as_posix()}", path)
        for folder in folders
        for path in sorted(path for path in folder.rglob("*") if path.is_file())
    ]
    return search_files(secrets, files, name)


def search_files(
    secrets: Iterable[Secret], files: Sequence[tuple[str, Path]], name: str = "out", opened: Opened = open_pdf
) -> Search:
    """Search files, each with the name it is reported by; see `search`. `opened` reads the bytes of a PDF."""
    sought = {secret: _bare(secret.words) for secret in secrets}
    if short := [secret.words for secret, bare in sought.items() if len(bare) < SHORTEST]:
        raise ValueError(f"too short to search for: {short[0]!r}")
    findings = [found for shown, path in files for found in _in_file(path, shown, sought, opened)]
    if not files or not sought:
        findings.append(fault("prove.nothing_searched", name))
    return Search(len(files), tuple(in_order(findings)))


def _in_file(path: Path, shown: str, sought: dict[Secret, str], opened: Opened) -> Iterator[Finding]:
    found: set[Secret] = set()
    for view in _views(path.name, path.read_bytes(), DEEPEST, opened):
        bare = _bare(view)
        for secret, words in sought.items():
            if secret not in found and words in bare:
                found.add(secret)
                yield fault("prove.leak", shown, Origin(secret.venue, secret.place), 0, words=secret.words)


def _bare(text: str) -> str:
    """Return letters and digits alone: a telephone number is the same with and without its hyphens."""
    if text.isascii():  # as nearly all of a PDF is: numbers that say where to draw
        return text.encode().translate(_SMALL, _MARKS).decode()
    return "".join(filter(str.isalnum, unicodedata.normalize("NFKC", text).casefold()))


def _views(name: str, raw: bytes, deep: int, opened: Opened) -> Iterator[str]:
    """Yield a file as text in every way it can be read, and everything packed inside it."""
    yield name
    if raw.startswith(b"%PDF"):
        yield from _of_pdf(raw, deep, opened)
    else:
        yield from _readings(raw)
    if deep:
        for inner_name, inner in _unpacked(raw):
            yield from _views(inner_name, inner, deep - 1, opened)


def _readings(raw: bytes) -> Iterator[str]:
    # What is no letter is left out here and not later: type and pictures are made of little else.
    text = raw.decode("utf-8", errors="ignore")
    if "\\u" in text:
        text = _ESCAPE.sub(lambda code: chr(int(code[1], 16)), text)
    plain = html.unescape(text)
    yield plain
    if _PERCENT.search(plain):
        yield unquote(plain, errors="ignore")
    if "<" in text and (bare := _TAG.sub("", text)) != text:
        yield html.unescape(bare)
    # As PDFs and some editors write: two bytes for a letter, after a mark that tells their order.
    for mark, order in ((b"\xfe\xff", "utf-16-be"), (b"\xff\xfe", "utf-16-le")):
        for hit in re.finditer(re.escape(mark), raw):
            yield raw[hit.end() : hit.end() + LONGEST].decode(order, errors="replace")


def _unpacked(raw: bytes) -> Iterator[tuple[str, bytes]]:
    if raw.startswith(b"\x1f\x8b"):
        try:
            yield "", gzip.decompress(raw)
        except (OSError, EOFError, zlib.error):
            return
    elif raw.startswith(b"PK"):
        try:
            with zipfile.ZipFile(io.BytesIO(raw)) as archive:
                for member in archive.namelist():
                    yield member, archive.read(member)
        except (zipfile.BadZipFile, RuntimeError, zlib.error):
            return
    for hit in _DATA.finditer(raw):
        try:
            yield "", base64.b64decode(hit[1], validate=False)
        except binascii.Error:
            continue


def _of_pdf(raw: bytes, deep: int, opened: Opened) -> Iterator[str]:
    """Words and metadata as a reader gets them, then every stream and string inside."""
    streams: list[bytes] = []

    def unpacked(stream: re.Match[bytes]) -> bytes:
        unpacking = zlib.decompressobj()
        try:
            inner = unpacking.decompress(stream[1]) + unpacking.flush()
        except zlib.error:
            inner = b""
        # What is packed says something unpacked alone; whatever else there is stays and is read as it is.
        whole = unpacking.eof and not unpacking.unused_data
        streams.append(inner if whole else stream[1])
        return b"" if whole else stream[0]

    rest = _STREAM.sub(unpacked, raw)
    yield from _readings(rest)
    yield from _strings(rest)
    for stream in streams:
        yield from _views("", stream, deep - 1, opened) if deep else _readings(stream)
        yield from _strings(stream)
    try:
        pdf = opened(raw)
    except Unreadable:
        return
    yield "".join(page.text for page in pdf.pages)
    yield from pdf.metadata.values()


def _strings(raw: bytes) -> Iterator[str]:
    for hit in _HEXADECIMAL.finditer(raw):
        digits = "".join(hit[1].decode().split())
        written = bytes.fromhex(digits + "0" * (len(digits) % 2))
        yield written.decode("utf-16-be", errors="replace")
        yield written.decode("latin-1")
