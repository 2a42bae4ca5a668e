"""Where the copies of a sign hang (ways in, doors, the desk), and what an owner ordered otherwise."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from placard.derive.doors import Door, door_graph
from placard.derive.filming import FilmedArea, filmed_areas, rooms_of
from placard.library.texts import Sign
from placard.model import UNANSWERED, Unanswered
from placard.model.operator import Web
from placard.model.values import LocalText
from placard.model.venue import SignOrder
from placard.phrases.context import Context
from placard.phrases.named import areas_missing
from placard.phrases.values import Question


@dataclass(frozen=True, slots=True)
class Hanging:
    """Where copies of a sheet go: the wall they hang on, the door they belong to, how many."""

    hangs_in: str
    door: Door | None
    sharer: LocalText | None
    copies: int


@dataclass(frozen=True, slots=True)
class PlannedSheet:
    """One sheet to print, and every place it hangs."""

    sign: Sign
    stem: str
    area: FilmedArea | None
    hangings: tuple[Hanging, ...]
    languages: tuple[str, ...]
    read_from: float
    smallest: str
    address: str | None

    @property
    def copies(self) -> int:
        """How many copies to print in all."""
        return sum(hanging.copies for hanging in self.hangings)

    def context(self, context: Context) -> Context:
        """Return the facts with the sheet's own area or door at hand."""
        if self.area is not None:
            context = context.at("area", self.area)
        doors = [hanging.door for hanging in self.hangings if hanging.door]
        return context.at("door", doors[0]) if doors else context


def places_asked(sign: Sign, context: Context) -> tuple[Question, ...]:
    """List what must be answered before anybody can tell where a sign hangs."""
    if sign.hangs == "ways_in":
        missing = areas_missing(context)
        return (Question("filming.areas", missing),) if missing else ()
    return (Question("rooms", ("rooms",)),) if context.venue.rooms is UNANSWERED else ()


def sheets_of(sign: Sign, context: Context) -> list[PlannedSheet]:
    """Plan the sheets of one sign; a sign without a place to hang has none."""
    if places_asked(sign, context):
        return []
    match sign.hangs:
        case "ways_in":
            areas = filmed_areas(context.venue)
            return [
                s for area in areas for s in _sheets(sign, f".{area.id}", area, _at_ways_in(area), context)
            ]
        case "doors_into_undress":
            hangings = _at_undress_doors(context)
        case "desk":
            hangings = _at_desk(context)
    if sign.one_per != "room":
        return _sheets(sign, "", None, hangings, context)
    by_room: dict[str, list[Hanging]] = {}
    for hanging in hangings:
        by_room.setdefault(hanging.door.into if hanging.door else hanging.hangs_in, []).append(hanging)
    return [s for room, there in by_room.items() for s in _sheets(sign, f".{room}", None, there, context)]


def _at_ways_in(area: FilmedArea) -> tuple[Hanging, ...]:
    return tuple(
        Hanging(way.door.coming_from, None if way.sharer else way.door, way.sharer, 1) for way in area.ways_in
    )


def _at_undress_doors(context: Context) -> tuple[Hanging, ...]:
    undress = [
        room.id
        for room in rooms_of(context.venue)
        if room.kind in context.kinds and context.kinds[room.kind].privacy == "undress"
    ]
    graph = door_graph(rooms_of(context.venue))
    return tuple(Hanging(door.coming_from, door, None, 1) for door in graph.doors_into(undress))


def _at_desk(context: Context) -> tuple[Hanging, ...]:
    """Where guests ask: the first kind of desk the vocabulary lists that the place has."""
    rooms = rooms_of(context.venue)
    desks = [kind.code for kind in context.kinds.values() if kind.desk]
    found = [room for kind in desks for room in rooms if room.kind == kind] or list(rooms)
    return (Hanging(found[0].id, None, None, 1),) if found else ()


def _sheets(
    sign: Sign, suffix: str, area: FilmedArea | None, hangings: Sequence[Hanging], context: Context
) -> list[PlannedSheet]:
    """Plan one document, and one more for each place that an owner ordered in another size or distance."""
    venue = context.venue
    orders = [order for order in venue.signs if order.sign == sign.id]
    groups: dict[tuple[float, str], list[Hanging]] = {}
    for hanging in hangings:
        theirs = [order for order in orders if _concerns(order, hanging)]
        if any(order.skip for order in theirs):
            continue
        read_from = next((o.read_from for o in reversed(theirs) if o.read_from), sign.read_from)
        smallest = next((o.sheet for o in reversed(theirs) if o.sheet), sign.smallest)
        copies = next((o.copies for o in reversed(theirs) if o.copies is not None), hanging.copies)
        groups.setdefault((read_from, smallest), []).append(replace(hanging, copies=copies))
    return [
        PlannedSheet(
            sign=sign,
            stem=sign.id + suffix + (f".at-{group[0].hangs_in}" if number else ""),
            area=area,
            hangings=tuple(group),
            languages=venue.languages,
            read_from=read_from,
            smallest=smallest,
            address=_address(venue.web, f"q/{venue.id}/{sign.id}/"),
        )
        for number, ((read_from, smallest), group) in enumerate(groups.items())
    ]


def _concerns(order: SignOrder, hanging: Hanging) -> bool:
    """Tell whether an order is about this place: by the room it hangs in or leads to, and by the door."""
    leads_to = hanging.door.into if hanging.door else None
    if order.room not in (None, hanging.hangs_in, leads_to):
        return False
    comes_from = hanging.door.coming_from if hanging.door else None
    return order.coming_from in (None, comes_from)


def _address(web: Web | Unanswered | None, path: str) -> str | None:
    if web is None or web is UNANSWERED or web.address is UNANSWERED:
        return None
    return web.address + path
