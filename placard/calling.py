"""Who helps to print and to prove, called before this process loads what it needs itself."""

from __future__ import annotations

from collections.abc import Sequence

from placard.libraries import needs_pango
from placard.press.pool import WORKERS, Crew
from placard.publish.workshop import workshop_of
from placard.read.roots import Project, venue_paths

AFTERWARDS = ("placard.prove.looking", "placard.prove.comparing", "pypdfium2", "PIL.PngImagePlugin")
"""What helpers need when all is printed, to look at it."""

HOUSES = 3
"""From so many venues on a first build prints more than one process should."""


def crew_for(parts: Sequence[str], project: Project) -> Crew:
    """Return who prints and proves; expected from now on where much is to be printed."""
    crew = Crew(project.jobs or WORKERS, AFTERWARDS)
    first = {"print", "staff"} & set(parts) and not workshop_of(project.out).press.exists()
    if first and _houses(project) >= HOUSES and needs_pango() is None:
        crew.expect()
    return crew


def _houses(project: Project) -> int:
    chosen = set(project.only)
    return sum(1 for path in venue_paths(project.venues) if not chosen or path.stem in chosen)
