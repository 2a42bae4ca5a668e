"""The lines of a file around the place where reading stopped, and what can be said of them."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from placard.findings import Finding, Place
from placard.read.yamlevents import Fault, Spot
from placard.read.yamlline import outside_quotes

_INDENT = re.compile(r"[ \t]*")
_LEAD = re.compile(r"[ ]*(?:-[ ]+)*")


@dataclass(frozen=True, slots=True)
class Page:
    """Lines counted from nought, and the fault that lies in them."""

    lines: Sequence[str]
    fault: Fault
    shown: str

    @property
    def spot(self) -> Spot:
        """Where reading stopped."""
        return self.fault.spot

    @property
    def row(self) -> int:
        """The line of the fault; at the end of a file, the last line with words on it."""
        row = min(self.spot.line, len(self.lines) - 1)
        above = self.above(row)
        return row if self.lines[row].strip() or above is None else above

    def place(self, row: int) -> Place:
        """The line as a person counts it."""
        return Place(self.shown, row + 1)

    def letter(self, spot: Spot | None) -> str:
        """The letter at a spot; empty at the end of a line."""
        if spot is None or spot.line >= len(self.lines):
            return ""
        return self.lines[spot.line][spot.column : spot.column + 1]

    def before(self, spot: Spot) -> str:
        """The part of the line that stands before a spot."""
        return self.lines[spot.line][: spot.column] if spot.line < len(self.lines) else ""

    def above(self, row: int) -> int | None:
        """The nearest line above that holds more than blanks and a comment."""
        return next((i for i in range(row - 1, -1, -1) if self._has_words(i)), None)

    def indent(self, row: int) -> int:
        """How many blanks a line begins with."""
        indent = _INDENT.match(self.lines[row])
        return indent.end() if indent else 0

    def is_entry(self, row: int) -> bool:
        """True where a line begins with the dash of a list entry."""
        return self.lines[row].lstrip().startswith("- ")

    def lacks_colon(self, row: int) -> bool:
        """True where a line is neither a key nor an entry, but could have been meant for a key."""
        return not self.is_entry(row) and ":" not in outside_quotes(self.lines[row])

    def neighbour(self, row: int) -> int | None:
        """The nearest line above that is indented no deeper than this one."""
        above = self.above(row)
        while above is not None and self.indent(above) > self.indent(row):
            above = self.above(above)
        return above

    def is_list_above(self, row: int) -> bool:
        """True where the entries of a list stand right above a line, at its own indent."""
        above = self.neighbour(row)
        return above is not None and self.is_entry(above) and self.indent(above) == self.indent(row)

    def begins_line(self, spot: Spot) -> bool:
        """True where only blanks and dashes stand before a spot."""
        return _LEAD.fullmatch(self.before(spot)) is not None

    def in_brackets(self, spot: Spot) -> bool:
        """True where a bracket stands before a spot on its line, open or closed again."""
        bare = outside_quotes(self.before(spot))
        return any(mark in bare for mark in "[{")

    def quoted_from(self, spot: Spot) -> Mapping[int, str]:
        """The edit that puts the rest of a line in quotes; none inside brackets, where it may go on."""
        if self.in_brackets(spot):
            return {}
        line = self.lines[spot.line]
        value = line[spot.column :].rstrip().replace("'", "''")
        return {spot.line: f"{line[: spot.column]}'{value}'"}

    def without(self, row: int) -> Mapping[int, str]:
        """The edit that leaves a line out; none where lines below hang on it."""
        holds_more = any(mark in outside_quotes(self.lines[row]) for mark in "[]{}|>\"'")
        below = next((i for i in range(row + 1, len(self.lines)) if self._has_words(i)), None)
        hangs = below is not None and self.indent(below) > self.indent(row)
        return {} if holds_more or hangs else {row: ""}

    def _has_words(self, row: int) -> bool:
        words = self.lines[row].strip()
        return bool(words) and not words.startswith("#")


@dataclass(frozen=True, slots=True)
class Diagnosis:
    """What to tell, the line to blame, and new wording for lines so that reading can go on.

    `faithful`: the new wording says what its writer meant, so the values read may be used.
    `steady`: a later fault would be a fault of the file and not of our new wording.
    """

    findings: tuple[Finding, ...]
    row: int
    edits: Mapping[int, str] = field(default_factory=dict)
    faithful: bool = True
    steady: bool = True


def left_out(finding: Finding, page: Page, row: int) -> Diagnosis:
    """Leave a line out, where nothing hangs on it: reading goes on, but is not believed."""
    return Diagnosis((finding,), row, page.without(row), faithful=False)


def at_an_end(finding: Finding, row: int) -> Diagnosis:
    """Read no further: what follows may be part of what is broken here."""
    return Diagnosis((finding,), row, faithful=False)
