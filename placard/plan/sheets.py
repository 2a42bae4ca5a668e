"""Where the copies of a sign hang (ways in, doors, the desk), and what an owner ordered otherwise."""

from __future__ import annotations

from dataclasses import dataclass

from placard.derive.doors import Door, door_graph
from placard.derive.filming import FilmedArea, filmed_areas, rooms_of
from placard.library.texts import Sign
from placard.model import UNANSWERED, Unanswered
from placard.model.operator import Web
from placard.model.values import LocalText
from placard.model.venue import SignOrder
from placard.phrases.context import Context

DESK = "reception"


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


def sheets_of(sign: Sign, context: Context) -> list[PlannedSheet]:
    """Plan the sheets of one sign; a sign without a place to hang has none."""
    match sign.hangs:
        case "ways_in":
            places = [(area, _at_ways_in(area)) for area in filmed_areas(context.venue)]
            return [
                _sheet(sign, f".{area.id}", area, hangings, context) for area, hangings in places if hangings
            ]
        case "doors_into_undress":
            hangings = _at_undress_doors(context)
        case "desk":
            hangings = _at_desk(context)
    if sign.one_per == "room":
        rooms = dict.fromkeys(h.door.into for h in hangings if h.door)
        return [
            _sheet(
                sign, f".{room}", None, tuple(h for h in hangings if h.door and h.door.into == room), context
            )
            for room in rooms
        ]
    return [_sheet(sign, "", None, hangings, context)] if hangings else []


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
    rooms = rooms_of(context.venue)
    desk = next((room for room in rooms if room.kind == DESK), rooms[0] if rooms else None)
    return (Hanging(desk.id, None, None, 1),) if desk else ()


def _sheet(
    sign: Sign, suffix: str, area: FilmedArea | None, hangings: tuple[Hanging, ...], context: Context
) -> PlannedSheet:
    venue = context.venue
    orders = [order for order in venue.signs if order.sign == sign.id]
    kept = tuple(h for hanging in hangings for h in _ordered(hanging, orders))
    general = next((order for order in reversed(orders) if order.room is None), None)
    return PlannedSheet(
        sign=sign,
        stem=sign.id + suffix,
        area=area,
        hangings=kept,
        languages=venue.languages,
        read_from=(general.read_from if general else None) or sign.read_from,
        smallest=general.sheet if general and general.sheet else sign.smallest,
        address=_address(venue.web, f"q/{venue.id}/{sign.id}/"),
    )


def _ordered(hanging: Hanging, orders: list[SignOrder]) -> list[Hanging]:
    """Apply what the owner ordered for this place: skipped, or another number of copies."""
    for order in orders:
        if order.room not in (None, hanging.hangs_in, hanging.door.into if hanging.door else None):
            continue
        if order.coming_from and (hanging.door is None or hanging.door.coming_from != order.coming_from):
            continue
        if order.skip:
            return []
        if order.copies is not None:
            hanging = Hanging(hanging.hangs_in, hanging.door, hanging.sharer, order.copies)
    return [hanging]


def _address(web: Web | Unanswered | None, path: str) -> str | None:
    if web is None or web is UNANSWERED or web.address is UNANSWERED:
        return None
    return web.address + path
