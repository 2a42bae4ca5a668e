"""What has to stand together before a place can call its privacy whole: its pillars, and what they lack."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from placard.compose.tokenised import Withheld
from placard.findings import Finding, Severity
from placard.library.library import Library
from placard.read.messages import LAST_RESORT
from placard.read.venue import VenueFile
from placard.titles import in_a_row, titles


def lacking(file: VenueFile, library: Library, withheld: Iterable[Withheld]) -> Iterator[Finding]:
    """Tell which pillars of the kind of venue lean on a document that waits for an answer."""
    waiting = {each.id.partition(".")[0] for each in withheld}
    pillars = library.types[file.venue.type].pillars
    short = {pillar: [name for name in names if name in waiting] for pillar, names in pillars.items()}
    called = titles(library) if any(short.values()) else {}
    for pillar, names in short.items():
        if names:
            values = {
                "pillar": library.pillars.get(pillar, {LAST_RESORT: pillar}),
                "documents": in_a_row(called.get(name, {LAST_RESORT: name}) for name in names),
            }
            place = file.place(("type",))
            yield Finding("profile.lacking", Severity.INFO, place, values, venue=file.venue.id)
