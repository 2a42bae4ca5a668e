"""Letters to guests as plain text beside their PDF, to be pasted into a mail."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path, PurePosixPath

from placard.compose.blanks import Blank, FilledForm, Told
from placard.compose.venue import ComposedVenue
from placard.made import Made
from placard.press import templates
from placard.press.pasted import as_text, kept


def letter_texts(venues: Sequence[ComposedVenue], staging: Path) -> list[Made]:
    """Write every letter as text, with gaps to type over; only the PDF bears a code."""
    return [
        _made(venue, form, staging / "letters")
        for venue in venues
        for form in venue.staff_forms
        if form.kind == "letter"
    ]


def _made(venue: ComposedVenue, letter: FilledForm, folder: Path) -> Made:
    words = letter_text(letter, venue.composer.speaker(letter.language).labels.words)
    file = kept(folder, venue, f"{letter.name}.{letter.language}.txt", as_text(words))
    return Made(
        path=PurePosixPath("staff", venue.venue_id, file.name),
        file=file,
        kind="letter",
        venue=venue.venue_id,
        languages=(letter.language,),
        reason="the words of a letter, to be pasted into a mail",
        title=str(letter.title.striptags()),
    )


def letter_text(letter: FilledForm, words: Mapping[str, str]) -> str:
    """Return a letter as one types it: a line for each paragraph, who writes it at the end."""
    return templates.page("letter.txt", letter=mailed(letter), words=words)


def mailed(letter: FilledForm) -> FilledForm:
    """Return what of a letter goes into a mail: all of it but the places where one signs by hand."""
    sections = (
        replace(section, parts=tuple(part for part in section.parts if not _by_hand(part)))
        for section in letter.sections
    )
    return replace(letter, sections=tuple(sections))


def _by_hand(part: Told | Blank) -> bool:
    return isinstance(part, Blank) and part.kind == "signature"
