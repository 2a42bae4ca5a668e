"""Ways to reach somebody: the phone and the e-mail address, and the postal address where there is neither.

`none` for a phone number is an answer. Words therefore name a way, not a phone: whoever has no phone
is still reached, and no sentence is left with a gap.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from placard.model import UNANSWERED
from placard.model.operator import Address
from placard.phrases.context import Context
from placard.phrases.short import Getter, Path, Short, walk
from placard.phrases.values import FactKind, Way

_POST = ("operator", "address")
_KINDS = {"phone": FactKind.PHONE, "email": FactKind.EMAIL}
Keys = tuple[str, ...]


def _missing(where: Keys, order: Keys, every: bool) -> Callable[[Context], Path | None]:
    """Return the entry that keeps the ways unknown: the first unanswered one before a way is found."""

    def missing(context: Context) -> Path | None:
        found = False
        for key in order:
            value = walk(context.venue, (*where, key))
            if value is UNANSWERED:
                return (*where, key)
            found = found or value is not None
            if found and not every:
                return None
        return _POST if not found and walk(context.venue, _POST) is UNANSWERED else None

    return missing


def _ways(where: Keys, order: Keys, every: bool) -> Getter:
    """Return all ways in order, or the first of them; the postal address where there is no other."""
    missing = _missing(where, order, every)

    def get(context: Context) -> Any:
        if walk(context.venue, where) is None:
            return None
        if missing(context):
            return UNANSWERED
        values = {key: walk(context.venue, (*where, key)) for key in order}
        named = tuple(Way(_KINDS[key], value) for key, value in values.items() if isinstance(value, str))
        address = walk(context.venue, _POST)
        if not named and isinstance(address, Address):
            named = (Way(FactKind.ADDRESS, address),)
        return named if every else named[0]

    return get


def _of(where: Keys) -> Mapping[str, Short]:
    """All ways; the one somebody writes to; the one somebody calls."""

    def short(kind: FactKind, order: Keys, every: bool = False) -> Short:
        asks = (*where, order[0])
        return Short(kind, _ways(where, order, every), None, asks, missing=_missing(where, order, every))

    return {
        "ways": short(FactKind.WAYS, ("phone", "email"), every=True),
        "to_write": short(FactKind.WAY, ("email",)),
        "to_call": short(FactKind.WAY, ("phone", "email")),
    }


_WHOSE: Mapping[str, Keys] = {
    "operator": ("operator",),
    "privacy_contact": ("operator", "privacy_contact"),
    "operator.data_protection_officer": ("operator", "data_protection_officer"),
}
WAYS: Mapping[str, Short] = {
    f"{whose}.{name}": short for whose, where in _WHOSE.items() for name, short in _of(where).items()
}
