"""Placing texts on one sheet: where each stands, how much it takes, in which unit space is counted."""

from __future__ import annotations

from dataclasses import dataclass, field

from placard.press.measures import Extent, Measures, points_of
from placard.press.paper import Sheet
from placard.press.setting import Choice, Zone

RULE_MM = 0.5
GUTTER = 3.0
"""Units between two columns, and between pictogram and headlines."""


@dataclass(frozen=True, slots=True)
class Shape:
    """What there is to place: per language the facts, paragraphs and whether it has a key line.

    `ways` says how often the way to the full notice is told, `qr` is the side of the code in millimetres,
    `logo` how many times as wide as tall the logo is, `band` whether a line in the owner's colour stands over
    the foot.
    """

    keys: tuple[bool, ...]
    facts: tuple[int, ...]
    bodies: tuple[int, ...]
    ways: int
    qr: float | None
    address: bool
    labels_lead: bool = False
    logo: float | None = None
    band: bool = False

    @property
    def languages(self) -> int:
        """How many blocks there are."""
        return len(self.facts)


@dataclass(slots=True)
class Placing:
    """A sheet being filled; `ink` is what its texts cover, in square millimetres, `torn` how many are."""

    sheet: Sheet
    shape: Shape
    measures: Measures
    choice: Choice
    zones: dict[str, Zone] = field(default_factory=dict)
    together: set[str] = field(default_factory=set)
    fills: dict[str, float] = field(default_factory=dict)
    ink: float = 0.0
    torn: int = 0

    @property
    def left(self) -> float:
        """Where everything begins."""
        return self.sheet.margin

    @property
    def right(self) -> float:
        """Where everything ends."""
        return self.sheet.width - self.sheet.margin

    def units(self, count: float) -> float:
        """Return a distance that stays as it is."""
        return count * self.sheet.unit

    def air(self, count: float) -> float:
        """Return a distance that is drawn together where a sheet is full."""
        return count * self.sheet.unit * self.choice.density

    def extent(self, name: str, width: float) -> Extent:
        """Return what a text takes in a column."""
        sizes, labels = self.choice.sizes, self.choice.labels
        points = points_of(name, sizes)
        leads = labels == "lead" and name.startswith("fact.")
        return self.measures.extent(name, width, points, labels, sizes.key if leads else points)

    def height(self, names: list[str], width: float, gap: float) -> float:
        """Return the height of texts one under the other."""
        return sum(self.extent(name, width).height for name in names) + max(len(names) - 1, 0) * gap

    def place(self, name: str, left: float, top: float, width: float) -> float:
        """Place a text and return where it ends."""
        extent = self.extent(name, width)
        self.zones[name] = Zone(left, top, extent.width, extent.height)
        self.ink += width * extent.fill * extent.height
        self.torn += extent.torn
        if extent.together:
            self.together.add(name)
        if name.startswith("head."):
            self.fills[name] = extent.fill
        return top + extent.height

    def panel(self, name: str, left: float, top: float, width: float, height: float) -> None:
        """Place a panel, a rule or a drawing."""
        self.zones[name] = Zone(left, top, width, height)
