"""What the surroundings and the name of a room say of it, beside the kind somebody wrote."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from placard.derive.case import Case, Derived
from placard.derive.shapes import Shape
from placard.model import UNANSWERED
from placard.model.premises import Room


def _beside_kinds(case: Case, room: Room) -> Any:
    """Kinds of the rooms it has doors to. Source: `doors_to` and `kind` of every room."""
    beside = case.graph.neighbours[room.id]
    kinds = tuple(dict.fromkeys(each.kind for each in case.rooms.values() if each.id in beside))
    return UNANSWERED if not kinds and room.doors_to is UNANSWERED else kinds


def _called_like(case: Case, room: Room) -> tuple[str, ...]:
    """Kinds whose words stand in its name or id. Source: `name`, `id`, `called` of `content/rooms.yml`."""
    own = room.name
    spoken = () if own is None else (own.by_language or {"": own.everywhere}).values()
    named = [room.id, *spoken]
    words = {word for text in named for word in re.split(r"[\W_\d]+", text.casefold()) if word}
    return tuple(code for code, kind in case.kinds.items() if any(_meant(w, words) for w in kind.called))


def _meant(wanted: str, words: set[str]) -> bool:
    """A word in Latin letters counts whole; Chinese is written without spaces, so a part counts."""
    wanted = wanted.casefold()
    return wanted in words or (not wanted.isascii() and any(wanted in word for word in words))


RELABELLED_FACTS: Mapping[str, Derived] = {
    "beside_kinds": Derived(Shape.WORDS, "doors_to", _beside_kinds),
    "called_like": Derived(Shape.WORDS, "name", _called_like),
}
