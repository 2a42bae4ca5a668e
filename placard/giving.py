"""What an answer to an open question looks like."""

from __future__ import annotations

from typing import Any

from placard.library.library import Library
from placard.library.texts import Local
from placard.model.paths import field_at
from placard.model.values import (
    Colour,
    Country,
    Day,
    Email,
    Identifier,
    LanguageCode,
    Length,
    Phone,
    Span,
    WebAddress,
    Whole,
)

MOST_CODES = 4
_KINDS: tuple[tuple[Any, str], ...] = (
    (Length, "length"),
    (Day, "day"),
    (Span, "hours"),
    (Whole, "whole"),
    (Phone, "phone"),
    (Email, "email"),
    (WebAddress, "web_address"),
    (Country, "country"),
    (Identifier, "id"),
    (LanguageCode, "language"),
    (Colour, "colour"),
)


def example_of(path: tuple[str | int, ...], library: Library) -> str:
    """Return an example for the answer at a path: its own, some of its codes, or one of its kind."""
    keys = keys_in(path)
    examples = library.examples
    if own := examples.fields.get(".".join(keys)):
        return own
    field = field_at(keys)
    if field is None:
        return examples.kinds.get("text", "")
    if field.is_switch:
        return examples.kinds.get("switch", "")
    if field.vocabulary:
        codes = _codes(field.vocabulary, library)
        listed = " / ".join(codes[:MOST_CODES]) + (" / …" if len(codes) > MOST_CODES else "")
        return f"[{listed}]" if field.is_list else listed
    kind = next((name for alias, name in _KINDS if alias in _parts(field.annotation)), "text")
    return examples.kinds.get(kind, "")


def hint_for(path: tuple[str | int, ...], library: Library) -> Local:
    """Return what helps to choose an answer, by language; empty where the example says enough."""
    return library.examples.hints.get(".".join(keys_in(path)), {})


def _codes(vocabulary: str, library: Library) -> list[str]:
    """Return codes in the order labels have them, the usual ones first."""
    known = library.vocabularies().get(vocabulary, frozenset())
    listed = [code for labels in library.labels.values() for code in labels.codes.get(vocabulary, {})]
    return [code for code in dict.fromkeys(listed) if code in known] or sorted(known)


def keys_in(path: tuple[str | int, ...]) -> tuple[str, ...]:
    """Return a path without the positions, ids and codes of items."""
    keys: tuple[str, ...] = ()
    for step in path:
        if isinstance(step, str) and field_at((*keys, step)) is not None:
            keys = (*keys, step)
    return keys


def _parts(annotation: Any) -> list[Any]:
    return [annotation, *(part for each in getattr(annotation, "__args__", ()) for part in _parts(each))]
