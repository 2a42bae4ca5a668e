"""A logo as it reaches the outputs: rebuilt from what was understood of the file, never the file itself."""

from __future__ import annotations

import base64
from dataclasses import dataclass
from typing import Literal

_MEDIA = {"svg": "image/svg+xml", "png": "image/png"}

WORDMARK = 2.2
"""From so many times as wide as tall, a logo is taken for the name written out; others stand beside it."""

ICON = 1.25
"""Up to so many times as long as wide, a logo can be drawn in the small square of a tab."""


@dataclass(frozen=True, slots=True)
class Logo:
    """The picture, and its size: user units of a drawing, pixels of a picture.

    `pale`: nothing in it could be seen on white paper.
    """

    kind: Literal["svg", "png"]
    content: bytes
    width: float
    height: float
    pale: bool = False

    @property
    def ratio(self) -> float:
        """How many times as wide as tall it is."""
        return self.width / self.height

    @property
    def is_wordmark(self) -> bool:
        """Whether it stands in place of the name, and not beside it."""
        return self.ratio >= WORDMARK

    @property
    def is_icon(self) -> bool:
        """Whether it is square enough for the tab of a browser."""
        return 1 / ICON <= self.ratio <= ICON

    def within(self, width: float, height: float) -> tuple[float, float]:
        """Return the size that fills a space of this width and height, to the hundredth."""
        tall = min(height, width / self.ratio)
        return round(tall * self.ratio, 2), round(tall, 2)

    @property
    def address(self) -> str:
        """The picture itself as an address: in it no script runs, and nothing is fetched."""
        return f"data:{_MEDIA[self.kind]};base64,{base64.b64encode(self.content).decode()}"
