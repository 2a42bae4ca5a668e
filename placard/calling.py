"""Who prints and proves: helpers are called before this process loads or reads anything itself."""

from __future__ import annotations

from collections.abc import Sequence

from placard.press.libraries import PANGO, all_there
from placard.press.pool import WORKERS, Crew
from placard.publish.workshop import workshop_of
from placard.read.roots import Project

AFTERWARDS = ("placard.prove.looking", "placard.prove.comparing", "pypdfium2", "PIL.PngImagePlugin")
"""What helpers need when all is printed, to look at it."""

HOUSES = 3
"""From so many venues on a first build prints more than one process should."""


def crew_for(project: Project, parts: Sequence[str]) -> Crew:
    """Return who prints and proves; called in at once where much is to be printed."""
    crew = Crew(project.jobs or WORKERS, AFTERWARDS)
    first = {"print", "staff"} & set(parts) and not (workshop_of(project.out).folder / "press").exists()
    if first and len(list(project.venues.glob("*.yml"))) >= HOUSES and all_there(PANGO):
        crew.expect()
    return crew
