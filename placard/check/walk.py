"""Every fact of a venue with its path, so that a check of one kind of value finds all of them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from placard.derive.case import Path
from placard.model.facts import Facts, keys_of


@dataclass(frozen=True, slots=True)
class Met:
    """One field of the model as it was met on the way: whose it is, where it stands, what it holds."""

    owner: Facts
    attribute: str
    path: Path
    value: Any

    @property
    def key(self) -> str:
        """The key as it stands in the file."""
        return str(self.path[-1])


def every_fact(facts: Facts, path: Path = ()) -> Iterator[Met]:
    """Walk over all fields, maps and lists of maps below them included."""
    for key, attribute in keys_of(type(facts)).items():
        value, here = getattr(facts, attribute), (*path, key)
        yield Met(facts, attribute, here, value)
        if isinstance(value, Facts):
            yield from every_fact(value, here)
        elif isinstance(value, tuple):
            for number, item in enumerate(value):
                if isinstance(item, Facts):
                    yield from every_fact(item, (*here, number))
        elif isinstance(value, Mapping):
            for name, item in value.items():
                if isinstance(item, Facts):
                    yield from every_fact(item, (*here, name))


def listed(met: Met) -> Iterator[tuple[Path, str]]:
    """Each word of a field with its own path: one for a word, several for a list of words."""
    if isinstance(met.value, str):
        yield met.path, met.value
    elif isinstance(met.value, tuple):
        for number, item in enumerate(met.value):
            if isinstance(item, str):
                yield (*met.path, number), item
