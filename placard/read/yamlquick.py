"""libyaml in front of the scanner written in Python, for texts that both are known to read alike.

With the Python scanner alone, reading the content takes longer than all the rest of a check. It
still reads every text in which the two differ or might, and each one that has a fault.
"""

from __future__ import annotations

import re
from typing import Any

from yaml.events import CollectionEndEvent, CollectionStartEvent, Event, ScalarEvent

from placard.read.yamlevents import Events, Fault, Spot, Unreadable
from placard.read.yamltree import Tree, grown

# The comparison in the tests holds for this version; another one may read otherwise.
KNOWN = (0, 2, 5)
# A key may have 1024 letters; the two do not count them at the same moment.
LONGEST_LINE = 1000
# libyaml alone lets pass tabs between words, a question mark in brackets, and a hash right behind
# the mark of a block. The rest is rare, and stays out because nothing is gained by letting it in.
_PARTING = re.compile(
    r"[^\n\x20-\x7e\u00a0-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]"
    r"|\\"
    r"|^(?:%|---|\.\.\.)"
    r"|(?:^|[\s\[\]{},:-])\?"
    r"|[|>][-+0-9]*#",
    re.MULTILINE,
)


def grow(text: str, shown: str) -> Tree:
    """The tree of a text, by the quicker of the two that can be trusted with it."""
    return grow_quickly(text, shown) or grow_slowly(text, shown)


def grow_quickly(text: str, shown: str) -> Tree | None:
    """The tree by libyaml; None where the two may differ, or there is anything to tell."""
    try:
        tree = grown(text, shown, QuickEvents(text))
    except Parting:
        return None
    return None if tree.fault or tree.findings else tree


def grow_slowly(text: str, shown: str) -> Tree:
    """The tree by the Python scanner, by whose spots every fault is told."""
    return grown(text, shown, Events(text))


class Parting(Unreadable):
    """The text is one for the Python scanner; where it was seen says nothing."""

    def __init__(self) -> None:
        super().__init__(Fault(Spot(0, 0)))


def _c_parser() -> type[Any] | None:
    """The parser of libyaml; None where PyYAML came without it, or with another version."""
    try:
        from yaml._yaml import CParser, get_version
    except ImportError:
        return None
    return CParser if get_version() == KNOWN else None


C_PARSER = _c_parser()


class QuickEvents:
    """The events of a text one by one; raises `Parting` and nothing else."""

    def __init__(self, text: str) -> None:
        if C_PARSER is None or _PARTING.search(text) or max(map(len, text.split("\n"))) > LONGEST_LINE:
            raise Parting
        # The text has passed `_PARTING`, so no letter of it is one that UTF-8 has no bytes for.
        self._parser = C_PARSER(text)
        self._flows: list[bool] = []

    def next(self) -> Event:
        """Return the next event of the text, its style told as the Python scanner tells it."""
        try:
            event: Event = self._parser.get_event()
        except Exception as fault:
            raise Parting from fault
        if isinstance(event, ScalarEvent):
            if not event.style:
                self._look_at(event)
        elif isinstance(event, CollectionStartEvent):
            self._flows.append(bool(event.flow_style))
        elif isinstance(event, CollectionEndEvent):
            self._flows.pop()
        return event

    def _look_at(self, event: ScalarEvent) -> None:
        """Part where a bare word is one that the two read differently."""
        event.style = None
        # At the end of a text, libyaml marks nothing at all on a line that is not there.
        if not event.value or (self._flows and self._flows[-1] and "?" in event.value):
            raise Parting
