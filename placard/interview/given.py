"""Answers that came with the command or in a table: by the id of a question or the path of a field."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from difflib import get_close_matches

from placard.interview.asking import Ask, FieldPath
from placard.interview.choices import offered
from placard.interview.draft import Draft, Value
from placard.interview.lexicon import Lexicon, Wrong, parted, vocabulary_at, wrong
from placard.interview.reading import take
from placard.model.paths import field_at


def heading(name: str, lexicon: Lexicon) -> Ask | FieldPath:
    """Return the question or the field a name is meant for; raises `Wrong`."""
    wanted = name.strip()
    for ask in lexicon.interview.asks:
        called = {words.casefold() for words in (*ask.ask.values(), *ask.column.values())}
        if wanted == ask.id or wanted.casefold() in called:
            return ask
    path = tuple(wanted.split("."))
    field = field_at(path)
    if field is None or field.below is not None or any(_is_list(path[:n]) for n in range(1, len(path))):
        known = [ask.id for ask in lexicon.interview.asks]
        known += [".".join(each) for ask in lexicon.interview.asks for each in ask.fields]
        known += [words for ask in lexicon.interview.asks for words in ask.column.values()]
        if near := get_close_matches(wanted, known, n=1):
            raise wrong("new.no_such_field", found=wanted, near=near[0])
        raise wrong("new.no_such_heading", found=wanted)
    return path


def _is_list(path: FieldPath) -> bool:
    field = field_at(path)
    return field is None or field.is_list or field.is_map


def answered(target: Ask | FieldPath, typed: str, draft: Draft, lexicon: Lexicon) -> Draft:
    """Return the draft with one such answer; raises `Wrong`."""
    if isinstance(target, Ask):
        if not target.for_each:
            return take(target, typed, draft, lexicon)
        # One answer for each camera, in their order.
        for number, each in enumerate(typed.split("|") if typed.strip() else ()):
            if number >= len(draft.items("cameras")):
                raise wrong("new.too_many_answers", found=number + 1, cameras=number)
            draft = take(target, each, draft, lexicon, number)
        return draft
    if not typed.strip():
        return draft
    field = field_at(target)
    assert field is not None
    if field.is_list and not lexicon.talk.means(typed, "none"):
        vocabulary = vocabulary_at(field)
        items: tuple[Value, ...] = tuple(lexicon.code(vocabulary, part, ()) for part in parted(typed))
        return draft.put(target, items)
    asks = [ask for ask in lexicon.interview.asks if target in ask.fields]
    listed = offered(asks[0], draft, lexicon) if asks else ()
    return draft.put(target, lexicon.scalar(target, typed, listed))


def first_things_first(named: Iterable[tuple[str, str]], lexicon: Lexicon) -> Sequence[tuple[str, str]]:
    """Return answers in the order they build on each other: the type before its rooms, rooms before doors."""
    order = [ask.id for ask in lexicon.interview.asks]
    return sorted(named, key=lambda pair: _rank(pair[0], order, lexicon))


def _rank(name: str, order: Sequence[str], lexicon: Lexicon) -> int:
    try:
        target = heading(name, lexicon)
    except Wrong:
        return len(order)
    return order.index(target.id) if isinstance(target, Ask) else len(order)
