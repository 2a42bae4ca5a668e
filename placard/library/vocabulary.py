"""Languages, labels and kinds of rooms: the words every output shares."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from placard.findings import Place

SHEETS = ("a6", "a5", "a4", "a3", "a2", "statement", "letter", "ledger")
"""Papers a sign may ask for; the press knows their sizes."""

Privacy = Literal["undress", "treatment", "rest", "ordinary"]


@dataclass(frozen=True, slots=True)
class Language:
    """A language as `content/languages.yml` describes it; `cldr` names its plural and date rules."""

    code: str
    own_name: str
    cldr: str
    theme: str
    script: str
    tag: str
    readability: str
    tie: str
    quotes: tuple[str, str]


@dataclass(frozen=True, slots=True)
class RoomKind:
    """A kind of room; `floor`: no camera may ever see it; `desk`: guests ask their questions there.

    `called` are words in a name that sound like such a room, whatever kind somebody wrote.
    """

    code: str
    privacy: Privacy
    environment: str
    floor: bool
    desk: bool = False
    called: tuple[str, ...] = ()


Phrases = Mapping[str, str]
"""One vocabulary entry in one language: form -> phrase (`name`, `in`, `before`, ...)."""
Plurals = Mapping[str, str]
"""CLDR plural class -> phrase with `{n}`."""


@dataclass(frozen=True, slots=True)
class Labels:
    """The words of one language: `content/labels/<language>.yml`.

    `codes[vocabulary][code][form]` are phrases with preposition and case;
    `durations[form][unit]` and `counts[noun]` are phrases per CLDR plural class;
    `words` are the interface words templates need.
    """

    language: str
    words: Mapping[str, str]
    codes: Mapping[str, Mapping[str, Phrases]]
    durations: Mapping[str, Mapping[str, Plurals]]
    counts: Mapping[str, Plurals]
    dates: Mapping[str, str]
    lists: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Examples:
    """What an answer looks like: by the path of a field, else by the kind of its value.

    `hints` say in the owner's language what to choose: path -> language -> words.
    """

    fields: Mapping[str, str]
    kinds: Mapping[str, str]
    hints: Mapping[str, Mapping[str, str]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class VenueType:
    """A kind of venue: its pages, booklets that bind them, leaflets, signs, and what its staff pack holds.

    `quizzes` names the questions each quiz asks; `levels` which documents an owner gets to first;
    `pillars` which have to stand together.
    """

    code: str
    name: Mapping[str, str]
    pages: tuple[str, ...]
    booklets: tuple[str, ...]
    leaflets: tuple[str, ...]
    signs: tuple[str, ...]
    forms: tuple[str, ...]
    texts: tuple[str, ...]
    staff_forms: tuple[str, ...]
    staff: tuple[str, ...]
    chapters: tuple[str, ...]
    situations: tuple[str, ...]
    cards: tuple[str, ...]
    quizzes: Mapping[str, tuple[str, ...]]
    levels: Mapping[str, tuple[str, ...]]
    pillars: Mapping[str, tuple[str, ...]]
    place: Place
