"""What follows from the facts of a venue, and what its law adds: each with where it comes from."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from placard.derive.activities import partial_rights
from placard.derive.filming import FilmedArea, WayIn, filmed_areas
from placard.explain.values import Explained, shown
from placard.findings import Place
from placard.library.figures import Clock
from placard.library.law import Authority, Law, Pack
from placard.model import UNANSWERED, Venue
from placard.model.facts import keys_of
from placard.model.operator import Operator
from placard.phrases.context import Context
from placard.phrases.facts import NAMED
from placard.read.messages import in_language
from placard.read.nodes import Origin
from placard.read.venue import VenueFile

OF_THE_LAW = "law"
_SAID_ALREADY = frozenset({OF_THE_LAW, *keys_of(Venue), *keys_of(Operator)})
"""Names under which words reach what stands in the file itself, or what the packs say."""


def following(file: VenueFile, context: Context) -> Iterator[Explained]:
    """Yield derived facts: those words may name, each filmed area, and rights that only some uses give."""
    for name, short in NAMED.items():
        if name.partition(".")[0] in _SAID_ALREADY:
            continue
        if (value := short.get(context)) is not UNANSWERED:
            place = file.place(short.asks) if short.asks else file.place(())
            yield Explained(name, shown(value), Origin.DERIVED, place)
    for area in filmed_areas(file.venue):
        yield from _area(file, area)
    for partial in partial_rights(file.venue, context.law, context.presets):
        place = file.place(("activities",))
        yield Explained(f"rights.{partial.code}", ", ".join(partial.uses), Origin.DERIVED, place)


def _area(file: VenueFile, area: FilmedArea) -> Iterator[Explained]:
    name, cameras = f"filmed.{area.id}", ", ".join(camera.id for camera in area.cameras)
    seen = file.place(("cameras", area.cameras[0].id, "sees"))
    yield Explained(f"{name}.rooms", ", ".join(area.rooms), Origin.DERIVED, seen)
    yield Explained(f"{name}.cameras", cameras, Origin.DERIVED, seen)
    for way in area.ways_in:
        yield Explained(f"{name}.way_in", _way(way), Origin.DERIVED, _door(file, way))


def _way(way: WayIn) -> str:
    door = way.door
    return f"{door.into} ({shown(way.sharer)})" if way.sharer else f"{door.coming_from} > {door.into}"


def _door(file: VenueFile, way: WayIn) -> Place:
    """Find the line that names the door, from whichever side it was named."""
    door = way.door
    if way.sharer:
        return file.place(("rooms", door.into, "shared_with"))
    for room, other in ((door.coming_from, door.into), (door.into, door.coming_from)):
        named = next((r for r in _rooms(file) if r.id == room), None)
        if named and named.doors_to is not UNANSWERED and other in named.doors_to:
            return file.place(("rooms", room, "doors_to"))
    return file.place(("rooms",))


def _rooms(file: VenueFile) -> Any:
    return () if file.venue.rooms is UNANSWERED else file.venue.rooms


def of_the_law(law: Law, language: str) -> Iterator[Explained]:
    """Yield what the packs of a venue's law say: whom one may turn to, the clocks, the rights."""
    for name in _ids(law, lambda pack: pack.authorities):
        authority = law.authority(name)
        if isinstance(authority, Authority):
            place = _last(law, lambda pack: pack.authorities, name).place
            for key in ("name", "phone", "url"):
                if value := getattr(authority, key):
                    told = value if isinstance(value, str) else in_language(value, language) or ""
                    yield Explained(f"{OF_THE_LAW}.{name}.{key}", told, Origin.PACK, place)
    for name in _ids(law, lambda pack: pack.clocks):
        clock = law.clock(name)
        if isinstance(clock, Clock):
            holder = next(pack for pack in law.packs if pack.clocks.get(name) == clock)
            yield Explained(f"{OF_THE_LAW}.{name}", shown(clock.within), Origin.PACK, holder.place)
    for pack in law.packs:
        yield from _figures(pack)
    for name, right in law.grounds.rights.items():
        place = _last(law, lambda pack: pack.grounds.rights, name).place
        yield Explained(f"{OF_THE_LAW}.rights.{name}", ", ".join(right.cite), Origin.PACK, place)


def _figures(pack: Pack) -> Iterator[Explained]:
    for age in pack.ages.values():
        yield Explained(f"{OF_THE_LAW}.ages.{age.id}", str(age.years), Origin.PACK, pack.place)
    for presumption in pack.presumed.values():
        told = shown(presumption.length)
        yield Explained(f"{OF_THE_LAW}.presumed.{presumption.id}", told, Origin.PACK, pack.place)


def _ids(law: Law, held: Callable[[Pack], Mapping[str, object]]) -> list[str]:
    return list(dict.fromkeys(name for pack in law.packs for name in held(pack)))


def _last(law: Law, held: Callable[[Pack], Mapping[str, object]], name: str) -> Pack:
    """Return the pack whose word counts: a later one of the chain lies over an earlier one."""
    return next(pack for pack in reversed(law.packs) if name in held(pack))
