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
