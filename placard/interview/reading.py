"""One typed answer turned into facts of a draft, by the form its question has."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence

from placard.interview.asking import Ask, FieldPath, Form
from placard.interview.choices import offered, vocabulary_of
from placard.interview.draft import NONE, UNKNOWN, Draft, Fields, Value
from placard.interview.lexicon import Lexicon, parted, vocabulary_at, wrong
from placard.interview.premises import read_doors, read_rooms, read_views
from placard.model.paths import field_at

MOST_CAMERAS = 99
_TWO_CAPITALS = re.compile(r"[A-Z]{2}")


def take(ask: Ask, typed: str, draft: Draft, lexicon: Lexicon, number: int = 0) -> Draft:
    """Return the draft with an answer; nothing typed is unknown. Raises `Wrong` with the reason."""
    typed = typed.strip()
    if not typed or lexicon.talk.means(typed, UNKNOWN):
        return unknown(ask, draft, number)
    if (
        ask.none
        and ask.form != "ticks"
        and (lexicon.talk.means(typed, NONE) or lexicon.talk.means(typed, "no"))
    ):
        return _nothing(ask, draft)
    return _READERS[ask.form](ask, typed, draft, lexicon, number)


def unknown(ask: Ask, draft: Draft, number: int = 0) -> Draft:
    """Return the draft with what a question asks written down as unanswered."""
    if ask.form == "doors":
        return draft
    if ask.for_each:
        return _of_camera(ask, draft, number, {path[-1]: UNKNOWN for path in ask.fields})
    whole = ask.none and all(path[: len(ask.none)] == ask.none for path in ask.fields)
    for path in (ask.none,) if whole else ask.fields:
        draft = draft.put(path, UNKNOWN)
    return draft


def _nothing(ask: Ask, draft: Draft) -> Draft:
    draft = draft.put(ask.none, NONE)
    return draft.put(ask.fields[0], ()) if ask.form == "cameras" else draft


def _one(ask: Ask, typed: str, draft: Draft, lexicon: Lexicon, number: int) -> Draft:
    return draft.put(ask.fields[0], lexicon.scalar(ask.fields[0], typed, offered(ask, draft, lexicon)))


def _several(ask: Ask, typed: str, draft: Draft, lexicon: Lexicon, number: int) -> Draft:
    codes: tuple[Value, ...]
    if lexicon.talk.means(typed, NONE) or lexicon.talk.means(typed, "no"):
        codes = ()
    else:
        listed = offered(ask, draft, lexicon)
        _whole_list(parted(typed), lexicon)
        codes = tuple(lexicon.code(vocabulary_of(ask), part, listed) for part in parted(typed))
    codes = tuple(dict.fromkeys(codes))
    if ask.for_each:
        return _of_camera(ask, draft, number, {ask.fields[0][-1]: codes})
    for path in ask.fields:
        draft = draft.put(path, codes)
    return draft


def _whole_list(parts: Sequence[str], lexicon: Lexicon) -> None:
    """Refuse a list with a part left open: a file says all of a list, or that nobody knows it."""
    if open_ones := [part for part in parts if lexicon.talk.means(part, UNKNOWN)]:
        raise wrong("new.part_left_open", found=open_ones[0])


def _parts(ask: Ask, typed: str, draft: Draft, lexicon: Lexicon, number: int) -> Draft:
    parts = parted(typed)
    wanted = len(ask.fields)
    if ask.rest and len(parts) > wanted:
        at, more = ask.fields.index(ask.rest), len(parts) - wanted + 1
        parts[at : at + more] = [", ".join(parts[at : at + more])]
    alike = dict(zip(ask.fields[-len(ask.same) :], ask.same, strict=True)) if ask.same else {}
    first = field_at(ask.fields[0])
    # After a code from a list the rest may be left out; without one nobody could tell which part is which.
    least = 1 if first is not None and vocabulary_at(first) else wanted
    if not least <= len(parts) <= wanted:
        raise wrong("new.other_parts", found=len(parts), wanted=wanted)
    listed = offered(ask, draft, lexicon)
    parts = _town_last(ask, parts)
    for position, path in enumerate(ask.fields):
        value: Value = UNKNOWN
        if position < len(parts):
            value = _room_or(path, parts[position], draft, lexicon, listed)
        elif path in alike:
            value = draft.get(alike[path]) or UNKNOWN
        draft = draft.put(path, value)
    return draft


def _town_last(ask: Ask, parts: list[str]) -> list[str]:
    """Return an address with the postcode before the town; some countries write it after: it has digits."""
    names = [path[-1] for path in ask.fields]
    if len(parts) < len(names) or not {"postcode", "city"} <= set(names):
        return parts
    code, town = names.index("postcode"), names.index("city")
    if not _has_digit(parts[code]) and _has_digit(parts[town]):
        parts[code], parts[town] = parts[town], parts[code]
    return parts


def _has_digit(text: str) -> bool:
    return any(letter.isdigit() for letter in text)


def _room_or(path: FieldPath, typed: str, draft: Draft, lexicon: Lexicon, listed: Sequence[str]) -> Value:
    if path[-1] == "room" and not lexicon.talk.means(typed, UNKNOWN):
        return read_views(typed, draft, lexicon)[0]
    return lexicon.scalar(path, typed, listed)


def _ticks(ask: Ask, typed: str, draft: Draft, lexicon: Lexicon, number: int) -> Draft:
    words = typed.replace(",", " ").replace("，", " ").replace("、", " ").split()
    if len(words) != len(ask.fields):
        raise wrong("new.other_parts", found=len(words), wanted=len(ask.fields))
    for path, word in zip(ask.fields, words, strict=True):
        said = lexicon.switch(word)
        field = field_at(path)
        if field is not None and not field.is_switch:
            # A yes says that there is something, not yet what: the file asks for it.
            said = NONE if said == "no" else UNKNOWN
        draft = draft.put(path, said)
    return draft


def _cameras(ask: Ask, typed: str, draft: Draft, lexicon: Lexicon, number: int) -> Draft:
    if typed == "0":
        return _nothing(ask, draft)
    if not typed.isdecimal() or int(typed) > MOST_CAMERAS:
        raise wrong("new.not_a_number_of_cameras", found=typed, most=MOST_CAMERAS)
    kept = tuple(draft.items("cameras"))[: int(typed)]
    new = tuple(Fields((("id", f"c{n + 1}"),)) for n in range(len(kept), int(typed)))
    return draft.put(ask.fields[0], kept + new)


def _views(ask: Ask, typed: str, draft: Draft, lexicon: Lexicon, number: int) -> Draft:
    # Where nobody knows all a camera sees, the room it hangs in is known all the same.
    parts = [part for part in parted(typed) if not lexicon.talk.means(part, UNKNOWN)]
    seen = read_views(", ".join(parts), draft, lexicon)
    whole = len(parts) == len(parted(typed))
    return _of_camera(
        ask, draft, number, {"room": seen[0], "sees": tuple(dict.fromkeys(seen)) if whole else UNKNOWN}
    )


def _of_camera(ask: Ask, draft: Draft, number: int, said: Mapping[str, Value]) -> Draft:
    cameras = list(draft.items("cameras"))
    for key, value in said.items():
        cameras[number] = cameras[number].put(key, value)
    return draft.put(("cameras",), tuple(cameras))


def _partners(ask: Ask, typed: str, draft: Draft, lexicon: Lexicon, number: int) -> Draft:
    partners: list[Value] = []
    for position, part in enumerate(parted(typed), 1):
        service, _, name = part.partition(" ")
        if not name.strip():
            raise wrong("new.no_name", found=part)
        of_each = {key: (*ask.fields[0], key) for key in ("name", "service", "country")}
        code = lexicon.scalar(of_each["service"], service, offered(ask, draft, lexicon))
        words = name.split()
        at_home = len(words) > 1 and _TWO_CAPITALS.fullmatch(words[-1])
        open_too = len(words) > 1 and lexicon.talk.means(words[-1], UNKNOWN)
        country = lexicon.scalar(of_each["country"], words.pop()) if at_home or open_too else UNKNOWN
        called = lexicon.scalar(of_each["name"], " ".join(words))
        told = (("id", f"p{position}"), ("name", called), ("service", code))
        partners.append(Fields((*told, ("role", UNKNOWN), ("country", country))))
    return draft.put(ask.fields[0], tuple(partners))


def _rooms(ask: Ask, typed: str, draft: Draft, lexicon: Lexicon, number: int) -> Draft:
    return draft.put(("rooms",), read_rooms(parted(typed), draft, lexicon, offered(ask, draft, lexicon)))


def _doors(ask: Ask, typed: str, draft: Draft, lexicon: Lexicon, number: int) -> Draft:
    return draft.put(("rooms",), read_doors(parted(typed), draft, lexicon))


_READERS: Mapping[Form, Callable[[Ask, str, Draft, Lexicon, int], Draft]] = {
    "one": _one,
    "several": _several,
    "parts": _parts,
    "rooms": _rooms,
    "doors": _doors,
    "cameras": _cameras,
    "views": _views,
    "ticks": _ticks,
    "partners": _partners,
}
