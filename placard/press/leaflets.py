"""The folded leaflets of venues: one sheet of A4 on its side, printed on both, set as large as it fits."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import PurePosixPath

from placard.compose.leaflets import FilledLeaflet
from placard.compose.venue import ComposedVenue
from placard.findings import Finding
from placard.made import Made
from placard.press import templates
from placard.press.cache import PressCache
from placard.press.fonts import FontSet
from placard.press.hanging import Kept
from placard.press.papers import Paper, PaperShop, told_apart
from placard.press.pool import Crew
from placard.press.qrcodes import qr_code

SHEET = "a4"
STYLE = "leaflet"
SIDES = 2
POINTS = (11.5, 11.0, 10.5, 10.0)
"""Sizes a leaflet may be set in; what does not fit in the last is refused. Read in the hand, at 40 cm."""

DRAWING = "rights"


def print_leaflets(
    venues: Sequence[ComposedVenue], fonts: FontSet, cache: PressCache, crew: Crew
) -> tuple[list[Made], list[Finding]]:
    """Print every leaflet; one whose words do not fit is a finding."""
    every = [(venue, leaflet) for venue in venues for leaflet in venue.leaflets]
    outcomes = PaperShop(fonts, cache).print_all([leaflet_paper(*each) for each in every], crew)
    printed, findings = told_apart(every, outcomes, lambda each: each[0].venue_id)
    made = [
        Made(
            path=PurePosixPath("print", venue.venue_id, file_name(leaflet)),
            file=file,
            kind="leaflet",
            venue=venue.venue_id,
            languages=(leaflet.language,),
            sheet=SHEET,
            code=leaflet.code,
            reason="a short notice guests can take home",
            title=str(leaflet.title.striptags()),
        )
        for (venue, leaflet), file in printed
    ]
    return made, findings


def leaflets_at_desk(venue: ComposedVenue) -> Iterator[Kept]:
    """Yield the leaflets to keep at the desk."""
    for leaflet in venue.leaflets:
        folding = venue.composer.library.documents[leaflet.id].folds
        if folding is not None:
            title = str(leaflet.title.striptags())
            yield Kept(title, file_name(leaflet), leaflet.code, folding.copies)


def file_name(leaflet: FilledLeaflet) -> str:
    """Return the name a leaflet goes by, as in `leaflet.pl.a4.pdf`."""
    return f"{leaflet.file}.{leaflet.language}.{SHEET}.pdf"


def leaflet_paper(venue: ComposedVenue, leaflet: FilledLeaflet) -> Paper:
    """Return a leaflet as HTML for the press, in each size it may be set in, the largest first."""
    composer, language = venue.composer, leaflet.language
    words = composer.speaker(language).labels.words
    shown = str(leaflet.address.striptags())
    qr = qr_code(leaflet.online, words["qr_alt"].replace("{address}", shown)) if leaflet.online else None
    settings = tuple(
        templates.page(
            "leaflet.html",
            leaflet=leaflet,
            points=points,
            venue=composer.said(language, "{{ venue.name | name }}"),
            place=composer.said(language, "{{ operator.address | line }}"),
            in_force=composer.in_force(language),
            sample=composer.context.venue.sample,
            drawing=templates.pictogram(DRAWING, words[f"pictogram_{DRAWING}"]),
            words=words,
            look=composer.look,
            qr=qr,
        )
        for points in POINTS
    )
    return settings, STYLE, file_name(leaflet), SIDES
