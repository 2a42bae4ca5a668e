"""A place in a country of the Union nobody has written a pack for: its words are whole all the same."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from placard.check.run import check
from placard.compose.venue import ComposedVenue
from placard.findings import Severity
from placard.library.library import Library

IN_FINLAND = {
    "law: gb": "law: eu",
    "city: Weirford, country: GB": "city: Turku, country: FI",
    "\nlanguages: [en, pl]": "\nlanguages: [en, pl, zh-Hans]",
    "role: controller, country: GB": "role: controller, country: FI",
    "registration: {register: companies_house": "registration: {register: other",
    "a nie otwarty na ladzie.": 'a nie otwarty na ladzie.", zh-Hans: "失物登记簿现在收在抽屉里。',
}


@pytest.fixture
def made(typed: Callable[..., Any], composed: Callable[..., ComposedVenue], library: Library) -> Any:
    def make(changes: dict[str, str]) -> tuple[ComposedVenue, list[str]]:
        file = typed({**IN_FINLAND, **changes}).file
        told = check(file, library, date(2026, 12, 1))
        return composed(file), [each.code for each in told if each.severity is Severity.ERROR]

    return make


CHILDREN = {"minors: guardian_only, minimum_age: 8": "minors: accepted, minimum_age: none"}
UNTIL = {"membership: {retention: 1 year": "membership: {kept_until: membership_ended, retention: none"}
MACHINE = {
    "group_bookings: {retention: 6 months, automated_decisions: no": "group_bookings: {retention: 6 months, "
    "automated_decisions: yes, machine_rule: {en: Late is lost., pl: Kto się spóźni., zh-Hans: 迟到作废。}"
}


@pytest.mark.parametrize(
    "changes", [{}, CHILDREN, UNTIL, MACHINE], ids=["as it is", "alone", "until", "machine"]
)
def test_every_page_sheet_and_paper_is_made_in_every_language(made: Any, changes: dict[str, str]) -> None:
    venue, errors = made(changes)
    assert errors == []
    assert [(each.id, each.questions) for each in venue.withheld] == []
    assert {page.language for page in venue.pages} == {"en", "pl", "zh-Hans"}


def said(venue: ComposedVenue, page: str) -> str:
    (found,) = [each for each in venue.pages if (each.id, each.language) == (page, "en")]
    return str(found.filled(lambda page, anchor: f"{page}#{anchor}"))


def test_guests_read_where_they_may_complain_though_no_authority_has_a_name(made: Any) -> None:
    venue, _ = made({})
    for page in ("privacy", "complaints", "rights"):
        assert "where you live, where you work" in said(venue, page)


def test_what_a_machine_decides_is_told_with_its_rule_and_what_has_no_period_with_its_end(made: Any) -> None:
    assert "Late is lost." in said(made(MACHINE)[0], "notice")
    assert "until the membership ends" in said(made(UNTIL)[0], "notice")
    plain = said(made({})[0], "notice")
    assert "until the membership ends" not in plain
    assert "No fixed period" not in plain
