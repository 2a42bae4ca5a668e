"""What words may be repeated for: one table row or clause per item."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from placard.derive.filming import filmed_areas, real_cameras, rooms_of
from placard.model import UNANSWERED
from placard.model.values import LocalText
from placard.phrases.facts import Context, Item, value_of
from placard.phrases.short import areas_missing
from placard.phrases.values import Question

COLLECTIONS: Mapping[str, str] = {
    "filmed_areas": "area",
    "partners": "partner",
    "activities": "activity",
    "people": "person",
    "joint_controllers": "joint",
    "cameras": "camera",
    "shared_rooms": "room",
}
_UNDER = {"people": "staff.roles", "joint_controllers": "operator.joint_controllers"}


def items_of(collection: str, context: Context) -> Sequence[Item] | Question:
    """Return the items a table or clause is repeated for, or the question that must come first."""
    if collection == "filmed_areas":
        missing = areas_missing(context)
        if missing:
            return Question("cameras", missing)
        return filmed_areas(context.venue)
    if collection == "cameras":
        return Question("cameras", ("cameras",)) if context.venue.cameras is UNANSWERED else _real(context)
    if collection == "shared_rooms":
        return Question("rooms", ("rooms",)) if context.venue.rooms is UNANSWERED else _shared(context)
    fact = _UNDER.get(collection, collection)
    value = value_of(fact, context)
    if value is UNANSWERED:
        return Question(fact, tuple(fact.split(".")))
    return value or ()


def _real(context: Context) -> Sequence[Item]:
    """Cameras that film; a dummy has nothing to tell of its pictures."""
    return real_cameras(context.venue)


def _shared(context: Context) -> Sequence[Item]:
    """Rooms that somebody else uses too."""
    return tuple(room for room in rooms_of(context.venue) if isinstance(room.shared_with, LocalText))
