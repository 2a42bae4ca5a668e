"""Facts come out as whole phrases: unit, case, preposition and plural right in every language."""

from __future__ import annotations

from datetime import date

import pytest

from placard.library.library import Library
from placard.model.operator import Address
from placard.model.premises import Room
from placard.model.values import Duration, LocalText, Unit
from placard.phrases.facts import spec
from placard.phrases.forms import Speaker
from placard.phrases.lookup import NoSuchForm
from placard.phrases.placeholders import parse
from placard.phrases.values import Phrase

NBSP = "\u00a0"


def say(library: Library, language: str, fact: str, value: object, form: str, home: str = "en") -> Phrase:
    speaker = Speaker(library.languages[language], library.labels[language], home, library.addresses)
    known, asked = spec(fact), parse(f"{fact} | {form}")
    assert known is not None
    assert asked is not None
    return speaker.say(known, value, asked)


@pytest.mark.parametrize(
    ("language", "form", "length", "expected"),
    [
        ("en", "length", "1 day", "1 day"),
        ("en", "within", "24 hours", "within 24 hours"),
        ("en", "after", "1 month", "after 1 month"),
        ("pl", "length", "1 day", "1 dzień"),
        ("pl", "length", "2 days", "2 dni"),
        ("pl", "length", "22 hours", "22 godziny"),
        ("pl", "length", "12 hours", "12 godzin"),
        ("pl", "within", "1 day", "w ciągu 1 dnia"),
        ("pl", "within", "24 hours", "w ciągu 24 godzin"),
        ("pl", "after", "1 day", "po 1 dniu"),
        ("pl", "after", "3 days", "po 3 dniach"),
        ("pl", "after", "14 days", "po 14 dniach"),
        ("pl", "after", "2 years", "po 2 latach"),
        ("zh-Hans", "within", "14 days", "14\u2009天内"),
        ("zh-Hans", "after", "24 hours", "24\u2009小时后"),
    ],
)
def test_a_length_is_said_as_the_language_says_it(
    library: Library, language: str, form: str, length: str, expected: str
) -> None:
    said = say(library, language, "surveillance.retention", Duration.read(length), form).text
    assert said.replace(NBSP, " ") == expected


@pytest.mark.parametrize("language", ["en", "pl"])
def test_a_number_never_parts_from_its_unit_at_a_line_end(library: Library, language: str) -> None:
    forms = library.labels[language].durations
    assert len(forms) >= 5
    for form in forms:
        for unit in Unit:
            said = say(library, language, "surveillance.retention", Duration(7, unit), form).text
            assert f"7{NBSP}" in said, (form, unit, said)


@pytest.mark.parametrize(
    ("language", "form", "expected"),
    [
        ("en", "date", "4 January 2027"),
        ("en", "from", "from 4 January 2027"),
        ("pl", "date", "4 stycznia 2027 r."),
        ("pl", "from", "od 4 stycznia 2027 r."),
        ("zh-Hans", "date", "2027年1月4日"),
    ],
)
def test_a_date_is_said_in_words(library: Library, language: str, form: str, expected: str) -> None:
    said = say(library, language, "effective_on", date(2027, 1, 4), form).text
    assert said.replace(NBSP, " ") == expected


@pytest.mark.parametrize(
    ("language", "expected"),
    [("en", "3 cameras"), ("pl", "3 kamery"), ("zh-Hans", "3\u2009个")],
)
def test_a_count_has_its_plural_or_its_measure_word(library: Library, language: str, expected: str) -> None:
    assert expected in say(library, language, "filming.cameras", 3, "count camera").text.replace(NBSP, " ")


@pytest.mark.parametrize(
    ("number", "word"), [(1, "kamera"), (2, "kamery"), (5, "kamer"), (22, "kamery"), (12, "kamer")]
)
def test_polish_counts_by_its_own_classes(library: Library, number: int, word: str) -> None:
    assert say(library, "pl", "filming.cameras", number, "count camera").text == f"{number}{NBSP}{word}"


def rooms(*kinds: str) -> tuple[Room, ...]:
    return tuple(Room(id=f"r{n}", kind=kind, doors_to=()) for n, kind in enumerate(kinds))


@pytest.mark.parametrize("language", ["en", "pl", "zh-Hans"])
def test_rooms_are_listed_with_their_case_and_two_of_a_kind_once(library: Library, language: str) -> None:
    several = rooms("changing_room", "changing_room", "shower", "sauna")
    said = say(library, language, "floor.rooms", several, "list in").text
    said = said.replace(NBSP, " ")
    phrases = library.labels[language].codes["rooms"]
    changing, shower, sauna = (
        phrases["changing_room"]["in_many"],
        phrases["shower"]["in"],
        phrases["sauna"]["in"],
    )
    assert said.index(changing) < said.index(shower) < said.index(sauna)
    assert said.count(changing) == 1
    assert {"en": " and ", "pl": " i ", "zh-Hans": "和"}[language] in said


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", "bookings and visits, payments and invoices, and newsletter"),
        ("pl", "rezerwacje i wizyty, płatności i faktury oraz newsletter"),
        ("zh-Hans", "预约和来店、付款和发票以及订阅邮件"),
    ],
)
def test_the_last_of_a_list_is_joined_otherwise_where_a_name_holds_an_and(
    library: Library, language: str, said: str
) -> None:
    names = library.labels[language].codes["activities"]
    speaker = Speaker(library.languages[language], library.labels[language], language, library.addresses)
    listed = [names[code]["name"] for code in ("appointments", "payments", "newsletter")]
    assert speaker.joined(listed) == said
    plain = {"en": "a, b and c", "pl": "a, b i c", "zh-Hans": "a、b和c"}
    assert speaker.joined(["a", "b", "c"]) == plain[language]


def test_a_room_with_a_name_of_its_own_is_not_inflected(library: Library) -> None:
    pond = Room(id="pond", kind="pool", name="Morskie Oko", doors_to=())
    assert "Morskie Oko" in say(library, "pl", "floor.rooms", (pond,), "list in", home="pl").text
    assert "basen" not in say(library, "pl", "floor.rooms", (pond,), "list in", home="pl").text


def test_a_name_typed_once_is_marked_as_foreign_elsewhere(library: Library) -> None:
    name = LocalText(everywhere="Old Mill Bathhouse")
    assert say(library, "en", "venue.name", name, "name").language is None
    assert say(library, "pl", "venue.name", name, "name").language == "en"


def test_a_name_given_per_language_is_at_home_in_each(library: Library) -> None:
    name = LocalText(by_language={"en": "Old Mill", "pl": "Stary Młyn"})
    assert say(library, "pl", "venue.name", name, "name") == Phrase("Stary Młyn")
    with pytest.raises(NoSuchForm):
        say(library, "zh-Hans", "venue.name", name, "name")


def test_a_phone_number_is_a_link_that_does_not_break(library: Library) -> None:
    said = say(library, "en", "operator.phone", "+44 20 7946 0123", "link")
    assert said == Phrase("+44\u00a020\u00a07946\u00a00123", link="tel:+442079460123")


def test_an_address_is_one_line_without_gaps(library: Library) -> None:
    address = Address(street="3 Weir Lane", postcode="AB1 2CD", city="Weirford", country="GB", region=None)
    said = say(library, "en", "operator.address", address, "line").text
    assert said == "3 Weir Lane, Weirford, AB1 2CD"


def test_an_address_keeps_the_order_of_its_country_in_any_language(library: Library) -> None:
    british = Address(street="3 Weir Lane", postcode="AB1 2CD", city="Weirford", country="GB")
    polish = Address(street="ul. Wodna 5", postcode="00-000", city="Warszawa", country="PL")
    assert say(library, "pl", "operator.address", british, "line").text == "3 Weir Lane, Weirford, AB1 2CD"
    assert say(library, "en", "operator.address", polish, "line").text == "ul. Wodna 5, 00-000 Warszawa"


def test_a_country_is_named_in_the_language(library: Library) -> None:
    assert say(library, "en", "partner.country", "IE", "name").text == "Ireland"
    assert say(library, "pl", "partner.country", "IE", "name").text == "Irlandia"


@pytest.mark.parametrize("form", ["within", "list", "count camera"])
def test_a_form_the_fact_does_not_have_is_refused(library: Library, form: str) -> None:
    with pytest.raises(NoSuchForm):
        say(library, "en", "operator.legal_name", "Old Mill Ltd", form)


def test_rooms_without_a_name_in_a_language_are_told_there_by_their_kind(library: Library) -> None:
    two = tuple(
        Room(id=f"t{n}", kind="treatment_room", name={"pl": name}, doors_to=())
        for n, name in enumerate(("Twarz", "Ciało"))
    )
    assert say(library, "en", "floor.rooms", two, "list in").text == "in the treatment rooms"
    polish = say(library, "pl", "floor.rooms", two, "list in", home="pl").text
    assert "Twarz" in polish
    assert "Ciało" in polish
