"""The chapter on what we promise: true of this place, with its values, and a page for how each is kept."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest

from placard.compose.ledger import is_promised
from placard.compose.outputs import FilledDocument
from placard.compose.venue import ComposedVenue
from placard.library.library import Library
from placard.read.venue import VenueFile, read_venue
from tests.requirements.printed import ROOT, VENUES, plainly


@pytest.fixture(params=sorted(VENUES))
def venue(request: pytest.FixtureRequest, composed: Callable[[VenueFile], ComposedVenue]) -> ComposedVenue:
    name = VENUES[request.param]
    file, findings = read_venue(ROOT / "venues" / f"{name}.yml", name)
    assert file is not None, findings
    return composed(file)


def books(venue: ComposedVenue) -> list[FilledDocument]:
    filled = [book.filled(lambda page, anchor: "") for book in venue.handbooks]
    assert filled
    return filled


def rows_of(book: FilledDocument) -> list[str]:
    [ledger] = [section for section in book.sections if section.id == "ledger"]
    html = " ".join(str(passage.html) for passage in ledger.passages)
    return re.findall(r"<tr>\s*<td class=\"promise\">.*?</tr>", html, re.DOTALL)


def test_every_promise_has_a_page_a_paper_and_somebody(venue: ComposedVenue) -> None:
    for book in books(venue):
        rows = rows_of(book)
        assert len(rows) >= 20
        sections = {section.id for section in book.sections}
        for row in rows:
            pages = re.findall(r'href="#([a-z0-9-]+)"', row)
            assert pages, row
            assert set(pages) <= sections, row
            assert '<li class="paper">' in row, row
            assert re.search(r"<td>[^<\s][^<]*</td>\s*</tr>", row), row


def test_only_what_is_true_of_the_place_is_promised(venue: ComposedVenue) -> None:
    surveillance = venue.composer.context.venue.surveillance
    silent = getattr(surveillance, "audio", None) is False
    photos = venue.composer.context.venue.photos
    for book in books(venue):
        facts = re.findall(r'<p class="fact">(.*?)</p>', " ".join(rows_of(book)))
        assert ("surveillance.audio" in facts) is silent
        assert any("photos.withdrawal" in each for each in facts) is (photos is not None)
        assert any(each == "photos" for each in facts) is (photos is None)


def test_a_promise_bears_the_value_of_the_place(venue: ComposedVenue) -> None:
    complaints = venue.composer.context.venue.complaints
    for book in books(venue):
        [row] = [row for row in rows_of(book) if ">complaints.first_contact<" in row]
        assert str(complaints.first_contact).split()[0] in plainly(row)  # type: ignore[arg-type, union-attr]


def test_what_a_place_promises_is_told_to_its_guests(venue: ComposedVenue, library: Library) -> None:
    """A row that names clauses is printed only where guests of the place read one of them."""
    told = {p.source for page in venue.pages for section in page.sections for p in section.passages}
    told |= {sheet.sign.id for sheet, _ in venue.sheets}
    context = venue.composer.context
    rows = [row for row in library.ledger.rows if row.told and is_promised(row, context)]
    assert len(rows) >= 12
    assert [row.id for row in rows if not told & set(row.told)] == []
