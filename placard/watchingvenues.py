"""Days a venue file names itself: its text is to be read again, a waiver or a deviation runs out."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from placard.findings import Place, Said, said
from placard.read.venue import VenueFile


@dataclass(frozen=True, slots=True)
class Dated:
    """One thing of a venue with its day; none where nobody has named one."""

    venue: str
    kind: str
    day: date | None
    what: Said
    place: Place


def dated_in(file: VenueFile) -> Iterator[Dated]:
    """Yield who read the pages and until when that holds, and what is set aside until a day."""
    venue, name = file.venue, file.venue.id
    reviewed = venue.reviewed
    place = file.place(("reviewed",))
    by = getattr(reviewed, "by", None)
    until = getattr(reviewed, "until", None)
    if isinstance(by, str):
        what = said("words.watch_venue_read", name=by)
        yield Dated(name, "reading", until if isinstance(until, date) else None, what, place)
    else:
        yield Dated(name, "reading", None, said("words.watch_venue_unread"), place)
    for number, waiver in enumerate(venue.waivers):
        what = said("words.watch_waiver", rule=waiver.rule, name=waiver.signed_by)
        yield Dated(name, "waiver", waiver.until, what, file.place(("waivers", number)))
    for number, deviation in enumerate(venue.deviations):
        if isinstance(deviation.until, date):
            what = said("words.watch_deviation", fact=deviation.path, name=deviation.agreed_by)
            yield Dated(name, "deviation", deviation.until, what, file.place(("deviations", number)))
