"""Phone numbers a spreadsheet has taken for sums: without the + or the 0 they begin with."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Annotated, get_args

from placard.check.walk import Met, every_fact
from placard.check.wording import shown_path
from placard.findings import Finding, Severity, field_name
from placard.model.values import Phone
from placard.read.found import found
from placard.read.venue import VenueFile

BARE, SEPARATED = 9, 11
"""So many digits are no short number: in one piece, as a spreadsheet leaves them, or with signs between."""

_WHOLE_WITHOUT = re.compile(r"1[3-9][0-9]{9}|[48]00[0-9]{7}")
"""Mobile and service numbers of China begin neither with + nor with 0 (MIIT numbering plan)."""


def phone_findings(file: VenueFile) -> Iterator[Finding]:
    """Tell which numbers begin neither with + nor with 0 and are too long to be short ones."""
    for met in every_fact(file.venue):
        if isinstance(met.value, str) and _lost_its_beginning(met.value) and _is_phone(met):
            yield found(
                "check.phone_beginning",
                file.place(met.path),
                Severity.WARNING,
                fact=shown_path(file.venue, met.path),
                name=field_name(met.path),
                found=met.value,
            )


def _is_phone(met: Met) -> bool:
    information = type(met.owner).model_fields[met.attribute]
    whole = Annotated[(information.annotation, *information.metadata)] if information.metadata else None
    return Phone in (whole, information.annotation, *get_args(information.annotation))


def _lost_its_beginning(number: str) -> bool:
    digits = re.sub(r"[^0-9]", "", number)
    if number.startswith(("+", "0", "(")) or _WHOLE_WITHOUT.fullmatch(digits):
        return False
    return len(digits) >= (BARE if digits == number else SEPARATED)
