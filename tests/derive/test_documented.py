"""The list of derived facts in `placard/derive` and the facts rules and words may name are one list."""

from __future__ import annotations

import re
from typing import get_args

import pytest

import placard.derive
from placard.derive.subjects import derived_facts
from placard.library.law import Collection
from placard.phrases.facts import NAMED_FACTS

LIST = placard.derive.__doc__ or ""
NAME = re.compile(r"`([a-z_.]+)`")
ENTRY = re.compile(r"^  ((?:`[a-z_.]+` ?)+): (\S.*)$")


def entries(part: str) -> dict[str, str]:
    """Every name listed below a heading, with what is said of it."""
    below = LIST.split(f"\n{part}:\n")[1].split("\n")
    found: dict[str, str] = {}
    for line in below:
        if not line.startswith("  "):
            break
        said = ENTRY.match(line)
        assert said, line
        for name in NAME.findall(said[1]):
            assert name not in found, f"{name} stands twice"
            found[name] = said[2]
    return found


@pytest.mark.parametrize("collection", ["venue", "rooms", "ways_in", "cameras", "activities", "partners"])
def test_every_derived_fact_a_rule_may_name_is_documented_and_no_other(collection: Collection) -> None:
    assert entries(collection).keys() == derived_facts(collection).keys()
    assert len(entries(collection)) >= 2


def test_no_other_collection_has_derived_facts() -> None:
    others = set(get_args(Collection)) - {"venue", "rooms", "ways_in", "cameras", "activities", "partners"}
    assert others
    assert all(not derived_facts(collection) for collection in others)


def test_every_short_name_words_may_use_is_documented_and_no_other() -> None:
    assert entries("words").keys() == set(NAMED_FACTS)


def test_every_entry_says_what_it_means_and_where_it_comes_from() -> None:
    every = [said for part in ("venue", "rooms", "cameras", "words") for said in entries(part).values()]
    assert len(every) > 60
    for said in every:
        assert said == "as above" or re.fullmatch(r"[^.]+\. .+", said), said
