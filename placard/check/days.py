"""Days in a venue file that cannot be what was meant."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from placard.check.walk import Met, every_fact
from placard.findings import Finding, Severity
from placard.model.facts import may_be_planned
from placard.read.found import found
from placard.read.venue import VenueFile

_LAST_DAYS = ("until", "expires_on")  # these say how long something holds, and lie ahead
_FAR = timedelta(days=366)


def day_findings(file: VenueFile, as_of: date) -> Iterator[Finding]:
    """Find proofs of days that have not come, and plans that lie more than a year ahead."""
    for met in every_fact(file.venue):
        if not isinstance(met.value, date):
            continue
        place = file.place(met.path)
        values = {"key": met.key, "day": met.value.isoformat()}
        if may_be_planned(type(met.owner), met.attribute):
            if met.value - as_of > _FAR:
                yield found("check.far_day", place, Severity.WARNING, **values)
        elif met.value > as_of and met.attribute not in _LAST_DAYS and _is_evidence(met):
            yield found("check.day_to_come", place, Severity.WARNING, **values)


def _is_evidence(met: Met) -> bool:
    extra = type(met.owner).model_fields[met.attribute].json_schema_extra
    return isinstance(extra, dict) and extra.get("x-kind") == "evidence"
