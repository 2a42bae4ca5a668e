"""What a fact can be when words ask for it, and how a phrase comes out."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import TypeAlias

from placard.model.operator import Address
from placard.model.premises import Room
from placard.model.values import Duration, Hours, LocalText


class FactKind(StrEnum):
    """The kinds of facts; each allows some forms and no others."""

    NAME = "name"
    NAMES = "names"
    DURATION = "duration"
    DATE = "date"
    COUNT = "count"
    CODE = "code"
    CODES = "codes"
    ROOM = "room"
    ROOMS = "rooms"
    EMAIL = "email"
    PHONE = "phone"
    WEB = "web"
    ADDRESS = "address"
    COUNTRY = "country"
    HOURS = "hours"
    LANGUAGES = "languages"
    PAGES = "pages"
    WAY = "way"
    WAYS = "ways"
    CALL = "call"


@dataclass(frozen=True, slots=True)
class PerLanguage:
    """A name that a law pack or the venue gives in several languages."""

    names: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Way:
    """A way to reach somebody: a phone number, an e-mail address or a postal address."""

    kind: FactKind
    value: str | Address


@dataclass(frozen=True, slots=True)
class Call:
    """Whom one calls, as a code, and the numbers the law knows; words say who where it knows none."""

    who: str
    phones: tuple[str, ...]


Scalar: TypeAlias = (
    str | int | Duration | date | Hours | LocalText | PerLanguage | Room | Address | Way | Call
)
FactValue: TypeAlias = Scalar | tuple[str, ...] | tuple[Room, ...] | tuple[LocalText, ...] | tuple[Way, ...]


def leaves_out(value: object, language: str) -> bool:
    """Tell whether words the owner typed leave out a language: only the owner can add it."""
    several = value if isinstance(value, tuple) else (value,)
    return any(isinstance(each, LocalText) and each.in_language(language) is None for each in several)


@dataclass(frozen=True, slots=True)
class FactSpec:
    """A fact words may name: its kind, the list its codes come from, and who may see it.

    `asks` is where in the venue file the answer would stand, so that a missing one can be asked for.
    """

    name: str
    kind: FactKind
    vocabulary: str | None
    public: bool
    asks: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Phrase:
    """A fact as it stands in a sentence: plain text, not yet escaped.

    `language` is set where the words are in another language than the sentence around them;
    `link` is the target where the form makes a link. `parts` are the phrases a list is joined from,
    where each has a link of its own; `between` stands between them.
    """

    text: str
    language: str | None = None
    link: str | None = None
    parts: tuple[Phrase, ...] = ()
    between: str = ""


@dataclass(frozen=True, slots=True)
class Question:
    """A fact nobody has answered, and where the answer would stand."""

    fact: str
    asks: tuple[str | int, ...]
