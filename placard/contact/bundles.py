"""All sheets of a venue in one PDF per paper size, in hanging order, copies repeated."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Sequence
from io import BytesIO
from pathlib import Path

# The engine writes the moment and a number of its own making into every file. Both have a fixed length,
# so that other characters may stand there without moving anything in the file.
_WRITTEN_AT = re.compile(rb"/CreationDate\(D:[0-9]{14}[^)]{0,8}\)")
_NUMBER = re.compile(rb"/ID\[<([0-9A-F]{32})><([0-9A-F]{32})>\]")


def bundle(files: Sequence[tuple[Path, int]]) -> bytes:
    """Return one PDF of these files, each as often as copies are to hang; equal input gives equal bytes.

    Raises `ValueError` where the engine wrote a file whose date or number is not where we know it to be.
    """
    # The engine is loaded late: a build in which nothing is new never needs it.
    import pypdfium2

    together = pypdfium2.PdfDocument.new()
    try:
        for path, copies in files:
            sheet = pypdfium2.PdfDocument(path)
            for _ in range(copies):
                together.import_pages(sheet)
            sheet.close()
        written = BytesIO()
        together.save(written)
    finally:
        together.close()
    return _timeless(written.getvalue())


def _timeless(pdf: bytes) -> bytes:
    dated, dates = _WRITTEN_AT.subn(lambda found: _blank(found[0]), pdf)
    bare, numbers = _NUMBER.subn(lambda found: b"/ID[<%s><%s>]" % (b"0" * 32, b"0" * 32), dated)
    if dates != 1 or numbers != 1 or len(bare) != len(pdf):
        raise ValueError(f"{dates} dates and {numbers} numbers in a bundle; both were to be one")
    number = hashlib.sha256(bare).hexdigest()[:32].upper().encode()
    return bare.replace(b"/ID[<%s><%s>]" % (b"0" * 32, b"0" * 32), b"/ID[<%s><%s>]" % (number, number))


def _blank(date: bytes) -> bytes:
    """Return a date of the same length that says nothing: the footers say from when the sheets hold."""
    return re.sub(rb"[0-9]{14}", b"20000101000000", date)
