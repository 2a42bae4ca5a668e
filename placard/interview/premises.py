"""Rooms, the doors between them, and what a camera sees, as somebody would say them in one line."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from itertools import pairwise

from placard.derive.doors import OUTSIDE
from placard.interview.draft import UNKNOWN, Draft, Fields, Typed, Value
from placard.interview.lexicon import NEAR, Lexicon, Wrong, parted, wrong

_DASHES = re.compile(r"\s*[-‐‑‒–—－~～→>]+\s*")
_NUMBER = re.compile(r"^(\d+)(?=[^\d\s\x00-\x7f])")
"""A number with a word right behind it, as one types where words are not parted by spaces."""
_LETTER = re.compile(r"LATIN (?:SMALL|CAPITAL) LETTER ([A-Z])\b")


def slug(text: str) -> str:
    """Return the letters a to z and digits of a text, joined by hyphens; empty where it has none.

    A letter with a mark becomes the letter: Unicode itself names which one it is.
    """
    plain = []
    for letter in text:
        match = _LETTER.match(unicodedata.name(letter, ""))
        plain.append(match[1].lower() if match else letter if letter.isascii() and letter.isalnum() else " ")
    return "-".join("".join(plain).split())[:50].strip("-")


def read_rooms(
    parts: Sequence[str], draft: Draft, lexicon: Lexicon, offered: Sequence[str]
) -> tuple[Fields, ...]:
    """Return rooms from their numbers or words, each with a name of its own where one follows.

    A name belongs to the language it was typed in; guests who read another one are told the kind of room.
    """
    rooms: list[Fields] = []
    for part in parts:
        kind, name = _kind_and_name(part, lexicon, offered)
        room = Fields((("id", _free(kind.replace("_", "-"), rooms)), ("kind", kind)))
        known = name and not lexicon.talk.means(name, UNKNOWN)
        rooms.append(room.put("name", _named(name, draft, lexicon)) if known else room)
    return tuple(rooms)


def _named(name: str, draft: Draft, lexicon: Lexicon) -> Value:
    spoken = draft.get(("languages",))
    codes = [str(code) for code in spoken] if isinstance(spoken, tuple) else []
    if len(codes) < 2:
        return Typed(name)
    own = lexicon.language if lexicon.language in codes else codes[0]
    return Fields(((own, Typed(name)),))


def _kind_and_name(part: str, lexicon: Lexicon, offered: Sequence[str]) -> tuple[str, str]:
    words = _NUMBER.sub(r"\1 ", part).split()
    # The longest beginning that is a room: "changing room Ladies", "7 Facial", "sauna".
    for count in range(len(words), 0, -1):
        try:
            return lexicon.code("rooms", " ".join(words[:count]), offered), " ".join(words[count:])
        except Wrong as refused:
            if count == 1 and len(words) == 1 and refused.finding.code == NEAR:
                raise refused
    raise wrong("new.not_a_kind_of_room", found=part)


def _free(wished: str, rooms: Sequence[Fields]) -> str:
    taken = {room.get("id") for room in rooms}
    names = [wished, *(f"{wished}-{number}" for number in range(2, len(rooms) + 3))]
    return next(name for name in names if name not in taken)


def read_doors(walks: Sequence[str], draft: Draft, lexicon: Lexicon) -> tuple[Fields, ...]:
    """Return the rooms with their doors, each named once, from walks such as `0-1-2`."""
    rooms = list(draft.items("rooms"))
    order = [str(room.get("id")) for room in rooms]
    doors: dict[str, list[str]] = {}
    for walk in walks:
        steps = _steps(walk, draft, lexicon)
        if len(steps) < 2:
            raise wrong("new.not_a_walk", found=walk)
        for one, other in pairwise(steps):
            if one == other:
                raise wrong("check.door_to_itself", room=one)
            # A door stands with the room that comes first; the one to the street with the room.
            first, second = (other, one) if one == OUTSIDE else (one, other)
            if second != OUTSIDE and order.index(second) < order.index(first):
                first, second = second, first
            doors.setdefault(first, [])
            if second not in doors[first]:
                doors[first].append(second)
    return tuple(
        room.put("doors_to", tuple(doors[name])) if name in doors else room
        for name, room in zip(order, rooms, strict=True)
    )


def _steps(walk: str, draft: Draft, lexicon: Lexicon) -> list[str]:
    try:
        return [_room(walk, draft, lexicon, outside=True)]  # an id may have hyphens of its own
    except Wrong:
        return [_room(step, draft, lexicon, outside=True) for step in _DASHES.split(walk) if step]


def read_views(typed: str, draft: Draft, lexicon: Lexicon) -> tuple[str, ...]:
    """Return the ids of rooms that were named by number, id, own name or kind."""
    return tuple(_room(part, draft, lexicon) for part in parted(typed))


def _room(typed: str, draft: Draft, lexicon: Lexicon, outside: bool = False) -> str:
    rooms = draft.items("rooms")
    asked = typed.strip()
    if asked.isdecimal() and 0 < int(asked) <= len(rooms):
        return str(rooms[int(asked) - 1].get("id"))
    if outside and (asked == "0" or asked.casefold() == OUTSIDE):
        return OUTSIDE
    named = [room for room in rooms if asked.casefold() in _names(room, lexicon)]
    if len(named) != 1:
        known = ", ".join(f"{number} {told(room, lexicon)}" for number, room in enumerate(rooms, 1))
        raise wrong("new.not_a_room", found=asked, known=known)
    return str(named[0].get("id"))


def _names(room: Fields, lexicon: Lexicon) -> set[str]:
    return {text.casefold() for text in (str(room.get("id")), _own_name(room), told(room, lexicon)) if text}


def _own_name(room: Fields) -> str:
    name: Value | None = room.get("name")
    if isinstance(name, Fields):
        name = next((each for _, each in name.pairs), None)
    return name.text if isinstance(name, Typed) else ""


def told(room: Fields, lexicon: Lexicon) -> str:
    """Return what a room is called when it is read back."""
    return _own_name(room) or lexicon.name_of("rooms", str(room.get("kind")))
