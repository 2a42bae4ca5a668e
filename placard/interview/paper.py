"""A draft written out as a venue file: keys in the order of the model, comments from content."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import get_args

from placard.derive.activities import usual_length
from placard.interview.asking import Ask, FieldPath, in_language
from placard.interview.draft import UNKNOWN, Draft, Fields, Value
from placard.interview.lexicon import Lexicon
from placard.interview.yamltext import commented, lines_of
from placard.model.facts import Facts, keys_of
from placard.model.paths import facts_at
from placard.model.venue import Venue
from placard.read.law import chain

SCHEMA_LINE = "# yaml-language-server: $schema={up}schema/venue.schema.json"
TODAY = "today"
ALWAYS_WRITTEN = ("schema", "extends", "id")


def with_unanswered(draft: Draft, asks: Iterable[Ask], lexicon: Lexicon) -> Draft:
    """Return the draft with every question nobody answered written down as such."""
    for ask in asks:
        if ask.for_each or not draft.decides(ask.applies, lexicon.library.packs):
            continue
        whole = ask.none and all(path[: len(ask.none)] == ask.none for path in ask.fields)
        for path in (ask.none,) if whole else ask.fields:
            if not _said(draft, path):
                draft = draft.put(path, UNKNOWN)
    return draft


def _said(draft: Draft, path: FieldPath) -> bool:
    """Tell whether something stands at a path, above it or below it."""
    return any(path[: len(other)] == other or other[: len(path)] == path for other in draft.values)


def with_suggestions(draft: Draft, lexicon: Lexicon, today: date) -> Draft:
    """Return the draft with the decisions that may be suggested, where nobody has decided."""
    for each in lexicon.interview.suggestions:
        if _said(draft, each.field) or not draft.decides(each.applies, lexicon.library.packs):
            continue
        if each.like and not draft.word(*each.like):
            continue
        value: Value = draft.word(*each.like) if each.like else each.value
        if value == TODAY:  # what is hung tonight holds from today
            value = f"{today}"
        if each.like and _is_list(each.field):
            value = (value,)
        draft = draft.put(each.field, value, suggested=True)
    return _with_periods(draft, lexicon)


def _is_list(path: FieldPath) -> bool:
    owner = facts_at(path[:-1])
    field = owner.model_fields[keys_of(owner)[path[-1]]] if owner else None
    return field is not None and any(
        getattr(part, "__origin__", None) is tuple for part in get_args(field.annotation)
    )


def _with_periods(draft: Draft, lexicon: Lexicon) -> Draft:
    """Give activities the period that is usual for them under the law; it stays a suggestion.

    Where the law supports none, the period is written down as not answered.
    """
    given = draft.get(("activities",))
    if not isinstance(given, tuple):
        return draft
    law = chain(lexicon.library.packs, draft.word("law"))
    items: list[Value] = []
    for item in given:
        preset = lexicon.library.activities.get(item) if isinstance(item, str) else None
        usual = usual_length(preset, law)
        kept = Fields((("retention", usual or UNKNOWN),))
        items.append(Fields(((str(item), kept),)) if preset else item)
        if usual:
            draft = draft.mark(("activities", str(item), "retention"))
    return draft.put(("activities",), tuple(items))


def text_of(draft: Draft, lexicon: Lexicon, *, up: str = "../", shared: bool = False) -> str:
    """Return the whole file; `up` leads from its folder to the one of the project."""
    talk = lexicon.talk
    head = talk.say("head_shared" if shared else "head")
    lines = [SCHEMA_LINE.format(up=up), f"# {head}"]
    full = talk.say("suggested")
    for key, value in _tree(draft, (), Venue).pairs:
        told = any(line.endswith(full) for line in lines)
        lines += _with_comments(key, lines_of(key, value), draft, lexicon, told)
    return "\n".join(lines) + "\n"


def _tree(draft: Draft, above: FieldPath, facts: type[Facts]) -> Fields:
    pairs: list[tuple[str, Value]] = []
    for key in _order(keys_of(facts)):
        path = (*above, key)
        own = draft.get(path)
        if own is not None:
            pairs.append((key, own))
        elif any(other[: len(path)] == path for other in draft.values):
            below = facts_at(path)
            assert below is not None, path
            pairs.append((key, _tree(draft, path, below)))
    return Fields(tuple(pairs))


def _order(keys: Iterable[str]) -> list[str]:
    known = list(keys)
    return [key for key in ALWAYS_WRITTEN if key in known] + [k for k in known if k not in ALWAYS_WRITTEN]


def _with_comments(
    key: str, written: Sequence[str], draft: Draft, lexicon: Lexicon, said_once: bool
) -> Iterator[str]:
    """Put comments behind lines: which values are suggestions of ours, or what a key is about."""
    talk = lexicon.talk
    about = [ask for ask in lexicon.interview.asks if ask.note and draft.get(ask.fields[0]) is not None]
    for number, line in enumerate(written):
        inner = line.strip().removeprefix("- ").partition(":")[0]
        path = (key,) if number == 0 else (key, inner)
        whole = len(written) == 1 or number > 0
        ours = [other for other in draft.suggested if other[: len(path)] == path] if whole else []
        if ours:
            word = talk.say("suggested_too" if said_once else "suggested")
            comment = (
                word if _all_ours(path, ours, draft) else _which(ours, talk.say("suggested_too"), lexicon)
            )
            said_once = said_once or comment == word
        else:
            comment = next(
                (in_language(a.note, talk.language) for a in about if _is_about(a, path, whole)), ""
            )
        yield commented(line, comment)


def _is_about(ask: Ask, path: FieldPath, whole: bool) -> bool:
    """Tell whether a line is the one the note of a question belongs to."""
    field = ask.fields[0]
    return field == path or (whole and field[: len(path)] == path)


def _all_ours(path: FieldPath, ours: Sequence[FieldPath], draft: Draft) -> bool:
    said = [other for other in draft.values if other[: len(path)] == path]
    return set(said) <= set(ours) or path[0] == "activities"


def _which(ours: Sequence[FieldPath], word: str, lexicon: Lexicon) -> str:
    keys = ", ".join(sorted(path[-1] for path in ours))
    return lexicon.talk.say("suggested_only", suggested=word, keys=keys)
