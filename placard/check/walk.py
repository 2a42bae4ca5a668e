"""Every fact of a venue with its path, so that a check of one kind of value finds all of them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from placard.derive.case import Path
from placard.model import UNANSWERED, Venue
from placard.model.facts import Facts, keys_of
from placard.model.remembered import of_the_last


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


@of_the_last
def every_fact(venue: Venue) -> tuple[Met, ...]:
    """List all fields of a venue, those of maps and of lists of maps below them included."""
    return tuple(_below(venue, ()))


def _below(facts: Facts, path: Path) -> Iterator[Met]:
    for key, attribute in keys_of(type(facts)).items():
        value, here = getattr(facts, attribute), (*path, key)
        yield Met(facts, attribute, here, value)
        if value is UNANSWERED or isinstance(value, str):
            continue
        if isinstance(value, Facts):
            yield from _below(value, here)
        elif isinstance(value, tuple):
            for number, item in enumerate(value):
                if isinstance(item, Facts):
                    yield from _below(item, (*here, number))
        elif isinstance(value, Mapping):
            for name, item in value.items():
                if isinstance(item, Facts):
                    yield from _below(item, (*here, name))


def listed(met: Met) -> Iterator[tuple[Path, str]]:
    """Each word of a field with its own path: one for a word, several for a list of words."""
    if isinstance(met.value, str):
        yield met.path, met.value
    elif isinstance(met.value, tuple):
        for number, item in enumerate(met.value):
            if isinstance(item, str):
                yield (*met.path, number), item
