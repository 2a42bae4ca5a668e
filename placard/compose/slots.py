"""Which clause fills a slot: exactly one, at most one, or all that apply."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from placard.check.applying import applies, unanswered
from placard.findings import Said, said
from placard.library.conditions import Conditions, Truth
from placard.library.texts import Fills
from placard.phrases.facts import Context
from placard.phrases.values import Question

Candidate = TypeVar("Candidate")


@dataclass(frozen=True, slots=True)
class Choice(Generic[Candidate]):
    """What fills a slot; `questions` where a fact must be answered first, `fault` where content errs."""

    chosen: tuple[Candidate, ...] = ()
    questions: tuple[Question, ...] = ()
    fault: Said | None = None


def choose(
    fills: Fills, candidates: Sequence[tuple[Conditions, Candidate]], context: Context
) -> Choice[Candidate]:
    """Choose among candidates by when they apply; an unknown fact is asked for, never guessed."""
    verdicts = [(applies(conditions, context), conditions, candidate) for conditions, candidate in candidates]
    unknown = [conditions for truth, conditions, _ in verdicts if truth is Truth.UNKNOWN]
    if unknown:
        return Choice(questions=tuple(unanswered(unknown, context)))
    chosen = tuple(candidate for truth, _, candidate in verdicts if truth is Truth.YES)
    if fills == "one" and len(chosen) != 1:
        return Choice(fault=said("words.several_apply" if chosen else "words.none_applies"))
    if fills == "optional" and len(chosen) > 1:
        return Choice(fault=said("words.several_apply"))
    return Choice(chosen)
