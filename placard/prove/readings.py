"""What is read in the outputs of a venue: their words, a paragraph for each thought."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from placard.prove.flow import flow
from placard.prove.markup import text
from placard.prove.pdf import Pdf


@dataclass(frozen=True, slots=True)
class Reading:
    """The words of one output: paragraphs, apart from each other, with the languages they are in.

    A letter lies with the staff and is read by a guest.
    """

    output: str
    venue: str
    languages: tuple[str, ...]
    paragraphs: tuple[str, ...]
    letter: bool = False

    @property
    def to_guests(self) -> bool:
        """Tell whether a guest reads it."""
        return self.letter or not self.output.startswith("staff/")


def read_html(output: str, venue: str, languages: tuple[str, ...], file: Path) -> Reading:
    """Return the words of a page, a paragraph for each block."""
    lines = text(file.read_text("utf-8", errors="replace")).split("\n")
    return Reading(output, venue, languages, tuple(line for line in lines if line))


def read_pdf(output: str, venue: str, languages: tuple[str, ...], pdf: Pdf) -> Reading:
    """Return the words of a PDF; what stands under one of its headings is one paragraph, over all pages."""
    return Reading(output, venue, languages, flow(pdf))


def read_text(output: str, venue: str, languages: tuple[str, ...], file: Path) -> Reading:
    """Return the words of a plain text, a paragraph for each line that is not empty."""
    lines = file.read_text("utf-8-sig", errors="replace").splitlines()
    return Reading(output, venue, languages, tuple(line for line in lines if line.strip()))
