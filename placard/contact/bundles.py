"""All sheets of a venue in one PDF per paper size, in hanging order, copies repeated."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Sequence
from io import BytesIO
from pathlib import Path

# The engine writes the moment and a number of its own making into every file.
_DATE = re.compile(rb"\(D:[0-9]{14}")
_TRAILER = re.compile(
    rb"trailer\s+<<\s*/Root (?P<root>\d+) 0 R\s*/Info (?P<info>\d+) 0 R\s*/Size (?P<size>\d+)"
    rb"\s*/ID\[<(?P<id>[0-9A-F]{32})><[0-9A-F]{32}>\]>>\s+startxref\s+(?P<start>\d+)\s+%%EOF\s*$"
)


def bundle(files: Sequence[tuple[Path, int]], title: str) -> bytes:
    """Return one PDF of these files, each as often as copies are to hang; equal input gives equal bytes.

    Raises `ValueError` where the engine ended the file otherwise than we know it to.
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
    return _titled(written.getvalue(), title)


def _titled(pdf: bytes, title: str) -> bytes:
    """Give the file a title, and take out what differs from one run to the next.

    The engine offers neither. The title is added as PDF provides for changes (ISO 32000-1, 7.5.6): a newer
    object of the same number behind the end, and a table that leads to it. The date keeps its length.
    """
    end = _TRAILER.search(pdf)
    dates = len(_DATE.findall(pdf))
    if end is None or dates != 1:
        raise ValueError(f"{dates} dates, {'an' if end else 'no'} end as we know it in a bundle")
    bare = _DATE.sub(b"(D:20000101000000", pdf).replace(end["id"], b"0" * 32)
    number = hashlib.sha256(bare + title.encode()).hexdigest()[:32].upper().encode()
    bare = bare.replace(b"<" + b"0" * 32 + b">", b"<" + number + b">")
    told = b"%s 0 obj\n<</Title <%s>>>\nendobj\n" % (end["info"], _utf16(title))
    table = b"xref\n%s 1\n%010d 00000 n \n" % (end["info"], len(bare))
    trailer = b"trailer\n<</Root %s 0 R/Info %s 0 R/Size %s/Prev %s/ID[<%s><%s>]>>\nstartxref\n%d\n%%%%EOF\n"
    return (
        bare
        + told
        + table
        + trailer
        % (end["root"], end["info"], end["size"], end["start"], number, number, len(bare) + len(told))
    )


def _utf16(text: str) -> bytes:
    return ("\ufeff" + text).encode("utf-16-be").hex().upper().encode()
