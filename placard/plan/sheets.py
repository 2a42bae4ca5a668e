"""The sheets of a sign: one per room, area or house, and what an owner ordered otherwise."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from placard.derive.filming import FilmedArea, filmed_areas, floor_rooms
from placard.library.texts import Sign
from placard.model import UNANSWERED, Venue
from placard.model.venue import SignOrder
from placard.phrases.context import Context
from placard.plan.places import Hanging, about_room, at_ways_in, hangings_of, places_asked


@dataclass(frozen=True, slots=True)
class PlannedSheet:
    """One sheet to print, and every place it hangs; `order` holds the words of a sign the owner wrote."""

    sign: Sign
    stem: str
    area: FilmedArea | None
    hangings: tuple[Hanging, ...]
    languages: tuple[str, ...]
    read_from: float
    smallest: str
    address: str | None
    order: SignOrder | None = None

    @property
    def copies(self) -> int:
        """How many copies to print in all."""
        return sum(hanging.copies for hanging in self.hangings)

    def context(self, context: Context) -> Context:
        """Return the facts with the sheet's own area or room at hand."""
        if self.area is not None:
            context = context.at("area", self.area).at("here", context.room(self.hangings[0].hangs_in))
        if self.order is not None:
            context = context.at("order", self.order)
        return about_room(context, self.hangings[0]) if self.sign.one_per == "room" else context


def sheets_of(sign: Sign, context: Context) -> list[PlannedSheet]:
    """Plan the sheets of one sign; a sign without a place to hang has none."""
    if places_asked(sign, context):
        return []
    if sign.hangs.way == "ways_in":
        areas = filmed_areas(context.venue)
        return [s for area in areas for s in _sheets(sign, f".{area.id}", area, at_ways_in(area), context)]
    hangings = hangings_of(sign, context)
    if sign.one_per != "room":
        return _sheets(sign, "", None, hangings, context)
    by_room: dict[str, list[Hanging]] = {}
    for hanging in hangings:
        by_room.setdefault(hanging.room, []).append(hanging)
    return [s for room, there in by_room.items() for s in _sheets(sign, f".{room}", None, there, context)]


def _sheets(
    sign: Sign, suffix: str, area: FilmedArea | None, hangings: Sequence[Hanging], context: Context
) -> list[PlannedSheet]:
    """Plan one document, and one more for each place that an owner ordered in another size or distance."""
    venue = context.venue
    orders = [order for order in venue.signs if order.sign == sign.id]
    groups: dict[tuple[float, str, bool], list[Hanging]] = {}
    floor = floor_rooms(venue, context.kinds) if area else ()
    for hanging in hangings:
        theirs = [order for order in orders if _concerns(order, hanging)]
        if any(order.skip for order in theirs):
            continue
        read_from = next((o.read_from for o in reversed(theirs) if o.read_from), sign.read_from)
        smallest = next((o.sheet for o in reversed(theirs) if o.sheet), sign.smallest)
        copies = next((o.copies for o in reversed(theirs) if o.copies is not None), hanging.copies)
        # A notice that is read in a room no camera sees speaks of the door, not of "here".
        group = (read_from, smallest, hanging.hangs_in in floor)
        groups.setdefault(group, []).append(replace(hanging, copies=copies))
    return [
        PlannedSheet(
            sign=sign,
            stem=sign.id + suffix + (f".at-{group[0].hangs_in}" if number else ""),
            area=area,
            hangings=tuple(group),
            languages=venue.languages,
            read_from=read_from,
            smallest=smallest,
            address=address_of(venue, sign.id),
        )
        for number, ((read_from, smallest, _), group) in enumerate(groups.items())
    ]


def _concerns(order: SignOrder, hanging: Hanging) -> bool:
    """Tell whether an order is about this place: by the room it hangs in or leads to, and by the door."""
    leads_to = hanging.door.into if hanging.door else None
    if order.room not in (None, hanging.hangs_in, leads_to):
        return False
    comes_from = hanging.door.coming_from if hanging.door else None
    return order.coming_from in (None, comes_from)


def address_of(venue: Venue, sign: str) -> str | None:
    """Return the short address of a sign, where the venue has a site."""
    web = venue.web
    if web is None or web is UNANSWERED or web.address is UNANSWERED:
        return None
    return f"{web.address}q/{venue.id}/{sign}/"
