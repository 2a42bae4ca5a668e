"""Whether one test, where it holds, makes another hold too, whatever the facts are."""

from __future__ import annotations

from placard.library.conditions import Test

_SAME = ("is", "is_one_of")
_SWITCH = {"true": "yes", "false": "no"}


def implies(given: Test, wanted: Test) -> bool:
    """Tell whether `wanted` surely holds where `given` does; where nobody can tell, it does not."""
    if given.fact != wanted.fact:
        return False
    ours, theirs = _operands(given), _operands(wanted)
    if given.word == wanted.word and ours == theirs:
        return True
    if given.word in _SAME and wanted.word in _SAME:
        return ours <= theirs
    if given.word in _SAME and wanted.word == "is_none_of":
        return not ours & theirs
    if given.word == wanted.word == "is_none_of":
        return ours >= theirs
    return False


def _operands(test: Test) -> frozenset[str]:
    return frozenset(_SWITCH.get(operand, operand) for operand in test.operands)
