"""Whether words apply to a venue, and what must be answered before anybody can tell."""

from __future__ import annotations

from collections.abc import Iterable

from placard.check.conditions import holds
from placard.library.conditions import Conditions, Truth
from placard.model import UNANSWERED
from placard.phrases.facts import Context, asks, value_of
from placard.phrases.values import Question


def applies(conditions: Conditions, context: Context) -> Truth:
    """Evaluate conditions over the facts of a venue and the item at hand."""
    return holds(conditions, lambda fact: value_of(fact, context))


def unanswered(conditions: Iterable[Conditions], context: Context) -> list[Question]:
    """List the facts these conditions look at that nobody has answered."""
    facts = dict.fromkeys(test.fact for several in conditions for block in several for test in block)
    return [Question(fact, asks(fact, context)) for fact in facts if value_of(fact, context) is UNANSWERED]
