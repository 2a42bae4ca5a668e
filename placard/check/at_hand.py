"""Words about one item (an area, a room, a partner) may only stand where such an item is at hand."""

from __future__ import annotations

from collections.abc import Iterator

from placard.findings import Finding
from placard.library.forms import Form, FormPart, FormWords
from placard.library.texts import Clause, Sign, Slot
from placard.phrases.collections import COLLECTIONS
from placard.phrases.placeholders import placeholders
from placard.read.found import found

ITEMS = frozenset({*COLLECTIONS.values(), "room", "here"})
"""First words of the facts that are about one item."""


def repeated_for(collection: str) -> frozenset[str]:
    """Return the items at hand in words repeated for a collection; an unknown one is found elsewhere."""
    if not collection:
        return frozenset()
    return frozenset({COLLECTIONS[collection]}) if collection in COLLECTIONS else ITEMS


def sign_items(sign: Sign) -> frozenset[str]:
    """Return the items at hand in the lines of a sign: area and room it hangs in, or its one room."""
    if sign.hangs.way == "ways_in":
        return frozenset({"area", "here"})
    return frozenset({"room"}) if sign.one_per == "room" else frozenset()


def form_items(form: Form, part: FormPart) -> frozenset[str]:
    """Return the items at hand in a part of a form: that of the form, of the part, or its activity."""
    of_part = (part.items | repeated_for(part.for_each)) if isinstance(part, FormWords) else frozenset()
    return repeated_for(form.for_each) | of_part


def not_at_hand(clause: Clause, slot: Slot) -> Iterator[Finding]:
    """Find the facts a clause asks of an item that its slot does not have."""
    asked = {asked.fact for text in clause.texts.values() for asked in placeholders(text.markdown)[0]}
    asked |= {test.fact for block in clause.applies for test in block}
    for fact in sorted(asked):
        item = fact.partition(".")[0]
        if item in ITEMS - repeated_for(slot.for_each):
            yield found("content.not_at_hand_in", slot.place, fact=fact, item=item, id=clause.id)
