"""Choices and answers in the owner's own words: listed under a question, read back at the end."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

from placard.interview.asking import Ask, FieldPath, in_language
from placard.interview.choices import offered, vocabulary_of, vocabulary_of_field
from placard.interview.draft import NONE, UNKNOWN, Draft, Fields, Typed, Value
from placard.interview.lexicon import Lexicon
from placard.interview.premises import told
from placard.model.values import Duration

_FIRST_SENTENCE = re.compile(r".*?[?？]")


def choices_told(ask: Ask, draft: Draft, lexicon: Lexicon) -> Iterator[str]:
    """Yield the lines under a question: rooms, or codes by name, each with its number."""
    vocabulary = vocabulary_of(ask)
    if ask.form in ("doors", "views"):
        rooms = [told(room, lexicon) for room in draft.items("rooms")]
        begin = [f"  0 {lexicon.name_of('rooms', 'outside')}"] if ask.form == "doors" else []
        yield from begin + [f"  {number} {name}" for number, name in enumerate(rooms, 1)]
    elif vocabulary:
        for number, code in enumerate(offered(ask, draft, lexicon), 1):
            yield f"  {number} {lexicon.name_of(vocabulary, code)}"


def answers_of(asks: Sequence[Ask], draft: Draft, lexicon: Lexicon) -> Iterator[tuple[Ask, str, str]]:
    """Yield each question that was put, what it asks, and its answer."""
    for ask in asks:
        if ask.for_each or ask.form == "doors" or not draft.decides(ask.applies, lexicon.library.packs):
            continue
        none = ask.none and draft.get(ask.none) == NONE
        said = [path for path in ask.fields if draft.get(path) is not None]
        answers = [lexicon.talk.say("none_word")] if none else [told_at(p, draft, lexicon) for p in said]
        if answers:
            # One answer may stand in two fields; several short ones are several, alike or not.
            if ask.form == "several":
                answers = list(dict.fromkeys(answers))
            yield ask, _in_short(ask, lexicon.language), " · ".join(answers)


def _in_short(ask: Ask, language: str) -> str:
    question = in_language(ask.ask, language)
    sentence = _FIRST_SENTENCE.match(question)
    return sentence[0] if sentence and ask.form != "ticks" else question


def told_at(path: FieldPath, draft: Draft, lexicon: Lexicon) -> str:
    """Return an answer in words: rooms with their doors, companies with what they do, codes by name."""
    items = draft.items(*path)
    tell = _ITEMS.get(path)
    if tell is None or not items:
        return told_value(path, draft.within(path) or "", lexicon)
    return lexicon.talk.say("between").join(tell(item, draft, lexicon) for item in items)


def _room(room: Fields, draft: Draft, lexicon: Lexicon) -> str:
    ids = {each.get("id"): told(each, lexicon) for each in draft.items("rooms")}
    doors = room.get("doors_to")
    behind = [
        ids.get(each) or lexicon.name_of("rooms", str(each))
        for each in (doors if isinstance(doors, tuple) else ())
    ]
    return (
        f"{told(room, lexicon)} (→ {lexicon.talk.say('between').join(behind)})"
        if behind
        else told(room, lexicon)
    )


def _camera(camera: Fields, draft: Draft, lexicon: Lexicon) -> str:
    rooms = {room.get("id"): told(room, lexicon) for room in draft.items("rooms")}
    sees, purposes = camera.get("sees"), camera.get("purposes")
    open_one = lexicon.talk.say("unanswered_word")
    seen = [rooms.get(each, shown(each)) for each in (sees if isinstance(sees, tuple) else ())]
    what = told_value(("cameras", "purposes"), purposes, lexicon) if purposes else open_one
    return f"{camera.get('id')}: {lexicon.talk.say('between').join(seen) or open_one} ({what})"


def _partner(partner: Fields, draft: Draft, lexicon: Lexicon) -> str:
    name, service = (
        told_value(("partners", key), partner.get(key) or UNKNOWN, lexicon) for key in ("name", "service")
    )
    return f"{name} ({service})"


_ITEMS: dict[FieldPath, Callable[[Fields, Draft, Lexicon], str]] = {
    ("rooms",): _room,
    ("cameras",): _camera,
    ("partners",): _partner,
}


def told_value(path: FieldPath, value: Value, lexicon: Lexicon) -> str:
    """Return a value with its codes by their names."""
    vocabulary = vocabulary_of_field(path)
    items = value if isinstance(value, tuple) else (value,)
    named = [_word(each, vocabulary, lexicon) for each in items]
    return lexicon.talk.say("between").join(named) or lexicon.talk.say("none_word")


def _word(value: Value, vocabulary: str, lexicon: Lexicon) -> str:
    if value in (NONE, UNKNOWN):
        return lexicon.talk.say("none_word" if value == NONE else "unanswered_word")
    if not isinstance(value, str):
        return shown(value)
    if value in ("yes", "no"):
        return lexicon.word(value)
    try:
        return lexicon.length(Duration.read(value))
    except ValueError:
        return lexicon.name_of(vocabulary, value)


def shown(value: Value) -> str:
    """Return a value as it is read back."""
    match value:
        case Typed():
            return value.text
        case Fields():
            return " ".join(shown(below) for _, below in value.pairs)
        case tuple():
            return ", ".join(map(shown, value)) or NONE
        case _:
            return value
