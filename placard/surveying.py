"""A check of every venue: each is judged, and what could be made of it is told without writing it.

Hundreds of venues are shared among processes: they stem from this one and find everything read already.
"""

from __future__ import annotations

import gc
import multiprocessing
import os
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass

from placard.begun import Begun, begin, spoken, with_errors
from placard.beside import FORKS
from placard.check.resting import elsewhere
from placard.composing import composer_of, judged, of_withheld
from placard.findings import Finding, stops
from placard.leash import hold_on_to_parent
from placard.outcome import Outcome, VenueOutcome
from placard.outline.venue import Outlines
from placard.plan.documents import plan
from placard.read.roots import Project
from placard.read.venue import VenueFile
from placard.rubbish import seldom_looked_for
from placard.telling import venue_outcome
from placard.wholes import lacking

FEW = 40
"""Below this, one process is done before others have begun."""

MOST_AT_ONCE = 25

Looked = tuple[list[Finding], VenueOutcome | None]


@dataclass(frozen=True, slots=True)
class _Task:
    """What all processes share."""

    begun: Begun
    project: Project
    faulty: frozenset[str]
    outlines: Outlines

    def look(self, file: VenueFile) -> Looked:
        """Judge a venue, and tell what can be made of it where it has no error."""
        findings = judged(file, self.begun.read, self.project)
        if file.venue.id in self.faulty or stops(findings):
            return findings, None
        library, composer = self.begun.read.library, composer_of(self.begun.read, file)
        foreseen = self.outlines.foresee(composer, plan(library, composer.context))
        findings += of_withheld(file.venue.id, foreseen.withheld)
        findings += lacking(file, library, foreseen.withheld)
        findings += elsewhere(foreseen.elsewhere, composer.context.law, file.venue.id)
        return findings, venue_outcome(foreseen, library, file)


_TASK: list[_Task] = []
"""Where a process that was forked from this one finds the task; nothing is sent to it but numbers."""


def survey(project: Project) -> Outcome:
    """Read and check everything, and tell of each venue what could be made and what waits."""
    with seldom_looked_for():
        return _surveyed(begin(project), project)


def _surveyed(begun: Begun, project: Project) -> Outcome:
    findings, outcomes = list(begun.findings), []
    if not begun.words_are_broken:
        library = begun.read.library
        outlines = Outlines(library, spoken(begun.read) or library.languages)
        task = _Task(begun, project, with_errors(begun.findings), outlines)
        for found, outcome in _looked(task, begun.read.venues):
            findings += found
            outcomes += [outcome] if outcome else []
    read = begun.read
    return Outcome(
        tuple(findings),
        tuple(outcomes),
        strict=project.strict,
        languages=read.languages,
        chains=read.chains,
    )


def _looked(task: _Task, files: Sequence[VenueFile]) -> Iterator[Looked]:
    workers = task.project.jobs or _processors()
    if len(files) < FEW or workers < 2 or not FORKS:
        yield from map(task.look, files)
    else:
        yield from _shared(task, files, workers)


def _processors() -> int:
    """How many processors this process may use, which can be fewer than the machine has."""
    affinity = getattr(os, "sched_getaffinity", None)
    return len(affinity(0)) if affinity else os.cpu_count() or 1


def _shared(task: _Task, files: Sequence[VenueFile], workers: int) -> Iterator[Looked]:
    """Share the venues among processes; what comes back is in their order."""
    count = len(files)
    # One of each kind is looked at here: its words, once converted, need not be converted everywhere.
    for file in {(f.venue.type, f.venue.law, f.venue.languages): f for f in files}.values():
        task.look(file)
    _TASK[:] = [task]
    gc.freeze()
    try:
        with ProcessPoolExecutor(workers, multiprocessing.get_context("fork"), hold_on_to_parent) as pool:
            parts = [
                range(begin, min(begin + MOST_AT_ONCE, count)) for begin in range(0, count, MOST_AT_ONCE)
            ]
            for part in pool.map(_look_at, parts):
                yield from part
    finally:
        gc.unfreeze()
        _TASK.clear()


def _look_at(numbers: range) -> list[Looked]:
    (task,) = _TASK
    return [task.look(task.begun.read.venues[number]) for number in numbers]
