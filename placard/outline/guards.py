"""Conditions of content, each distinct one once: what they look at, and whether an item must be at hand."""

from __future__ import annotations

from dataclasses import dataclass

from placard.check.applying import LAW, of_any_pack
from placard.library.conditions import Conditions
from placard.phrases.facts import OF_ITEM, spec
from placard.phrases.values import FactKind

_CODED = (FactKind.CODE, FactKind.CODES, FactKind.DURATION, FactKind.COUNT)


def is_of_item(fact: str) -> bool:
    """Tell whether a fact is one of the item at hand."""
    return fact.partition(".")[0] in OF_ITEM


@dataclass(frozen=True, slots=True, eq=False)
class Guard:
    """When words apply.

    `own` where that depends on the item at hand; `coded` where it only looks at codes, lengths and numbers,
    of which there are few: then it is decided once for all venues.
    """

    conditions: Conditions
    facts: tuple[str, ...]
    own: bool
    coded: bool


class Guards:
    """All guards of a library; words with equal conditions share one, which is then decided once."""

    def __init__(self) -> None:
        self._known: dict[tuple[tuple[tuple[str, str, tuple[str, ...]], ...], ...], Guard] = {}

    def of(self, conditions: Conditions) -> Guard | None:
        """Return the guard of conditions; none where words always apply."""
        if not conditions:
            return None
        tests = tuple(tuple((test.fact, test.word, test.operands) for test in block) for block in conditions)
        if tests not in self._known:
            self._known[tests] = _guard(conditions)
        return self._known[tests]


def _guard(conditions: Conditions) -> Guard:
    facts = tuple(dict.fromkeys(test.fact for block in conditions for test in block))
    return Guard(of_any_pack(conditions), facts, any(map(is_of_item, facts)), all(map(_is_coded, facts)))


def _is_coded(fact: str) -> bool:
    known = spec(fact)
    return fact == LAW or (known is not None and known.kind in _CODED)
