"""What a command came to: what was found, what was made, what waits for which answer."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from placard.findings import Finding, Said, Severity, stops
from placard.made import ALL_HOLDS, Wall
from placard.read.chains import Chain

Words = Mapping[str, str]
"""The same in several languages."""


@dataclass(frozen=True, slots=True)
class OpenQuestion:
    """A fact nobody has answered, where the answer would stand, and what waits for it.

    `frees` are the documents that nothing keeps back once this and every question before it is
    answered; where there are none, `further` counts the answers after it that free something with it.
    `line` is what to type, with an example for the answer; `hint` says which to choose, by language.
    A question about many entries of a list is one, asked at `others` too; `keys` is its path without them,
    and `waits` are the facts it stands for.
    """

    venue: str
    fact: str
    where: str
    holds_up: int
    line: str = ""
    frees: tuple[str, ...] = ()
    further: int = 0
    keys: str = ""
    waits: tuple[str, ...] = ()
    others: tuple[str, ...] = ()
    hint: Words = field(default_factory=dict)

    @property
    def times(self) -> int:
        """How many lines it takes."""
        return 1 + len(self.others)


@dataclass(frozen=True, slots=True)
class Held:
    """A document that is not made, and the facts it waits for."""

    document: str
    language: str
    waits_for: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Reached:
    """How much of a level there is: documents by name, however many sheets or languages they have."""

    level: Words
    made: int
    total: int
    lacking: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class VenueOutcome:
    """What was made for one venue and what was not."""

    venue: str
    made: int
    withheld: tuple[Held, ...] = ()
    questions: tuple[OpenQuestion, ...] = ()
    published: bool = False
    levels: tuple[Reached, ...] = ()
    titles: Mapping[str, Words] = field(default_factory=dict)
    """What documents are called, by their names and by language."""
    large: tuple[str, ...] = ()
    """Documents that need paper larger than most printers take."""
    pointed_at: tuple[str, ...] = ()
    """Documents that wait, although sheets that can be hung send guests to them."""
    wall: Wall = ALL_HOLDS


@dataclass(frozen=True, slots=True)
class Outcome:
    """The end of a command; `languages` is the first of each venue, which its findings are told in.

    A `brief` one tells of each venue only how far it is and the next few answers.
    """

    findings: tuple[Finding, ...] = ()
    venues: tuple[VenueOutcome, ...] = ()
    notes: tuple[Said, ...] = ()
    strict: bool = False
    lines: tuple[Said, ...] = ()
    languages: Mapping[str, str] = field(default_factory=dict)
    rows: tuple[Mapping[str, object], ...] = ()
    """What the lines tell, as a machine reads it, where a command has such a table."""
    brief: bool = False
    chains: tuple[Chain, ...] = ()
    """What many branches share is told once, where a person reads it."""

    @property
    def exit_code(self) -> int:
        """0 published (withheld documents are listed) or 1 errors; `--strict` counts open questions too."""
        if stops(self.findings):
            return 1
        open_ones = any(f.severity is Severity.QUESTION for f in self.findings)
        withheld = any(venue.withheld for venue in self.venues)
        return 1 if self.strict and (open_ones or withheld) else 0
