"""What the staff pack is made of besides clauses: situations, chapters, questions, quizzes, cards."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from placard.findings import Place
from placard.library.conditions import Conditions
from placard.library.texts import Local, Section

SITUATION_PARTS: Mapping[str, tuple[int, int]] = {
    "trigger": (1, 1),
    "say": (2, 4),
    "not_say": (2, 3),
    "moves": (3, 3),
    "stop": (1, 1),
    "call": (1, 3),
    "note": (1, 1),
}
"""The parts of a situation in the order they are read, with the fewest and the most lines of each."""

CARD_LINES = (3, 8)
"""What one side of a pocket card holds at a size that can be read; the press has the last word."""

CARD_BESIDES = (1, 4)
"""How many lines say what one does, below those on the back that say what one does not do."""


@dataclass(frozen=True, slots=True)
class Lines:
    """One line or several per language, and where they stand."""

    texts: Mapping[str, tuple[str, ...]]
    place: Place


@dataclass(frozen=True, slots=True)
class Situation:
    """Something that happens at work, and what one says and does then; `law` may add a clause."""

    id: str
    title: Local
    applies: Conditions
    parts: Mapping[str, Lines]
    law: tuple[str, ...]
    place: Place


@dataclass(frozen=True, slots=True)
class Chapter:
    """Sections of a handbook that only some types of venue have."""

    id: str
    sections: tuple[Section, ...]
    place: Place


@dataclass(frozen=True, slots=True)
class Question:
    """A question of a quiz: its answers, the one that is right, and why; `see` is where the book says so.

    `source` says what a reason that tells of the law rests on, as that of a clause.
    """

    id: str
    ask: Local
    answers: tuple[Local, ...]
    right: int
    because: Local
    see: str
    applies: Conditions
    place: Place
    source: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Quiz:
    """A quiz of the staff pack; each type of venue says which questions it asks."""

    id: str
    title: Local
    place: Place


@dataclass(frozen=True, slots=True)
class CardSide:
    """A heading of a pocket card and the lines below it."""

    heading: Local
    lines: Lines


@dataclass(frozen=True, slots=True)
class Card:
    """A card for the pocket, printed on both sides.

    With `besides` the back is in two: first what one does not do, crossed out, then what one does.
    """

    id: str
    title: Local
    applies: Conditions
    front: CardSide
    back: CardSide
    place: Place
    besides: CardSide | None = None

    @property
    def paper(self) -> str:
        """The name of what is printed, without its language."""
        return f"card-{self.id}"

    @property
    def groups(self) -> tuple[CardSide, ...]:
        """The side one looks at first, then what the other has, from its head to its foot."""
        return (self.front, self.back) if self.besides is None else (self.front, self.back, self.besides)
