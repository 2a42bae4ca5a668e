"""Nothing guests can open says of the place what its facts do not."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from placard.check.conditions import either
from placard.check.ownpromises import at_hand, kept
from placard.compose.venue import ComposedVenue
from placard.derive.filming import rooms_of
from placard.findings import Finding
from placard.library.conditions import Truth
from placard.library.promises import Promises
from placard.phrases.collections import items_of
from placard.phrases.context import Context
from placard.phrases.values import Question
from placard.prove.outputs import Origin, fault
from placard.prove.readings import Reading


def prove_promised(venues: Sequence[ComposedVenue], readings: Sequence[Reading]) -> Iterator[Finding]:
    """Read what guests can open for promises the facts of its venue contradict.

    A handbook may quote what staff must not say; its own sentences are held to facts where they are written.
    """
    contexts = {venue.venue_id: venue.composer.context for venue in venues}
    promises = venues[0].composer.library.promises if venues else Promises()
    for reading in readings:
        context = contexts.get(reading.venue)
        if context is None or not reading.to_guests:
            continue
        for language in reading.languages:
            for paragraph in reading.paragraphs:
                yield from _broken(paragraph, language, reading, promises, context)


def _everywhere(context: Context) -> Iterator[Context]:
    """The place as a whole, and with each room and filmed area at hand: a sheet tells of one of them."""
    yield context
    areas = items_of("filmed_areas", context)
    yield from (context.at("area", area) for area in (areas if not isinstance(areas, Question) else ()))
    yield from (context.at("room", room) for room in rooms_of(context.venue))


def _broken(
    paragraph: str, language: str, reading: Reading, promises: Promises, context: Context
) -> Iterator[Finding]:
    for promise, words in promises.made_in(paragraph, language):
        if either(kept(promise, each) for each in _everywhere(context)) is not Truth.NO:
            continue
        facts = ", ".join(test.fact for block in at_hand(promise, context) for test in block)
        origin = Origin(reading.venue)
        yield fault("prove.not_true", reading.output, origin, 0, words=words, facts=facts, says=promise.says)
