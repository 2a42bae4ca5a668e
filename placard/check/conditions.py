"""Three-valued evaluation of the rule language over anything that can look a fact up.

Unknown is never taken for yes or no. A length is at least another where it is so in every month
and every year, and at most another likewise: a month may have 28 days or 31, so 30 days are
neither surely more nor surely less than 1 month. Lengths that convert exactly compare exactly.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date
from typing import Any

from placard.library.conditions import Block, Conditions, Test, Truth
from placard.model import UNANSWERED
from placard.model.values import Duration, LocalText, Unit

Look = Callable[[str], Any]
"""Gives a fact's value: typed, `UNANSWERED`, or `None` (or an empty tuple) where there is none."""

_NO_LENGTH = ("none", "unanswered")
_FIXED = {Unit.MINUTE: 1, Unit.HOUR: 60, Unit.DAY: 1440, Unit.WEEK: 10080}
_MONTHS = {Unit.MONTH: 1, Unit.YEAR: 12}


def holds(conditions: Conditions, look: Look) -> Truth:
    """Tell whether one block holds; no block at all means always."""
    return either(all_of(block, look) for block in conditions) if conditions else Truth.YES


def all_of(block: Block, look: Look) -> Truth:
    """Tell whether every test of a block holds."""
    return both(truth_of(test, look) for test in block)


def truth_of(test: Test, look: Look) -> Truth:
    """Evaluate one test over the fact it names."""
    value = look(test.fact)
    if test.word == "stated":
        return _truth((value is not UNANSWERED and not _is_none(value)) == (test.operands[0] == "yes"))
    if value is UNANSWERED:
        return Truth.UNKNOWN
    return Truth.YES if _WORDS[test.word](value, test.operands) else Truth.NO


def either(truths: Iterable[Truth]) -> Truth:
    """Yes where one is yes, no where all are no, else unknown."""
    unknown = False
    for truth in truths:
        if truth is Truth.YES:
            return Truth.YES
        unknown = unknown or truth is Truth.UNKNOWN
    return Truth.UNKNOWN if unknown else Truth.NO


def both(truths: Iterable[Truth]) -> Truth:
    """No where one is no, yes where all are yes, else unknown."""
    unknown = False
    for truth in truths:
        if truth is Truth.NO:
            return Truth.NO
        unknown = unknown or truth is Truth.UNKNOWN
    return Truth.UNKNOWN if unknown else Truth.YES


def opposite(truth: Truth) -> Truth:
    """Yes for no and no for yes; unknown stays unknown."""
    if truth is Truth.UNKNOWN:
        return truth
    return Truth.NO if truth is Truth.YES else Truth.YES


def unknown_facts(conditions: Conditions, look: Look) -> tuple[str, ...]:
    """List the facts that keep conditions from being decided, in the order they are named."""
    tests = (test for block in conditions if all_of(block, look) is Truth.UNKNOWN for test in block)
    return tuple(dict.fromkeys(test.fact for test in tests if truth_of(test, look) is Truth.UNKNOWN))


def _truth(verdict: bool) -> Truth:
    return Truth.YES if verdict else Truth.NO


def _is_none(value: Any) -> bool:
    return value is None or value == ()


def _is(value: Any, operands: tuple[str, ...]) -> bool:
    if type(value) is str:
        return value in operands
    if _is_none(value) or isinstance(value, tuple):
        return _is_none(value) and "none" in operands
    if isinstance(value, bool):
        return ("yes" if value else "no") in {_SWITCH.get(operand, operand) for operand in operands}
    if isinstance(value, Duration):
        written = [Duration.read(operand) for operand in operands if operand not in _NO_LENGTH]
        return any(_at_least(value, each) and _at_most(value, each) for each in written)
    return _word(value) in operands


def _at_least(value: Duration, limit: Duration) -> bool:
    return _spread(value, limit)[0][0] >= _spread(value, limit)[1][1]


def _at_most(value: Duration, limit: Duration) -> bool:
    return _spread(value, limit)[0][1] <= _spread(value, limit)[1][0]


def _spread(value: Duration, limit: Duration) -> tuple[tuple[float, float], tuple[float, float]]:
    """The shortest and longest each of two lengths can be, exact where one converts into the other."""
    for table in (_FIXED, _MONTHS):
        if value.unit in table and limit.unit in table:
            ours, theirs = value.number * table[value.unit], limit.number * table[limit.unit]
            return (ours, ours), (theirs, theirs)
    return (
        (value.shortest_hours(), value.longest_hours()),
        (limit.shortest_hours(), limit.longest_hours()),
    )


def _compared(value: Any, operand: str, lengths: Callable[[Duration, Duration], bool], sign: int) -> bool:
    """What there is none of is neither at least nor at most anything."""
    if isinstance(value, Duration):
        return lengths(value, Duration.read(operand))
    if isinstance(value, date):
        return (value - date.fromisoformat(operand)).days * sign >= 0
    if isinstance(value, int):
        return (value - int(operand)) * sign >= 0
    return False


def _items(value: Any) -> set[str]:
    if _is_none(value):
        return set()
    return {_word(item) for item in value} if isinstance(value, tuple) else {_word(value)}


def _word(value: Any) -> str:
    """A value as it stands in a file: a code, an id, a number, the words on a door."""
    if isinstance(value, LocalText):
        return value.first()
    return str(getattr(value, "id", value))


_SWITCH = {"true": "yes", "false": "no"}
_WORDS: dict[str, Callable[[Any, tuple[str, ...]], bool]] = {
    "is": _is,
    "is_one_of": _is,
    "is_none_of": lambda value, operands: not _is(value, operands),
    "at_least": lambda value, operands: _compared(value, operands[0], _at_least, 1),
    "at_most": lambda value, operands: _compared(value, operands[0], _at_most, -1),
    "includes": lambda value, operands: set(operands) <= _items(value),
    "includes_all_of": lambda value, operands: set(operands) <= _items(value),
    "includes_any_of": lambda value, operands: bool(set(operands) & _items(value)),
    "includes_none_of": lambda value, operands: not set(operands) & _items(value),
}
