"""Phone numbers a spreadsheet has eaten the beginning of."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from placard.check.phones import phone_findings
from placard.read.venue import VenueFile


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("48225550123", True),
        ("225550123", True),
        ("44 20 7946 0111", True),
        ("+48 22 555 01 23", False),
        ("020 7946 0111", False),
        ("22 555 01 23", False),
        ("13800138000", False),
        ("19115", False),
    ],
)
def test_a_number_without_its_beginning_is_told_with_what_to_write(
    typed: str, told: bool, typed_in: Callable[..., VenueFile]
) -> None:
    changed = typed_in({"+44 20 7946 0123": typed, "+44 20 7946 0124": typed})
    facts = {str(each.values["fact"]) for each in phone_findings(changed)}
    assert facts == ({"operator.phone", "operator.privacy_contact.phone"} if told else set())
