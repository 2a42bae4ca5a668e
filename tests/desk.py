"""Somebody at a desk with venue files, an `out/` beside them, and `build.py` at hand."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

SAMPLE = "old-mill-bathhouse"
SAMPLES = Path(__file__).resolve().parents[1] / "venues"
AS_OF = "2026-12-01"
"""The day on which the rules are asked, so that no story changes with the calendar."""
INTO_THE_CHANGING_ROOM = {"sees: [entrance]": "sees: [changing-women]"}


@dataclass(frozen=True)
class Desk:
    """A folder of venue files and an `out/` beside it, with `build.py` at hand."""

    folder: Path
    type_venue: Callable[..., Path]
    build_py: Callable[..., Any]

    @property
    def venues(self) -> Path:
        return self.folder / "venues"

    @property
    def out(self) -> Path:
        return self.folder / "out"

    def type(self, changes: Mapping[str, str] | None = None, name: str = SAMPLE) -> int:
        """Type the sample with some lines changed; return how many lines it has."""
        return len(self.type_venue(self.venues, changes, name).read_text("utf-8").splitlines())

    def run(self, *arguments: object, **environment: str) -> Any:
        here = ("--venues", self.venues, "--out", self.out, "--as-of", AS_OF)
        return self.build_py(*arguments, *here, **environment)


def line_of(desk: Desk, words: str, name: str = SAMPLE) -> int:
    lines = (desk.venues / f"{name}.yml").read_text("utf-8").splitlines()
    (found,) = (number for number, line in enumerate(lines, start=1) if words in line)
    return found
