"""What words may be repeated for: one table row or clause per item."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from placard.derive.filming import filmed_areas
from placard.model import UNANSWERED
from placard.phrases.facts import Context, Item, value_of
from placard.phrases.named import areas_missing
from placard.phrases.values import Question

COLLECTIONS: Mapping[str, str] = {
    "filmed_areas": "area",
    "partners": "partner",
    "activities": "activity",
    "people": "person",
}


def items_of(collection: str, context: Context) -> Sequence[Item] | Question:
    """Return the items a table or clause is repeated for, or the question that must come first."""
    if collection == "filmed_areas":
        missing = areas_missing(context)
        if missing:
            return Question("cameras", missing)
        return filmed_areas(context.venue)
    fact = "staff.roles" if collection == "people" else collection
    value = value_of(fact, context)
    if value is UNANSWERED:
        return Question(fact, tuple(fact.split(".")))
    return value or ()
