"""Whether a fact can be said in every form and language in which words ask for it.

Said once for each value that matters: any name an owner typed can be said where one can.
"""

from __future__ import annotations

from collections.abc import Hashable
from typing import Any

from placard.library.library import Library
from placard.model.operator import Address
from placard.model.premises import Room
from placard.model.values import LocalText
from placard.phrases.facts import spec
from placard.phrases.forms import Speaker
from placard.phrases.lookup import NoSuchForm
from placard.phrases.placeholders import Placeholder
from placard.phrases.values import FactKind, PerLanguage, Way

_AS_TYPED = (FactKind.NAME, FactKind.EMAIL, FactKind.PHONE, FactKind.WEB)


class Sayable:
    """What the words of a library ask of each fact, and which values can be said so."""

    def __init__(self, library: Library) -> None:
        self.library = library
        self._speakers: dict[tuple[str, str], Speaker] = {}
        self._asked: dict[str, dict[tuple[str, Placeholder], None]] = {}
        self._known: dict[tuple[str, Hashable], bool] = {}

    def ask(self, language: str, asked: Placeholder) -> None:
        """Take note of a form in which words ask for a fact."""
        forms = self._asked.setdefault(asked.fact, {})
        if (language, asked) not in forms:
            forms[language, asked] = None
            self._known.clear()

    def speaker(self, language: str, home: str) -> Speaker:
        """Return who speaks a language; each is made once."""
        if (language, home) not in self._speakers:
            words = self.library
            self._speakers[language, home] = Speaker(
                words.languages[language], words.labels[language], home, words.addresses
            )
        return self._speakers[language, home]

    def everywhere(self, fact: str, value: Any) -> bool:
        """Tell whether a value can be said in all the forms words ask for."""
        known = spec(fact)
        if known is None:
            return False
        key = fact, _what_matters(known.kind, value)
        if key not in self._known:
            forms = self._asked.get(fact, ())
            self._known[key] = all(self.so(language, asked, value) for language, asked in forms)
        return self._known[key]

    def so(self, language: str, asked: Placeholder, value: Any) -> bool:
        """Tell whether a value can be said in this form."""
        known = spec(asked.fact)
        if known is None:
            return False
        try:
            self.speaker(language, language).say(known, value, asked)
        except NoSuchForm:
            return False
        return True


def _what_matters(kind: FactKind, value: Any) -> Hashable:
    """Return what decides whether a value can be said: of most, not the letters."""
    matters: Hashable = value
    match value:
        case str():
            matters = str if kind in _AS_TYPED else value
        case tuple():
            matters = tuple(_what_matters(kind, each) for each in value)
        case LocalText():
            matters = value.by_language and tuple(value.by_language)
        case PerLanguage():
            matters = tuple(value.names)
        case Room():
            matters = value.kind, _what_matters(kind, value.name)
        case Address():
            matters = str(value.country)
        case Way():
            matters = value.kind, _what_matters(value.kind, value.value)
    return matters
