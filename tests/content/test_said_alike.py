"""What one paper tells the others tell too: phones at the water, knocking, health, titles, whose number."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from placard.compose.venue import ComposedVenue
from placard.library.library import Library
from placard.read.venue import read_venue

Staff = Callable[..., ComposedVenue]
PHONES = "phones: {undress: banned, rest: stowed, ordinary: allowed}"
ROOT = Path(__file__).parents[2]
CLAUSES = ROOT / "content" / "staff" / "clauses"


@pytest.fixture
def read() -> Callable[[str], Any]:
    """Return one of our samples as it is read."""

    def made(name: str) -> Any:
        file, findings = read_venue(ROOT / "venues" / f"{name}.yml", f"venues/{name}.yml")
        assert file is not None, findings
        return file

    return made


@pytest.fixture
def house(typed: Callable[..., Any], composed: Callable[..., ComposedVenue]) -> Staff:
    """Return the sample bathhouse composed, some lines of it changed."""

    def made(changes: dict[str, str] | None = None) -> ComposedVenue:
        return composed(typed(changes).file)

    return made


def clauses_in(venue: ComposedVenue) -> set[str]:
    """The clauses of its handbook in English."""
    book = next(book for book in venue.handbooks if book.language == "en")
    return {passage.source for section in book.sections for passage in section.passages}


def on_page(venue: ComposedVenue, page: str, clause: str) -> list[str]:
    """What a page tells in English in the words of one clause."""
    return [
        passage.html
        for each in venue.pages
        if (each.id, each.language) == (page, "en")
        for section in each.filled(lambda page, anchor: "").sections
        for passage in section.passages
        if passage.source == clause
    ]


def test_guests_and_staff_read_the_same_rule_for_phones_at_the_water(house: Staff) -> None:
    venue = house()
    [told] = on_page(venue, "images", "phones-at-pool")
    assert "packed away" in told
    assert {"guest-phones-pool", "family-photos"} <= clauses_in(venue)


def test_where_phones_are_allowed_at_the_water_staff_refuse_no_picture_there(house: Staff) -> None:
    venue = house({PHONES: PHONES.replace("stowed", "allowed")})
    [told] = on_page(venue, "images", "phones-at-pool")
    assert "allowed" in told
    assert "family-photos-allowed" in clauses_in(venue)
    assert "family-photos" not in clauses_in(venue)
    asked = {question.id for quiz in venue.quizzes for question in quiz.questions}
    assert "birthday-picture" not in asked


def test_a_house_without_a_pool_says_nothing_of_one(house: Staff) -> None:
    venue = house({"kind: pool,": "kind: pool_nude,"})
    assert on_page(venue, "images", "phones-at-pool") == []
    assert "guest-phones-pool" not in clauses_in(venue)


KNOCKING = ("crew-knock", "not-filmed", "not-filmed-doors", "cabin-knock")


@pytest.mark.parametrize("clause", KNOCKING)
def test_every_book_asks_for_a_yes_then_for_a_second_knock_and_a_colleague(
    library: Library, clause: str
) -> None:
    texts = {language: text.markdown for language, text in library.clauses[clause].texts.items()}
    steps = {
        "en": ("nock, say who you are", "for a yes", "nock again", "fetch a colleague", "go in together"),
        "pl": ("apukaj", "na zgodę", "jeszcze raz", "sprowadź kogoś", "wejdźcie razem"),
        "zh-Hans": ("敲", "可以", "再敲一次", "叫上一位同事", "一起进去"),
    }
    for language, wanted in steps.items():
        places = [texts[language].find(step) for step in wanted]
        assert -1 not in places, (clause, language)
        assert places == sorted(places), (clause, language)


def test_a_house_that_asks_nothing_about_health_says_so_beside_the_booking_button(house: Staff) -> None:
    told = str([text for text in house().texts if text.id == "booking"]).replace("\xa0", " ")
    assert "We ask nothing about your health" in told
    assert "at your visit what we need" not in told


def test_the_booking_text_of_a_salon_that_asks_about_health_says_when_it_does(
    read: Callable[[str], Any], composed: Callable[..., ComposedVenue]
) -> None:
    told = str([text for text in composed(read("jade-mirror-salon")).texts if text.id == "booking"])
    assert "需要了解的，到店时我们再问" in told
    assert "到店时也不问" not in told


def test_titles_of_papers_stand_in_the_quotation_marks_of_the_language() -> None:
    """A title in a sentence would be read as its words; no clause marks one by slanted letters."""
    slanted = re.compile(r"(?<![*\\])\*(?!\*)[^*\n]+(?<!\*)\*(?!\*)")
    found = [path for path in sorted(CLAUSES.rglob("*.md")) if slanted.search(path.read_text("utf-8"))]
    assert found == []


def test_titles_of_papers_stand_in_quotes_wherever_a_chinese_title_stands_in_its_own(
    library: Library,
) -> None:
    looked = 0
    for clause in library.clauses.values():
        if "zh-Hans" not in clause.texts:
            continue
        for form in library.forms.values():
            if f"《{form.title.get('zh-Hans')}》" not in clause.texts["zh-Hans"].markdown:
                continue
            for language, opening in (("en", "“"), ("pl", "„")):
                words, title = clause.texts[language].markdown, form.title[language]
                looked += title in words
                assert words.count(title) == words.count(opening + title), (clause.id, form.id)
    assert looked > 10


def test_a_number_beside_another_role_names_whose_it_is(library: Library) -> None:
    """“manager; out of reach? 0199” was read as the manager's own number."""
    for situation in library.situations.values():
        for line in situation.parts["call"].texts["en"]:
            roles = re.findall(r"\{\{ (\S+_role|\S+\.role) \| name \}\}", line)
            if "incidents.phone" in line and roles and not set(roles) & {"incidents.lead_role"}:
                assert re.search(r"loud|incidents", re.sub(r"\{\{.*?\}\}", "", line)), situation.id
    for name in ("worried-about-camera", "bad-review"):
        for language, lines in library.situations[name].parts["call"].texts.items():
            assert "incidents.lead_role" in " ".join(lines), (name, language)


def test_the_book_says_what_to_do_if_nobody_answers_and_after_hours(house: Staff) -> None:
    venue = house()
    [told] = [
        passage.html
        for book in venue.handbooks
        if book.language == "en"
        for section in book.sections
        for passage in section.passages
        if passage.source == "who-leads"
    ]
    assert "nobody answers? Ring the others in the table" in told.replace("\xa0", " ")
    assert "who-leads-closed" in clauses_in(venue)
    without = house({'out_of_hours: "+44 20 7946 0188"': "out_of_hours: none"})
    assert "who-leads-closed" not in clauses_in(without)


def test_the_polish_plan_names_a_way_in_without_cases(library: Library) -> None:
    line = library.labels["pl"].words["door_from_to"].format(to="toaleta", **{"from": "recepcja"})
    assert line == "Drzwi: recepcja → toaleta"
