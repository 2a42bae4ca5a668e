"""Whole phrases for facts: unit, case, preposition and plural come from `content/labels`.

Of babel we use plural rules, dates, lists, numbers and the names of countries. A name an owner
typed is never inflected.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from functools import lru_cache
from typing import Any

from babel import Locale
from babel.dates import format_date

from placard.library.vocabulary import Labels, Language
from placard.model.operator import Address
from placard.model.premises import Room
from placard.model.values import Duration, LocalText
from placard.phrases.lists import listed
from placard.phrases.lookup import NoSuchForm, of, require
from placard.phrases.placeholders import Placeholder
from placard.phrases.ties import tied
from placard.phrases.values import Call, FactKind, FactSpec, PerLanguage, Phrase, Way

NO_BREAK = "\u00a0"
_LINKS = {FactKind.EMAIL: "mailto:", FactKind.PHONE: "tel:", FactKind.WEB: ""}
OWN_NAME = "_named"
_SET_CLOSE = {FactKind.DATE, FactKind.ADDRESS, FactKind.NAME, FactKind.NAMES}
"""Chinese sets dates close (2027年1月4日), and what an owner typed stays as it was typed."""
ANY_COUNTRY = "other"
WITHOUT_NUMBER = "_without"
"""Behind the name of a form: the phrase for a law whose numbers nobody has written down."""


@lru_cache
def _locale(cldr: str) -> Locale:
    return Locale.parse(cldr)


class Speaker:
    """Says facts in one language; `home` is the language the venue's own names are in."""

    def __init__(self, language: Language, labels: Labels, home: str, addresses: Mapping[str, str]) -> None:
        self.language = language
        self.addresses = addresses
        self.labels = labels
        self.home = home
        self._by_kind = {
            FactKind.NAME: self._name,
            FactKind.NAMES: self._names,
            FactKind.DURATION: self._duration,
            FactKind.DATE: self._date,
            FactKind.COUNT: self._count,
            FactKind.CODE: self._code,
            FactKind.CODES: self._codes,
            FactKind.ROOM: self._room,
            FactKind.ROOMS: self._rooms,
            FactKind.EMAIL: self._link,
            FactKind.PHONE: self._link,
            FactKind.WEB: self._link,
            FactKind.ADDRESS: self._address,
            FactKind.COUNTRY: self._country,
            FactKind.HOURS: self._hours,
            FactKind.LANGUAGES: self._languages,
            FactKind.PAGES: self._page,
            FactKind.WAY: self._way,
            FactKind.WAYS: self._ways,
            FactKind.CALL: self._call,
        }

    def say(self, spec: FactSpec, value: Any, asked: Placeholder) -> Phrase:
        """Return the phrase for a value; raises `NoSuchForm`."""
        phrase = self._by_kind[spec.kind](spec, value, asked)
        if self.language.script == "han" and spec.kind in _SET_CLOSE:
            return phrase
        return replace(phrase, text=tied(phrase.text, self.language.tie))

    def word(self, key: str) -> str:
        """Return an interface word; raises `NoSuchForm` where the labels lack it."""
        return str(of(self.labels.words, key))

    def joined(self, phrases: Sequence[str], form: str = "list") -> str:
        """Join phrases as the language lists things: all of them (`list`), or one of them (`any`)."""
        return listed(phrases, form, _locale(self.language.cldr), self.labels.lists.get("beside_and", ""))

    def plural(self, phrases: Mapping[str, str], number: int) -> str:
        """Return the phrase for a number, the number tied to the word after it."""
        plural_class = _locale(self.language.cldr).plural_form(number)
        # A number may have a phrase of its own: "every week", and not "every 1 week".
        phrase = phrases.get(f"={number}") or str(of(phrases, plural_class))
        tie = NO_BREAK if self.language.script == "latin" else " "
        return phrase.replace("{n} ", "{n}" + tie).replace("{n}", str(number))

    def _name(self, spec: FactSpec, value: Any, asked: Placeholder) -> Phrase:
        require(asked, "name")
        if isinstance(value, PerLanguage):
            return Phrase(of(value.names, self.language.code))
        if isinstance(value, LocalText):
            own = value.in_language(self.language.code)
            if own is None:
                raise NoSuchForm(spec.name)
            foreign = value.by_language is None
            return Phrase(own, self._foreign() if foreign else None)
        return Phrase(str(value), self._foreign())

    def _foreign(self) -> str | None:
        return self.home if self.home != self.language.code else None

    def _names(self, spec: FactSpec, value: Any, asked: Placeholder) -> Phrase:
        require(asked, "list")
        return Phrase(
            self.joined([self._name(spec, name, Placeholder(spec.name, "name")).text for name in value])
        )

    def _duration(self, spec: FactSpec, value: Duration, asked: Placeholder) -> Phrase:
        units = of(self.labels.durations, asked.form)
        return Phrase(self.plural(of(units, value.unit), value.number))

    def _date(self, spec: FactSpec, value: date, asked: Placeholder) -> Phrase:
        day = format_date(value, of(self.labels.dates, "date"), locale=_locale(self.language.cldr))
        if self.language.script == "latin":
            day = day.replace(" ", NO_BREAK)
        if asked.form == "date":
            return Phrase(day)
        return Phrase(of(self.labels.dates, asked.form).replace("{date}", day))

    def _count(self, spec: FactSpec, value: int, asked: Placeholder) -> Phrase:
        require(asked, "count")
        return Phrase(self.plural(of(self.labels.counts, asked.argument), value))

    def _code(self, spec: FactSpec, value: Any, asked: Placeholder) -> Phrase:
        return Phrase(self._phrase(spec.vocabulary, str(value), asked.form))

    def _codes(self, spec: FactSpec, value: Sequence[str], asked: Placeholder) -> Phrase:
        require(asked, "list", "any")
        form = asked.argument or "name"
        return Phrase(self.joined([self._phrase(spec.vocabulary, code, form) for code in value], asked.form))

    def _phrase(self, vocabulary: str | None, code: str, form: str) -> str:
        return str(of(of(of(self.labels.codes, vocabulary or ""), code), form))

    def _room(self, spec: FactSpec, value: Room, asked: Placeholder) -> Phrase:
        return Phrase(self.room(value, asked.form))

    def room(self, room: Room, form: str) -> str:
        """Return a room's own name where it has one, else the phrase of its kind."""
        own = self.own_name(room)
        if own is None:
            return self._phrase("rooms", room.kind, form)
        return self._phrase("rooms", OWN_NAME, form).replace("{name}", own)

    def own_name(self, room: Room) -> str | None:
        """Return the name a room bears in this language; where it has none, its kind is what guests read."""
        return room.name.in_language(self.language.code) if room.name else None

    def _rooms(self, spec: FactSpec, value: Sequence[Room], asked: Placeholder) -> Phrase:
        """Rooms with a name of their own one by one, the others once per kind, in the plural if several."""
        require(asked, "list")
        form = asked.argument or "name"
        phrases: dict[str, None] = {}
        kinds = [room.kind for room in value if self.own_name(room) is None]
        for room in value:
            if self.own_name(room) is None and kinds.count(room.kind) > 1:
                many = "names" if form == "name" else f"{form}_many"
                phrases[self._phrase("rooms", room.kind, many)] = None
            else:
                phrases[self.room(room, form)] = None
        return Phrase(self.joined(list(phrases)))

    def _link(self, spec: FactSpec, value: str, asked: Placeholder) -> Phrase:
        shown = value.replace(" ", NO_BREAK) if spec.kind is FactKind.PHONE else value
        if spec.kind is FactKind.WEB:
            shown = value.split("://", 1)[-1].rstrip("/")
        if asked.form == "name":
            return Phrase(shown)
        require(asked, "link")
        target = "".join(c for c in value if c in "+0123456789") if spec.kind is FactKind.PHONE else value
        return Phrase(shown, link=_LINKS[spec.kind] + target)

    def _address(self, spec: FactSpec, value: Address, asked: Placeholder) -> Phrase:
        require(asked, "line")
        pattern = self.addresses.get(str(value.country)) or of(self.addresses, ANY_COUNTRY)
        parts = {
            key: part if isinstance(part := getattr(value, key), str) else "" for key in Address.model_fields
        }
        return Phrase(" ".join(pattern.format_map(parts).split()), self._foreign())

    def _way(self, spec: FactSpec, value: Way, asked: Placeholder) -> Phrase:
        """A way to reach somebody; a postal address has no link and stands as a line."""
        if value.kind is FactKind.ADDRESS:
            asked = replace(asked, form="line")
        return self._by_kind[value.kind](replace(spec, kind=value.kind), value.value, asked)

    def _ways(self, spec: FactSpec, value: Sequence[Way], asked: Placeholder) -> Phrase:
        require(asked, "list")
        parts = tuple(self._way(spec, way, replace(asked, form="link")) for way in value)
        between = self.word("between_ways")
        return Phrase(between.join(part.text for part in parts), parts=parts, between=between)

    def _call(self, spec: FactSpec, value: Call, asked: Placeholder) -> Phrase:
        """Whom one calls with the number, and in words alone where the law tells none."""
        if not value.phones:
            return Phrase(self._phrase(spec.vocabulary, value.who, asked.form + WITHOUT_NUMBER))
        phrase = self._phrase(spec.vocabulary, value.who, asked.form)
        every = self.joined(value.phones, "any") if "{numbers}" in phrase else ""
        return Phrase(phrase.replace("{numbers}", every).replace("{number}", value.phones[0]))

    def _country(self, spec: FactSpec, value: str, asked: Placeholder) -> Phrase:
        require(asked, "name")
        return Phrase(str(_locale(self.language.cldr).territories.get(value, value)))

    def _languages(self, spec: FactSpec, value: Sequence[str], asked: Placeholder) -> Phrase:
        """Every language by the name its own speakers look for."""
        require(asked, "list")
        names = (str(_locale(code.replace("-", "_")).get_language_name()) for code in value)
        return Phrase(" · ".join(name[:1].upper() + name[1:] for name in names))

    def _page(self, spec: FactSpec, value: str, asked: Placeholder) -> Phrase:
        """The whole address of a page in this language, as it is pasted somewhere else."""
        require(asked, "link")
        address = f"{value}{self.language.code}/{asked.argument}/"
        return Phrase(address, link=address)

    def _hours(self, spec: FactSpec, value: Any, asked: Placeholder) -> Phrase:
        require(asked, "name")
        text = str(value)
        if ":" in text:
            return Phrase(text.replace("-", "–"))
        return Phrase(self._phrase("hours", text, "name"))
