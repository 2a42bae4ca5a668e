"""A file in every way it can be read, and everything that is packed inside it."""

from __future__ import annotations

import base64
import binascii
import gzip
import html
import io
import re
import zipfile
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TypeAlias
from urllib.parse import unquote

from placard.prove.pdf import Pdf, Unreadable

LONGEST = 1 << 14
"""Bytes of one string inside a file."""

_TAG = re.compile(r"<[^>]*>")
_ESCAPE = re.compile(r"\\u([0-9a-fA-F]{4})")
_PERCENT = re.compile("%[0-9A-Fa-f]{2}")
_DATA = re.compile(rb"base64,\s*([A-Za-z0-9+/=\s]{16,})")
_STREAM = re.compile(rb"stream\r?\n(.*?)\r?\nendstream", re.DOTALL)
_HEXADECIMAL = re.compile(rb"<([0-9A-Fa-f\s]{8,})>")
_PICTURE = b"\x89PNG\r\n\x1a\n"
_NO_MARKUP = (_PICTURE, b"\x00\x01\x00\x00", b"OTTO")
"""How pictures and fonts begin: what looks like markup or a code in them stands there by chance."""

Opened: TypeAlias = Callable[[bytes], Pdf]
"""Reads the bytes of a PDF, as `pdf.open_pdf` does."""


@dataclass(frozen=True, slots=True)
class Unpacked:
    """What a file says as it lies there, and the files and streams inside it with their names."""

    views: tuple[str, ...]
    inner: tuple[tuple[str, bytes], ...]


def unpacked(raw: bytes, opened: Opened) -> Unpacked:
    """Return a file as text in every way it can be read, and what is packed inside it."""
    inner = list(_archived(raw))
    rest = _without_pictures(raw, inner)
    if not raw.startswith(b"%PDF"):
        return Unpacked(tuple(readings(rest)), tuple(inner))
    rest = _without_streams(rest, inner)
    return Unpacked((*readings(rest), *_as_read(raw, opened)), tuple(inner))


def readings(raw: bytes) -> Iterator[str]:
    """Yield bytes as text in every way they can be meant."""
    # What is no letter is left out here and not later: type and pictures are made of little else.
    text = raw.decode("utf-8", errors="ignore")
    if raw.startswith(_NO_MARKUP):
        yield text
        return
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
    for hit in _HEXADECIMAL.finditer(raw):
        digits = "".join(hit[1].decode().split())
        written = bytes.fromhex(digits + "0" * (len(digits) % 2))
        yield written.decode("utf-16-be", errors="replace")
        yield written.decode("latin-1")


def _archived(raw: bytes) -> Iterator[tuple[str, bytes]]:
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


def _without_pictures(raw: bytes, inner: list[tuple[str, bytes]]) -> bytes:
    """Move data that stand in a text to what is inside; a picture spelt in letters says nothing as text."""

    def moved(data: re.Match[bytes]) -> bytes:
        try:
            inner.append(("", base64.b64decode(data[1], validate=False)))
        except binascii.Error:
            return data[0]
        return b"" if inner[-1][1].startswith(_PICTURE) else data[0]

    return _DATA.sub(moved, raw)


def _without_streams(raw: bytes, inner: list[tuple[str, bytes]]) -> bytes:
    """Move the streams of a PDF to what is inside it."""

    def moved(stream: re.Match[bytes]) -> bytes:
        unpacking = zlib.decompressobj()
        try:
            content = unpacking.decompress(stream[1]) + unpacking.flush()
        except zlib.error:
            content = b""
        # What is packed says something unpacked alone; whatever else there is stays and is read as it is.
        whole = unpacking.eof and not unpacking.unused_data
        inner.append(("", content if whole else stream[1]))
        return b"" if whole else stream[0]

    return _STREAM.sub(moved, raw)


def _as_read(raw: bytes, opened: Opened) -> Iterator[str]:
    """Words and metadata of a PDF as a reader gets them."""
    try:
        pdf = opened(raw)
    except Unreadable:
        return
    yield "".join(page.text for page in pdf.pages)
    yield from pdf.metadata.values()
