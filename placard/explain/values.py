"""The facts of a venue file one by one: what was typed, shared, suggested, or left as it is by itself."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from placard.check.wording import shown_path
from placard.derive.activities import usual_ground, usual_part
from placard.derive.case import Path
from placard.findings import Place
from placard.model import UNANSWERED
from placard.model.dealings import Activity
from placard.model.facts import Facts, keys_of
from placard.model.premises import Room
from placard.model.values import LocalText
from placard.phrases.context import Context
from placard.phrases.values import PerLanguage
from placard.read.nodes import Origin
from placard.read.venue import VenueFile

_GROUNDS = frozenset({"basis", "interest", "special_ground"})
"""Parts of an activity that differ from law to law."""


@dataclass(frozen=True, slots=True)
class Explained:
    """A fact by its path, its value as it would be typed, who put it there, and the line to look at."""

    fact: str
    value: str
    origin: Origin
    place: Place

    @property
    def group(self) -> str:
        """The part of the file it belongs to; what is said of the place in one word belongs to `venue`."""
        return self.fact.partition(".")[0] if "." in self.fact else "venue"


def values_of(file: VenueFile, context: Context) -> Iterator[Explained]:
    """Yield every fact of the model that somebody answered, and what stands in for the others."""
    yield from _below(file, context, file.venue, ())


def _below(file: VenueFile, context: Context, value: Any, path: Path) -> Iterator[Explained]:
    if isinstance(value, Facts):
        for key, attribute in keys_of(type(value)).items():
            inner = getattr(value, attribute)
            if inner is UNANSWERED and isinstance(value, Activity):
                yield from _suggested(file, context, value, (*path, key))
            else:
                yield from _below(file, context, inner, (*path, key))
    elif isinstance(value, tuple) and value and isinstance(value[0], Facts):
        for number, item in enumerate(value):
            yield from _below(file, context, item, (*path, number))
    elif hasattr(value, "items"):
        for key, item in value.items():
            yield from _below(file, context, item, (*path, key))
    elif value is not UNANSWERED or file.origin(path) is not Origin.DEFAULT:
        name = shown_path(file.venue, path)
        yield Explained(name, shown(value), file.origin(path), file.place(path))


def _suggested(file: VenueFile, context: Context, activity: Activity, path: Path) -> Iterator[Explained]:
    """What an activity usually is, where the owner typed nothing else."""
    key = str(path[-1])
    usual = usual_part(activity, key, context.law, context.presets)
    name, preset = shown_path(file.venue, path), context.presets.get(activity.code)
    if usual in (None, ()):
        return  # a part the list does not name is one this activity does not have
    if usual is not UNANSWERED and preset is not None:
        ground = usual_ground(preset, context.law) if key in _GROUNDS else None
        yield Explained(name, shown(usual), Origin.PRESET, ground.place if ground else preset.place)
    elif file.origin(path) is not Origin.DEFAULT:
        yield Explained(name, shown(UNANSWERED), file.origin(path), file.place(path))


def shown(value: Any) -> str:
    """Return a value as it would be typed, whatever language the report is in."""
    match value:
        case _ if value is UNANSWERED:
            told = "unanswered"
        case None | ():
            told = "none"
        case bool():
            told = "yes" if value else "no"
        case tuple():
            told = ", ".join(shown(item) for item in value)
        case LocalText():
            told = value.everywhere or _per_language(value.by_language or {})
        case PerLanguage():
            told = _per_language(value.names)
        case _:
            told = value.id if isinstance(value, Room) else str(value)
    return told


def _per_language(names: Mapping[str, str]) -> str:
    return ", ".join(f"{language}: {name}" for language, name in names.items())
