"""Derived facts of activities and partners: what an activity usually is, which data leaves the country."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from placard.derive.case import Case, Derived, Path
from placard.derive.shapes import Shape
from placard.library.law import Law
from placard.library.texts import Preset
from placard.model import UNANSWERED, Venue
from placard.model.dealings import Activity, Partner
from placard.model.operator import Address, Operator

# A period, and whether a machine decides, are not guessed from what is usual elsewhere.
_ONLY_TYPED = frozenset({"code", "retention", "automated_decisions"})


def as_usual(case: Case, activity: Activity, attribute: str) -> Any:
    """Return a part of an activity as rules see it (see `usual_part`)."""
    return usual_part(activity, attribute, case.law, case.presets)


def usual_part(activity: Activity, attribute: str, law: Law, presets: Mapping[str, Preset]) -> Any:
    """Return what the owner typed, else what `content/activities.yml` says such an activity usually is."""
    typed = getattr(activity, attribute)
    usual = presets.get(activity.code)
    if typed is not UNANSWERED or usual is None or attribute in _ONLY_TYPED:
        return typed
    if attribute == "basis":
        by_law = (usual.basis.get(pack.id) for pack in reversed(law.packs))
        return next((basis for basis in by_law if basis), UNANSWERED)
    return usual.lists.get(attribute) or usual.words.get(attribute, UNANSWERED)


def is_abroad(country: Any, venue: Venue, law: Law) -> Any:
    """Tell whether a country lies outside what the law treats as one.

    Source: `territory` of the packs; where no pack names one, the country of the operator.
    """
    home = law.territory or _home(venue)
    if not isinstance(country, str) or not home:
        return UNANSWERED
    return country not in home


def _home(venue: Venue) -> frozenset[str]:
    address = venue.operator.address if isinstance(venue.operator, Operator) else UNANSWERED
    country = address.country if isinstance(address, Address) else UNANSWERED
    return frozenset({country}) if isinstance(country, str) else frozenset()


def _abroad(case: Case, partner: Partner) -> Any:
    """Whether what a partner receives leaves the territory of the law. Source: `country`."""
    return is_abroad(partner.country, case.venue, case.law)


def _operator_abroad(case: Case, venue: Venue) -> Any:
    """Whether the operator itself sits outside it. Source: `operator.address.country`."""
    return is_abroad(next(iter(_home(venue)), UNANSWERED), venue, case.law)


def machine_decides(venue: Venue) -> Any:
    """Tell whether a machine alone decides about people: no only where every activity says so.

    Source: `activities[].automated_decisions`.
    """
    if venue.activities is UNANSWERED:
        return UNANSWERED
    given = {activity.automated_decisions for activity in venue.activities}
    if True in given:
        return True
    return UNANSWERED if UNANSWERED in given else False


def undecided(venue: Venue) -> Path | None:
    """Return the first activity that does not say whether a machine decides."""
    if venue.activities is UNANSWERED:
        return ("activities",)
    numbers = (n for n, each in enumerate(venue.activities) if each.automated_decisions is UNANSWERED)
    first = next(numbers, None)
    return None if first is None else ("activities", first, "automated_decisions")


PARTNER_FACTS: Mapping[str, Derived] = {"abroad": Derived(Shape.SWITCH, "country", _abroad)}
DEALINGS_OF_VENUE: Mapping[str, Derived] = {
    "operator.abroad": Derived(Shape.SWITCH, "operator.address.country", _operator_abroad),
    "machine_decides": Derived(
        Shape.SWITCH,
        "activities",
        lambda case, venue: machine_decides(venue),
        lambda case, venue: undecided(venue),
    ),
}
