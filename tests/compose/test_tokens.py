"""Values stay opaque until the very end, and come out escaped, spaced and in their own language."""

from __future__ import annotations

import pytest

from placard.compose.tokens import Tokens, join
from placard.phrases.values import Phrase

THIN = "\u2009"


def filled(html: str, *phrases: Phrase) -> str:
    tokens = Tokens()
    for phrase in phrases:
        tokens.of(phrase)
    return tokens.fill_html(html)


A, B = "\ue0000\ue001", "\ue0001\ue001"


def test_a_value_is_escaped_in_text_and_in_an_attribute() -> None:
    made = filled(f'<a title="{A}">{A}</a>', Phrase('<b> & "x"'))
    assert made == '<a title="&lt;b&gt; &amp; &#34;x&#34;">&lt;b&gt; &amp; &#34;x&#34;</a>'


def test_a_value_that_looks_like_another_token_is_printed_as_it_stands() -> None:
    # Reading refuses the characters of a token; even so, nothing is filled twice.
    assert filled(f"<p>{A} {B}</p>", Phrase("{{ 7*7 }}"), Phrase("| x")) == "<p>{{ 7*7 }} | x</p>"


def test_a_foreign_name_carries_its_language_in_text_but_not_in_a_title() -> None:
    name = Phrase("Old Mill Bathhouse", language="en")
    assert filled(f"<p>{A}</p>", name) == '<p><span lang="en">Old Mill Bathhouse</span></p>'
    assert filled(f"<title>{A}</title>", name) == "<title>Old Mill Bathhouse</title>"
    assert filled(f'<p title="{A}">x</p>', name) == '<p title="Old Mill Bathhouse">x</p>'


def test_the_same_phrase_has_one_token() -> None:
    tokens = Tokens()
    assert tokens.of(Phrase("14 days")) == tokens.of(Phrase("14 days"))
    assert tokens.of(Phrase("14 days")) != tokens.of(Phrase("14 days", language="en"))


@pytest.mark.parametrize(
    ("html", "value", "expected"),
    [
        (f"<p>由{A}负责</p>", "Slotwise", f"<p>由{THIN}Slotwise{THIN}负责</p>"),
        (f"<p>保存{A}后删除</p>", "14 天", f"<p>保存{THIN}14 天后删除</p>"),
        (f"<p>请找{A}。</p>", "店长", "<p>请找店长。</p>"),
        (f"<p><strong>{A}</strong>负责</p>", "ABC", f"<p><strong>ABC</strong>{THIN}负责</p>"),
        (f"<p>由</p><p>{A}</p>", "ABC", "<p>由</p><p>ABC</p>"),
        (f"<p>Prowadzi: {A}.</p>", "Łaźnia sp. z o.o.", "<p>Prowadzi: Łaźnia sp. z o.o.</p>"),
        (f"<p>Run by {A}.</p>", "Mill Ltd", "<p>Run by Mill Ltd.</p>"),
        (f"<p>{A}...</p>", "etc.", "<p>etc....</p>"),
    ],
)
def test_spaces_and_full_stops_come_right_at_the_seam(html: str, value: str, expected: str) -> None:
    assert filled(html, Phrase(value)) == expected


def test_plain_text_is_joined_the_same_way() -> None:
    assert join("由", "Slotwise", "负责") == f"由{THIN}Slotwise{THIN}负责"
    assert join("Prowadzi", " sp. z o.o.", ".") == "Prowadzi sp. z o.o."
