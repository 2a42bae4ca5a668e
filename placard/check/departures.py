"""Reasons a branch gives for what it has otherwise than its chain: whether they still hold."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from placard.findings import Finding, Severity
from placard.model import UNANSWERED
from placard.read.found import found
from placard.read.venue import VenueFile


def departure_findings(file: VenueFile, as_of: date) -> Iterator[Finding]:
    """Tell which reasons have run out; where a lock rests on one, that is an error."""
    departures = file.chain.departures if file.chain else ()
    held_open = {departure.reason for departure in departures if departure.locked}
    for number, deviation in enumerate(file.venue.deviations):
        place = file.place(("deviations", number, "until"))
        path, agreed_by = deviation.path, deviation.agreed_by
        if deviation.until is UNANSWERED:
            yield found("check.deviation_until", place, Severity.QUESTION, path=path)
        elif isinstance(deviation.until, date) and deviation.until < as_of:
            severity = Severity.ERROR if number in held_open else Severity.WARNING
            until = deviation.until.isoformat()
            yield found(
                "check.deviation_expired", place, severity, path=path, agreed_by=agreed_by, until=until
            )
    if file.venue.deviations and file.chain is None:
        yield found("check.deviation_without_chain", file.place(("deviations",)), Severity.WARNING)
