"""What the owner typed for staff only: none of it may stand in anything guests can open."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from placard.compose.venue import ComposedVenue
from placard.model.facts import Facts, is_public
from placard.model.values import LocalText
from placard.prove.leaks import SHORTEST, Secret

_COUNTED = re.compile(r"[^\W_]")


def secrets_of(venues: Sequence[ComposedVenue]) -> Iterator[Secret]:
    """Yield every internal text that is not public elsewhere and long enough to be found for certain."""
    for venue in venues:
        facts = venue.composer.context.venue
        told = {text for public, text in texts_of(facts) if public}
        whole = " ".join(told).casefold()
        for public, text in texts_of(facts):
            if public or text.casefold() in whole or len(_COUNTED.findall(text)) < SHORTEST:
                continue
            yield Secret(text, venue=facts.id)


def texts_of(value: object, public: bool = True) -> Iterator[tuple[bool, str]]:
    """Yield every text of the facts, and whether it may reach guests."""
    if isinstance(value, str) and _is_prose(value):
        yield public, value
    elif isinstance(value, LocalText):
        yield from (
            (public, text) for text in (value.everywhere, *(value.by_language or {}).values()) if text
        )
    elif isinstance(value, Facts):
        for attribute in type(value).model_fields:
            below = public and is_public(type(value), attribute)
            yield from texts_of(getattr(value, attribute), below)
    elif isinstance(value, (tuple, dict)):
        for item in value.values() if isinstance(value, dict) else value:
            yield from texts_of(item, public)


def _is_prose(text: str) -> bool:
    """Codes and ids are words of ours; only what has a blank, a capital or a digit is an owner's own."""
    return text != text.lower() or " " in text or any(letter.isdigit() for letter in text)
