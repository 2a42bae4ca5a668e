"""What kind of value each fact holds, so that a rule can be checked before any venue is read."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from enum import StrEnum
from typing import Any, get_args, get_origin

from placard.library.conditions import Test
from placard.model import UNANSWERED
from placard.model.facts import Facts, keys_of
from placard.model.paths import field_at
from placard.model.values import Duration

_NOT_LOOKED_AT = frozenset({"answers"})  # answers belong to rules that ask, not to conditions


class Shape(StrEnum):
    """The kinds of values, as a lawyer would call them."""

    WORD = "word"
    SWITCH = "switch"
    NUMBER = "number"
    LENGTH = "length"
    DAY = "day"
    WORDS = "words"
    PART = "part"
    PARTS = "parts"


_TYPES: tuple[tuple[type, Shape], ...] = (
    (Duration, Shape.LENGTH),
    (bool, Shape.SWITCH),
    (int, Shape.NUMBER),
    (date, Shape.DAY),
)


def shapes_in(facts: type[Facts], prefix: str = "") -> Iterator[tuple[str, Shape]]:
    """Walk over the facts of a map by their dotted paths; lists of maps are not entered."""
    for key in keys_of(facts):
        if key in _NOT_LOOKED_AT:
            continue
        found = field_at([key], facts)
        assert found is not None
        shape = _shape(found.annotation, found.is_list, found.below)
        yield prefix + key, shape
        if shape is Shape.PART and found.below:
            yield from shapes_in(found.below, f"{prefix}{key}.")


def suits(test: Test, shape: Shape) -> bool:
    """Tell whether a test can be put to a fact of this shape."""
    if test.word == "stated":
        return True
    if test.word.startswith("includes"):
        return shape is Shape.WORDS
    if test.word in ("at_least", "at_most"):
        return shape in (Shape.NUMBER, Shape.LENGTH, Shape.DAY) and _readable(shape, test.operands)
    named = tuple(operand for operand in test.operands if operand not in ("none", "unanswered"))
    return not named or (shape not in (Shape.WORDS, Shape.PART, Shape.PARTS) and _readable(shape, named))


def _readable(shape: Shape, operands: tuple[str, ...]) -> bool:
    try:
        return all(typed(shape, operand) is not None for operand in operands)
    except ValueError:
        return False


def _shape(annotation: Any, is_list: bool, below: type[Facts] | None) -> Shape:
    if below:
        return Shape.PARTS if is_list else Shape.PART
    if is_list:
        return Shape.WORDS
    held = set(_types(annotation))
    return next((shape for kind, shape in _TYPES if kind in held), Shape.WORD)


def _types(annotation: Any) -> Iterator[Any]:
    """Every type named in an annotation; what only describes it is passed over."""
    parts = get_args(annotation)
    if get_origin(annotation) is None or not parts:
        yield annotation
    for part in parts:
        if isinstance(part, type) or get_origin(part) is not None:
            yield from _types(part)


def typed(shape: Shape, written: str | Sequence[str]) -> Any:
    """Return a value of a kind from the words in an example; raises `ValueError`."""
    if written == "unanswered":
        return UNANSWERED
    if not isinstance(written, str) or shape is Shape.WORDS:
        return () if written == "none" else tuple([written] if isinstance(written, str) else written)
    return None if written == "none" else _READERS.get(shape, str)(written)


def _switch(written: str) -> bool:
    if written not in ("yes", "no", "true", "false"):
        raise ValueError(written)
    return written in ("yes", "true")


_READERS: Mapping[Shape, Callable[[str], Any]] = {
    Shape.LENGTH: Duration.read,
    Shape.NUMBER: int,
    Shape.DAY: date.fromisoformat,
    Shape.SWITCH: _switch,
}
