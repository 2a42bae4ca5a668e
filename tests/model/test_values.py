"""Texts from a venue file become values, and what cannot be read says which code of message it gets."""

from __future__ import annotations

from datetime import date, time
from typing import Any

import pytest
from pydantic import TypeAdapter, ValidationError

from placard.model import values
from placard.model.ignorance import UNANSWERED, Known, KnownOrNone, Quoted
from placard.model.values import Duration, LocalText, Unit


def read(kind: Any, text: Any) -> Any:
    return TypeAdapter(kind).validate_python(text)


def refusal(kind: Any, text: Any) -> str:
    with pytest.raises(ValidationError) as problem:
        read(kind, text)
    return problem.value.errors()[0]["type"]


@pytest.mark.parametrize(
    ("text", "number", "unit"),
    [
        ("24 hours", 24, Unit.HOUR),
        ("1 day", 1, Unit.DAY),
        ("14days", 14, Unit.DAY),
        ("3 months", 3, Unit.MONTH),
        ("P14D", 14, Unit.DAY),
        ("PT72H", 72, Unit.HOUR),
        ("PT30M", 30, Unit.MINUTE),
        ("P1M", 1, Unit.MONTH),
        ("P2Y", 2, Unit.YEAR),
    ],
)
def test_a_length_of_time_keeps_the_unit_it_was_typed_in(text: str, number: int, unit: Unit) -> None:
    assert read(values.Length, text) == Duration(number, unit)


@pytest.mark.parametrize("text", ["thirty days", "14", "days", "-3 days", "1.5 days", "P1Y2M", "14 dni", ""])
def test_what_is_no_length_of_time_is_refused(text: str) -> None:
    assert refusal(values.Length, text) == "model.not_a_duration"


def test_lengths_compare_by_the_longest_they_can_be_unless_the_units_are_equal() -> None:
    assert Duration(30, Unit.DAY) < Duration(1, Unit.MONTH)
    assert Duration(31, Unit.DAY).longest_hours() == Duration(1, Unit.MONTH).longest_hours()
    assert Duration(28, Unit.DAY).shortest_hours() == Duration(1, Unit.MONTH).shortest_hours()
    assert Duration(2, Unit.WEEK) < Duration(3, Unit.WEEK)


@pytest.mark.parametrize(
    ("kind", "text", "expected"),
    [
        (values.Switch, "no", False),
        (values.Switch, "Yes", True),
        (values.Switch, "off", False),
        (values.Day, "2027-02-01", date(2027, 2, 1)),
        (values.WebAddress, "https://privacy.example", "https://privacy.example/"),
        (values.Phone, "+44 20 7946 0123", "+44 20 7946 0123"),
        (values.Country, "NO", "NO"),
        (values.Text, "  Łaźnia  ", "Łaźnia"),
        (values.Whole, "0312", 312),
        (values.Colour, "#00538A", "#00538a"),
        (values.Span, "22:00-06:00", values.Hours(time(22), time(6))),
        (values.Span, "always", "always"),
        (values.Distance, "1.5 m", 1.5),
        (values.Words, {"en": "Quiet pool", "pl": "Cichy basen"}, None),
    ],
)
def test_everyday_spellings_are_read(kind: Any, text: Any, expected: Any) -> None:
    found = read(kind, text)
    if expected is None:
        assert found == LocalText(by_language={"en": "Quiet pool", "pl": "Cichy basen"})
    else:
        assert found == expected


@pytest.mark.parametrize(
    ("kind", "text", "code"),
    [
        (values.Switch, "maybe", "model.not_a_switch"),
        (values.Day, "01.02.2027", "model.not_a_date"),
        (values.Day, "2027-02-30", "model.not_a_date"),
        (values.WebAddress, "javascript:alert(1)", "model.not_a_web_address"),
        (values.WebAddress, "www.oldmill.example", "model.not_a_web_address"),
        (values.WebAddress, 'https://x.example/"><script>', "model.not_a_web_address"),
        (values.Email, "privacy at oldmill", "model.not_an_email"),
        (values.Email, "a@b.example?subject=x", "model.not_an_email"),
        (values.Phone, "call us", "model.not_a_phone"),
        (values.Country, "England", "model.not_a_country"),
        (values.Country, "no", "model.not_a_country"),
        (values.Country, "ZZ", "model.no_such_country"),
        (values.Country, "EU", "model.no_such_country"),
        (values.Length, "0 days", "model.no_duration"),
        (values.Length, "PT0H", "model.no_duration"),
        (values.Identifier, "../etc", "model.not_an_id"),
        (values.Identifier, "Front Desk", "model.not_an_id"),
        (values.Code, "Manager!", "model.not_a_code"),
        (values.LanguageCode, "English", "model.not_a_language"),
        (values.Span, "25:00-26:00", "model.not_hours"),
        (values.Span, "22-06", "model.not_hours"),
        (values.Whole, "twelve", "model.not_a_whole_number"),
        (values.Text, ["a"], "model.not_text"),
        (values.Text, " ", "model.empty_text"),
        (values.Colour, "blue", "model.not_a_colour"),
        (values.Distance, "2,5 m", "model.not_a_distance"),
        (values.Distance, "200 m", "model.not_a_distance"),
        (values.Distance, "far", "model.not_a_distance"),
        (values.Words, {"en": ""}, "model.empty_text"),
    ],
)
def test_what_cannot_be_read_is_refused_with_a_code(kind: Any, text: Any, code: str) -> None:
    assert refusal(kind, text) == code


def test_ignorance_has_one_spelling_and_none_is_an_answer() -> None:
    assert read(Known[values.Text], "unanswered") is UNANSWERED
    assert read(KnownOrNone[values.Text], "none") is None
    assert read(Known[tuple[values.Code, ...]], "none") == ()
    assert read(Known[tuple[values.Code, ...]], []) == ()


def test_a_word_in_quotes_is_always_a_word() -> None:
    assert read(KnownOrNone[values.Text], Quoted("none")) == "none"
    assert read(Known[values.Text], Quoted("unanswered")) == "unanswered"


@pytest.mark.parametrize("kind", [Known[values.Text], values.Text, values.Words, Known[values.Words]])
def test_none_is_no_name_unless_it_stands_in_quotes(kind: Any) -> None:
    assert refusal(kind, "none") == "model.must_be_some"
    assert str(read(values.Text, Quoted("none"))) == "none"


def test_what_is_needed_for_everything_cannot_stay_unanswered() -> None:
    assert read(Known[values.Text], "unanswered") is UNANSWERED
    assert refusal(values.Words, "unanswered") == "model.must_be_known"
    assert refusal(values.Words, {"en": "unanswered"}) == "model.must_be_known"
    assert read(values.Words, Quoted("unanswered")).everywhere == "unanswered"


@pytest.mark.parametrize("marks", ["?", "…", " - ", "？"])
def test_marks_alone_are_no_words(marks: str) -> None:
    assert refusal(values.Text, Quoted(marks)) == "model.only_marks"
    assert read(values.Text, Quoted("C & A 1")) == "C & A 1"
    assert read(values.Text, Quoted("💅")) == "💅"
