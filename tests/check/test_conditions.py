"""Yes, no and unknown: what each test word comes to, and how tests are put together."""

from __future__ import annotations

from datetime import date
from itertools import product
from typing import Any

import pytest

from placard.check.conditions import all_of, both, either, holds, opposite, truth_of, unknown_facts
from placard.findings import Place
from placard.library.conditions import RULE_WORDS, Test, Truth, Word
from placard.model import UNANSWERED
from placard.model.values import Duration, LocalText

YES, NO, UNKNOWN = Truth.YES, Truth.NO, Truth.UNKNOWN
HERE = Place("rules.yml", 1)


def asked(word: Word, *operands: str, fact: str = "fact") -> Test:
    return Test(fact, word, operands, HERE)


def comes_to(value: Any, word: Word, *operands: str) -> Truth:
    return truth_of(asked(word, *operands), lambda fact: value)


@pytest.mark.parametrize(
    ("first", "second", "are_both", "is_either"),
    [
        (YES, YES, YES, YES),
        (YES, NO, NO, YES),
        (YES, UNKNOWN, UNKNOWN, YES),
        (NO, YES, NO, YES),
        (NO, NO, NO, NO),
        (NO, UNKNOWN, NO, UNKNOWN),
        (UNKNOWN, YES, UNKNOWN, YES),
        (UNKNOWN, NO, NO, UNKNOWN),
        (UNKNOWN, UNKNOWN, UNKNOWN, UNKNOWN),
    ],
)
def test_unknown_gives_way_only_to_what_decides(
    first: Truth, second: Truth, are_both: Truth, is_either: Truth
) -> None:
    assert both((first, second)) is are_both
    assert either((first, second)) is is_either


def test_the_table_of_three_values_is_whole_and_keeps_de_morgan() -> None:
    for first, second in product(Truth, repeat=2):
        assert opposite(both((first, second))) is either((opposite(first), opposite(second)))
    assert opposite(UNKNOWN) is UNKNOWN


def test_no_condition_means_always() -> None:
    assert holds((), lambda fact: UNANSWERED) is YES
    assert all_of((), lambda fact: UNANSWERED) is YES


@pytest.mark.parametrize("word", [word for word in RULE_WORDS if word != "stated"])
def test_a_fact_nobody_answered_is_unknown_to_every_word(word: Word) -> None:
    assert comes_to(UNANSWERED, word, "1 day") is UNKNOWN


@pytest.mark.parametrize(
    ("value", "stated"),
    [
        (UNANSWERED, NO),
        (None, NO),
        ((), NO),
        ("late_reports", YES),
        (("email",), YES),
        (False, YES),
        (0, YES),
    ],
)
def test_stated_means_that_there_is_something_and_it_was_said(value: Any, stated: Truth) -> None:
    assert comes_to(value, "stated", "yes") is stated
    assert comes_to(value, "stated", "no") is opposite(stated)


@pytest.mark.parametrize(
    ("value", "word", "operands", "truth"),
    [
        ("motion", "is", ("motion",), YES),
        ("motion", "is", ("none",), NO),
        ("none", "is", ("none",), YES),
        (None, "is", ("none",), YES),
        ((), "is", ("none",), YES),
        (("c1",), "is", ("none",), NO),
        (None, "is", ("motion",), NO),
        (True, "is", ("yes",), YES),
        (True, "is", ("true",), YES),
        (False, "is", ("no",), YES),
        (False, "is", ("yes",), NO),
        (4, "is", ("4",), YES),
        (Duration.read("12 months"), "is", ("1 year",), YES),
        (Duration.read("30 days"), "is", ("1 month",), NO),
        (LocalText(everywhere="Brewery"), "is", ("Brewery",), YES),
        ("motion", "is_one_of", ("motion", "continuous"), YES),
        ("none", "is_one_of", ("motion", "continuous"), NO),
        (None, "is_one_of", ("motion", "none"), YES),
        ("dummy", "is_none_of", ("dummy",), NO),
        ("fixed", "is_none_of", ("dummy",), YES),
        ((), "is_none_of", ("none",), NO),
        (("email",), "is_none_of", ("none",), YES),
        (None, "is_none_of", ("unanswered",), YES),
        (Duration.read("14 days"), "is_none_of", ("unanswered",), YES),
        (("a", "b"), "includes", ("a",), YES),
        (("a", "b"), "includes", ("c",), NO),
        (("a", "b"), "includes_all_of", ("a", "b"), YES),
        (("a",), "includes_all_of", ("a", "b"), NO),
        (("a",), "includes_any_of", ("a", "b"), YES),
        ((), "includes_any_of", ("a", "b"), NO),
        (("c",), "includes_none_of", ("a", "b"), YES),
        (("a", "c"), "includes_none_of", ("a", "b"), NO),
        ((), "includes_none_of", ("a",), YES),
        (4, "at_least", ("4",), YES),
        (3, "at_least", ("4",), NO),
        (3, "at_most", ("4",), YES),
        (5, "at_most", ("4",), NO),
        (date(2026, 9, 1), "at_least", ("2026-09-01",), YES),
        (date(2026, 9, 1), "at_most", ("2026-08-31",), NO),
        (None, "at_least", ("1",), NO),
        (None, "at_most", ("1",), NO),
    ],
)
def test_each_word_over_each_kind_of_value(
    value: Any, word: Word, operands: tuple[str, ...], truth: Truth
) -> None:
    assert comes_to(value, word, *operands) is truth


@pytest.mark.parametrize(
    ("length", "limit", "at_least", "at_most"),
    [
        ("1 month", "1 month", YES, YES),
        ("12 months", "1 year", YES, YES),
        ("14 days", "2 weeks", YES, YES),
        ("48 hours", "2 days", YES, YES),
        ("1 month", "28 days", YES, NO),
        ("1 month", "30 days", NO, NO),
        ("1 month", "31 days", NO, YES),
        ("28 days", "1 month", NO, YES),
        ("30 days", "1 month", NO, NO),
        ("31 days", "1 month", YES, NO),
        ("1 year", "365 days", YES, NO),
        ("1 year", "366 days", NO, YES),
        ("72 hours", "3 days", YES, YES),
        ("24 hours", "30 days", NO, YES),
        ("2 months", "31 days", YES, NO),
        ("90 minutes", "1 hour", YES, NO),
    ],
)
def test_a_length_is_more_or_less_only_where_it_is_so_in_every_month(
    length: str, limit: str, at_least: Truth, at_most: Truth
) -> None:
    value = Duration.read(length)
    assert comes_to(value, "at_least", limit) is at_least
    assert comes_to(value, "at_most", limit) is at_most


def test_of_several_blocks_one_is_enough() -> None:
    blocks = ((asked("is", "a"), asked("is", "b", fact="other")), (asked("is", "x"),))
    assert holds(blocks, {"fact": "x", "other": UNANSWERED}.__getitem__) is YES
    assert holds(blocks, {"fact": "a", "other": UNANSWERED}.__getitem__) is UNKNOWN
    assert holds(blocks, {"fact": "q", "other": UNANSWERED}.__getitem__) is NO


def test_only_facts_that_would_decide_are_asked_for() -> None:
    look = {"fact": UNANSWERED, "other": UNANSWERED, "known": "no"}.__getitem__
    decided = (asked("is", "yes", fact="known"), asked("is", "a", fact="other"))
    assert unknown_facts(((asked("is", "a"),), decided), look) == ("fact",)
