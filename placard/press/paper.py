"""Sheets a sign may be printed on, in millimetres, and the part of them that is safe to print."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet of paper, upright; `name` is the one in file names."""

    name: str
    width: float
    height: float

    @property
    def unit(self) -> float:
        """The step all distances are multiples of (signage-standards 9)."""
        return self.width / 60

    @property
    def margin(self) -> float:
        """Office printers and a laminate seal leave this much blank: 8 mm, or 5 % of the short side."""
        return max(8.0, 3 * self.unit)

    @property
    def safe_width(self) -> float:
        """The width inside the margins."""
        return self.width - 2 * self.margin

    @property
    def safe_height(self) -> float:
        """The height inside the margins."""
        return self.height - 2 * self.margin


# ISO 216, and the three American sheets office printers take; smallest first.
ISO = (
    Sheet("a6", 105, 148),
    Sheet("a5", 148, 210),
    Sheet("a4", 210, 297),
    Sheet("a3", 297, 420),
    Sheet("a2", 420, 594),
)
AMERICAN = (
    Sheet("statement", 139.7, 215.9),
    Sheet("letter", 215.9, 279.4),
    Sheet("ledger", 279.4, 431.8),
)
SHEETS = {sheet.name: sheet for sheet in (*ISO, *AMERICAN)}


def from_smallest(name: str) -> tuple[Sheet, ...]:
    """Return the sheets of the same series from `name` upward."""
    for series in (ISO, AMERICAN):
        for position, sheet in enumerate(series):
            if sheet.name == name:
                return series[position:]
    raise LookupError(f"no sheet is called {name}; there are {', '.join(SHEETS)}")
