"""The parts of an outline: words, and what decides whether they are written.

Each looks at a venue and takes down what it stumbles over: an open question, or words in which a
fact is not simply known; where nothing is taken down, the document can be made in every language.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Protocol

from placard.check.resting import Rests
from placard.library.conditions import Truth
from placard.library.texts import Fills
from placard.model import UNANSWERED
from placard.outline.guards import Guard
from placard.outline.standing import Standing
from placard.phrases.placeholders import Placeholder
from placard.phrases.values import Question, leaves_out

MOST_KNOWN = 1000
"""So many ways to decide a slot are remembered before all are forgotten."""


class Unforeseen(Exception):
    """Words have a fault, which only composing them can tell."""


class Doubt(Protocol):
    """Words that are to be looked at once more, language by language."""

    def asked(self, language: str, at: Standing) -> list[Question]:
        """Return what must be answered before these words can be said; raises `Unforeseen`."""


Seen = list[Question | Rests | tuple[Doubt, Standing]]


class Part(Protocol):
    """A part of an outline."""

    def look(self, at: Standing, seen: Seen) -> None:
        """Take down what stands in the way; raises `Unforeseen`."""


@dataclass(frozen=True, slots=True, eq=False)
class Words:
    """Placeholders by language, in the order they are met; none at all where a language lacks the words.

    A `lone` one stands in a cell, which says "none" where there is none.
    """

    texts: Mapping[str, tuple[Placeholder, ...] | None]
    ground: frozenset[str]
    own: frozenset[str]
    complete: bool
    lone: bool = False

    def look(self, at: Standing, seen: Seen) -> None:
        """Take these words down where not every fact in them is simply known."""
        if self.complete and self.ground <= at.ground.fine and self.own <= at.fine:
            return
        if not (self.complete and at.can_say(self.ground) and at.can_say(self.own)):
            seen.append((self, at))

    def asked(self, language: str, at: Standing) -> list[Question]:
        """Return the facts nobody has answered, or the owner has not said in this language."""
        text = self.texts[language]
        if text is None:
            raise Unforeseen
        return [at.question(each.fact) for each in text if self._is_open(language, each, at)]

    def _is_open(self, language: str, asked: Placeholder, at: Standing) -> bool:
        value = at.value(asked.fact)
        if value is UNANSWERED or leaves_out(value, language):
            return True
        none = value is None or value == ()
        if none and self.lone:
            return False
        if none or not at.sayable.so(language, asked, value):
            raise Unforeseen
        return False


@dataclass(frozen=True, slots=True, eq=False)
class Stranger:
    """A text that stands here and rests on other laws alone where the law is one of `laws`."""

    rests: Rests
    laws: frozenset[str]

    def look(self, at: Standing, seen: Seen) -> None:
        """Take down the text where it is said under such a law."""
        if at.context.law.id in self.laws:
            seen.append(self.rests)


@dataclass(frozen=True, slots=True, eq=False)
class When:
    """Parts that stand only where something is so."""

    guard: Guard
    body: tuple[Part, ...]

    def look(self, at: Standing, seen: Seen) -> None:
        """Look at the parts where they are to stand."""
        truth = at.truth(self.guard)
        if truth is Truth.UNKNOWN:
            seen += at.unanswered([self.guard])
        elif truth is Truth.YES:
            for part in self.body:
                part.look(at, seen)


Variants = tuple[tuple[Guard | None, tuple[Part, ...]], ...]
"""What may fill a slot, each with when it does."""


@dataclass(frozen=True, slots=True, eq=False)
class Choice:
    """A slot: of several variants exactly one, at most one, or all that apply (see compose/slots)."""

    fills: Fills
    variants: Variants
    facts: tuple[str, ...]
    coded: bool
    known: dict[tuple[object, ...], tuple[list[Guard], list[tuple[Part, ...]]]]

    @classmethod
    def of(cls, fills: Fills, variants: Variants) -> Choice:
        """Return a slot with what decides it."""
        guards = [guard for guard, _ in variants if guard is not None]
        facts = tuple(dict.fromkeys(fact for guard in guards for fact in guard.facts))
        return cls(fills, variants, facts, all(guard.coded for guard in guards), {})

    def look(self, at: Standing, seen: Seen) -> None:
        """Look at the variants that apply."""
        unknown, chosen = self._decided(at)
        if unknown:
            seen += at.unanswered(unknown)
            return
        if (self.fills == "one" and len(chosen) != 1) or (self.fills == "optional" and len(chosen) > 1):
            raise Unforeseen
        for part in (part for body in chosen for part in body):
            part.look(at, seen)

    def _decided(self, at: Standing) -> tuple[list[Guard], list[tuple[Part, ...]]]:
        """Return the guards that cannot be decided, and what applies; of the same codes the same."""
        if not self.coded:
            return self._sorted_out(at)
        values = at.values(self.facts)
        decided = self.known.get(values)
        if decided is None:
            if len(self.known) >= MOST_KNOWN:
                self.known.clear()
            decided = self.known[values] = self._sorted_out(at)
        return decided

    def _sorted_out(self, at: Standing) -> tuple[list[Guard], list[tuple[Part, ...]]]:
        unknown, chosen = [], []
        for guard, body in self.variants:
            truth = at.truth(guard)
            if truth is Truth.YES:
                chosen.append(body)
            elif guard is not None and truth is Truth.UNKNOWN:
                unknown.append(guard)
        return unknown, chosen


@dataclass(frozen=True, slots=True, eq=False)
class Each:
    """Parts that stand once for every item of a collection."""

    collection: str
    body: tuple[Part, ...]

    def look(self, at: Standing, seen: Seen) -> None:
        """Look at the parts with each item at hand."""
        items = at.items(self.collection)
        if isinstance(items, Question):
            seen.append(items)
            return
        for item in items:
            for part in self.body:
                part.look(item, seen)


@dataclass(frozen=True, slots=True, eq=False)
class Since:
    """The frame of every page and paper, which says since when it is in force."""

    def look(self, at: Standing, seen: Seen) -> None:
        """Ask for the day where it is open."""
        if at.value("effective_on") is UNANSWERED:
            seen.append(Question("effective_on", ("effective_on",)))
