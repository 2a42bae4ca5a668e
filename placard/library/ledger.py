"""The promise ledger: what guests read as a promise, the facts behind it, and how it is kept."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from placard.findings import Place
from placard.library.conditions import Conditions
from placard.library.texts import Local


@dataclass(frozen=True, slots=True)
class LedgerRow:
    """One promise: what it says, the facts it is made of, and what keeps it.

    `holds` names assertions of `promises.yml` that are this promise, `told` clauses and signs in which guests
    read it. `kept_in` are sections, chapters or situations of the handbook, `papers` what is filled in or
    shown, `owner` the fact that names the role. Of several, a place has those its type has.
    """

    id: str
    promise: Local
    applies: Conditions
    facts: tuple[str, ...]
    holds: tuple[str, ...]
    told: tuple[str, ...]
    kept_in: tuple[str, ...]
    papers: tuple[str, ...]
    owner: str
    place: Place


@dataclass(frozen=True, slots=True)
class LedgerGroup:
    """Promises about one thing, under its heading."""

    id: str
    heading: Local
    rows: tuple[LedgerRow, ...]
    place: Place


@dataclass(frozen=True, slots=True)
class Ledger:
    """Every promise, by group; `only_told` are assertions of `promises.yml` that tell how a place is.

    They promise nothing that anybody would have to keep, each with the reason why.
    """

    groups: tuple[LedgerGroup, ...] = ()
    only_told: Mapping[str, str] = field(default_factory=dict)

    @property
    def rows(self) -> Iterator[LedgerRow]:
        """Yield the rows of all groups in order."""
        return (row for group in self.groups for row in group.rows)
