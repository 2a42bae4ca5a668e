"""Everything read and checked, and the venues without an error put into words."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass, replace

from placard.begun import Begun, checked, spoken, with_errors
from placard.beside import Beside
from placard.brand.look import Look
from placard.check.resting import elsewhere, rests_elsewhere
from placard.check.run import check as check_venue
from placard.compose.documents import Composer
from placard.compose.standing import standing
from placard.compose.tokenised import Withheld
from placard.compose.venue import ComposedVenue, compose_venue
from placard.derive.case import with_floor
from placard.findings import Finding, Place, stops
from placard.outline.venue import Outlines
from placard.phrases.facts import Context
from placard.plan.documents import plan as plan_venue
from placard.plan.parts import EVERYTHING, asked_for
from placard.read.law import chain
from placard.read.project import Read, read_project
from placard.read.roots import Project
from placard.read.venue import VenueFile
from placard.wholes import lacking


@dataclass(frozen=True, slots=True)
class Composed:
    """What was read, everything found so far, and the venues that could be composed."""

    read: Read
    findings: tuple[Finding, ...]
    venues: tuple[ComposedVenue, ...]

    @property
    def faulty(self) -> frozenset[str]:
        """The venues that have an error, unreadable ones among them."""
        return with_errors(self.findings) | frozenset(self.read.unreadable)

    @property
    def good(self) -> tuple[ComposedVenue, ...]:
        """The venues that may be published; none while the words themselves have an error."""
        if stops(finding for finding in self.findings if not finding.venue):
            return ()
        return tuple(venue for venue in self.venues if venue.venue_id not in self.faulty)


def compose(
    project: Project,
    each: Callable[[ComposedVenue], None] = lambda venue: None,
    parts: Collection[str] = EVERYTHING,
    hurried: bool = False,
) -> Composed:
    """Read and check everything, and compose the venues that have no error so far; `each` is handed on.

    Where only some `parts` are made, what no reader of them gets to see is foreseen and not written. Whoever
    is `hurried` has words read and checked in another process; what was composed meanwhile of words that
    turn out to be broken is thrown away.
    """
    read = read_project(project, hurried)
    words = Beside(lambda: checked(read, project).findings, apart=hurried)
    if not hurried and Begun(read, words.result()).words_are_broken:
        return Composed(read, words.result(), ())
    try:
        found, venues = _composed(read, project, each, parts)
    except Exception:
        # Words with an error may fail whoever puts them together; then it is the error that is told.
        if not Begun(read, words.result()).words_are_broken:
            raise
    if Begun(read, words.result()).words_are_broken:
        return Composed(read, words.result(), ())
    return Composed(read, (*words.result(), *found), tuple(venues))


def _composed(
    read: Read, project: Project, each: Callable[[ComposedVenue], None], parts: Collection[str]
) -> tuple[list[Finding], list[ComposedVenue]]:
    findings = [finding for file in read.venues for finding in judged(file, read, project)]
    faulty = with_errors([*read.findings, *findings])
    venues = []
    outlines = Outlines(read.library, spoken(read) or read.library.languages)
    for file in read.venues:
        if file.venue.id not in faulty:
            venues.append(composed(read, file, outlines, parts))
            each(venues[-1])
    findings += [finding for venue in venues for finding in _of_words(venue)]
    files = {file.venue.id: file for file in read.venues}
    for venue in venues:
        findings += lacking(files[venue.venue_id], read.library, venue.withheld)
    return findings, venues


def of_withheld(name: str, withheld: Iterable[Withheld]) -> list[Finding]:
    """Return what was found in the words of a venue that could not be put together."""
    return [replace(f, venue=name) for each in withheld for f in each.findings]


def _of_words(venue: ComposedVenue) -> list[Finding]:
    """Return what was found in the words of a venue: what could not be said, or rests on another law."""
    law = venue.composer.context.law
    said = (each.rests for each in standing(venue, lambda source: rests_elsewhere(source, law)))
    return [*of_withheld(venue.venue_id, venue.withheld), *elsewhere(said, law, venue.venue_id)]


def judged(file: VenueFile, read: Read, project: Project) -> list[Finding]:
    """Check the facts of one venue."""
    language = project.language or file.venue.languages[0]
    found = check_venue(file, read.library, project.today, strict=project.strict, language=language)
    return [replace(finding, venue=file.venue.id) for finding in found]


def context_of(read: Read, file: VenueFile) -> Context:
    """Return what words about a venue are made from: its facts, its law, its kinds of rooms."""
    law = chain(read.library.packs, file.venue.law)
    kinds = with_floor(read.library.rooms, law, file.venue.type)
    return Context(
        file.venue,
        law,
        kinds,
        notices=read.library.notices(),
        presets=read.library.activities,
        own_places=_own_places(file),
    )


def composed(
    read: Read, file: VenueFile, outlines: Outlines | None = None, parts: Collection[str] = EVERYTHING
) -> ComposedVenue:
    """Put the words of one venue together; with outlines, only those that these parts are made of."""
    composer = composer_of(read, file)
    planned = plan_venue(read.library, composer.context)
    if outlines is None or set(parts) >= EVERYTHING:
        return compose_venue(composer, planned)
    foreseen = outlines.foresee(composer, planned)
    # Of what waits or rests on another law, the very words are told.
    told = foreseen.withheld or foreseen.elsewhere
    return compose_venue(composer, planned, planned if told else asked_for(planned, parts))


def composer_of(read: Read, file: VenueFile) -> Composer:
    """Return what puts the words of one venue together."""
    return Composer(read.library, context_of(read, file), _look(file))


def _own_places(file: VenueFile) -> dict[str, Place]:
    """Return where the signs an owner wrote stand, so that what does not fit is told by its line."""
    orders = enumerate(file.venue.signs)
    return {order.sign: file.place(("signs", number)) for number, order in orders if order.own_id}


def _look(file: VenueFile) -> Look:
    colour = file.venue.brand.colour if file.venue.brand else None
    return Look(file.logo, colour if isinstance(colour, str) else "")
