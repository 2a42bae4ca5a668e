"""How the words of one sheet are set: sizes, and a place in millimetres for every text and drawing."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

Arrangement = Literal["beside", "columns", "stacked"]
"""Headlines beside the pictogram; or under it, in a column per language, or one over the other."""

Labels = Literal["over", "run-in", "lead"]
"""Labels of facts over their words, in one line with them, or over them and as large as the key line."""


@dataclass(frozen=True, slots=True)
class Zone:
    """A place on the sheet; a text grows downward from `top`, `height` is what it was reckoned to take."""

    left: float
    top: float
    width: float
    height: float

    @property
    def style(self) -> str:
        """The place of a text as CSS."""
        return f"left: {self.left:.2f}mm; top: {self.top:.2f}mm; width: {self.width:.2f}mm"

    @property
    def box(self) -> str:
        """The place of a panel or drawing as CSS, its height too."""
        return f"{self.style}; height: {self.height:.2f}mm"


@dataclass(frozen=True, slots=True)
class Sizes:
    """The four sizes of type on a sheet, in points."""

    head: float
    key: float
    body: float
    foot: float


@dataclass(frozen=True, slots=True)
class Choice:
    """What may be chosen freely for a sheet; `density` below 1 draws the lines of space together."""

    arrangement: Arrangement
    labels: Labels
    density: float
    sizes: Sizes
    pictogram: float


@dataclass(frozen=True, slots=True)
class Setting:
    """A sheet, planned; `together` names the texts whose phrases stay whole."""

    sheet: str
    choice: Choice
    zones: Mapping[str, Zone]
    together: frozenset[str]
    left_over: float
    headline_fill: float
