"""Signs an owner wrote, within the limits of `content/own-signs.yml` and of the law of the place."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from placard.check.amounts import amount_in
from placard.check.wording import source_of_words
from placard.derive.doors import door_graph
from placard.derive.filming import rooms_of
from placard.findings import Finding, Severity
from placard.library.law import Law
from placard.library.library import Library
from placard.library.scripts import parts_words
from placard.model.values import LocalText
from placard.model.venue import SignOrder
from placard.read.found import found
from placard.read.venue import VenueFile

LINES = ("headline", "text")
OF_OWN_SIGNS = (*LINES, "pictogram")
SHOUTED = 5
"""From so many capitals on, more capitals than small letters are shouting; shorter ones may be a name."""

_LETTER = re.compile(r"[^\W\d_]")


def own_sign_findings(file: VenueFile, library: Library, law: Law) -> Iterator[Finding]:
    """Find what keeps an owner's sign from being made, and orders that change words of the catalogue."""
    first: dict[str, int] = {}
    for number, order in enumerate(file.venue.signs):
        place = file.place(("signs", number))
        if not order.own_id:
            for key in (key for key in OF_OWN_SIGNS if getattr(order, key) is not None):
                yield found(
                    "own.of_the_catalogue", file.place(("signs", number, key)), sign=order.sign, key=key
                )
            continue
        if order.own_id in library.signs:
            yield found("own.taken", file.place(("signs", number, "sign")), sign=order.sign, id=order.own_id)
        if order.sign in first:
            line = file.place(("signs", first[order.sign])).line
            yield found("own.twice", file.place(("signs", number, "sign")), sign=order.sign, first=line)
        first.setdefault(order.sign, number)
        if order.headline is None:
            yield found("own.no_headline", place, sign=order.sign)
        yield from _hangs(file, number, order)
        for key in LINES:
            if isinstance(words := getattr(order, key), LocalText):
                yield from _Line(file, library, law, number, order, key).findings(words)


def _of_the_catalogue(file: VenueFile, number: int, order: SignOrder) -> Iterator[Finding]:
    for key in (key for key in OF_OWN_SIGNS if getattr(order, key) is not None):
        yield found("own.of_the_catalogue", file.place(("signs", number, key)), sign=order.sign, key=key)


def _hangs(file: VenueFile, number: int, order: SignOrder) -> Iterator[Finding]:
    if order.room is None:
        yield found("own.no_room", file.place(("signs", number)), sign=order.sign)
        return
    rooms = rooms_of(file.venue)
    known = {room.id for room in rooms}
    doors = [door.coming_from for door in door_graph(rooms).doors_into([order.room])]
    # A room nobody declared is told with the references.
    if order.coming_from is not None and order.room in known and order.coming_from not in doors:
        place = file.place(("signs", number, "from"))
        doors_from = ", ".join(doors) or "–"
        yield found("own.no_door", place, room=order.room, coming=order.coming_from, doors=doors_from)


@dataclass(frozen=True, slots=True)
class _Line:
    """One line of one sign, in every language it has."""

    file: VenueFile
    library: Library
    law: Law
    number: int
    order: SignOrder
    key: str

    def findings(self, words: LocalText) -> Iterator[Finding]:
        """Find what is wrong with the words."""
        languages = self.file.venue.languages
        said = words.by_language
        if said is None:
            for language in languages[1:]:
                place = self.file.place(("signs", self.number, self.key))
                values = {"key": self.key, "language": language}
                yield found("check.words_missing", place, Severity.QUESTION, **values)
            said = {languages[0]: words.everywhere}
        for language, text in said.items():
            if language in self.library.languages:
                yield from self._text(language, text)

    def _text(self, language: str, text: str) -> Iterator[Finding]:
        path = ("signs", self.number, self.key)
        place = self.file.place((*path, language))
        own, script = self.library.own_signs, self.library.languages[language].script
        metres = self.order.read_from or own.read_from
        most = own.most_letters(script, self.key, metres)
        if len(text) > most:
            yield found(
                "own.too_long",
                place,
                key=self.key,
                language=language,
                letters=len(text),
                most=most,
                metres=f"{metres:g}",
            )
        letters = _LETTER.findall(text)
        capitals = [letter for letter in letters if letter.isupper()]
        if len(capitals) >= SHOUTED and len(capitals) > len(letters) / 2:
            yield found("own.capitals", place, key=self.key, language=language)
        if text.count("!") + text.count("！") > 1:
            yield found("own.exclaims", place, key=self.key, language=language)
        if word := next((each for each in self._refused(language) if _stands_in(each, text)), ""):
            refused = found("own.never_said", place, word=word, language=language)
            yield replace(refused, source=source_of_words(word, self.law, self.file.venue.languages[0]))
        if word := amount_in(text, language, (each.wording for each in self.law.packs if each.wording)):
            yield found("own.amount", place, word=word, language=language)

    def _refused(self, language: str) -> Iterator[str]:
        """Yield the words such a sign may not say: those of the law of the place, and our own list."""
        of_the_law = [pack.wording for pack in self.law.packs if pack.wording]
        for each in of_the_law:
            yield from (*each.never_printed.get(language, ()), *each.never_to_guests.get(language, ()))
        yield from self.library.own_signs.never_said.get(language, ())
        for each in of_the_law:
            yield from each.never_said.get(language, ())


def _stands_in(word: str, text: str) -> bool:
    """Latin words stand whole; Han characters stand together, whatever blanks are between them."""
    if parts_words(word):
        return (
            re.search(rf"(?<!\w){re.escape(word)}(?!\w)", " ".join(text.split()), re.IGNORECASE) is not None
        )
    return "".join(word.split()) in "".join(text.split())
