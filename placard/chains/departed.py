"""Where the branches of a chain differ from its shared file, as the head office reads it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from placard.model import UNANSWERED
from placard.read.branch import Departure
from placard.read.chains import Chain
from placard.read.differences import How
from placard.read.nodes import Map, Node, Seq, Text
from placard.read.venue import VenueFile


@dataclass(frozen=True, slots=True)
class Row:
    """One difference: both values as they are typed, both lines, and the reason if one was given.

    `how` is a word of `differences.How`; `until` is a day, `none` where it is meant to stay, or empty;
    `expired` tells that the day has passed.
    """

    fact: str
    how: str
    in_chain: str
    in_chain_line: str
    in_branch: str
    in_branch_line: str
    locked: bool
    because: str = ""
    agreed_by: str = ""
    until: str = ""
    expired: bool = False


@dataclass(frozen=True, slots=True)
class BranchReport:
    """A branch with everything it has otherwise."""

    id: str
    name: str
    law: str
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class ChainReport:
    """A chain with all its branches; `unread` are files in its folder nobody can understand."""

    id: str
    language: str
    shared_file: str
    sample: bool
    branches: tuple[BranchReport, ...]
    unread: tuple[str, ...]

    @property
    def count(self) -> int:
        """How many differences there are in all."""
        return sum(len(branch.rows) for branch in self.branches)


def report_of(chain: Chain, as_of: date) -> ChainReport:
    """Put together what the head office reads on a day, in the language most teams read first."""
    return ChainReport(
        id=chain.id,
        language=chain.language,
        shared_file=chain.shared_file,
        sample=all(file.venue.sample for file in chain.branches),
        branches=tuple(_branch(file, as_of) for file in chain.branches),
        unread=chain.unread,
    )


def _branch(file: VenueFile, as_of: date) -> BranchReport:
    departures = file.chain.departures if file.chain else ()
    rows = tuple(row_of(file, departure, as_of) for departure in sorted(departures, key=_first_read))
    venue = file.venue
    return BranchReport(venue.id, venue.name.first(), venue.law, rows)


def _first_read(departure: Departure) -> tuple[bool, int]:
    """Sort what the head office has locked before all else, and what a branch has besides behind."""
    return not departure.locked, tuple(How).index(departure.difference.how)


def row_of(file: VenueFile, departure: Departure, as_of: date) -> Row:
    """Return one difference of a branch as the head office reads it on a day."""
    difference = departure.difference
    deviation = None if departure.reason is None else file.venue.deviations[departure.reason]
    until = deviation.until if deviation else UNANSWERED
    return Row(
        fact=difference.name,
        how=str(difference.how),
        in_chain=typed(difference.shared),
        in_chain_line=str(difference.shared_place),
        in_branch=typed(difference.branch),
        in_branch_line=str(difference.branch_place),
        locked=departure.locked,
        because=deviation.because if deviation else "",
        agreed_by=deviation.agreed_by if deviation else "",
        until=until.isoformat() if isinstance(until, date) else "none" if until is None else "",
        expired=isinstance(until, date) and until < as_of,
    )


def typed(node: Node | None) -> str:
    """Return a value on one line, much as it is typed; empty where there is none."""
    match node:
        case None:
            return ""
        case Text():
            return node.value
        case Seq():
            return ", ".join(_within(item) for item in node.items) or "none"
        case Map():
            return ", ".join(f"{key}: {_within(entry.node)}" for key, entry in node.entries.items())


def _within(node: Node) -> str:
    match node:
        case Text():
            return node.value
        case Seq():
            return f"[{typed(node)}]" if node.items else "none"
        case Map():
            return f"{{{typed(node)}}}"
