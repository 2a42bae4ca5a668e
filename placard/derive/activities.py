"""Derived facts of activities: what one usually is under a law, and which rights follow from its basis."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from placard.derive.case import Case, Derived, Path
from placard.derive.filming import real_cameras
from placard.derive.shapes import Shape
from placard.library.grounds import Preset, Right, UsualGround
from placard.library.law import Law
from placard.model import UNANSWERED, Unanswered, Venue
from placard.model.dealings import Activity

Presets = Mapping[str, Preset]
Parts = Callable[[str], Any]
"""A part of a use by its name: its basis, its purposes."""
# A period, and whether a machine decides, are not guessed from what is usual elsewhere.
_ONLY_TYPED = frozenset({"code", "retention", "automated_decisions"})
PARTS_THAT_GIVE = ("basis", "special_ground", "purposes")
"""Parts of an activity a right can follow from."""
CAMERAS = "cameras"
"""How filming is called beside the codes of activities, where uses are listed."""


@dataclass(frozen=True, slots=True)
class PartialRight:
    """A right that only some uses give, with the codes of those uses."""

    code: str
    uses: tuple[str, ...]


def as_usual(case: Case, activity: Activity, attribute: str) -> Any:
    """Return a part of an activity as rules see it (see `usual_part`)."""
    return usual_part(activity, attribute, case.law, case.presets)


def usual_part(activity: Activity, attribute: str, law: Law, presets: Presets) -> Any:
    """Return what the owner typed, else what `content/activities.yml` says such an activity usually is.

    A part the content does not name is none. What an activity rests on is taken from the nearest
    pack of the chain for which the content says it.
    """
    typed = getattr(activity, attribute)
    usual = presets.get(activity.code)
    if typed is not UNANSWERED or usual is None or attribute in _ONLY_TYPED:
        return typed
    ground = usual_ground(usual, law)
    match attribute:
        case "basis":
            return ground.basis if ground else UNANSWERED
        case "interest":
            return _interest(usual_part(activity, "basis", law, presets), ground, law)
        case "special_ground":
            return (ground.special_ground or None) if ground else UNANSWERED
    return usual.lists.get(attribute) or _or_none(usual.words.get(attribute))


def usual_ground(usual: Preset, law: Law) -> UsualGround | None:
    """Return what an activity usually rests on under a law, `None` where the content does not say."""
    by_pack = (usual.grounds.get(pack.id) for pack in reversed(law.packs))
    return next((ground for ground in by_pack if ground), None)


def usual_length(usual: Preset | None, law: Law) -> str:
    """Return how long data may be suggested to be kept; empty where no pack of the law supports a length."""
    by_pack = (usual.lengths.get(pack.id, "") for pack in reversed(law.packs)) if usual else ()
    return next((length for length in by_pack if length), "")


def _interest(basis: Any, ground: UsualGround | None, law: Law) -> Any:
    """A basis that is no interest has none to name; one the owner chose has its own to be named."""
    if basis is UNANSWERED:
        return UNANSWERED
    known = law.grounds.bases.get(basis)
    if known is None or not known.is_interest:
        return None
    return ground.interest if ground and ground.basis == basis and ground.interest else UNANSWERED


def _or_none(word: str | None) -> str | None:
    return None if word in (None, "none") else word


def is_sensitive(activity: Activity, law: Law, presets: Presets) -> Any:
    """Tell whether an activity needs data its law calls sensitive.

    Source: `sensitive` of the packs (GDPR art. 9(1), PIPL art. 28) and `activities[].categories`.
    """
    categories = usual_part(activity, "categories", law, presets)
    return UNANSWERED if categories is UNANSWERED else bool(law.grounds.sensitive_among(categories or ()))


def rights_of_activity(activity: Activity, law: Law, presets: Presets) -> Any:
    """Return the rights one activity gives.

    Source: `rights` of the packs, each with its article, and `basis`, `special_ground` and
    `purposes` of the activity.
    """
    parts = _parts_of(activity, law, presets)
    verdicts = {code: _gives(right, parts) for code, right in law.grounds.rights.items()}
    if UNANSWERED in verdicts.values():
        return UNANSWERED
    return tuple(code for code, given in verdicts.items() if given)


def rights_of_venue(venue: Venue, law: Law, presets: Presets) -> Any:
    """Return the rights any use of data here gives, filming among them, in the order of the packs.

    Source: as for one activity; for filming `basis_of_cameras` of the packs and `cameras`.
    """
    if venue.activities is UNANSWERED:
        return UNANSWERED
    given = []
    for code, right in law.grounds.rights.items():
        verdicts = [verdict for _, verdict in _verdicts(right, venue, law, presets)]
        if True in verdicts:
            given.append(code)
        elif UNANSWERED in verdicts:
            return UNANSWERED
    return tuple(given)


def provisions_of_venue(venue: Venue, law: Law, presets: Presets) -> Any:
    """Return why guests are asked for data here. Source: `activities[].provision`, else what is usual."""
    if venue.activities is UNANSWERED:
        return UNANSWERED
    parts = (usual_part(activity, "provision", law, presets) for activity in venue.activities)
    codes = tuple(dict.fromkeys(part for part in parts if part))
    return UNANSWERED if UNANSWERED in codes else codes


def partial_rights(venue: Venue, law: Law, presets: Presets) -> tuple[PartialRight, ...]:
    """Return the rights only some uses give, each with those uses. Source: as for the venue."""
    some = (right for right in law.grounds.rights.values() if right.given_by)
    listed = [
        PartialRight(right.id, tuple(u for u, v in _verdicts(right, venue, law, presets) if v is True))
        for right in some
    ]
    return tuple(right for right in listed if right.uses)


def without_basis(venue: Venue, law: Law, presets: Presets) -> Path | None:
    """Return the entry that must be answered before the rights of guests are known."""
    if venue.activities is UNANSWERED:
        return ("activities",)
    for number, activity in enumerate(venue.activities):
        for part in PARTS_THAT_GIVE:
            if usual_part(activity, part, law, presets) is UNANSWERED:
                return ("activities", number, part)
    return ("cameras",) if venue.cameras is UNANSWERED else None


def _verdicts(right: Right, venue: Venue, law: Law, presets: Presets) -> Iterator[tuple[str, Any]]:
    """Yield every use of data with whether it gives a right."""
    for activity in () if isinstance(venue.activities, Unanswered) else venue.activities:
        yield activity.code, _gives(right, _parts_of(activity, law, presets))
    if venue.cameras is UNANSWERED:
        yield CAMERAS, UNANSWERED
    elif real_cameras(venue):
        yield CAMERAS, _gives(right, {"basis": law.grounds.of_cameras}.get)


def _parts_of(activity: Activity, law: Law, presets: Presets) -> Parts:
    return lambda part: usual_part(activity, part, law, presets)


def _gives(right: Right, parts: Parts) -> Any:
    if not right.given_by:
        return True
    values = {part: parts(part) for part in right.given_by}
    for part, codes in right.given_by.items():
        held = values[part] if isinstance(values[part], tuple) else (values[part],)
        if set(held) & set(codes):
            return True
    return UNANSWERED if UNANSWERED in values.values() else False


ACTIVITY_FACTS: Mapping[str, Derived] = {
    "sensitive": Derived(Shape.SWITCH, "categories", lambda c, a: is_sensitive(a, c.law, c.presets)),
    "rights": Derived(Shape.WORDS, "basis", lambda c, a: rights_of_activity(a, c.law, c.presets)),
}
RIGHTS_OF_VENUE: Mapping[str, Derived] = {
    "rights": Derived(
        Shape.WORDS,
        "activities",
        lambda case, venue: rights_of_venue(venue, case.law, case.presets),
        lambda case, venue: without_basis(venue, case.law, case.presets),
    ),
}
