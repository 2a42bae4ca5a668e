"""Which answer frees which documents: the fewest lines to fill in, the most useful first."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

Document = TypeVar("Document")
Answer = TypeVar("Answer")


@dataclass(frozen=True, slots=True)
class Step(Generic[Answer, Document]):
    """One more answer, and the documents nothing keeps back once it and all before it are given.

    `further` counts the answers that must still follow before anything is free.
    """

    answer: Answer
    frees: tuple[Document, ...]
    further: int = 0


def steps(waiting: Mapping[Document, Sequence[Answer]]) -> tuple[Step[Answer, Document], ...]:
    """Put answers in an order; a document that waits for two is freed by the second of them, not by one.

    Greedy: of all documents still waiting, the one whose open answers free most for each answer comes
    next; of two alike the one with fewer open answers, then the one that was listed first.
    """
    open_ones = {document: tuple(dict.fromkeys(answers)) for document, answers in waiting.items() if answers}
    given: set[Answer] = set()
    found: list[Step[Answer, Document]] = []
    while open_ones:
        left = {d: tuple(a for a in answers if a not in given) for d, answers in open_ones.items()}
        together = {d: [o for o in left if set(left[o]) <= set(left[d])] for d in left}
        best = min(left, key=lambda d: (-len(together[d]) / len(left[d]), len(left[d])))
        asked = _most_wanted_first(left[best], left)
        for number, answer in enumerate(asked):
            given.add(answer)
            free = tuple(d for d in open_ones if set(open_ones[d]) <= given)
            open_ones = {d: answers for d, answers in open_ones.items() if d not in free}
            found.append(Step(answer, free, 0 if free else len(asked) - number - 1))
    return tuple(found)


def _most_wanted_first(
    answers: tuple[Answer, ...], left: Mapping[Document, tuple[Answer, ...]]
) -> list[Answer]:
    """Of answers that free something only together, the one more documents wait for comes first."""
    return sorted(answers, key=lambda answer: -sum(answer in each for each in left.values()))
