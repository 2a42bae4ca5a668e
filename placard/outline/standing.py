"""Where one stands while looking at words: a venue or one of its items, and what is known there."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from placard.check.applying import LAW
from placard.check.conditions import holds
from placard.library.conditions import Truth
from placard.model import UNANSWERED
from placard.outline.guards import Guard, is_of_item
from placard.outline.sayable import Sayable
from placard.phrases.collections import COLLECTIONS, items_of
from placard.phrases.facts import Context, asks, value_of
from placard.phrases.values import Question


class Standing:
    """The facts of a venue, or of an item of it; each is looked up once, each guard decided once."""

    def __init__(self, context: Context, sayable: Sayable, ground: Standing | None = None) -> None:
        self.context = context
        self.sayable = sayable
        self.ground = ground or self
        self.fine: set[str] = set()
        self._truths: dict[Guard, Truth] = {}
        self._values: dict[str, Any] = {}
        self._items: dict[str, tuple[Standing, ...] | Question] = {}

    def value(self, fact: str) -> Any:
        """Return a fact's value as `value_of` does, the law being the packs it is made of."""
        try:
            return self._values[fact]
        except KeyError:
            found = self._values[fact] = self._found(fact)
            return found

    def values(self, facts: tuple[str, ...]) -> tuple[Any, ...]:
        """Return the values of several facts."""
        known = self._values
        return tuple([known[fact] if fact in known else self.value(fact) for fact in facts])

    def _found(self, fact: str) -> Any:
        if self is not self.ground and not is_of_item(fact):
            return self.ground.value(fact)
        return (
            tuple(pack.id for pack in self.context.law.packs) if fact == LAW else value_of(fact, self.context)
        )

    def truth(self, guard: Guard | None) -> Truth:
        """Tell whether words apply here."""
        if guard is None:
            return Truth.YES
        here = self if guard.own else self.ground
        truth = here._truths.get(guard)
        if truth is None:
            truth = here._truths[guard] = holds(guard.conditions, here.value)
        return truth

    def unanswered(self, guards: Iterable[Guard]) -> list[Question]:
        """List what must be answered before these guards can be decided."""
        facts = dict.fromkeys(fact for guard in guards for fact in guard.facts)
        # The law is always known.
        return [self.question(fact) for fact in facts if self.value(fact) is UNANSWERED]

    def question(self, fact: str) -> Question:
        """Ask for a fact."""
        return Question(fact, asks(fact, self.context))

    def can_say(self, facts: Iterable[str]) -> bool:
        """Tell whether each of these facts is known, and can be said wherever words ask for it."""
        for fact in facts:
            here = self if is_of_item(fact) else self.ground
            if fact in here.fine:
                continue
            value = here.value(fact)
            if (
                value is UNANSWERED
                or value is None
                or value == ()
                or not self.sayable.everywhere(fact, value)
            ):
                return False
            here.fine.add(fact)
        return True

    def items(self, collection: str) -> tuple[Standing, ...] | Question:
        """Return where one stands at each item of a collection, or what must be answered first."""
        ground = self.ground
        if collection not in ground._items:
            found, name = items_of(collection, ground.context), COLLECTIONS[collection]
            if isinstance(found, Question):
                ground._items[collection] = found
            else:
                ground._items[collection] = tuple(ground.at(ground.context.at(name, item)) for item in found)
        return ground._items[collection]

    def at(self, context: Context) -> Standing:
        """Return where one stands with something at hand."""
        return Standing(context, self.sayable, self.ground)
