"""The places a sign hangs at: ways in, doors into rooms, rooms, the desk."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from placard.check.applying import applies, unanswered
from placard.derive.doors import Door, door_graph, rooms_without_doors
from placard.derive.filming import FilmedArea, filmed_areas, rooms_of
from placard.library.conditions import Truth
from placard.library.texts import Sign
from placard.library.vocabulary import RoomKind
from placard.model import UNANSWERED
from placard.model.premises import Room
from placard.model.values import LocalText
from placard.phrases.context import Context
from placard.phrases.short import areas_missing
from placard.phrases.values import Question


@dataclass(frozen=True, slots=True)
class Hanging:
    """Where copies of a sheet go: the wall they hang on, the door they belong to, how many."""

    hangs_in: str
    door: Door | None
    sharer: LocalText | None
    copies: int

    @property
    def room(self) -> str:
        """The room a sheet hanging here is about: the one behind the door, else the one it hangs in."""
        return self.door.into if self.door else self.hangs_in


def places_asked(sign: Sign, context: Context) -> tuple[Question, ...]:
    """List what must be answered before anybody can tell where a sign hangs."""
    if sign.hangs.way == "ways_in":
        missing = areas_missing(context)
        if missing:
            return (Question("filming.areas", missing),)
        doorless = rooms_without_doors(rooms_of(context.venue))
        filmed = {room for area in filmed_areas(context.venue) for room in area.rooms}
        return tuple(_doors_of(room) for room in doorless if room.id in filmed)
    if context.venue.rooms is UNANSWERED:
        return (Question("rooms", ("rooms",)),)
    asked: dict[Question, None] = {}
    if sign.hangs.way == "doors_into":
        doorless = rooms_without_doors(rooms_of(context.venue))
        asked |= {_doors_of(room): None for room in doorless if _meant(sign, context, room)}
    for hanging in _all_hangings(sign, context):
        there = about_room(context, hanging)
        if applies(sign.only_where, there) is Truth.UNKNOWN:
            asked |= dict.fromkeys(unanswered([sign.only_where], there))
    return tuple(asked)


def _doors_of(room: Room) -> Question:
    """Ask for the doors of a room: until one is named, nobody can tell where a sheet goes."""
    return Question("rooms.doors_to", ("rooms", room.id, "doors_to"))


def hangings_of(sign: Sign, context: Context) -> tuple[Hanging, ...]:
    """List the places of a sign that hangs at rooms; those its conditions leave out are not among them."""
    fitting = tuple(
        hanging
        for hanging in _all_hangings(sign, context)
        if applies(sign.only_where, about_room(context, hanging)) is Truth.YES
    )
    return _of_one_kind(fitting, context) if sign.hangs.way == "first_of" else fitting


def _of_one_kind(fitting: tuple[Hanging, ...], context: Context) -> tuple[Hanging, ...]:
    """Keep the places in rooms of the first kind: of two changing rooms, nobody comes through both."""
    kinds = [context.room(hanging.room).kind for hanging in fitting]
    return tuple(hanging for hanging, kind in zip(fitting, kinds, strict=True) if kind == kinds[0])


def at_ways_in(area: FilmedArea) -> tuple[Hanging, ...]:
    """List the places of a notice of filming: before each way into an area."""
    return tuple(
        Hanging(way.door.coming_from, None if way.sharer else way.door, way.sharer, 1) for way in area.ways_in
    )


def about_room(context: Context, hanging: Hanging) -> Context:
    """Return the facts with the room at hand that a sheet hanging here is about."""
    return context.at("room", context.room(hanging.room))


def _all_hangings(sign: Sign, context: Context) -> Iterator[Hanging]:
    rooms = rooms_of(context.venue)
    match sign.hangs.way:
        case "doors_into":
            behind = [room.id for room in rooms if _meant(sign, context, room)]
            doors = door_graph(rooms).doors_into(behind)
            yield from (Hanging(door.coming_from, door, None, 1) for door in doors)
        case "inside":
            yield from (_on_wall(room) for room in rooms if _meant(sign, context, room))
        case "first_of":
            yield from _in_order(sign.hangs.rooms.kinds, rooms)
        case "desk":
            yield from map(_on_wall, filter(None, [desk_of(context)]))


def desk_of(context: Context) -> Room | None:
    """Return the room where guests ask and papers lie; where nobody has a desk, it is the first room."""
    rooms = rooms_of(context.venue)
    desks = tuple(kind.code for kind in context.kinds.values() if kind.desk)
    there = [room for kind in desks for room in rooms if room.kind == kind]
    return next(iter((*there, *rooms)), None)


def _in_order(kinds: tuple[str, ...], rooms: tuple[Room, ...]) -> Iterator[Hanging]:
    """Rooms of these kinds, those of the first kind first."""
    yield from (_on_wall(room) for kind in kinds for room in rooms if room.kind == kind)


def _meant(sign: Sign, context: Context, room: Room) -> bool:
    kind: RoomKind | None = context.kinds.get(room.kind)
    return kind is not None and sign.hangs.rooms.takes(kind)


def _on_wall(room: Room) -> Hanging:
    return Hanging(room.id, None, None, 1)
