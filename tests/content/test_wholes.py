"""What is told as a whole is found as one: in one section, complete, in order, in every language."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest

from placard.compose.tokenised import Composed
from placard.compose.venue import ComposedVenue
from placard.library.library import Library
from placard.read.venue import VenueFile, read_venue
from tests.requirements.printed import ROOT, VENUES, plainly

HANDBOOK = [
    ("studio", "ten-standards", 10),
    ("studio", "eight-steps", 8),
    ("studio", "leak", 5),
    ("bathhouse", "four-things", 4),
    ("bathhouse", "six-rules", 6),
    ("salon", "six-rules", 6),
    ("studio", "six-rules", 6),
]
PAGES = [("bathhouse", "cameras", "four-things", 4), ("salon", "notice", "chapters", 6)]


@pytest.fixture
def venue(composed: Callable[[VenueFile], ComposedVenue]) -> Callable[[str], ComposedVenue]:
    def of(kind: str) -> ComposedVenue:
        file, findings = read_venue(ROOT / "venues" / f"{VENUES[kind]}.yml", VENUES[kind])
        assert file is not None, findings
        return composed(file)

    return of


def leads(html: str) -> list[str]:
    """The words an item begins with, which one remembers."""
    return re.findall(r"<(?:p|li)>(?:\s*<p>)?\s*<strong>(.*?)</strong>", html, re.DOTALL)


@pytest.mark.parametrize(("kind", "section", "many"), HANDBOOK)
def test_a_whole_of_the_handbook_is_numbered_and_complete(
    venue: Callable[[str], ComposedVenue], kind: str, section: str, many: int
) -> None:
    books = [book.filled(lambda page, anchor: "") for book in venue(kind).handbooks]
    assert books
    for book in books:
        [whole] = [each for each in book.sections if each.id == section]
        assert whole.frame == "numbered"
        # The first passage leads in; each of the others is one item and begins with its own words.
        first, *items = [str(passage.html) for passage in whole.passages]
        assert len(items) == many, book.language
        assert leads(first) == []
        assert [len(leads(item)) for item in items] == [1] * many, book.language
        assert len({leads(item)[0] for item in items}) == many


@pytest.mark.parametrize(("kind", "page", "section", "many"), PAGES)
def test_a_whole_of_a_page_stands_in_one_list(
    venue: Callable[[str], ComposedVenue], kind: str, page: str, section: str, many: int
) -> None:
    place = venue(kind)
    pages: list[Composed] = [each for each in place.pages if each.id == page]
    assert {each.language for each in pages} == set(place.composer.context.venue.languages)
    names = {each.id for each in place.pages}
    for each in pages:
        filled = each.filled(lambda to, anchor: f"{to}#{anchor}", names)
        [whole] = [found for found in filled.sections if found.id == section]
        [passage] = whole.passages
        html = str(passage.html)
        assert html.startswith("<ol>")
        items = re.findall(r"<li>(.*?)</li>", html, re.DOTALL)
        assert len(items) == many, each.language
        assert all("<a href=" in item for item in items), each.language
        assert all(plainly(passage.html) for item in items)


def test_an_item_sends_to_pages_of_the_same_book(venue: Callable[[str], ComposedVenue]) -> None:
    looked = 0
    for kind in VENUES:
        for book in venue(kind).handbooks:
            filled = book.filled(lambda page, anchor: "")
            there = {section.id for section in filled.sections}
            html = " ".join(str(p.html) for section in filled.sections for p in section.passages)
            targets = re.findall(r'class="onward" href="#([a-z0-9-]+)"', html)
            looked += len(targets)
            assert set(targets) <= there
            assert "book:" not in html
    assert looked > 100


def test_years_of_prison_are_told_where_a_law_threatens_them_and_to_staff_alone(
    venue: Callable[[str], ComposedVenue], library: Library
) -> None:
    told = {}
    for kind in VENUES:
        place = venue(kind)
        law = place.composer.context.law
        threat = law.penalty("data_crime")
        html = " ".join(
            str(p.html)
            for book in place.handbooks
            for section in book.filled(lambda page, anchor: "").sections
            for p in section.passages
            if p.source in {"breach-crime-cn", "leak-crime-pl"}
        )
        told[kind] = bool(html)
        assert bool(html) <= (threat is not None), kind
        if threat and html:
            assert f"{threat.length.number}" in html
    assert told == {"salon": True, "studio": True, "bathhouse": False}
    public = [clause for clause in library.clauses.values() if clause.audience == "public"]
    assert not [c.id for c in public if "law.data_" in c.texts["en"].markdown]
