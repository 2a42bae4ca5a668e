"""What words may be repeated for: one table row or clause per item."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date

from placard.derive.activities import partial_rights
from placard.derive.filming import filmed_areas, real_cameras, rooms_of
from placard.model import UNANSWERED
from placard.model.dealings import Activity, Change
from placard.model.values import LocalText
from placard.phrases.dealings import rights_missing
from placard.phrases.facts import Context, Item, value_of
from placard.phrases.short import Path, areas_missing
from placard.phrases.values import Question

COLLECTIONS: Mapping[str, str] = {
    "filmed_areas": "area",
    "partners": "partner",
    "activities": "activity",
    "timed_activities": "activity",
    "open_activities": "activity",
    "people": "person",
    "joint_controllers": "joint",
    "cameras": "camera",
    "shared_rooms": "room",
    "partial_rights": "right",
    "changes": "change",
    "outcomes": "outcome",
}
_UNDER = {
    "people": "staff.roles",
    "joint_controllers": "operator.joint_controllers",
    "outcomes": "complaints.outcomes",
}


def items_of(collection: str, context: Context) -> Sequence[Item] | Question:
    """Return the items a table or clause is repeated for, or the question that must come first."""
    if collection in _DERIVED:
        missing, items = _DERIVED[collection]
        path = missing(context)
        return Question(str(path[0]), path) if path else items(context)
    fact = _UNDER.get(collection, collection)
    value = value_of(fact, context)
    if value is UNANSWERED:
        return Question(fact, tuple(fact.split(".")))
    return value or ()


def _cameras_missing(context: Context) -> Path | None:
    return ("cameras",) if context.venue.cameras is UNANSWERED else None


def _rooms_missing(context: Context) -> Path | None:
    return ("rooms",) if context.venue.rooms is UNANSWERED else None


def _activities_missing(context: Context) -> Path | None:
    return ("activities",) if context.venue.activities is UNANSWERED else None


def _activities(context: Context) -> Sequence[Activity]:
    return () if context.venue.activities is UNANSWERED else context.venue.activities


def _changes_missing(context: Context) -> Path | None:
    told = context.venue.complaints
    if told is UNANSWERED:
        return ("complaints",)
    return ("complaints", "changes") if told.changes is UNANSWERED else None


def _changes(context: Context) -> Sequence[Change]:
    """What was changed, the newest first; a day nobody has answered is asked for where it is named."""
    told = context.venue.complaints
    changes = UNANSWERED if told is UNANSWERED else told.changes
    return () if changes is UNANSWERED else sorted(changes, key=_day, reverse=True)


def _day(change: Change) -> date:
    return date.max if change.made_on is UNANSWERED else change.made_on


def _shared(context: Context) -> Sequence[Item]:
    """Rooms that somebody else uses too."""
    return tuple(room for room in rooms_of(context.venue) if isinstance(room.shared_with, LocalText))


_Derived = tuple[Callable[[Context], Path | None], Callable[[Context], Sequence[Item]]]
_DERIVED: Mapping[str, _Derived] = {
    "filmed_areas": (areas_missing, lambda c: filmed_areas(c.venue)),
    # A dummy has nothing to tell of its pictures.
    "cameras": (_cameras_missing, lambda c: real_cameras(c.venue)),
    "shared_rooms": (_rooms_missing, _shared),
    # A period nobody has answered is asked for among those that have one.
    "timed_activities": (
        _activities_missing,
        lambda c: tuple(each for each in _activities(c) if each.retention is not None),
    ),
    "open_activities": (
        _activities_missing,
        lambda c: tuple(each for each in _activities(c) if each.retention is None),
    ),
    "changes": (_changes_missing, _changes),
    "partial_rights": (rights_missing, lambda c: partial_rights(c.venue, c.law, c.presets)),
}
"""Lists that no field holds as it stands: what must be answered first, and what they hold."""
