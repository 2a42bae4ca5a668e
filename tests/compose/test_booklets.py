"""The notice on paper: the pages of the site bound as one, and what it waits for."""

from __future__ import annotations

import re

import pytest

from placard.compose.booklets import FilledBooklet
from placard.compose.venue import ComposedVenue
from placard.library.library import Library

from .conftest import BATHHOUSE, SALON, STUDIO, Place


def booklet(venue: ComposedVenue, language: str) -> FilledBooklet:
    return next(each for each in venue.booklets if each.language == language)


def html(of: FilledBooklet) -> str:
    sections = [section for chapter in of.chapters for section in chapter.sections] + list(of.closing)
    return " ".join(str(passage.html) for section in sections for passage in section.passages)


@pytest.mark.parametrize(("name", "has"), [(BATHHOUSE, "children"), (SALON, "health"), (STUDIO, "images")])
def test_every_page_of_the_site_is_a_chapter_of_the_booklet_in_every_language(
    place: Place, library: Library, name: str, has: str
) -> None:
    venue = place(name)
    binding = library.documents["paper-notice"].binds
    assert binding is not None
    assert [each.language for each in venue.booklets] == list(venue.composer.context.venue.languages)
    for each in venue.booklets:
        pages = {page.id for page in venue.pages if page.language == each.language}
        assert [chapter.id for chapter in each.chapters] == [page for page in binding.pages if page in pages]
        assert has in pages == {chapter.id for chapter in each.chapters}


def test_a_chapter_says_word_for_word_what_the_page_says_but_for_its_buttons(place: Place) -> None:
    venue = place(BATHHOUSE)
    compared = 0
    for chapter in booklet(venue, "pl").chapters:
        page = next(each for each in venue.pages if (each.id, each.language) == (chapter.id, "pl"))
        shown = page.filled(lambda name, anchor: f"../{name}")
        kept = [section for section in shown.sections if section.frame != "next"]
        assert len(kept) < len(shown.sections) or chapter.id == "about"
        for there, here in zip(kept, chapter.sections, strict=True):
            assert here.id == f"{page.id}--{there.id}"
            assert [p.html.striptags() for p in here.passages] == [p.html.striptags() for p in there.passages]
            compared += len(here.passages)
    assert compared > 80
    assert "mailto:" in str(venue.pages[0].saying.tokens.phrases)


def test_a_link_to_another_page_leads_to_its_chapter_in_the_same_booklet(place: Place) -> None:
    for each in place(STUDIO).booklets:
        anchors = {chapter.id for chapter in each.chapters}
        anchors |= {section.id for chapter in each.chapters for section in chapter.sections}
        goals = re.findall(r'href="#([^"]+)"', html(each))
        assert len(goals) >= 8
        assert set(goals) <= anchors
        assert "page:" not in html(each)


def test_the_code_is_that_of_the_words(place: Place) -> None:
    as_it_is = booklet(place(BATHHOUSE), "en")
    assert booklet(place(BATHHOUSE), "en").code == as_it_is.code
    assert booklet(place(BATHHOUSE, {"14 days": "10 days"}), "en").code != as_it_is.code
    assert booklet(place(BATHHOUSE), "pl").code != as_it_is.code


def test_a_place_without_a_website_has_the_booklet_and_no_address_in_it(place: Place) -> None:
    venue = place(SALON, {re.compile(r"(?m)^web: .*$"): "web: none"})
    assert {each.language for each in venue.booklets} == {"zh-Hans", "en"}
    assert all(each.online == "" and not each.address for each in venue.booklets)
    assert booklet(place(SALON), "en").online.endswith("/jade-mirror-salon/en/")


def test_a_place_without_cameras_has_no_chapter_on_them_and_no_sentence_that_leads_there(
    place: Place,
) -> None:
    venue = place(BATHHOUSE, cameras=(), surveillance=None)
    assert venue.booklets
    for each in venue.booklets:
        assert "cameras" not in {chapter.id for chapter in each.chapters}
        assert "#cameras" not in html(each)


def test_one_language_of_guests_is_one_booklet(place: Place) -> None:
    venue = place(STUDIO, languages=("pl",))
    assert [each.language for each in venue.booklets] == ["pl"]


def test_while_a_page_waits_the_booklet_waits_for_the_same_answer_and_no_other(place: Place) -> None:
    venue = place(BATHHOUSE, {re.compile(r"(?m)^(\s+)retention: 14 days"): r"\1retention: unanswered"})
    assert venue.booklets == ()
    held = {(each.id, each.language): each for each in venue.withheld}
    pages = {page for (page, _) in held if any(p.source.id == page for p in venue.plan.pages)}
    assert pages
    for language in ("en", "pl"):
        waits = {question.asks for question in held["paper-notice", language].questions}
        assert waits == {q.asks for page in pages for q in held[page, language].questions}
        assert held["paper-notice", language].findings == ()
    assert waits == {("surveillance", "retention")}


def test_a_page_nobody_knows_to_be_needed_keeps_every_language_waiting(place: Place) -> None:
    from placard.model import UNANSWERED

    venue = place(BATHHOUSE, cameras=UNANSWERED)
    held = {(each.id, each.language): each for each in venue.withheld}
    assert ("cameras", "en") in held
    assert ("cameras", "pl") not in held
    for language in ("en", "pl"):
        assert ("cameras",) in {question.asks for question in held["paper-notice", language].questions}


def test_the_book_of_staff_calls_the_booklet_by_its_title(library: Library) -> None:
    title, clause = library.documents["paper-notice"].title, library.clauses["desk-papers"]
    assert set(title) == set(clause.texts) == {"en", "pl", "zh-Hans"}
    for language, text in clause.texts.items():
        assert title[language] in text.markdown
