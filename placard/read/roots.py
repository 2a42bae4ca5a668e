"""Where a project lies, and what a command was told."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]

SHARED = "_"
"""What the name of a shared file begins with."""


def venue_paths(folder: Path) -> Sequence[Path]:
    """Return every venue file, chains' folders included; files that begin with _ are shared, not venues."""
    return sorted(path for path in folder.rglob("*.yml") if not path.name.startswith(SHARED))


@dataclass(frozen=True, slots=True)
class Project:
    """What a command was told: folders, which venues, which day, and how strict to be."""

    venues: Path
    content: tuple[Path, ...]
    out: Path
    only: tuple[str, ...] = ()
    as_of: date | None = None
    strict: bool = False
    keep_going: bool = False
    samples: bool = False
    jobs: int = 0
    language: str = ""
    as_json: bool = False

    @classmethod
    def here(cls, root: Path = ROOT) -> Project:
        """Return the project as the checkout has it, with nothing chosen."""
        return cls(root / "venues", (root / "content",), root / "out")

    @property
    def today(self) -> date:
        """The day rules are checked for; the only place that looks at a calendar."""
        return self.as_of or date.today()
