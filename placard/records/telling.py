"""Values told in a cell, in the language of the record: what nobody answered is said to be so."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from placard.compose.venue import ComposedVenue
from placard.library.records import RecordWords
from placard.model import UNANSWERED
from placard.model.values import Duration
from placard.phrases.context import Context
from placard.phrases.lookup import NoSuchForm
from placard.phrases.placeholders import Placeholder
from placard.phrases.values import FactKind, FactSpec
from placard.read.venue import VenueFile


class Teller:
    """Tells the facts of one venue in the first language of its staff."""

    def __init__(self, venue: ComposedVenue, file: VenueFile, words: RecordWords) -> None:
        self.composed, self.file, self.words = venue, file, words
        self.language = venue.plan.staff_languages[0]
        self.speaker = venue.composer.speaker(self.language)

    @property
    def context(self) -> Context:
        """The facts of the venue."""
        return self.composed.composer.context

    def word(self, name: str, /, **values: str) -> str:
        """Return words of the record itself, with what stands for their `{names}`."""
        return self.words.words[name][self.language].format(**values)

    def code(self, code: Any, vocabulary: str, form: str = "name") -> str:
        """Return what a code is called."""
        return self._said(code, FactKind.CODE, form, "", vocabulary)

    def codes(self, codes: Any, vocabulary: str) -> str:
        """Return what several codes are called."""
        return self._said(codes, FactKind.CODES, "list", "name", vocabulary)

    def length(self, length: Duration | Any) -> str:
        """Return a length of time."""
        return self._said(length, FactKind.DURATION, "length")

    def value(self, value: Any, kind: FactKind, form: str) -> str:
        """Return any other value."""
        return self._said(value, kind, form)

    def switch(self, value: Any) -> str:
        """Return yes or no."""
        return self._unsaid(value) or self.speaker.word("yes" if value else "no")

    def rooms(self, ids: Any) -> str:
        """Return the names of rooms, one by one: a register counts, it does not sum up."""
        named = [self.speaker.room(room, "name") for room in self.context.rooms(tuple(ids or ()))]
        return self._unsaid(ids) or self.speaker.joined(named)

    def several(self, told: Sequence[str]) -> str:
        """Return several values in one cell."""
        return "; ".join(dict.fromkeys(told)) or self.speaker.word("none")

    def line(self, *path: str | int) -> str:
        """Return the file and line of a value, or of the nearest thing above it that was typed."""
        return str(self.file.place(path))

    def _unsaid(self, value: Any) -> str:
        if value is UNANSWERED:
            return self.speaker.word("unknown")
        return self.speaker.word("none") if value is None or value == () else ""

    def _said(
        self, value: Any, kind: FactKind, form: str, argument: str = "", vocabulary: str | None = None
    ) -> str:
        if unsaid := self._unsaid(value):
            return unsaid
        try:
            spec = FactSpec(vocabulary or kind, kind, vocabulary, False, ())
            return self.speaker.say(spec, value, Placeholder(spec.name, form, argument)).text
        except NoSuchForm:
            return ", ".join(map(str, value)) if isinstance(value, tuple) else str(value)
