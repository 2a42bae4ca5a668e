"""A PDF opened again and read: its pages, its words, what it says about itself."""

from __future__ import annotations

import hashlib
import json
import os
import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import pypdfium2

FORMAT = 2
MM_PER_POINT = 25.4 / 72

# A word is cut by a hyphen or its soft sister at the end of a line; the words are whole without it.
_CUT = re.compile("[\u00ad\u2010\ufffe]\r?\n")
# At a line's end the engine tells a written hyphen from one that cuts a word as little as a reader does.
_UNSEEN = re.compile("[\\s\ufffe\u00ad\u200b\u2060\u2010\u2011-]+")


@dataclass(frozen=True, slots=True)
class PdfPage:
    """One page; sizes in millimetres, the text with the line ends as drawn, and the headings on it."""

    width: float
    height: float
    text: str
    headings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Pdf:
    """What a PDF holds for its readers."""

    pages: tuple[PdfPage, ...]
    metadata: Mapping[str, str]


class Unreadable(Exception):
    """The file cannot be opened as a PDF."""


class Shelf:
    """PDFs that were read before, by their hash: an unchanged one is not opened again.

    Without a folder every one is opened. The folder may be emptied at any time.
    """

    def __init__(self, folder: Path | None = None) -> None:
        self._folder = folder
        self._used: set[str] = set()

    def read(self, file: Path) -> Pdf:
        """Read a PDF; raises `Unreadable`."""
        return self.opened(file.read_bytes())

    def opened(self, raw: bytes) -> Pdf:
        """Read the bytes of a PDF; raises `Unreadable`."""
        if self._folder is None:
            return open_pdf(raw)
        name = f"{hashlib.sha256(raw).hexdigest()}.json"
        self._used.add(name)
        kept = _kept(self._folder / name)
        if kept is None:
            kept = open_pdf(raw)
            _keep(kept, self._folder / name)
        return kept

    def tidy(self) -> None:
        """Forget every PDF that nobody has asked for since this shelf was made."""
        if self._folder is not None and self._folder.is_dir():
            for path in self._folder.iterdir():
                if path.name not in self._used:
                    path.unlink()


def open_pdf(raw: bytes) -> Pdf:
    """Read the bytes of a PDF; raises `Unreadable`."""
    # The engine is loaded late: a build in which no PDF is new never needs it.
    import pypdfium2

    try:
        document = pypdfium2.PdfDocument(raw)
    except pypdfium2.PdfiumError as fault:
        raise Unreadable(str(fault)) from fault
    try:
        pages = []
        headings = _headings(document)
        for number, page in enumerate(document):
            width, height = page.get_size()
            text = page.get_textpage().get_text_range()
            here = tuple(headings.get(number, ()))
            pages.append(PdfPage(width * MM_PER_POINT, height * MM_PER_POINT, text, here))
        told = {name: text for name, text in document.get_metadata_dict().items() if text}
        return Pdf(tuple(pages), told)
    except pypdfium2.PdfiumError as fault:
        raise Unreadable(str(fault)) from fault
    finally:
        document.close()


def _headings(document: pypdfium2.PdfDocument) -> dict[int, list[str]]:
    """Return the bookmarks of each page, in order."""
    found: dict[int, list[str]] = {}
    for bookmark in document.get_toc():
        if (goal := bookmark.get_dest()) is not None and (page := goal.get_index()) is not None:
            found.setdefault(page, []).append(bookmark.get_title())
    return found


def mended(text: str) -> str:
    """Return the text of a page without the hyphens that cut its words."""
    return unicodedata.normalize("NFC", _CUT.sub("", text))


def squeezed(text: str) -> str:
    """Return the text without blanks and hyphens: where lines end is the business of the page."""
    return _UNSEEN.sub("", mended(text))


def _kept(path: Path) -> Pdf | None:
    try:
        whole = json.loads(path.read_bytes())
        if whole["format"] != FORMAT:
            return None
        pages = [PdfPage(wide, high, text, tuple(names)) for wide, high, text, names in whole["pages"]]
        return Pdf(tuple(pages), whole["metadata"])
    except (OSError, ValueError, TypeError, KeyError):
        return None


def _keep(pdf: Pdf, path: Path) -> None:
    pages = [[page.width, page.height, page.text, page.headings] for page in pdf.pages]
    whole = {"format": FORMAT, "pages": pages, "metadata": dict(pdf.metadata)}
    path.parent.mkdir(parents=True, exist_ok=True)
    unfinished = path.with_name(f"{path.name}.{os.getpid()}")
    unfinished.write_text(json.dumps(whole, ensure_ascii=False), "utf-8")
    os.replace(unfinished, path)
