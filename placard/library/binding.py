"""How pages are bound as one booklet."""

from __future__ import annotations

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
