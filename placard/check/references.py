"""What one part of a venue file says of another: rooms that are named, ids that are repeated."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from datetime import date
from pathlib import PurePosixPath

from placard.check.codes import code_findings, language_findings
from placard.check.days import day_findings
from placard.check.nearest import surely
from placard.check.walk import every_fact, listed
from placard.derive.doors import OUTSIDE
from placard.derive.filming import cameras_of, rooms_of
from placard.findings import Finding, Place, Severity, stops
from placard.library.library import Library
from placard.model import UNANSWERED
from placard.model.operator import JointController, ProtectionStandards
from placard.model.premises import Camera, LiveView, Room
from placard.model.venue import SignOrder
from placard.read.found import found
from placard.read.venue import Rest, VenueFile

_NAMES_A_ROOM = {
    (Room, "doors_to"),
    (Camera, "room"),
    (Camera, "sees"),
    (LiveView, "room"),
    (ProtectionStandards, "rooms"),
    (JointController, "rooms"),
    (SignOrder, "room"),
    (SignOrder, "coming_from"),
}
_NAMED_BY = ("id", "code")


def reference_findings(file: VenueFile, library: Library, as_of: date) -> list[Finding]:
    """Check a venue against itself and against the codes content knows."""
    return [
        *_file_name(file),
        *_rooms(file),
        *_repeats(file),
        *_cameras_without_surveillance(file),
        *_sees_nothing(file),
        *_invented(file),
        *code_findings(file, library.vocabularies()),
        *language_findings(file, library.languages),
        *day_findings(file, as_of),
    ]


def rest_findings(rest: Rest, library: Library, as_of: date) -> list[Finding]:
    """The same for what is left of a faulty file; what was taken out of it is not missed here."""
    silent = {"check.sees_nothing"}
    if any(path[0] == "rooms" and len(path) == 2 for path in rest.lost):
        silent |= {"check.no_such_room", "check.no_such_room_listed"}
    told = reference_findings(rest.file, library, as_of)
    return [finding for finding in told if stops([finding]) and finding.code not in silent]


def _file_name(file: VenueFile) -> Iterator[Finding]:
    name = PurePosixPath(file.file.replace("\\", "/")).stem
    if name != file.venue.id:
        yield found("check.id_is_file_name", file.place(("id",)), id=file.venue.id, name=name)


def _rooms(file: VenueFile) -> Iterator[Finding]:
    """A room nobody declared is an error: its notice would hang nowhere."""
    if file.venue.rooms is UNANSWERED:
        return
    described = [room.id for room in rooms_of(file.venue)]
    if len(set(described)) < len(described):
        return
    rooms = {*described, OUTSIDE}
    for met in every_fact(file.venue):
        if (type(met.owner), met.attribute) not in _NAMES_A_ROOM:
            continue
        for path, room in listed(met):
            if room not in rooms:
                yield _no_such_room(file.place(path), met.key, room, rooms)
            elif met.attribute == "doors_to" and isinstance(met.owner, Room) and room == met.owner.id:
                yield found("check.door_to_itself", file.place(path), room=room)


def _no_such_room(place: Place, key: str, room: str, rooms: Collection[str]) -> Finding:
    """Suggest the room that was surely meant; where none is near, name all there are."""
    if near := surely(room, rooms):
        return found("check.no_such_room", place, key=key, room=room, near=near)
    return found("check.no_such_room_listed", place, key=key, room=room, known=", ".join(sorted(rooms)))


def _repeats(file: VenueFile) -> Iterator[Finding]:
    """Ids within one list, and `outside`, which is a room that always exists."""
    for met in every_fact(file.venue):
        if not isinstance(met.value, tuple):
            continue
        first: dict[str, int] = {}
        for number, item in enumerate(met.value):
            name, place = _name_of(item), file.place((*met.path, number))
            if name in first:
                # A code written twice does no harm; of two rooms with one id one would be lost.
                severity = Severity.WARNING if isinstance(item, str) else Severity.ERROR
                line = file.place((*met.path, first[name])).line
                if isinstance(item, Room):
                    yield found("check.repeated_room", place, name=name, first=line)
                else:
                    yield found("check.repeated", place, severity, list=met.key, name=name, first=line)
            elif name is not None:
                first[name] = number
            if isinstance(item, Room) and item.id == OUTSIDE:
                yield found("check.outside_declared", place)


def _name_of(item: object) -> str | None:
    if isinstance(item, str):
        return item
    return next((name for key in _NAMED_BY if isinstance(name := getattr(item, key, None), str)), None)


def _invented(file: VenueFile) -> Iterator[Finding]:
    """Addresses under `.example` (RFC 2606) exist nowhere: left over from the sample, they mislead."""
    if file.venue.sample:
        return
    for met in every_fact(file.venue):
        if isinstance(met.value, str) and met.value.rstrip("/").endswith(".example"):
            yield found(
                "check.invented", file.place(met.path), Severity.WARNING, key=met.key, found=met.value
            )


def _cameras_without_surveillance(file: VenueFile) -> Iterator[Finding]:
    if file.venue.surveillance is None and cameras_of(file.venue):
        yield found("check.cameras_but_none", file.place(("surveillance",)))


def _sees_nothing(file: VenueFile) -> Iterator[Finding]:
    """A real camera sees something; without it nobody would be told what is filmed."""
    for number, camera in enumerate(cameras_of(file.venue)):
        if camera.kind != "dummy" and camera.sees == ():
            yield found("check.sees_nothing", file.place(("cameras", number, "sees")), camera=camera.id)
