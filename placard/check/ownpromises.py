"""What words of an owner's own promise, held against the facts of the same file."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from placard.check.applying import applies, unanswered
from placard.check.at_hand import ITEMS
from placard.check.typedlengths import typed_lengths
from placard.derive.case import Path
from placard.findings import Finding, Place, Said, Severity
from placard.library.conditions import Conditions, Truth
from placard.library.library import Library
from placard.library.promises import Promise
from placard.model import UNANSWERED
from placard.model.values import Duration, LocalText
from placard.phrases.context import Context
from placard.phrases.facts import value_of
from placard.phrases.lengths import length_by_language
from placard.read.venue import VenueFile

LINES = ("headline", "text")


def at_hand(promise: Promise, context: Context) -> Conditions:
    """Return what makes a promise true, as far as it asks for nothing that is not at hand."""
    absent = ITEMS - set(context.items)
    return tuple(
        block
        for block in promise.true_where
        if not any(test.fact.partition(".")[0] in absent for test in block)
    )


def kept(promise: Promise, context: Context) -> Truth:
    """Tell whether the facts of a place agree with a promise; where nothing is at hand, nobody knows."""
    conditions = at_hand(promise, context)
    return applies(conditions, context) if conditions else Truth.UNKNOWN


def own_promise_findings(file: VenueFile, library: Library, context: Context) -> Iterator[Finding]:
    """Find words of an owner's own that the facts of the place belie, or that nobody has answered yet."""
    for path, words, here in _own_words(file, context):
        said = words.by_language or {file.venue.languages[0]: words.everywhere}
        for language, text in said.items():
            place = file.place((*path, language))
            yield from _promised(text, language, place, here, library)
            yield from _other_lengths(text, language, place, here, library)


def _own_words(file: VenueFile, context: Context) -> Iterator[tuple[Path, LocalText, Context]]:
    """Yield lines of own signs, with the room they hang in at hand, and changes told to guests."""
    for number, order in enumerate(file.venue.signs):
        room = context.room(order.room) if order.own_id and order.room else None
        here = context.at("room", room) if room else context
        for key in LINES if order.own_id else ():
            if isinstance(words := getattr(order, key), LocalText):
                yield ("signs", number, key), words, here
    complaints = file.venue.complaints
    changes = UNANSWERED if complaints is UNANSWERED else complaints.changes
    for number, change in enumerate(() if changes is UNANSWERED else changes):
        if isinstance(change.what, LocalText):
            yield ("complaints", "changes", number, "what"), change.what, context


def _promised(
    text: str, language: str, place: Place, context: Context, library: Library
) -> Iterator[Finding]:
    for promise, words in library.promises.made_in(text, language):
        truth = kept(promise, context)
        facts = ", ".join(dict.fromkeys(test.fact for block in at_hand(promise, context) for test in block))
        values: dict[str, str | Said | Mapping[str, str]] = {
            "words": words,
            "says": promise.says,
            "facts": facts or ", ".join(promise.facts),
        }
        if truth is Truth.NO:
            yield Finding("own.not_true", Severity.ERROR, place, values)
        elif truth is Truth.UNKNOWN and unanswered([at_hand(promise, context)], context):
            yield Finding("own.not_known", Severity.ERROR, place, values)


def _other_lengths(
    text: str, language: str, place: Place, context: Context, library: Library
) -> Iterator[Finding]:
    """A length of time beside the words for a key fact is that fact, or it is wrong."""
    folded = text.casefold()
    for key in library.key_facts.values():
        value = value_of(key.fact, context)
        beside = any(marker.casefold() in folded for marker in key.markers.get(language, ()))
        if not beside or not isinstance(value, Duration):
            continue
        for typed in typed_lengths(text, language, library):
            if typed.length != value:
                known = length_by_language(library, value)
                values: dict[str, str | Said | Mapping[str, str]] = {
                    "words": typed.words,
                    "fact": key.fact,
                    "value": known,
                }
                yield Finding("own.other_length", Severity.ERROR, place, values)
