"""Clauses and the documents, mails and signs that are put together from them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal, TypeAlias

from placard.findings import Place
from placard.library.binding import Binding, Folding
from placard.library.conditions import Conditions
from placard.library.hangs import Hangs

Audience = Literal["public", "staff"]
Local = Mapping[str, str]
"""Words per language."""


@dataclass(frozen=True, slots=True)
class ClauseText:
    """A clause in one language; `of_revision` is the revision of the English it translates.

    A `draft` is not finished: its author may look at it, and nothing prints it.
    """

    markdown: str
    of_revision: int
    place: Place
    draft: bool = False


@dataclass(frozen=True, slots=True)
class Clause:
    """One idea a reader could ask about, in every language it has, with when it applies.

    `source` is what it rests on: `eu:gdpr-15` a citation the pack `eu` knows, `house` we ourselves.
    """

    id: str
    audience: Audience
    revision: int
    source: tuple[str, ...]
    applies: Conditions
    texts: Mapping[str, ClauseText]
    place: Place

    def ready(self, language: str) -> ClauseText | None:
        """Return the words that may be printed: finished, and of the revision the clause is at."""
        text = self.texts.get(language)
        return text if text and not text.draft and text.of_revision == self.revision else None


Fills = Literal["one", "optional", "many"]


@dataclass(frozen=True, slots=True)
class Slot:
    """A place in a document filled by exactly one, at most one, or all of the clauses that apply."""

    fills: Fills
    clauses: tuple[str, ...]
    place: Place
    for_each: str = ""


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table over facts: its heading and the placeholder of its cells."""

    heading: Local
    cell: str


@dataclass(frozen=True, slots=True)
class Table:
    """A table with one row per item of a collection of facts."""

    for_each: str
    columns: tuple[Column, ...]
    place: Place


@dataclass(frozen=True, slots=True)
class LedgerTable:
    """The promise ledger as tables: headings of promise, procedure, paper and role."""

    headings: tuple[Local, ...]
    place: Place


@dataclass(frozen=True, slots=True)
class MailButton:
    """A prefilled mail a reader can send now, where it applies."""

    mail: str
    place: Place
    applies: Conditions = ()


@dataclass(frozen=True, slots=True)
class Mail:
    """A mail a reader can send: to whom, and words for label, subject and body; `source` as of a clause."""

    id: str
    to: str
    label: Local
    subject: Local
    body: Local
    place: Place
    source: tuple[str, ...] = ()


SectionPart: TypeAlias = Slot | Table | LedgerTable | MailButton


@dataclass(frozen=True, slots=True)
class Section:
    """A section with a heading (or none) and an anchor that is the same in every language.

    `insert`: after it come the chapters or the situations of the type of venue. `like` names the section
    of another document that was taken over, so that it is written once.
    """

    id: str
    heading: Local
    parts: tuple[SectionPart, ...]
    applies: Conditions
    frame: str
    insert: Literal["nothing", "chapters", "situations"] = "nothing"
    like: str = ""
    place: Place | None = None


@dataclass(frozen=True, slots=True)
class Document:
    """A page of the site, a booklet, a leaflet, a handbook, a register, a poster: sections in order.

    Those of a booklet come after the pages it binds; those of a leaflet stand on its panels; of those of a
    poster only the words a whole is remembered by are printed.
    """

    id: str
    audience: Audience
    kind: Literal["page", "booklet", "leaflet", "handbook", "register", "poster"]
    title: Local
    description: Local
    sections: tuple[Section, ...]
    applies: Conditions
    place: Place
    binds: Binding | None = None
    folds: Folding | None = None


@dataclass(frozen=True, slots=True)
class SignLine:
    """One line of a sign; its variants are a slot: exactly one must apply (or none, if optional).

    `source` says what a line that tells of the law rests on, as that of a clause.
    """

    id: str
    role: Literal["headline", "key", "fact", "body"]
    fills: Fills
    label: Local
    variants: tuple[tuple[Conditions, Local], ...]
    place: Place
    source: tuple[str, ...] = ()


Notice = Literal["code", "desk", "none"]


@dataclass(frozen=True, slots=True)
class Sign:
    """A sign of the catalogue: where it hangs, from how far it is read, what it says.

    `only_where` is asked of each room it might hang in or lead to. `notice` is how it tells of the full
    notice: by code and address, at the desk (where phones are put away), or not at all. On a poster
    the labels of facts lead: they are set as large as the key line.
    """

    id: str
    title: Local
    sign_class: Literal["information", "prohibition", "service"]
    hangs: Hangs
    one_per: Literal["venue", "area", "room"]
    pictogram: str
    read_from: float
    smallest: str
    lines: tuple[SignLine, ...]
    page: str
    anchor: str
    applies: Conditions
    only_where: Conditions
    notice: Notice
    labels_lead: bool
    reason: Local
    place: Place


@dataclass(frozen=True, slots=True)
class KeyWords:
    """A fact that must have one value in all outputs; `markers` are words that stand beside it.

    `counted` is the noun a number is said with, where the fact is one.
    """

    id: str
    fact: str
    markers: Mapping[str, tuple[str, ...]]
    place: Place
    counted: str = ""
