"""What comes of a rule, and that every rule of the real packs does what its examples say."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from placard.check.rules import Outcome, look_over, outcome
from placard.findings import Place, Severity
from placard.library.conditions import Block, Conditions, Test
from placard.library.law import Example, Rule
from placard.model import UNANSWERED
from placard.read.law import read_packs
from placard.read.layers import Layers
from placard.read.messages import slots_of

CONTENT = Path(__file__).resolve().parents[2] / "content"
PACKS = read_packs(Layers([CONTENT], []))
RULES = [rule for pack in PACKS.values() for rule in pack.rules]
DEMANDING = [rule for rule in RULES if rule.must]
# Evidence is asked for when it is due and not before: these look only where a first day was written down.
ONCE_WRITTEN_DOWN = [rule for rule in DEMANDING if rule.id.startswith("HOUSE-DUE-")]
LANGUAGES = {"en", "pl", "zh-Hans"}
HERE = Place("rules.yml", 1)


def is_yes(fact: str) -> Block:
    return (Test(fact, "is", ("yes",), HERE),)


def a_rule(when: Conditions = (), unless: Conditions = (), must: Block = ()) -> Rule:
    plain = RULES[0]
    return replace(plain, when=when, unless=unless, must=must)


@pytest.mark.parametrize(
    ("when", "unless", "must", "expected"),
    [
        ("yes", "no", "yes", Outcome.KEPT),
        ("yes", "no", "no", Outcome.BROKEN),
        ("yes", "no", "?", Outcome.UNANSWERED),
        ("no", "no", "no", Outcome.APART),
        ("yes", "yes", "no", Outcome.APART),
        ("no", "?", "no", Outcome.APART),
        ("?", "yes", "no", Outcome.APART),
        ("?", "no", "no", Outcome.OPEN),
        ("?", "no", "?", Outcome.OPEN),
        ("yes", "?", "no", Outcome.OPEN),
        ("yes", "?", "?", Outcome.OPEN),
        ("?", "no", "yes", Outcome.KEPT),
        ("?", "?", "?", Outcome.OPEN),
    ],
)
def test_what_comes_of_when_unless_and_must(when: str, unless: str, must: str, expected: Outcome) -> None:
    facts: dict[str, Any] = {"w": when, "u": unless, "m": must}
    rule = a_rule((is_yes("w"),), (is_yes("u"),), is_yes("m"))
    known = {fact: UNANSWERED if word == "?" else word == "yes" for fact, word in facts.items()}
    assert outcome(rule, known.__getitem__) is expected


def test_the_packs_have_rules() -> None:
    assert {"house", "gb"} <= set(PACKS)
    assert len(RULES) > 30


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_every_rule_speaks_every_language(rule: Rule) -> None:
    assert set(rule.title) >= LANGUAGES
    assert set(rule.say) >= LANGUAGES
    assert not rule.ask or set(rule.ask) >= LANGUAGES


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_every_language_of_a_rule_names_the_same_facts(rule: Rule) -> None:
    for words in (rule.say, rule.ask):
        assert len({slots_of(sentence) for sentence in words.values()}) <= 1


@pytest.mark.parametrize(
    "rule", [rule for rule in DEMANDING if rule not in ONCE_WRITTEN_DOWN], ids=lambda rule: rule.id
)
def test_an_empty_record_passes_no_rule(rule: Rule) -> None:
    assert outcome(rule, lambda fact: UNANSWERED) not in (Outcome.KEPT, Outcome.APART)


@pytest.mark.parametrize("rule", ONCE_WRITTEN_DOWN, ids=lambda rule: rule.id)
def test_only_warnings_of_ours_about_what_is_overdue_wait_for_a_first_day(rule: Rule) -> None:
    assert outcome(rule, lambda fact: UNANSWERED) is Outcome.APART
    assert (rule.basis, rule.severity) == ("house", Severity.WARNING)


@pytest.mark.parametrize("rule", DEMANDING, ids=lambda rule: rule.id)
def test_every_rule_does_what_its_examples_say(rule: Rule) -> None:
    assert rule.fails
    assert rule.passes
    assert outcome(rule, look_over(rule.passes, rule.for_each)) is Outcome.KEPT
    failing = outcome(rule, look_over(rule.fails, rule.for_each))
    assert failing is (Outcome.UNANSWERED if _asks_for_an_answer(rule, rule.fails) else Outcome.BROKEN)


def _asks_for_an_answer(rule: Rule, example: Example) -> bool:
    """A rule that only wants an answer cannot be broken; its example says `unanswered` outright."""
    demanded = {test.fact for test in rule.must}
    wanting = {fact for fact in demanded if example.get(fact) == "unanswered"}
    return bool(wanting) and not any(test.word == "stated" for test in rule.must)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_a_rule_points_at_something_and_shows_somewhere(rule: Rule) -> None:
    assert rule.points_at
    assert rule.shows_on
    assert rule.severity in Severity


def test_only_the_floor_is_beyond_waiving() -> None:
    assert [rule.id for rule in RULES if not rule.waivable] == ["HOUSE-CAM-01"]
