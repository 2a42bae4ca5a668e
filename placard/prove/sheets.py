"""Every PDF as a reader gets it: its pages, their size, every word that was meant to stand there."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from placard.findings import Finding, in_order
from placard.prove.outputs import UNKNOWN, Origin, fault
from placard.prove.pdf import Pdf, Shelf, Unreadable, squeezed

TOLERANCE_MM = 0.5

UNSEARCHABLE = re.compile("[\ue000-\uf8ff\ufffd\U000f0000-\U0010ffff]")
"""Letters only one font knows, or none: a value that was lost, or a word nobody can search for."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """A PDF and what it was meant to be; `path` is its place in `out/`.

    `phrases` stand anywhere in it, `footer` on every page, `code` at least once (empty: it has none).
    A phrase may run over a line or a page, with the footer in between.
    """

    path: str
    file: Path
    pages: int
    width_mm: float
    height_mm: float
    phrases: tuple[str, ...]
    code: str = ""
    footer: tuple[str, ...] = ()
    origin: Origin = UNKNOWN


def prove_sheets(sheets: Iterable[Sheet], shelf: Shelf, staff_words: Collection[str] = ()) -> list[Finding]:
    """Open every PDF that was not seen before, and report what is not as it was meant.

    `staff_words` must not stand in what a PDF says about itself; see `leaks` for the rest of it.
    """
    findings: list[Finding] = []
    looked = 0
    for sheet in sheets:
        looked += 1
        try:
            pdf = shelf.read(sheet.file)
        except (Unreadable, OSError):
            findings.append(fault("prove.closed_pdf", sheet.path, sheet.origin))
            continue
        for check in (_pages, _sizes, _words, _footers, _letters):
            findings += check(sheet, pdf)
        findings += _metadata(sheet, pdf, staff_words)
    if not looked:
        findings.append(fault("prove.no_sheet", "print"))
    return in_order(findings)


def _pages(sheet: Sheet, pdf: Pdf) -> Iterator[Finding]:
    if len(pdf.pages) != sheet.pages:
        yield fault(
            "prove.page_count", sheet.path, sheet.origin, 0, found=len(pdf.pages), expected=sheet.pages
        )


def _sizes(sheet: Sheet, pdf: Pdf) -> Iterator[Finding]:
    for number, page in enumerate(pdf.pages, start=1):
        off = max(abs(page.width - sheet.width_mm), abs(page.height - sheet.height_mm))
        if off > TOLERANCE_MM:
            yield fault(
                "prove.page_size",
                sheet.path,
                sheet.origin,
                0,
                page=number,
                found=f"{page.width:.0f} x {page.height:.0f}",
                expected=f"{sheet.width_mm:.0f} x {sheet.height_mm:.0f}",
            )


def _words(sheet: Sheet, pdf: Pdf) -> Iterator[Finding]:
    pages = [squeezed(page.text) for page in pdf.pages]
    whole = "".join(pages)
    running = "".join(_without(page, map(squeezed, sheet.footer)) for page in pages)
    for phrase in sheet.phrases:
        sought = squeezed(phrase)
        # A hyphen of the word itself, as in e-mail, is not told from one that cuts it at the end of a line.
        shown = sought in whole or sought in running or _joined(sought) in _joined(running)
        if not shown:
            yield fault("prove.lost_words", sheet.path, sheet.origin, 0, phrase=phrase)
    if sheet.code and squeezed(sheet.code) not in whole:
        yield fault("prove.no_code", sheet.path, sheet.origin, 0, expected=sheet.code)


def _joined(text: str) -> str:
    """Without hyphens; one at the end of a line may be read as U+FFFE."""
    return text.replace("-", "").replace("\ufffe", "")


def _without(page: str, footers: Iterable[str]) -> str:
    for footer in footers:
        page = page.replace(footer, "")
    return page


def _footers(sheet: Sheet, pdf: Pdf) -> Iterator[Finding]:
    for number, page in enumerate(pdf.pages, start=1):
        text = squeezed(page.text)
        for footer in sheet.footer:
            if squeezed(footer) not in text:
                yield fault("prove.no_footer", sheet.path, sheet.origin, 0, page=number, expected=footer)


def _letters(sheet: Sheet, pdf: Pdf) -> Iterator[Finding]:
    for number, page in enumerate(pdf.pages, start=1):
        for letter in sorted(set(UNSEARCHABLE.findall(page.text))):
            yield fault(
                "prove.lost_letter", sheet.path, sheet.origin, 0, page=number, letter=f"U+{ord(letter):04X}"
            )


def _metadata(sheet: Sheet, pdf: Pdf, staff_words: Collection[str]) -> Iterator[Finding]:
    for name, told in sorted(pdf.metadata.items()):
        for word in staff_words:
            if squeezed(word).casefold() in squeezed(told).casefold():
                yield fault("prove.staff_metadata", sheet.path, sheet.origin, 0, field=name, word=word)
        if lost := UNSEARCHABLE.search(told):
            yield fault("prove.staff_metadata", sheet.path, sheet.origin, 0, field=name, word=lost[0])
