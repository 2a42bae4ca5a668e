"""Every file looked into once, by whoever has a hand free: PDFs opened and kept, leaks searched for."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from placard.findings import Finding, in_order
from placard.made import Made
from placard.press.pool import Crew
from placard.prove.leaks import Secret, Seeker
from placard.prove.pdf import Shelf, Unreadable

MOST = 12
"""Files one process looks into at a time."""

OF_OTHERS = frozenset({"bundle", "contact", "record", "zip"})
"""Kinds of files that are made of other files, and so after them."""

FOR_STAFF = frozenset({"staff", "records", "zip"})
"""Folders of `out/` no guest can open; whatever lies anywhere else is searched for what leaks."""


@dataclass(frozen=True, slots=True)
class Look:
    """What it takes to look into a file: the folder of what was read, and what guests must not read."""

    shelf: Path
    secrets: tuple[Secret, ...]

    def into_some(self, made: tuple[Made, ...]) -> tuple[Finding, ...]:
        """Look into a few files, one after the other."""
        return tuple(finding for each in made for finding in self.into(each))

    def into(self, made: Made) -> tuple[Finding, ...]:
        """Leave a PDF on the shelf, opened; return what leaks from a file that guests can open."""
        shelf = Shelf(self.shelf)
        if made.file.suffix == ".pdf":
            with suppress(Unreadable, OSError):  # reported with the sheets
                shelf.read(made.file)
        if made.path.parts[0] in FOR_STAFF or not self.secrets:
            return ()
        return tuple(_seeker(self).in_file(made.file, made.path.as_posix()))


@lru_cache(maxsize=1)
def _seeker(look: Look) -> Seeker:
    """Return who seeks in all files that this process is given."""
    return Seeker(look.secrets, Shelf(look.shelf).opened)


def begin_to_look(made: Sequence[Made], look: Look, crew: Crew) -> None:
    """Have files looked into that `look_into` will ask about, while this process makes the others."""
    for some in _together(made):
        crew.begin(look.into_some, some, _name(some))


def look_into(made: Sequence[Made], look: Look, crew: Crew) -> list[Finding]:
    """Look into every file; return every leak."""
    found = crew.help_with(look.into_some, list(_together(made)), _name)
    return in_order(finding for each in found for finding in each)


def _together(made: Sequence[Made]) -> Iterator[tuple[Made, ...]]:
    """Yield files of a venue a few at a time: one process then meets again what they have in common."""
    groups: dict[tuple[str, str, bool], list[Made]] = {}
    for each in made:
        groups.setdefault((each.venue, each.path.parts[0], each.kind in OF_OTHERS), []).append(each)
    for group in groups.values():
        yield from (tuple(group[first : first + MOST]) for first in range(0, len(group), MOST))


def _name(some: tuple[Made, ...]) -> str:
    return ", ".join(each.path.as_posix() for each in some)
