"""Facts of activities that a venue file may leave to `content/activities.yml`."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from placard.derive.case import Case, Derived
from placard.derive.shapes import Shape
from placard.model import UNANSWERED
from placard.model.dealings import Activity


def _several(key: str) -> Callable[[Case, Activity], Any]:
    """What the file lists, else what such an activity usually has. Source: `activities[]` and its preset."""

    def get(case: Case, activity: Activity) -> Any:
        typed, preset = getattr(activity, key), case.presets.get(activity.code)
        return typed if typed is not UNANSWERED or preset is None else preset.lists.get(key, UNANSWERED)

    return get


def _provision(case: Case, activity: Activity) -> Any:
    """Whether the data must be given, else what is usual. Source: `activities[].provision` and its preset."""
    typed, preset = activity.provision, case.presets.get(activity.code)
    return typed if typed is not UNANSWERED or preset is None else preset.words.get("provision", UNANSWERED)


def _basis(case: Case, activity: Activity) -> Any:
    """The legal basis, else the one suggested for the law or one it rests on. Source: as above, `basis`."""
    preset = case.presets.get(activity.code)
    if activity.basis is not UNANSWERED or preset is None:
        return activity.basis
    return next((preset.basis[pack] for pack in case.packs if pack in preset.basis), UNANSWERED)


ACTIVITY_FACTS: Mapping[str, Derived] = {
    "purposes": Derived(Shape.WORDS, "purposes", _several("purposes")),
    "categories": Derived(Shape.WORDS, "categories", _several("categories")),
    "provision": Derived(Shape.WORD, "provision", _provision),
    "basis": Derived(Shape.WORD, "basis", _basis),
}
