"""The staff pack of a venue as files: handbook, register, posters, quizzes with their keys, cards."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import PurePosixPath

from placard.compose.venue import ComposedVenue
from placard.findings import Finding
from placard.made import Made
from placard.press.cache import PressCache
from placard.press.fonts import FontSet
from placard.press.papers import PaperShop, told_apart
from placard.press.pool import Crew
from placard.staff.papers import Paper, card, handbook, poster, quiz, register


def papers(venue: ComposedVenue) -> Iterator[Paper]:
    """Yield every staff paper of a venue, ready for the press."""
    books = {}
    for composed in venue.handbooks:
        made = handbook(venue.composer, composed)
        books[composed.language] = made.code
        yield made
    for composed in venue.registers:
        # While a handbook waits for an answer there is nothing to be trained from.
        if composed.language in books:
            yield register(venue.composer, composed, books[composed.language])
    for composed in venue.posters:
        yield poster(venue.composer, composed)
    for filled in venue.quizzes:
        yield from quiz(venue.composer, filled)
    for each in venue.cards:
        yield card(venue.composer, each)


def print_papers(
    venues: Iterable[ComposedVenue], fonts: FontSet, cache: PressCache, crew: Crew | None = None
) -> tuple[list[Made], list[Finding]]:
    """Print every staff paper; what cannot be printed is a finding."""
    shop = PaperShop(fonts, cache)
    every = [(venue, paper, f"{paper.stem}.pdf") for venue in venues for paper in papers(venue)]
    outcomes = shop.print_all(
        [(paper.settings, paper.style, name, paper.pages) for _, paper, name in every], crew
    )
    printed, findings = told_apart(every, outcomes, lambda each: each[0].venue_id)
    made = [
        Made(
            path=PurePosixPath("staff", venue.venue_id, name),
            file=file,
            kind=paper.kind,
            venue=venue.venue_id,
            languages=(paper.language,),
            sheet=paper.sheet,
            code=paper.code,
            reason="the staff pack of this type of venue",
            title=paper.title,
        )
        for (venue, paper, name), file in printed
    ]
    return made, findings
