"""Facts of the activity, partner or right at hand: who takes part in a use, which uses give a right."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from placard.derive.activities import (
    PartialRight,
    is_sensitive,
    provisions_of_venue,
    rights_of_activity,
    rights_of_venue,
    without_basis,
)
from placard.derive.dates import audit_due
from placard.derive.dealings import kinds_for, partners_in, uses_with
from placard.model import UNANSWERED
from placard.model.dealings import Activity, Partner
from placard.phrases.context import Context
from placard.phrases.short import Path, Short
from placard.phrases.values import FactKind


def _activity(context: Context) -> Activity:
    activity = context.items["activity"]
    assert isinstance(activity, Activity)
    return activity


def _partner(context: Context) -> Partner:
    partner = context.items["partner"]
    assert isinstance(partner, Partner)
    return partner


def _right(context: Context) -> PartialRight:
    right = context.items["right"]
    assert isinstance(right, PartialRight)
    return right


def _partners(context: Context) -> Any:
    several = partners_in(_activity(context), context.venue, context.presets)
    names = several if several is UNANSWERED else tuple(partner.name for partner in several)
    return UNANSWERED if names is UNANSWERED or UNANSWERED in names else names


def _rights(context: Context) -> Any:
    return rights_of_venue(context.venue, context.law, context.presets)


def _provisions(context: Context) -> Any:
    return provisions_of_venue(context.venue, context.law, context.presets)


def rights_missing(context: Context) -> Path | None:
    """Return the entry that must be answered before the rights of guests are known, by its code."""
    path = without_basis(context.venue, context.law, context.presets)
    if path is None or len(path) == 1 or context.venue.activities is UNANSWERED:
        return path
    return (path[0], context.venue.activities[int(path[1])].code, *path[2:])


DEALINGS: Mapping[str, Short] = {
    "provisions": Short(FactKind.CODES, _provisions, "provision", ("activities",)),
    "rights": Short(FactKind.CODES, _rights, "rights", ("activities",), missing=rights_missing),
}
DEALINGS_ITEMS: Mapping[str, Short] = {
    "activity.partners": Short(FactKind.NAMES, _partners, asks=("partners",)),
    "activity.rights": Short(
        FactKind.CODES,
        lambda c: rights_of_activity(_activity(c), c.law, c.presets),
        "rights",
        ("activities", "basis"),
    ),
    "activity.sensitive": Short(
        FactKind.CODE,
        lambda c: is_sensitive(_activity(c), c.law, c.presets),
        asks=("activities", "categories"),
    ),
    "partner.uses": Short(
        FactKind.CODES,
        lambda c: uses_with(_partner(c), c.venue, c.presets),
        "activities",
        ("partners", "service"),
    ),
    "partner.kinds": Short(
        FactKind.CODES,
        lambda c: kinds_for(_partner(c), c.venue, c.law, c.presets),
        "categories",
        ("partners", "categories"),
    ),
    "partner.audit_due": Short(
        FactKind.DATE, lambda c: audit_due(_partner(c)), asks=("partners", "last_audit_on"), public=False
    ),
    "right.code": Short(FactKind.CODE, lambda c: _right(c).code, "rights"),
    "right.uses": Short(FactKind.CODES, lambda c: _right(c).uses, "activities"),
}
