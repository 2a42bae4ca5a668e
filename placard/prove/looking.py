"""Every file looked into once, by whoever has a hand free: PDFs opened and kept, leaks searched for."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from placard.findings import Finding, in_order
from placard.made import Made
from placard.press.pool import Crew
from placard.prove.leaks import Secret, Seeker
from placard.prove.pdf import Shelf, Unreadable

BATCH = 5


@dataclass(frozen=True, slots=True)
class Look:
    """What it takes to look into a file: the folder of what was read, and what guests must not read."""

    shelf: Path
    secrets: tuple[Secret, ...]

    def into(self, made: Made) -> tuple[Finding, ...]:
        """Leave a PDF on the shelf, opened; return what leaks from a file that guests can open."""
        shelf = Shelf(self.shelf)
        if made.file.suffix == ".pdf":
            with suppress(Unreadable, OSError):  # reported with the sheets
                shelf.read(made.file)
        if made.path.parts[0] == "staff" or not self.secrets:
            return ()
        return tuple(_seeker(self).in_file(made.file, made.path.as_posix()))


@lru_cache(maxsize=1)
def _seeker(look: Look) -> Seeker:
    """Return who seeks in all files that this process is given."""
    return Seeker(look.secrets, Shelf(look.shelf).opened)


def look_into(made: Sequence[Made], look: Look, crew: Crew) -> list[Finding]:
    """Look into every file; return every leak."""
    found = crew.help_with(look.into, made, _name, BATCH)
    return in_order(finding for each in found for finding in each)


def _name(made: Made) -> str:
    return made.path.as_posix()
