"""The rule language: ten test words over named facts, with three-valued results.

`when` holds if all its tests hold; a list of blocks means any of them. `unless` is the exception.
There is no nesting, no arithmetic and no reference between collections: joins are derived facts.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import Literal, get_args

from placard.findings import Place

Word = Literal[
    "is",
    "is_one_of",
    "is_none_of",
    "at_least",
    "at_most",
    "includes",
    "includes_all_of",
    "includes_any_of",
    "includes_none_of",
    "stated",
]

RULE_WORDS: tuple[Word, ...] = get_args(Word)
CLAUSE_WORDS: tuple[Word, ...] = tuple(word for word in RULE_WORDS if word != "stated")
"""A clause that applied wherever nobody had answered would state what is not known."""


class Truth(Enum):
    """What a test over facts can come to; `UNKNOWN` is never taken for either of the others."""

    YES = "yes"
    NO = "no"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Test:
    """One test: the fact of this name, this test word, these operands as they stand in the file."""

    __test__ = False  # pytest would take it for a test of its own

    fact: str
    word: Word
    operands: tuple[str, ...]
    place: Place


Block = tuple[Test, ...]
"""Tests that must all hold."""
Conditions = tuple[Block, ...]
"""Blocks of which one must hold; no block at all means: always."""
