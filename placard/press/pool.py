"""Many sheets at once: a few in this process, more in two that have the engine loaded already."""

from __future__ import annotations

import gc
import multiprocessing
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor, wait
from multiprocessing import forkserver
from multiprocessing.context import ForkServerContext
from typing import Any, TypeVar

from placard.leash import hold_on_to_parent
from placard.rubbish import SELDOM

IN_PROCESS = 10
"""Below this, starting processes (1 to 1.5 s) costs more than it saves (print-engine 2)."""

WORKERS = 2
PRELOADED = ("placard.press.sparing", "placard.press.warm", "segno")

Job = TypeVar("Job")
Result = TypeVar("Result")


class SheetFailed(Exception):
    """A fault of ours, with the name of the sheet it happened on."""

    def __init__(self, name: str) -> None:
        self.name = name
        super().__init__(f"the press failed on {name}")

    def __reduce__(self) -> tuple[type[SheetFailed], tuple[str]]:
        return SheetFailed, (self.name,)


class Crew:
    """Who prints: this process, and from ten jobs on others besides, which stay until the end.

    `besides`: modules the others need for what comes after printing, loaded once for all of them.
    """

    def __init__(self, workers: int = WORKERS, besides: Sequence[str] = ()) -> None:
        self._workers = workers
        self._besides = besides
        self.expected = False
        self._begun: list[tuple[Callable[..., object], object, Future[Any]]] = []
        self._pool: ProcessPoolExecutor | None = None

    def __enter__(self) -> Crew:
        return self

    def __exit__(self, *_fault: object) -> None:
        if self._pool is not None:
            self._pool.shutdown(wait=True, cancel_futures=True)

    def expect(self) -> None:
        """Have the engine loaded where the others will come from, while this process still reads."""
        self.expected = self._workers > 1
        if self.expected and isinstance(_context(self._besides), ForkServerContext):
            forkserver.ensure_running()

    def begin(self, task: Callable[[Job], Result], job: Job, name: str) -> None:
        """Have a job done that will be asked for later; nothing happens where nobody else is expected."""
        if self.expected:
            self.call_in()
        if self._pool is not None:
            self._begun.append((task, job, self._pool.submit(_each, task, [(job, name)])))

    def has_begun(self, task: Callable[[Job], object], job: Job) -> bool:
        """Tell whether a job is being done already."""
        return self._begun_as(task, job) is not None

    def _begun_as(self, task: Callable[[Job], Result], job: Job) -> Future[list[Result]] | None:
        return next(
            (future for did, what, future in self._begun if what == job and _parts(did) == _parts(task)), None
        )

    def call_in(self) -> None:
        """Start the others; they stay to help with all that follows."""
        if self._workers > 1 and self._pool is None:
            self._pool = ProcessPoolExecutor(
                self._workers, mp_context=_context(self._besides), initializer=_ready
            )

    def run(
        self, task: Callable[[Job], Result], jobs: Sequence[Job], name: Callable[[Job], str], batch: int = 1
    ) -> list[Result]:
        """Return the results in the order of the jobs.

        Each job is tried, but for those handed over together after one that failed; then the first
        failure is raised as `SheetFailed`.
        """
        if len(jobs) >= IN_PROCESS:
            self.call_in()
        return self.help_with(task, jobs, name, batch)

    def in_turn(
        self, task: Callable[[Job], Result], jobs: Sequence[Job], name: Callable[[Job], str], batch: int = 1
    ) -> Iterator[Result]:
        """Yield results in the order of the jobs, each as soon as it and those before it are there."""
        if self._pool is None:
            return (named(task, job, name(job)) for job in jobs)
        waiting = self._handed_over(task, jobs, name, batch)
        return (result for future in waiting for result in future.result())

    def help_with(
        self, task: Callable[[Job], Result], jobs: Sequence[Job], name: Callable[[Job], str], batch: int = 1
    ) -> list[Result]:
        """The same for jobs too small to start anybody for: others only help if they are here already.

        `batch` jobs are handed over at a time.
        """
        if self._pool is None:
            return [named(task, job, name(job)) for job in jobs]
        waiting = self._handed_over(task, jobs, name, batch)
        wait(waiting)
        return [result for future in waiting for result in future.result()]

    def _handed_over(
        self, task: Callable[[Job], Result], jobs: Sequence[Job], name: Callable[[Job], str], batch: int
    ) -> list[Future[list[Result]]]:
        if self._pool is None:
            raise ValueError("nobody is here to hand anything over to")
        every = [(job, name(job)) for job in jobs]
        batches = [every[first : first + batch] for first in range(0, len(every), batch)]
        return [self._begun_as(task, each[0][0]) or self._pool.submit(_each, task, each) for each in batches]


def run(
    task: Callable[[Job], Result],
    jobs: Sequence[Job],
    name: Callable[[Job], str],
    workers: int = WORKERS,
) -> list[Result]:
    """Return the results of a crew that comes for these jobs alone."""
    with Crew(workers) as crew:
        return crew.run(task, jobs, name)


def _ready() -> None:
    """Make a new process ready; what it holds so far is not searched for rubbish again and again."""
    hold_on_to_parent()
    gc.freeze()
    gc.set_threshold(*SELDOM)


def _parts(task: Callable[..., object]) -> tuple[object, object]:
    """Return what a task is made of: Python holds methods of two equal objects for unequal."""
    return getattr(task, "__func__", task), getattr(task, "__self__", None)


def _each(task: Callable[[Job], Result], jobs: Sequence[tuple[Job, str]]) -> list[Result]:
    return [named(task, job, name) for job, name in jobs]


def named(task: Callable[[Job], Result], job: Job, name: str) -> Result:
    """Return the result of a job, or raise `SheetFailed` with its name, or `OSError` as the disk said it."""
    try:
        return task(job)
    except SheetFailed:
        raise
    except Exception as error:
        if isinstance(error, OSError) and error.errno:
            # A full disk is no fault of the sheet, nor of ours.
            raise
        raise SheetFailed(name) from error


def _context(besides: Sequence[str]) -> multiprocessing.context.BaseContext:
    if "forkserver" not in multiprocessing.get_all_start_methods():
        return multiprocessing.get_context("spawn")
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload([*PRELOADED, *besides])
    return context
