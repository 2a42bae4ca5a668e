"""Derived facts of partners and machines: which data leaves the country, who or what decides."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from placard.derive.activities import Presets, usual_part
from placard.derive.case import Case, Derived, Path
from placard.derive.shapes import Shape
from placard.library.grounds import Preset
from placard.library.law import Law
from placard.model import UNANSWERED, Venue
from placard.model.dealings import Activity, Partner
from placard.model.operator import Address, Operator


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


def partners_in(activity: Activity, venue: Venue, presets: Mapping[str, Preset]) -> Any:
    """Return the partners who take part in an activity.

    Source: `partners[].service` and the services `content/activities.yml` names for the activity.
    """
    if venue.partners is UNANSWERED:
        return UNANSWERED
    served = presets[activity.code].services if activity.code in presets else ()
    taking_part = tuple(partner for partner in venue.partners if partner.service in served)
    unknown = served and any(partner.service is UNANSWERED for partner in venue.partners)
    return UNANSWERED if unknown else taking_part


def uses_with(partner: Partner, venue: Venue, presets: Presets) -> Any:
    """Return the codes of the uses of data a partner takes part in. Source: as `partners_in`."""
    if venue.activities is UNANSWERED or partner.service is UNANSWERED:
        return UNANSWERED
    served = ((use.code, presets[use.code].services) for use in venue.activities if use.code in presets)
    return tuple(code for code, services in served if partner.service in services)


def kinds_for(partner: Partner, venue: Venue, law: Law, presets: Presets) -> Any:
    """Return the kinds of data a partner receives: typed, else what the uses it takes part in call for.

    Unknown where neither tells. Source: `partners[].categories`, `activities[].categories`.
    """
    if partner.categories is not UNANSWERED:
        return partner.categories
    uses = uses_with(partner, venue, presets)
    if uses is UNANSWERED or venue.activities is UNANSWERED:
        return UNANSWERED
    each = [usual_part(use, "categories", law, presets) for use in venue.activities if use.code in uses]
    kinds = tuple(dict.fromkeys(kind for several in each if isinstance(several, tuple) for kind in several))
    return kinds or UNANSWERED


def _outcomes_beyond(case: Case, venue: Venue) -> Any:
    """Remedies offered for one complaint and not among those of the place. Source: `outcomes`, `remedies`."""
    if venue.complaints is UNANSWERED or not venue.complaints.outcomes:
        return ()
    offered = [each.offered for each in venue.complaints.outcomes if each.offered is not UNANSWERED]
    remedies = venue.complaints.remedies
    if remedies is UNANSWERED:
        return UNANSWERED
    return tuple(dict.fromkeys(code for codes in offered for code in codes if code not in remedies))


PARTNER_FACTS: Mapping[str, Derived] = {"abroad": Derived(Shape.SWITCH, "country", _abroad)}
DEALINGS_OF_VENUE: Mapping[str, Derived] = {
    "operator.abroad": Derived(Shape.SWITCH, "operator.address.country", _operator_abroad),
    "machine_decides": Derived(
        Shape.SWITCH,
        "activities",
        lambda case, venue: machine_decides(venue),
        lambda case, venue: undecided(venue),
    ),
    "complaints.outcomes_beyond": Derived(
        Shape.WORDS, "complaints.outcomes", _outcomes_beyond, lambda case, venue: ("complaints", "remedies")
    ),
}
