"""The look of one venue, as every output takes it."""

from __future__ import annotations

from dataclasses import dataclass

from placard.brand.colours import Accent, by_day, by_night, warning_it_resembles
from placard.brand.logo import Logo


@dataclass(frozen=True, slots=True)
class Look:
    """Logo and colour, either of which may be missing; `colour` is empty where the owner chose none."""

    logo: Logo | None = None
    colour: str = ""

    @property
    def day(self) -> Accent | None:
        """The accent of light pages."""
        return by_day(self.colour) if self.colour else None

    @property
    def night(self) -> Accent | None:
        """The accent of dark pages."""
        return by_night(self.colour) if self.colour else None

    @property
    def on_sheets(self) -> str:
        """The colour as signs may bear it; none that could be taken for a prohibition or a warning."""
        return "" if not self.colour or warning_it_resembles(self.colour) else self.colour


PLAIN = Look()
"""The look of a venue whose owner gave neither logo nor colour."""
