"""The closed list of facts words may name, and how each is found.

A fact is a field of the model under its own path of keys, one of the short names of `named.py` and
`filmed.py` beside this, a field of the item at hand (a partner, an activity, a person), or of an
activity named by its code.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from typing import Any

from placard.derive.activities import usual_part
from placard.derive.filming import SETTINGS, common, real_cameras
from placard.model import UNANSWERED
from placard.model.dealings import Activity, Change, Outcome, Partner
from placard.model.facts import Facts
from placard.model.operator import Address, JointController, StaffMember
from placard.model.paths import FieldAt, field_at
from placard.model.values import Country, Day, Email, Length, Phone, Span, WebAddress, Whole
from placard.model.venue import SignOrder
from placard.phrases import items, named
from placard.phrases.context import Context, Item
from placard.phrases.dealings import DEALINGS, DEALINGS_ITEMS
from placard.phrases.filmed import FILMED, FILMED_ITEMS
from placard.phrases.short import walk
from placard.phrases.values import FactKind, FactSpec
from placard.phrases.ways import WAYS

__all__ = ["NAMED_FACTS", "Context", "Item", "asks", "spec", "value_of"]

_ITEM_TYPES: Mapping[str, tuple[type[Facts], tuple[str, ...]]] = {
    "partner": (Partner, ("partners",)),
    "activity": (Activity, ("activities",)),
    "person": (StaffMember, ("staff", "roles")),
    "order": (SignOrder, ("signs",)),
    "outcome": (Outcome, ("complaints", "outcomes")),
    "joint": (JointController, ("operator", "joint_controllers")),
    "change": (Change, ("complaints", "changes")),
}
_BY_CODE = {"activities": Activity}
"""Lists of which words may name one item by its code: `activities.lost_property.retention`."""
_SYNONYMS = {"privacy_contact": ("operator", "privacy_contact")}
_ROOM_FIELDS = {"surveillance.live_view.room"}


NAMED = {**named.NAMED, **FILMED, **WAYS, **DEALINGS}
OF_ITEMS = {**items.OF_ITEMS, **FILMED_ITEMS, **DEALINGS_ITEMS}
NAMED_FACTS = (*NAMED, *OF_ITEMS)
OF_ITEM = frozenset((*_ITEM_TYPES, *(name.partition(".")[0] for name in OF_ITEMS)))
"""The first words of facts of the item at hand; every other fact is of the whole venue."""


def _kind_of(name: str, found: FieldAt) -> FactKind:
    aliases: tuple[tuple[Any, FactKind], ...] = (
        (Length, FactKind.DURATION),
        (Day, FactKind.DATE),
        (Whole, FactKind.COUNT),
        (Email, FactKind.EMAIL),
        (Phone, FactKind.PHONE),
        (WebAddress, FactKind.WEB),
        (Country, FactKind.COUNTRY),
        (Span, FactKind.HOURS),
    )
    if name in _ROOM_FIELDS:
        return FactKind.ROOM
    if found.vocabulary:
        return FactKind.CODES if found.is_list else FactKind.CODE
    if found.below is Address:
        return FactKind.ADDRESS
    parts = (found.annotation, *getattr(found.annotation, "__args__", ()))
    return next((kind for alias, kind in aliases if alias in parts), FactKind.NAME)


@lru_cache(maxsize=4096)
def spec(name: str) -> FactSpec | None:
    """Return what is known of a fact before any venue is read; `None` where there is no such fact."""
    short = NAMED.get(name) or OF_ITEMS.get(name)
    if short:
        return FactSpec(name, short.kind, short.vocabulary, short.public, short.asks)
    head, *rest = name.split(".")
    if head == "venue":
        head, *rest = rest or [""]
    start, prefix, keys = _start(head, rest)
    found = field_at(keys, start) if start else field_at((*prefix, *keys))
    if found is None or (found.below is not None and found.below is not Address):
        return None
    above = field_at(prefix[:1] if head in _BY_CODE else prefix) if start else None
    public = found.public and (above is None or above.public)
    return FactSpec(name, _kind_of(".".join(keys), found), found.vocabulary, public, (*prefix, *keys))


def _start(head: str, rest: list[str]) -> tuple[type[Facts] | None, tuple[str, ...], tuple[str, ...]]:
    if head in _ITEM_TYPES:
        start, prefix = _ITEM_TYPES[head]
        return start, prefix, tuple(rest)
    if head in _BY_CODE and len(rest) > 1:
        return _BY_CODE[head], (head, rest[0]), tuple(rest[1:])
    if head in _SYNONYMS:
        return None, (), (*_SYNONYMS[head], *rest)
    return None, (), (head, *rest)


def value_of(name: str, context: Context) -> Any:
    """Return a fact's value: typed, `UNANSWERED`, or `None` where there is none."""
    return context.once(name, lambda: _found(name, context))


def _found(name: str, context: Context) -> Any:
    short = NAMED.get(name) or OF_ITEMS.get(name)
    if short:
        return short.get(context)
    head, *rest = name.split(".")
    if head == "venue":
        head, *rest = rest or [""]
    if head in _ITEM_TYPES:
        item = context.items[head]
        if isinstance(item, Activity) and len(rest) == 1:
            return usual_part(item, rest[0], context.law, context.presets)
        return walk(item, tuple(rest))
    _, prefix, keys = _start(head, rest)
    if head in _BY_CODE and keys and len(prefix) > 1:
        return walk(_by_code(walk(context.venue, prefix[:1]), prefix[1]), keys)
    value = _shared(keys, context) if _is_shared(keys, context) else walk(context.venue, (*prefix, *keys))
    if ".".join(keys) in _ROOM_FIELDS and isinstance(value, str):
        return context.room(value)
    return value


def _by_code(items: Any, code: str) -> Any:
    """Return the item of a list with this code; `None` where the place has none such."""
    if items is UNANSWERED:
        return UNANSWERED
    return next((item for item in items or () if item.code == code), None)


def _is_shared(keys: tuple[str, ...], context: Context) -> bool:
    """Tell whether this is said once for all cameras and each of them may say otherwise."""
    head, name = (*keys, "", "")[:2]
    return head == "surveillance" and name in SETTINGS and bool(real_cameras(context.venue))


def _shared(keys: tuple[str, ...], context: Context) -> Any:
    """Return what is true of all real cameras together (see `common`)."""
    return walk(common(context.venue, real_cameras(context.venue), keys[1]), keys[2:])


def _differing(keys: tuple[str, ...], context: Context) -> tuple[str | int, ...] | None:
    """Return the entry of the first camera that leaves the facts said once for all unknown."""
    said = walk(context.venue, keys[:2])
    if said is UNANSWERED:
        return None
    own = ((camera.id, getattr(camera, keys[1])) for camera in real_cameras(context.venue))
    name = next((name for name, value in own if value is not UNANSWERED and value != said), None)
    return ("cameras", name, *keys[1:]) if name else None


def asks(fact: str, context: Context) -> tuple[str | int, ...]:
    """Return where in the venue file the answer to a fact would stand, by id where it is in a list."""
    known = spec(fact)
    short = NAMED.get(fact) or OF_ITEMS.get(fact)
    exact = short.missing(context) if short and short.missing else None
    keys = known.asks if known else ()
    if _is_shared(keys, context) and not short:
        exact = _differing(keys, context)
    if exact:
        return exact
    path: list[str | int] = list(known.asks if known and known.asks else fact.split("."))
    head = fact.split(".")[0]
    item = context.items.get(head)
    own = getattr(item, "id", None) or getattr(item, "code", None) or getattr(item, "role", None)
    if own and head in _ITEM_TYPES:
        path.insert(len(path) - 1, own)
    return tuple(path)
