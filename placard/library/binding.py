"""How words lie on paper: pages bound as one booklet, sections on the panels of a folded leaflet."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Binding:
    """Pages bound as one booklet, without the sections of frames it leaves out.

    `file` is its name among the prints, `copies` and `large_copies` how many are kept at the desk.
    """

    file: str
    pages: tuple[str, ...]
    leaves_out: tuple[str, ...]
    copies: int
    large_copies: int


PANELS = ("flap", "back", "inside_left", "inside_middle", "inside_right")
"""The panels of a leaflet folded twice, but for its cover: those of the outer side first."""


@dataclass(frozen=True, slots=True)
class Folding:
    """Which sections stand on which panel, by their ids; `copies` are how many leaflets lie at the desk."""

    file: str
    panels: Mapping[str, tuple[str, ...]]
    copies: int
