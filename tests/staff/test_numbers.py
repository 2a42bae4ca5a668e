"""Whom staff call when somebody is in danger: a number, of the law of the place, where they look for it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from placard.compose.venue import ComposedVenue
from placard.library.library import Library
from placard.read.law import chain
from tests.requirements.printed import composed_sample, printed

NUMBERS = {"gb": {"999", "112", "101"}, "eu": {"112"}, "pl": {"112"}, "cn": {"110", "119", "120"}}
LISTED = {
    ("bathhouse", "en"): ["999 or 112", "999 or 112", "999 or 112", "101"],
    ("bathhouse", "pl"): ["999 lub 112", "999 lub 112", "999 lub 112", "101"],
    ("studio", "pl"): ["112", "112", "112", "najbliższy komisariat"],
    ("salon", "zh-Hans"): ["120", "119", "110", "110"],
}
WORDS_ALONE = {
    "en": "Call the emergency number first",
    "pl": "Najpierw zadzwoń na numer alarmowy",
    "zh-Hans": "先打急救电话",
}


def told(venue: ComposedVenue, language: str, part: str) -> str:
    """What is printed in one language wherever the name of the place begins so, in one piece."""
    every = [each.text for each in printed(venue) if each.language == language and each.at.startswith(part)]
    assert every, part
    return " ".join(every).replace("\u2009", "").replace("\xa0", " ")


@pytest.mark.parametrize("law", NUMBERS)
def test_each_law_has_its_numbers_and_claims_no_more_than_that_they_are_remembered(
    library: Library, law: str
) -> None:
    row = chain(library.packs, law)
    known = [found for which in ("life", "fire", "crime", "police") if (found := row.hotline(which))]
    assert {phone for each in known for phone in each.phones} == NUMBERS[law]
    cited = {name for each in known for name in each.cite}
    assert [citation.seen for name in cited if (citation := row.citation(name))] == ["recalled"]


def test_poland_has_its_number_from_the_european_union_and_does_not_write_it_down_again(
    library: Library,
) -> None:
    assert not library.packs["pl"].emergency
    assert library.packs["eu"].emergency


@pytest.mark.parametrize(("kind", "language"), LISTED)
def test_the_page_that_says_whom_to_call_lists_the_numbers_of_the_place(
    library: Library, kind: str, language: str
) -> None:
    listed = told(composed_sample(library, kind), language, "handbook#people")
    at = 0
    for words in LISTED[kind, language]:
        assert words in listed[at:], listed
        at = listed.index(words, at) + len(words)


@pytest.mark.parametrize(
    ("kind", "language", "part", "words"),
    [
        ("bathhouse", "en", "handbook#filming", "Police (999), without asking first"),
        ("bathhouse", "en", "handbook#fainted", "Ambulance (999), before anybody else."),
        ("bathhouse", "en", "handbook#lost-phone", "whether they want the police (101)"),
        ("bathhouse", "en", "card/somebody-films", "Police (999): somebody undressed"),
        ("bathhouse", "pl", "handbook#fainted", "Pogotowie (999), przed wszystkimi innymi."),
        ("studio", "pl", "handbook#child-says-no", "policja (112), od razu"),
        ("studio", "pl", "card/somebody-films", "Policja (112): nagrano osobę"),
        ("salon", "zh-Hans", "handbook#skin-reacts", "急救电话120"),
        ("salon", "zh-Hans", "handbook#wrong-door", "打110报警"),
    ],
)
def test_where_help_is_called_at_once_the_number_stands_in_the_line(
    library: Library, kind: str, language: str, part: str, words: str
) -> None:
    said = told(composed_sample(library, kind), language, part)
    assert words in (said.replace(" ", "") if language == "zh-Hans" else said)


@pytest.mark.parametrize(("kind", "language"), [("bathhouse", "en"), ("studio", "pl"), ("salon", "zh-Hans")])
def test_under_a_law_without_numbers_words_stand_alone_and_nothing_is_left_open(
    library: Library, kind: str, language: str
) -> None:
    packs = {name: replace(pack, emergency={}) for name, pack in library.packs.items()}
    venue, with_numbers = composed_sample(replace(library, packs=packs), kind), composed_sample(library, kind)
    assert [each.id for each in venue.withheld] == [each.id for each in with_numbers.withheld]
    assert WORDS_ALONE[language] in told(venue, language, "handbook#people")
    everything = " ".join(each.text for each in printed(venue) if each.at.startswith(("handbook", "card")))
    assert "()" not in everything
    assert "（）" not in everything
    assert "{number" not in everything


def test_numbers_of_china_stay_in_china(library: Library) -> None:
    for kind in ("bathhouse", "studio"):
        venue = composed_sample(library, kind)
        for each in venue.plan.staff_languages:
            book = told(venue, each, "handbook")
            assert not {"(110)", "(119)", "(120)"} & set(book.split())
