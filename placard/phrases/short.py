"""What a fact with a short name of its own is, and when facts of filming are known."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from placard.derive.filming import blind_camera, real_cameras
from placard.model import UNANSWERED
from placard.model.facts import Facts, keys_of
from placard.phrases.context import Context
from placard.phrases.values import FactKind

Getter = Callable[[Context], Any]
Path = tuple[str | int, ...]


@dataclass(frozen=True, slots=True)
class Short:
    """A fact under a short name: its kind, how it is found, and where its answer would stand.

    `missing` finds the very entry that keeps the fact unknown; `asks` stands in where there is none.
    """

    kind: FactKind
    get: Getter
    vocabulary: str | None = None
    asks: tuple[str, ...] = ()
    public: bool = True
    missing: Callable[[Context], Path | None] | None = None


def areas_missing(context: Context) -> Path | None:
    """Return the entry that must be answered before anybody can tell what is filmed."""
    venue = context.venue
    if venue.cameras is UNANSWERED:
        return ("cameras",)
    blind = blind_camera(venue)
    if blind:
        return ("cameras", blind.id, "sees")
    return ("rooms",) if venue.rooms is UNANSWERED and real_cameras(venue) else None


def filming(get: Getter, missing: Callable[[Context], Path | None] = areas_missing) -> Getter:
    """Return the getter for a fact of filming: unknown while `missing` finds an entry that keeps it so."""
    return lambda context: UNANSWERED if missing(context) else get(context)


def walk(value: Any, keys: tuple[str, ...]) -> Any:
    """Follow keys as they stand in a file; what is unknown, or not there, is so all the way down."""
    for key in keys:
        if not isinstance(value, Facts):
            return value
        value = getattr(value, keys_of(type(value))[key])
    return value
