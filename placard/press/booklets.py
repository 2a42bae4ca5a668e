"""The booklets of venues, each in ordinary and in large print: the same words, and so the same code."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import PurePosixPath

from placard.compose.booklets import FilledBooklet
from placard.compose.venue import ComposedVenue
from placard.findings import Finding
from placard.made import Made
from placard.press import templates
from placard.press.cache import PressCache
from placard.press.fonts import FontSet
from placard.press.hanging import Kept, css_around
from placard.press.papers import Paper, PaperShop, told_apart
from placard.press.pool import Crew
from placard.press.qrcodes import qr_code

SHEET = "a4"
STYLES = {"booklet": "", "booklet-large": "-large"}
"""The style sheets a booklet is printed with, and what each adds to its name."""


def print_booklets(
    venues: Sequence[ComposedVenue], fonts: FontSet, cache: PressCache, crew: Crew
) -> tuple[list[Made], list[Finding]]:
    """Print every booklet in both sizes of letters; what cannot be printed is a finding."""
    every = [(venue, booklet, style) for venue in venues for booklet in venue.booklets for style in STYLES]
    outcomes = PaperShop(fonts, cache).print_all([booklet_paper(*each) for each in every], crew)
    printed, findings = told_apart(every, outcomes, lambda each: each[0].venue_id)
    made = [
        Made(
            path=PurePosixPath("print", venue.venue_id, file_name(booklet, style)),
            file=file,
            kind="booklet",
            venue=venue.venue_id,
            languages=(booklet.language,),
            sheet=SHEET,
            code=booklet.code,
            reason="the notice on paper that signs and pages promise at the desk",
            title=_title(venue, booklet, style),
        )
        for (venue, booklet, style), file in printed
    ]
    return made, findings


def kept_at_desk(venue: ComposedVenue) -> Iterator[Kept]:
    """Yield the prints to keep at the desk, each called what it is called on its cover."""
    for booklet in venue.booklets:
        binding = venue.composer.library.documents[booklet.id].binds
        if binding is None:
            continue
        for style, copies in zip(STYLES, (binding.copies, binding.large_copies), strict=True):
            yield Kept(_title(venue, booklet, style), file_name(booklet, style), booklet.code, copies)


def file_name(booklet: FilledBooklet, style: str) -> str:
    """Return the name a booklet goes by, as in `notice-large.pl.a4.pdf`."""
    return f"{booklet.file}{STYLES[style]}.{booklet.language}.{SHEET}.pdf"


def _title(venue: ComposedVenue, booklet: FilledBooklet, style: str) -> str:
    title = str(booklet.title.striptags())
    if not STYLES[style]:
        return title
    words = venue.composer.speaker(booklet.language).labels.words
    return words["in_large_print"].replace("{title}", title)


def booklet_paper(venue: ComposedVenue, booklet: FilledBooklet, style: str) -> Paper:
    """Return a booklet as HTML for the press."""
    composer, language = venue.composer, booklet.language
    words = composer.speaker(language).labels.words
    context = composer.context
    html = templates.page(
        "booklet.html",
        booklet=booklet,
        title=_title(venue, booklet, style),
        venue=composer.said(language, "{{ venue.name | name }}"),
        operator=composer.said(language, "{{ operator.legal_name | name }}"),
        place=composer.said(language, "{{ operator.address | line }}"),
        in_force=composer.in_force(language),
        sample=context.venue.sample,
        reviewed=all(pack.status == "reviewed" for pack in context.law.packs),
        words=words,
        look=composer.look,
        qr=_qr(booklet, words["qr_alt"]),
        page_of=css_around(words["page_of"], "{n}", "{total}"),
        on_page=css_around(words["on_page"], "{n}"),
    )
    return html, style, file_name(booklet, style), 0


def _qr(booklet: FilledBooklet, alternative: str) -> object:
    if not booklet.online:
        return None
    shown = str(booklet.address.striptags())
    return qr_code(booklet.online, alternative.replace("{address}", shown))
