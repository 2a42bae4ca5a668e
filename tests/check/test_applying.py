"""Words for a law hold for every law that rests on it."""

from __future__ import annotations

import pytest

from placard.check.applying import of_any_pack
from placard.check.conditions import holds
from placard.findings import Place
from placard.library.conditions import Test, Truth, Word

POLAND = ("house", "eu", "pl")
HERE = Place("clause.yml", 1)


@pytest.mark.parametrize(
    ("word", "laws", "expected"),
    [
        ("is", ("pl",), Truth.YES),
        ("is", ("eu",), Truth.YES),
        ("is", ("gb",), Truth.NO),
        ("is_one_of", ("gb", "eu"), Truth.YES),
        ("is_one_of", ("gb", "cn"), Truth.NO),
        ("is_none_of", ("eu",), Truth.NO),
        ("is_none_of", ("gb", "cn"), Truth.YES),
        ("includes", ("eu",), Truth.YES),
    ],
)
def test_a_law_is_met_with_all_it_rests_on(word: Word, laws: tuple[str, ...], expected: Truth) -> None:
    conditions = ((Test("law", word, laws, HERE),),)
    assert holds(of_any_pack(conditions), {"law": POLAND}.__getitem__) is expected


def test_other_facts_are_looked_at_as_they_are() -> None:
    conditions = ((Test("venue.type", "is", ("studio",), HERE),),)
    assert of_any_pack(conditions) == conditions
