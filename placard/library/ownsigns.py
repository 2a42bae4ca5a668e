"""What a sign an owner writes may be: `content/own-signs.yml`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from placard.library.texts import Local


@dataclass(frozen=True, slots=True)
class OwnSigns:
    """The frame of owners' signs: how they look, and within what limits they may speak.

    `longest` says per script how many letters a headline or a text may have up to `longest_at` metres.
    """

    sign_class: Literal["information", "prohibition", "service"]
    smallest: str
    read_from: float
    page: str
    pictogram: str
    pictograms: tuple[str, ...]
    reason: Local
    longest_at: float
    longest: Mapping[str, Mapping[str, int]]
    never_said: Mapping[str, tuple[str, ...]]

    def most_letters(self, script: str, line: str, metres: float) -> int:
        """Return how many letters a line may have: letters grow with the distance, the sheet does not."""
        most = self.longest.get(script, self.longest["other"])[line]
        return int(most * min(1.0, self.longest_at / metres))
