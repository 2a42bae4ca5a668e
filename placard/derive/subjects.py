"""What rules look at: the venue and each of its rooms, ways in, cameras, partners and the rest.

A fact is a dotted path of keys as they stand in a venue file, or one of the listed derived facts.
`venue.` before a path reaches the venue from anything in it. A camera that says nothing on a
setting is taken to say what `surveillance` says, an activity what such an activity usually is.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from placard.derive.activities import ACTIVITY_FACTS, RIGHTS_OF_VENUE, as_usual
from placard.derive.case import Case, Derived, Entrance, Path
from placard.derive.dates import DATES_OF_PARTNER, DATES_OF_VENUE
from placard.derive.dealings import DEALINGS_OF_VENUE, PARTNER_FACTS
from placard.derive.filmed import CAMERA_FACTS, ROOM_FACTS, WAY_IN_FACTS, skip_of
from placard.derive.filming import SETTINGS, cameras_of, rooms_of, setting
from placard.derive.relabelled import RELABELLED_FACTS
from placard.derive.shapes import Shape, shapes_in
from placard.derive.venuewide import VENUE_FACTS, fact_at
from placard.library.law import Collection
from placard.model import UNANSWERED, Venue
from placard.model.dealings import Activity, Partner
from placard.model.facts import Facts, keys_of
from placard.model.operator import StaffMember
from placard.model.premises import Camera, Room
from placard.model.venue import SignOrder

_TYPED: Mapping[Collection, type[Facts]] = {
    "venue": Venue,
    "rooms": Room,
    "cameras": Camera,
    "activities": Activity,
    "partners": Partner,
    "signs": SignOrder,
    "staff_roles": StaffMember,
}
_DERIVED: Mapping[Collection, Mapping[str, Derived]] = {
    "venue": {**VENUE_FACTS, **DATES_OF_VENUE, **DEALINGS_OF_VENUE, **RIGHTS_OF_VENUE},
    "rooms": {**ROOM_FACTS, **RELABELLED_FACTS},
    "ways_in": WAY_IN_FACTS,
    "cameras": CAMERA_FACTS,
    "activities": ACTIVITY_FACTS,
    "partners": {**PARTNER_FACTS, **DATES_OF_PARTNER},
}


def derived_facts(collection: Collection) -> Mapping[str, Derived]:
    """Return the derived facts of a collection; the package says what each means."""
    return _DERIVED.get(collection, {})


@cache
def facts_of(collection: Collection) -> Mapping[str, Shape]:
    """Return every fact a rule over this collection may name, with the shape of its value."""
    typed = dict(shapes_in(_TYPED[collection])) if collection in _TYPED else {}
    derived = {name: fact.shape for name, fact in derived_facts(collection).items()}
    whole = facts_of("venue") if collection != "venue" else typed | derived
    return typed | derived | {f"venue.{name}": shape for name, shape in whole.items() if "venue." not in name}


def known_facts(collection: Collection) -> frozenset[str]:
    """Return the names of every fact a rule over this collection may use."""
    return frozenset(facts_of(collection))


@cache
def names_in(collection: Collection) -> Mapping[str, str]:
    """Return the `{names}` a rule's sentences may use, each with its fact: dots become underscores."""
    return {fact.replace(".", "_"): fact for fact in facts_of(collection)}


@dataclass(frozen=True, slots=True)
class Subject:
    """One thing a rule looks at; `label` is how a report names it, `path` where it stands in the file."""

    kind: Collection
    label: str
    path: Path
    item: Any
    case: Case
    seen: dict[str, Any] = field(default_factory=dict, init=False, repr=False, compare=False)

    def look(self, fact: str) -> Any:
        """Return a fact: typed, `UNANSWERED`, or `None` (or an empty tuple) where there is none."""
        try:
            return self.seen[fact]
        except KeyError:
            found = self.seen[fact] = self._found(fact)
            return found

    def _found(self, fact: str) -> Any:
        owner, name = self._owner(fact)
        derived = derived_facts(owner.kind).get(name)
        if derived:
            return derived.get(owner.case, owner.item)
        head, _, below = name.partition(".")
        facts: type[Facts] = type(owner.item)
        attribute = keys_of(facts)[head]
        value = owner._typed(attribute)
        return fact_at(value, below) if below else value

    def _typed(self, attribute: str) -> Any:
        if self.kind == "cameras" and attribute in SETTINGS:
            return setting(self.case.venue, self.item, attribute)
        if self.kind == "activities":
            return as_usual(self.case, self.item, attribute)
        return getattr(self.item, attribute)

    def path_of(self, fact: str) -> Path:
        """Return where in the venue file a fact stands, or where it should."""
        owner, name = self._owner(fact)
        derived = derived_facts(owner.kind).get(name)
        if derived and derived.rests_on != name:
            name = derived.rests_on
            if name.startswith("venue."):
                return _whole(owner.case).path_of(name)
        if owner.kind == "ways_in":
            return owner._path_of_way_in(name)
        keys = tuple(name.split("."))
        if owner.kind == "cameras" and keys[0] in SETTINGS and getattr(owner.item, keys[0]) is UNANSWERED:
            return ("surveillance", *keys)
        return (*owner.path, *keys)

    def asks(self, fact: str) -> Path:
        """Return where the answer that is missing would stand."""
        owner, name = self._owner(fact)
        derived = derived_facts(owner.kind).get(name)
        return (derived.asks(owner.case, owner.item) if derived else None) or self.path_of(fact)

    def _path_of_way_in(self, name: str) -> Path:
        skipped = skip_of(self.case, self.item) if name == "skip" else None
        return ("signs", skipped[0], "skip") if skipped else self.path

    def _owner(self, fact: str) -> tuple[Subject, str]:
        if not fact.startswith("venue."):
            return self, fact
        return (self if self.kind == "venue" else _whole(self.case)), fact.removeprefix("venue.")


def subjects(case: Case, collection: Collection) -> tuple[Subject, ...]:
    """List what a rule over a collection looks at, in the order of the file."""
    known: tuple[Subject, ...] | None = case.listed.get(collection)
    if known is None:
        items = _items(case, collection)
        known = case.listed[collection] = tuple(Subject(collection, *item, case) for item in items)
    return known


def _whole(case: Case) -> Subject:
    return subjects(case, "venue")[0]


def _items(case: Case, collection: Collection) -> Iterator[tuple[str, Path, Any]]:
    venue = case.venue
    match collection:
        case "venue":
            yield venue.id, (), venue
        case "rooms":
            yield from ((r.id, ("rooms", n), r) for n, r in enumerate(rooms_of(venue)))
        case "cameras":
            yield from ((c.id, ("cameras", n), c) for n, c in enumerate(cameras_of(venue)))
        case "ways_in":
            yield from _ways_in(case)
        case "activities":
            yield from ((a.code, ("activities", n), a) for n, a in enumerate(_known(venue.activities)))
        case "partners":
            yield from ((p.id, ("partners", n), p) for n, p in enumerate(_known(venue.partners)))
        case "signs":
            yield from ((s.sign, ("signs", n), s) for n, s in enumerate(venue.signs))
        case "staff_roles":
            people = _known(fact_at(venue, "staff.roles"))
            yield from ((p.role, ("staff", "roles", n), p) for n, p in enumerate(people))


def _known(several: Any) -> tuple[Any, ...]:
    return several if isinstance(several, tuple) else ()


def _ways_in(case: Case) -> Iterator[tuple[str, Path, Entrance]]:
    numbers = {room.id: number for number, room in enumerate(rooms_of(case.venue))}
    for area in case.areas:
        for way in area.ways_in:
            door = way.door
            if way.sharer:
                path: Path = ("rooms", numbers[door.into], "shared_with")
                yield f"{way.sharer.first()} → {door.into}", path, Entrance(way, area)
                continue
            named_by = next((r for r in (door.into, door.coming_from) if _names(case, r, door)), door.into)
            path = ("rooms", numbers[named_by], "doors_to")
            yield f"{door.coming_from} → {door.into}", path, Entrance(way, area)


def _names(case: Case, room: str, door: Any) -> bool:
    doors = case.rooms[room].doors_to if room in case.rooms else UNANSWERED
    return doors is not UNANSWERED and bool({door.into, door.coming_from} & (set(doors) - {room}))
