"""The facts said so far, before they are a file: each under its path of keys."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any, TypeAlias, Union

from placard.check.applying import of_any_pack
from placard.check.conditions import holds
from placard.interview.asking import FieldPath
from placard.library.conditions import Conditions, Truth
from placard.library.law import Pack
from placard.model import UNANSWERED
from placard.read.law import chain

UNKNOWN = "unanswered"
NONE = "none"


@dataclass(frozen=True, slots=True)
class Typed:
    """Text as somebody typed it, which may need quotes in a file; a plain `str` is a word of the model."""

    text: str


@dataclass(frozen=True, slots=True)
class Fields:
    """Further keys with their values."""

    pairs: tuple[tuple[str, Value], ...]

    def get(self, key: str) -> Value | None:
        """Return a value by its key."""
        return next((value for name, value in self.pairs if name == key), None)

    def put(self, key: str, value: Value) -> Fields:
        """Return the same with one value changed, or added at the end."""
        if self.get(key) is None:
            return Fields((*self.pairs, (key, value)))
        return Fields(tuple((name, value if name == key else old) for name, old in self.pairs))


Value: TypeAlias = Union[str, Typed, Fields, "tuple[Value, ...]"]


@dataclass(frozen=True, slots=True)
class Draft:
    """What was said of one place; `suggested` are the paths nobody said anything about."""

    values: Mapping[FieldPath, Value] = field(default_factory=dict)
    suggested: frozenset[FieldPath] = frozenset()

    def get(self, path: FieldPath) -> Value | None:
        """Return what was said at a path; `None` where nothing was."""
        return self.values.get(path)

    def put(self, path: FieldPath, value: Value, *, suggested: bool = False) -> Draft:
        """Return the draft with one more answer; a later answer stands for an earlier one."""
        more = self.suggested | {path} if suggested else self.suggested - {path}
        return replace(self, values={**self.values, path: value}, suggested=more)

    def mark(self, path: FieldPath) -> Draft:
        """Return the draft with what stands at a path marked as a suggestion of ours."""
        return replace(self, suggested=self.suggested | {path})

    def ours(self) -> list[FieldPath]:
        """Return the paths of suggestions in the order of their parts; those within a list among them."""
        order = list(self.values)
        return sorted(
            self.suggested, key=lambda path: next(n for n, p in enumerate(order) if p == path[: len(p)])
        )

    def without(self, path: FieldPath) -> Draft:
        """Return the draft with a suggestion left open; an entry of a list keeps its code."""
        if path in self.values:
            return self.put(path, UNKNOWN)
        items = self.get(path[:1])
        if not isinstance(items, tuple):
            return self
        kept = tuple(_without(item, path[1], path[2]) for item in items)
        return replace(self.put(path[:1], kept), suggested=self.suggested - {path})

    def within(self, path: FieldPath) -> Value | None:
        """Return what stands at a path, also within an entry of a list that goes by its code."""
        if path in self.values or len(path) < 3:
            return self.get(path)
        named = (item.get(path[1]) for item in self.items(path[0]))
        below = next((each for each in named if isinstance(each, Fields)), None)
        return below.get(path[2]) if below else None

    def word(self, *path: str) -> str:
        """Return an answer that is one word or text; empty where there is none."""
        value = self.get(path)
        text = value.text if isinstance(value, Typed) else value
        return text if isinstance(text, str) and text != UNKNOWN else ""

    def items(self, *path: str) -> tuple[Fields, ...]:
        """Return the entries of a list that are maps, such as rooms."""
        value = self.get(path)
        return tuple(item for item in value if isinstance(item, Fields)) if isinstance(value, tuple) else ()

    def decides(self, conditions: Conditions, packs: Mapping[str, Pack]) -> bool:
        """Tell whether a question applies; what is not known yet never makes it apply."""
        return holds(of_any_pack(conditions), lambda fact: self._look(fact, packs)) is Truth.YES

    def _look(self, fact: str, packs: Mapping[str, Pack]) -> Any:
        if fact == "law":
            return tuple(pack.id for pack in chain(packs, self.word("law")).packs)
        if fact == "cameras":
            return len(self.items("cameras"))
        value = self.get(tuple(fact.split(".")))
        if value is None or value == UNKNOWN:
            return UNANSWERED
        if value == NONE:
            return None
        return _codes(value) if isinstance(value, tuple) else self.word(*fact.split("."))


def _codes(items: Iterable[Value]) -> tuple[str, ...]:
    return tuple(item if isinstance(item, str) else _code(item) for item in items)


def _code(item: Value) -> str:
    return item.pairs[0][0] if isinstance(item, Fields) and item.pairs else ""


def _without(item: Value, code: str, key: str) -> Value:
    below = item.get(code) if isinstance(item, Fields) else None
    if not isinstance(below, Fields):
        return item
    left = Fields(tuple((name, value) for name, value in below.pairs if name != key))
    return Fields(((code, left),)) if left.pairs else code
