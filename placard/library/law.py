"""What a law pack holds: citations, rules, authorities, clocks; all of it data."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Literal, get_args

from placard.findings import Place, Severity
from placard.library.conditions import Block, Conditions
from placard.library.figures import Age, Clock, Hotline, Presumption
from placard.library.grounds import Grounds, together
from placard.library.texts import Local
from placard.library.watch import Seen, Signature, Watch
from placard.library.wording import Wording

Basis = Literal["statute", "decree", "ordinance", "regulator", "guidance", "house"]
Collection = Literal["venue", "rooms", "ways_in", "cameras", "activities", "partners", "signs", "staff_roles"]
COLLECTIONS: tuple[Collection, ...] = get_args(Collection)
Example = Mapping[str, str | tuple[str, ...]]
"""Facts of one item as they would stand in a file; what is left out is unanswered."""

HOUSE = "house"


@dataclass(frozen=True, slots=True)
class Citation:
    """A place in an instrument, how whoever wrote it down had seen it, and when, if that is known."""

    id: str
    law: str
    at: str
    seen: Seen
    place: Place
    checked: date | None = None


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule: for each item of a collection, when and unless, either `must` or `ask`."""

    id: str
    pack: str
    title: Local
    basis: Basis
    cite: tuple[str, ...]
    for_each: Collection
    when: Conditions
    unless: Conditions
    must: Block
    ask: Local
    severity: Severity
    say: Local
    points_at: str
    shows_on: tuple[str, ...]
    begins: date | None
    ends: date | None
    replaces: str
    because: str
    waivable: bool
    same_as: str
    place: Place
    fails: Example = field(default_factory=dict)
    passes: Example = field(default_factory=dict)

    @property
    def dated(self) -> bool:
        """Tell whether the rule holds only from a day or until one."""
        return self.begins is not None or self.ends is not None

    def in_force(self, day: date) -> bool:
        """Tell whether the rule is in force on a day; both ends count."""
        return (self.begins is None or self.begins <= day) and (self.ends is None or day <= self.ends)


@dataclass(frozen=True, slots=True)
class Authority:
    """Whom one may turn to outside the venue."""

    id: str
    name: Local
    url: str
    phone: str
    address: str
    cite: tuple[str, ...]
    checked: bool


@dataclass(frozen=True, slots=True)
class Pack:
    """One law pack as it stands in `content/law/<id>/`.

    `territory` are the countries data may go to as if it stayed at home, two capital letters each;
    `languages` those its own people read.
    `required` is what always has to be printed under this law, by kind: lines of the notice at the way
    in, sections behind it, sections of the notice, places where consent is asked for.
    `emergency` are the numbers one calls, by what they are for: `life`, `fire`, `crime`, and `police` where
    nothing is urgent. `areas` are provinces and cities with rules of their own, each with what addresses
    there begin with.
    """

    id: str
    name: Local
    short_name: Local
    extends: tuple[str, ...]
    status: Literal["draft", "reviewed", "withdrawn"]
    text_seen: str
    not_covered: tuple[str, ...]
    citations: Mapping[str, Citation]
    rules: tuple[Rule, ...]
    authorities: Mapping[str, Authority]
    clocks: Mapping[str, Clock]
    grounds: Grounds
    floor_kinds: tuple[str, ...]
    floor_kinds_in: Mapping[str, tuple[str, ...]]
    territory: tuple[str, ...]
    wording: Wording | None
    place: Place
    languages: tuple[str, ...] = ()
    ages: Mapping[str, Age] = field(default_factory=dict)
    presumed: Mapping[str, Presumption] = field(default_factory=dict)
    penalties: Mapping[str, Presumption] = field(default_factory=dict)
    emergency: Mapping[str, Hotline] = field(default_factory=dict)
    required: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    areas: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    watch: Watch = field(default_factory=Watch)
    signed: Signature | None = None


@dataclass(frozen=True, slots=True)
class Law:
    """The chain of packs a venue is checked by, `house` first, seen as one."""

    packs: tuple[Pack, ...]
    grounds: Grounds = field(init=False, compare=False)

    def __post_init__(self) -> None:
        """Lay the grounds of the packs over each other once."""
        object.__setattr__(self, "grounds", together([pack.grounds for pack in self.packs]))

    @property
    def id(self) -> str:
        """The id of the last pack of the chain, which is the one the venue names."""
        return self.packs[-1].id

    @property
    def rules(self) -> tuple[Rule, ...]:
        """The rules of every pack in order, without those a later one replaces for good; the floor stays.

        What takes another's place on some day only leaves it here: `rules_on` tells them apart.
        """
        return self._standing([rule for pack in self.packs for rule in pack.rules], lambda by: not by.dated)

    def rules_on(self, day: date) -> tuple[Rule, ...]:
        """The rules in force on a day, without those another one in force then replaces; the floor stays."""
        every = [rule for pack in self.packs for rule in pack.rules if rule.in_force(day)]
        return self._standing(every, lambda by: True)

    @staticmethod
    def _standing(every: Sequence[Rule], counts: Callable[[Rule], bool]) -> tuple[Rule, ...]:
        last = {rule.replaces: number for number, rule in enumerate(every) if rule.replaces and counts(rule)}
        return tuple(
            rule for number, rule in enumerate(every) if not rule.waivable or last.get(rule.id, -1) <= number
        )

    @property
    def wording(self) -> Wording | None:
        """How the report names a source; the house pack says it."""
        return next((pack.wording for pack in self.packs if pack.wording), None)

    def floor_kinds(self, venue_type: str) -> frozenset[str]:
        """Return the kinds of rooms this law adds to the floor for a type of venue."""
        return frozenset(
            kind
            for pack in self.packs
            for kind in (*pack.floor_kinds, *pack.floor_kinds_in.get(venue_type, ()))
        )

    @property
    def territory(self) -> frozenset[str]:
        """Return the countries the law treats as one; none where no pack names them."""
        return frozenset(country for pack in self.packs for country in pack.territory)

    def authority(self, which: str) -> Authority | None:
        """Return an authority; later packs of the chain win."""
        known = (pack.authorities for pack in reversed(self.packs) if which in pack.authorities)
        return next((each[which] for each in known), None)

    def clock(self, which: str) -> Clock | None:
        """Return a clock; the shortest of the chain wins."""
        found = [pack.clocks[which] for pack in self.packs if which in pack.clocks]
        return min(found, key=lambda clock: clock.within.longest_hours()) if found else None

    def penalty(self, which: str) -> Presumption | None:
        """Return a length of time a law threatens; later packs of the chain win."""
        known = (pack.penalties for pack in reversed(self.packs) if which in pack.penalties)
        return next((each[which] for each in known), None)

    def hotline(self, which: str) -> Hotline | None:
        """Return the numbers one calls for something; later packs of the chain win."""
        known = (pack.emergency for pack in reversed(self.packs) if which in pack.emergency)
        return next((each[which] for each in known), None)

    def called(self, cited: str) -> Local:
        """Return what a cited source or place is called, by language, where it has other names."""
        wordings = [pack.wording for pack in self.packs if pack.wording is not None]
        return next((each.called[cited] for each in wordings if cited in each.called), {})

    def citation(self, which: str) -> Citation | None:
        """Return a citation from any pack of the chain."""
        return next((pack.citations[which] for pack in self.packs if which in pack.citations), None)
