"""The key facts of a venue as its languages say them, in every form they have."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from placard.compose.venue import ComposedVenue
from placard.library.texts import KeyWords
from placard.library.vocabulary import Labels
from placard.model import UNANSWERED
from placard.model.facts import Facts
from placard.model.values import Duration
from placard.phrases.facts import spec, value_of
from placard.phrases.forms import Speaker
from placard.phrases.lookup import NoSuchForm
from placard.phrases.placeholders import Placeholder
from placard.phrases.values import FactKind, FactSpec
from placard.prove.one_value import KeyFact, Said, number_with
from placard.prove.outputs import Origin

NEVER = r"(?!)"
_AFTER_NUMBER = re.compile(r"\{n\}\s*(\w+)")
_FORMS = {
    FactKind.NAME: ("name",),
    FactKind.EMAIL: ("name",),
    FactKind.PHONE: ("name",),
    FactKind.WEB: ("name",),
    FactKind.DATE: ("date",),
}


def key_facts_of(venue: ComposedVenue, languages: Sequence[str]) -> Iterator[KeyFact]:
    """Yield the key facts that this venue has answered."""
    context = venue.composer.context
    # With one language a fact may well have one home only, such as the page about cameras.
    at_least = min(2, len(context.venue.languages))
    values = {key.id: value_of(key.fact, context) for key in venue.composer.library.key_facts.values()}
    lengths = {length: tuple(_length(venue, languages, length)) for length in _lengths(venue)}
    for key in venue.composer.library.key_facts.values():
        known = spec(key.fact)
        value = values[key.id]
        if known is None or value is UNANSWERED or value in (None, 0):
            continue
        said = {
            language: _said(venue.composer.speaker(language), key, known, value) for language in languages
        }
        spoken = {language: each for language, each in said.items() if each.phrases}
        others = [other for name, other in values.items() if name != key.id]
        clocks = [clock for clock in _clocks(venue) if clock not in others]
        besides = [words for length in (*lengths_in(context.venue), *clocks) for words in lengths[length]]
        besides += _days_besides(venue, languages)
        yield KeyFact(key.id, spoken, Origin(venue.venue_id), tuple(dict.fromkeys(besides)), at_least)


def _lengths(venue: ComposedVenue) -> Iterator[Duration]:
    """Every length of time the venue or its law knows: where clocks stand side by side, all are right.

    But for a clock of the law that is a key fact itself: it is right only where its own words stand nearer.
    """
    yield from lengths_in(venue.composer.context.venue)
    yield from _clocks(venue)


def _clocks(venue: ComposedVenue) -> Iterator[Duration]:
    for pack in venue.composer.context.law.packs:
        yield from (clock.within for clock in pack.clocks.values())


def _length(venue: ComposedVenue, languages: Sequence[str], length: Duration) -> Iterator[str]:
    known = spec("requests.reply")
    assert known is not None
    for language in languages:
        yield from _phrases(venue.composer.speaker(language), known, length)


def _days_besides(venue: ComposedVenue, languages: Sequence[str]) -> Iterator[str]:
    """Every day that is a key fact: in Chinese a date begins with a number of years."""
    context = venue.composer.context
    for key in venue.composer.library.key_facts.values():
        known, value = spec(key.fact), value_of(key.fact, context)
        if known is not None and known.kind is FactKind.DATE and value not in (None, UNANSWERED):
            for language in languages:
                yield from _phrases(venue.composer.speaker(language), known, value)


def lengths_in(value: object) -> Iterator[Duration]:
    """Yield every length of time a venue states."""
    if isinstance(value, Duration):
        yield value
    elif isinstance(value, Facts):
        for attribute in type(value).model_fields:
            yield from lengths_in(getattr(value, attribute))
    elif isinstance(value, tuple):
        for item in value:
            yield from lengths_in(item)


def _said(speaker: Speaker, key: KeyWords, known: FactSpec, value: object) -> Said:
    phrases = tuple(dict.fromkeys(_phrases(speaker, known, value, key.counted)))
    markers = key.markers.get(speaker.language.code, ())
    marker = "|".join(re.escape(word) for word in markers) or NEVER
    counted = known.kind in (FactKind.DURATION, FactKind.COUNT) and markers
    return Said(phrases, marker, number_with(_units(speaker)) if counted else NEVER)


def _phrases(speaker: Speaker, known: FactSpec, value: object, counted: str = "") -> Iterator[str]:
    for form, argument in _forms(known, speaker.labels, counted):
        try:
            yield speaker.say(known, value, Placeholder(known.name, form, argument)).text
        except NoSuchForm:
            continue


def _forms(known: FactSpec, labels: Labels, counted: str) -> Iterator[tuple[str, str]]:
    if known.kind is FactKind.DURATION:
        yield from ((form, "") for form in labels.durations)
    elif known.kind is FactKind.COUNT:
        yield from (("count", noun) for noun in labels.counts if counted in ("", noun))
    else:
        yield from ((form, "") for form in _FORMS.get(known.kind, ()))


def _units(speaker: Speaker) -> frozenset[str]:
    """Every word a language puts after the number of a length of time.

    Han words have no edges, so only the bare length tells where the unit ends.
    """
    durations = speaker.labels.durations
    forms = [durations.get("length", {})] if speaker.language.script == "han" else list(durations.values())
    phrases = (phrase for units in forms for plurals in units.values() for phrase in plurals.values())
    return frozenset(match[1] for phrase in phrases if (match := _AFTER_NUMBER.search(phrase)))
