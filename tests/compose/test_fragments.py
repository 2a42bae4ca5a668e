"""A clause is converted once, its placeholders never meeting Markdown or HTML."""

from __future__ import annotations

import pytest

from placard.compose.fragments import fragment, line
from placard.phrases.placeholders import Placeholder, parse, placeholders
from placard.phrases.ties import tied


def shown(text: str, tie: str = "none") -> str:
    return fragment(text, tie).placed(lambda asked: f"[{asked}]")


def test_a_clause_becomes_html_with_its_placeholders_in_place() -> None:
    html = shown("We keep pictures **{{ surveillance.retention | length }}**.\n\n- one\n- two")
    assert html.startswith("<p>We keep pictures <strong>[surveillance.retention | length]</strong>.</p>")
    assert "<li>two</li>" in html


def test_raw_html_in_a_clause_is_shown_as_letters() -> None:
    assert "<script>" not in shown("Hello <script>alert(1)</script> <b>you</b>")
    assert "&lt;b&gt;" in shown("Hello <b>you</b>")
    assert "<div" not in shown("<div>\n\nblock\n\n</div>")


def test_a_line_knows_no_markdown() -> None:
    assert (
        line("**Stop** | {{ venue.name | name }} & more", "none").html
        == "**Stop** | \ue0000\ue001 &amp; more"
    )


def test_what_is_no_placeholder_stays_visible_so_that_a_check_can_name_it() -> None:
    good, bad = placeholders("{{ venue.name }} and {{ venue.name | name }} and {{ 7*7 }}")
    assert good == [Placeholder("venue.name", "name")]
    assert bad == ["{{ venue.name }}", "{{ 7*7 }}"]


@pytest.mark.parametrize(
    ("inside", "asked"),
    [
        (" a.b | list in ", Placeholder("a.b", "list", "in")),
        ("a|b", Placeholder("a", "b")),
        ("a | b c d", None),
        ("a.b", None),
        ("__class__ | name", None),
        ("a.b() | name", None),
    ],
)
def test_only_the_closed_shape_is_a_placeholder(inside: str, asked: Placeholder | None) -> None:
    assert parse(inside) == asked


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("<p>Idź i zapytaj w recepcji</p>", "<p>Idź i\u00a0zapytaj w\u00a0recepcji</p>"),
        ("<p>A w domu</p>", "<p>A\u00a0w\u00a0domu</p>"),
        ("<p>z <strong>nami</strong></p>", "<p>z\u00a0<strong>nami</strong></p>"),
        ("<p>szkoła o nas</p>", "<p>szkoła o\u00a0nas</p>"),
    ],
)
def test_polish_one_letter_words_are_tied_to_the_next_one(text: str, expected: str) -> None:
    assert tied(text, "single-letters") == expected
    assert tied(text, "none") == text


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("<p>最多 30 天</p>", "<p>最多\u200930\u2009天</p>"),
        ("<p>不使用Cookie，</p>", "<p>不使用\u2009Cookie，</p>"),
        ("\ue0000\ue001 \ue0001\ue001", "\ue0000\ue001\ue0001\ue001"),
        ('<a href="page:cameras#who">摄像头</a>', '<a href="page:cameras#who">摄像头</a>'),
    ],
)
def test_chinese_has_thin_spaces_beside_latin_and_none_between_facts(text: str, expected: str) -> None:
    assert tied(text, "han-latin") == expected
