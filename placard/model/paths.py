"""Where a dotted path of keys leads in the model: which field, which list of codes, who may see it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from types import NoneType
from typing import Any, get_args, get_origin

from placard.model.facts import Facts, is_public, keys_of, vocabulary_of
from placard.model.ignorance import MayBeUnknown
from placard.model.values import Switch
from placard.model.venue import Venue


@dataclass(frozen=True, slots=True)
class FieldAt:
    """A field of the model as a path reaches it; `below` are the facts it holds, if it is a map."""

    owner: type[Facts]
    attribute: str
    vocabulary: str | None
    public: bool
    is_list: bool
    below: type[Facts] | None
    annotation: Any
    is_map: bool = False
    some: bool = False

    @property
    def may_be_none(self) -> bool:
        """Tell whether `none` is an answer."""
        return (self.is_list and not self.some) or NoneType in get_args(self.annotation)

    @property
    def is_switch(self) -> bool:
        """Tell whether the answer is yes or no."""
        return Switch in (self.annotation, *get_args(self.annotation))


def _members(annotation: Any) -> Iterator[Any]:
    yield annotation
    for part in get_args(annotation):
        yield from _members(part)


def _below(annotation: Any) -> type[Facts] | None:
    return next((m for m in _members(annotation) if isinstance(m, type) and issubclass(m, Facts)), None)


def _is_list(annotation: Any) -> bool:
    return any(getattr(m, "__origin__", None) is tuple for m in _members(annotation))


def field_at(path: Iterable[str | int], start: type[Facts] = Venue) -> FieldAt | None:
    """Return what is declared of a field; see `_field_at`."""
    return _field_at(tuple(path), start)


@lru_cache(maxsize=4096)
def _field_at(path: tuple[str | int, ...], start: type[Facts]) -> FieldAt | None:
    """Follow keys to a field, past list positions and keys of somebody's own choosing.

    Returns `None` where no such field exists. A field below an internal one is internal, whatever
    it says itself.
    """
    facts: type[Facts] | None = start
    public = True
    found: FieldAt | None = None
    for key in path:
        if isinstance(key, int):
            continue
        if found is not None and found.is_map:
            # A key of somebody's own choosing, such as the id of the rule that is answered.
            found = replace(found, is_map=False)
            continue
        if facts is None or key not in keys_of(facts):
            return None
        attribute = keys_of(facts)[key]
        annotation = facts.model_fields[attribute].annotation
        public = public and is_public(facts, attribute)
        found = FieldAt(
            facts,
            attribute,
            vocabulary_of(facts, attribute),
            public,
            _is_list(annotation),
            _below(annotation),
            annotation,
            get_origin(annotation) is Mapping,
            any(
                isinstance(mark, MayBeUnknown) and mark.some
                for mark in facts.model_fields[attribute].metadata
            ),
        )
        facts = found.below
    return found


def facts_at(path: Iterable[str | int], start: type[Facts] = Venue) -> type[Facts] | None:
    """Return the class whose keys may stand at a path (the venue's own for the empty path)."""
    steps = [step for step in path if not isinstance(step, int)]
    if not steps:
        return start
    field = field_at(steps, start)
    return field.below if field else None


def every_field(
    start: type[Facts] = Venue, prefix: tuple[str, ...] = ()
) -> Iterator[tuple[tuple[str, ...], FieldAt]]:
    """Walk over all fields with their paths of keys, parents before children."""
    for key in keys_of(start):
        path = (*prefix, key)
        field = field_at([key], start)
        assert field is not None
        yield path, field
        if field.below is not None:
            yield from every_field(field.below, path)
