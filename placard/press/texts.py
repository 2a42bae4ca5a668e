"""Texts to paste somewhere else: plain text, a piece of a web page, and the picture that goes with it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path, PurePosixPath

from placard.compose.blanks import FilledForm, FilledFormSection, Told
from placard.compose.venue import ComposedVenue
from placard.findings import Finding, Severity
from placard.made import Kind, Made
from placard.press import templates
from placard.press.cache import PressCache
from placard.press.fonts import FontSet
from placard.press.papers import PaperShop, told_apart
from placard.press.pasted import as_text, kept
from placard.press.pool import Crew
from placard.press.posters import SHAPES, draw, poster_paper

PICTURE = "picture"
"""The section whose words stand on the picture."""


def make_texts(
    venues: Sequence[ComposedVenue], staging: Path, fonts: FontSet, cache: PressCache, crew: Crew
) -> tuple[list[Made], list[Finding]]:
    """Write every text in every language, and draw its pictures; what is too long is a finding."""
    every = [(venue, text) for venue in venues for text in venue.texts]
    made: list[Made] = []
    findings: list[Finding] = []
    for venue, text in every:
        findings += _too_long(venue, text)
        made += _written(venue, text, staging / "texts")
    drawn, more = _pictures(every, staging / "texts", PaperShop(fonts, cache), crew)
    return made + drawn, findings + more


def plain(section: FilledFormSection, colon: str) -> str:
    """Return a section as it is pasted: a line for each of its words."""
    return "\n".join(_line(part, colon) for part in section.parts if isinstance(part, Told))


def _line(part: Told, colon: str) -> str:
    return colon.join(str(words.striptags()) for words in (part.label, part.words) if words)


def _written(venue: ComposedVenue, text: FilledForm, folder: Path) -> Iterator[Made]:
    source = venue.composer.library.forms[text.id]
    words = venue.composer.speaker(text.language).labels.words
    lengths = {section.id: section.at_most for section in source.sections}
    page = templates.page("text.txt", text=text, words=words, lengths=lengths, plain=plain)
    name = f"{text.name}.{text.language}"
    yield _made(venue, text, kept(folder, venue, f"{name}.txt", as_text(page)), "text")
    if "html" in source.also:
        piece = templates.page("text.html", text=text, words=words)
        yield _made(venue, text, kept(folder, venue, f"{name}.html", piece.encode()), "text")


def _made(venue: ComposedVenue, text: FilledForm, file: Path, kind: Kind) -> Made:
    return Made(
        path=PurePosixPath("print", venue.venue_id, file.name),
        file=file,
        kind=kind,
        venue=venue.venue_id,
        languages=(text.language,),
        reason=venue.composer.library.forms[text.id].reason.get("en", ""),
        title=str(text.title.striptags()),
    )


def _too_long(venue: ComposedVenue, text: FilledForm) -> Iterator[Finding]:
    source = venue.composer.library.forms[text.id]
    colon = venue.composer.speaker(text.language).word("colon")
    most = {section.id: section.at_most for section in source.sections}
    for section in text.sections:
        letters = len(plain(section, colon))
        if letters > most[section.id] > 0:
            values = {"part": f"{text.id}.{section.id}", "found": str(letters), "most": str(most[section.id])}
            place, name = source.place, venue.venue_id
            yield Finding("press.text_too_long", Severity.ERROR, place, values, venue=name)


def _pictures(
    every: Sequence[tuple[ComposedVenue, FilledForm]], folder: Path, shop: PaperShop, crew: Crew
) -> tuple[list[Made], list[Finding]]:
    wanted = [
        (venue, text, shape)
        for venue, text in every
        for shape in SHAPES
        if shape in venue.composer.library.forms[text.id].also
    ]
    papers = [poster_paper(venue, text, _on_picture(text), shape) for venue, text, shape in wanted]
    printed, findings = told_apart(wanted, shop.print_all(papers, crew), lambda each: each[0].venue_id)
    made: list[Made] = []
    for (venue, text, shape), pdf in printed:
        name = f"{text.name}-{shape}.{text.language}.png"
        made.append(_made(venue, text, kept(folder, venue, name, draw(pdf, shape)), "picture"))
    return made, findings


def _on_picture(text: FilledForm) -> dict[str, Told]:
    """Return the words on the picture by their ids."""
    parts = (part for section in text.sections if section.id == PICTURE for part in section.parts)
    return {part.id: part for part in parts if isinstance(part, Told)}
