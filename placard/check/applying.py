"""Whether words apply to a venue, and what must be answered before anybody can tell."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from functools import cache
from typing import Any

from placard.check.conditions import holds
from placard.library.conditions import Conditions, Truth, Word
from placard.model import UNANSWERED
from placard.phrases.facts import Context, asks, value_of
from placard.phrases.values import Question

LAW = "law"
_OF_ANY_PACK: Mapping[Word, Word] = {
    "is": "includes_any_of",
    "is_one_of": "includes_any_of",
    "is_none_of": "includes_none_of",
}


def applies(conditions: Conditions, context: Context) -> Truth:
    """Evaluate conditions over the facts of a venue and the item at hand."""
    if not conditions:
        return Truth.YES
    return context.once(("applies", conditions), lambda: _evaluated(conditions, context))


def _evaluated(conditions: Conditions, context: Context) -> Truth:
    return holds(of_any_pack(conditions), lambda fact: _look(fact, context))


@cache
def of_any_pack(conditions: Conditions) -> Conditions:
    """Let words for one law hold for every law that rests on it: `law: eu` is meant for Poland too."""
    return tuple(
        tuple(
            replace(test, word=_OF_ANY_PACK.get(test.word, test.word)) if test.fact == LAW else test
            for test in block
        )
        for block in conditions
    )


def _look(fact: str, context: Context) -> Any:
    return tuple(pack.id for pack in context.law.packs) if fact == LAW else value_of(fact, context)


def unanswered(conditions: Iterable[Conditions], context: Context) -> list[Question]:
    """List the facts these conditions look at that nobody has answered."""
    facts = dict.fromkeys(test.fact for several in conditions for block in several for test in block)
    return [Question(fact, asks(fact, context)) for fact in facts if value_of(fact, context) is UNANSWERED]
