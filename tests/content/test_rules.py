"""What rules say and ask: in every language, with the same facts, and in nobody else's words."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from placard.library.law import Rule
from placard.read.library import read_library
from placard.read.messages import slots_of

LIBRARY, _ = read_library([Path(__file__).resolve().parents[2] / "content"])
RULES = {rule.id: rule for pack in LIBRARY.packs.values() for rule in pack.rules}
LANGUAGES = set(LIBRARY.languages)


def texts_of(rule: Rule) -> list[dict[str, str]]:
    return [dict(texts) for texts in (rule.title, rule.say, rule.ask) if texts]


def test_there_are_rules_of_every_pack_to_look_at() -> None:
    assert len(RULES) > 120
    assert {"house", "eu", "pl", "gb", "cn"} <= set(LIBRARY.packs)
    assert all(len(texts_of(rule)) >= 2 for rule in RULES.values())


@pytest.mark.parametrize("name", RULES)
def test_a_rule_speaks_every_language_and_names_the_same_facts_in_each(name: str) -> None:
    for texts in texts_of(RULES[name]):
        assert set(texts) == LANGUAGES
        assert len({slots_of(text) for text in texts.values()}) == 1, texts
        assert len(set(texts.values())) == len(LANGUAGES), "each language in words of its own"


@pytest.mark.parametrize("name", RULES)
def test_a_rule_calls_people_and_data_what_the_glossary_calls_them(name: str) -> None:
    for texts in texts_of(RULES[name]):
        assert "客人" not in texts["zh-Hans"]
        assert "摄像机" not in texts["zh-Hans"]
        assert not re.search(r"(?i)\bkontroler|\bmasz obowiązek\b|\bprosimy\b", texts["pl"])


def test_what_a_source_is_called_in_other_languages_belongs_to_a_citation_that_is_there() -> None:
    for name, pack in LIBRARY.packs.items():
        called = pack.wording.called if pack.wording else {}
        cited = {words for each in pack.citations.values() for words in (each.law, each.at)}
        assert sorted(set(called) - cited) == [], name
        assert all(set(names) <= LANGUAGES - {"en"} for names in called.values())
    assert len(LIBRARY.packs["pl"].wording.called) > 10  # type: ignore[union-attr]


@pytest.mark.parametrize(("pack", "language"), [("pl", "pl"), ("cn", "zh-Hans"), ("house", "pl")])
def test_a_source_in_the_law_of_a_place_is_named_in_the_language_of_the_place(
    pack: str, language: str
) -> None:
    wording = LIBRARY.packs[pack].wording
    assert wording is not None
    english = {each.law for each in LIBRARY.packs[pack].citations.values() if re.match(r"[A-Za-z]", each.law)}
    assert len(english) >= 3
    assert [law for law in english if language not in wording.called.get(law, {})] == []
