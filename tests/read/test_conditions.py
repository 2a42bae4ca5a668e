"""Conditions as somebody writes them, and what is said where they cannot be read."""

from __future__ import annotations

import pytest

from placard.findings import Finding
from placard.library.conditions import CLAUSE_WORDS, RULE_WORDS, Conditions
from placard.read.conditions import read_conditions
from placard.read.yamlfile import parse_yaml


def read(written: str, *, in_rule: bool = True) -> tuple[Conditions, list[Finding]]:
    node, findings = parse_yaml(f"when: {written}\n", "rules.yml")
    assert node is not None, findings
    found: list[Finding] = []
    return read_conditions(node.get("when"), found, RULE_WORDS if in_rule else CLAUSE_WORDS), found


def told(written: str) -> list[list[tuple[str, str, tuple[str, ...]]]]:
    conditions, findings = read(written)
    assert findings == []
    return [[(test.fact, test.word, test.operands) for test in block] for block in conditions]


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("{law: gb}", [[("law", "is", ("gb",))]]),
        ("{law: [gb, eu]}", [[("law", "is_one_of", ("gb", "eu"))]]),
        ("{law: gb, web: none}", [[("law", "is", ("gb",)), ("web", "is", ("none",))]]),
        ("[{law: gb}, {law: eu}]", [[("law", "is", ("gb",))], [("law", "is", ("eu",))]]),
        ("{retention: {at_least: 8 days}}", [[("retention", "at_least", ("8 days",))]]),
        ("{sees: {includes_none_of: [a, b]}}", [[("sees", "includes_none_of", ("a", "b"))]]),
        ("{sees: {includes_none_of: a}}", [[("sees", "includes_none_of", ("a",))]]),
        ("{reason: {stated: yes}}", [[("reason", "stated", ("yes",))]]),
        ("{reason: {stated: false}}", [[("reason", "stated", ("no",))]]),
        ("{x: {is_none_of: [unanswered]}}", [[("x", "is_none_of", ("unanswered",))]]),
        ("{surveillance.recording: motion}", [[("surveillance.recording", "is", ("motion",))]]),
        ("{audio: no}", [[("audio", "is", ("no",))]]),
        ("{from: 22:00}", [[("from", "is", ("22:00",))]]),
    ],
)
def test_a_map_means_all_and_a_list_of_maps_means_any(
    written: str, meant: list[list[tuple[str, str, tuple[str, ...]]]]
) -> None:
    assert told(written) == meant


def test_nothing_written_means_always() -> None:
    assert read_conditions(None, []) == ()


@pytest.mark.parametrize(
    ("written", "code"),
    [
        ("motion", "content.not_conditions"),
        ("[]", "content.not_conditions"),
        ("[motion]", "content.not_conditions"),
        ("[{a: b}, c]", "content.not_conditions"),
        ("{}", "content.no_test"),
        ("{a: {atleast: 3}}", "content.no_such_word"),
        ("{a: {at_least: 3, at_most: 4}}", "content.several_words"),
        ("{a: {}}", "content.several_words"),
        ("{a: {at_least: [3]}}", ""),
        ("{a: {at_least: [3, 4]}}", "content.test_wants_one"),
        ("{a: {at_least: soon}}", "content.test_wants_measure"),
        ("{a: {includes: [b, c]}}", "content.test_wants_one"),
        ("{a: {includes_any_of: []}}", "content.test_wants_list"),
        ("{a: []}", "content.test_wants_list"),
        ("{a: [b, [c]]}", "content.test_wants_list"),
        ("{a: {is: {b: c}}}", "content.test_wants_one"),
        ("{a: {stated: maybe}}", "content.stated_yes_or_no"),
        ("{a: {stated: [yes, no]}}", "content.stated_yes_or_no"),
        ("{a: unanswered}", "content.test_unanswered"),
        ("{a: [b, unanswered]}", "content.test_unanswered"),
    ],
)
def test_what_cannot_be_read_is_told_at_its_line(written: str, code: str) -> None:
    _, findings = read(written)
    assert [(f.code, str(f.place)) for f in findings] == ([(code, "rules.yml:1")] if code else [])


def test_a_misspelt_word_names_the_nearest() -> None:
    _, (finding,) = read("{a: {atleast: 3}}")
    assert finding.values["near"] == "at_least"


def test_a_clause_may_not_ask_what_is_stated() -> None:
    conditions, findings = read("{a: {stated: yes}}", in_rule=False)
    assert [f.code for f in findings] == ["content.stated_in_clause"]
    assert conditions == ((),)
    assert read("{a: {at_most: 3}}", in_rule=False)[1] == []


def test_each_test_keeps_its_own_line() -> None:
    node, _ = parse_yaml("when:\n  a: b\n  c:\n    at_most: 3\n", "rules.yml")
    assert node is not None
    ((first, second),) = read_conditions(node.get("when"), [])
    assert (first.place.line, second.place.line) == (2, 4)
