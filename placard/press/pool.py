"""Many sheets at once: a few in this process, more in two that have the engine loaded already."""

from __future__ import annotations

import gc
import multiprocessing
from collections.abc import Callable, Sequence
from concurrent.futures import Future, ProcessPoolExecutor, wait
from typing import TypeVar

IN_PROCESS = 10
"""Below this, starting processes (1 to 1.5 s) costs more than it saves (print-engine 2)."""

WORKERS = 2
PRELOADED = ["placard.press.planning", "fontTools.subset", "segno"]

RUBBISH = (50_000, 20, 50)
"""Python looks for rubbish after so many new objects; a page is made of more than its usual 700."""

Job = TypeVar("Job")
Result = TypeVar("Result")


class SheetFailed(Exception):
    """A fault of ours, with the name of the sheet it happened on."""

    def __init__(self, name: str) -> None:
        self.name = name
        super().__init__(f"the press failed on {name}")


class Crew:
    """Who prints: this process, and from ten jobs on others besides, which stay until the end."""

    def __init__(self, prepare: Callable[[], object] | None = None, workers: int = WORKERS) -> None:
        self._prepare, self._workers = prepare, workers
        self._pool: ProcessPoolExecutor | None = None

    def __enter__(self) -> Crew:
        return self

    def __exit__(self, *_fault: object) -> None:
        if self._pool is not None:
            self._pool.shutdown(wait=True, cancel_futures=True)

    def run(
        self, task: Callable[[Job], Result], jobs: Sequence[Job], name: Callable[[Job], str]
    ) -> list[Result]:
        """Return the results in the order of the jobs.

        Each job is tried, then the first failure is raised as `SheetFailed`.
        """
        if self._workers < 2 or (self._pool is None and len(jobs) < IN_PROCESS):
            return [_named(task, job, name(job)) for job in jobs]
        if self._pool is None:
            self._pool = ProcessPoolExecutor(
                self._workers, mp_context=_context(), initializer=_ready, initargs=(self._prepare,)
            )
        waiting = [(name(job), self._pool.submit(task, job)) for job in jobs]
        wait([future for _, future in waiting])
        return [_result(each, future) for each, future in waiting]


def run(
    task: Callable[[Job], Result],
    jobs: Sequence[Job],
    name: Callable[[Job], str],
    prepare: Callable[[], object] | None = None,
    workers: int = WORKERS,
) -> list[Result]:
    """Return the results of a crew that comes for these jobs alone."""
    with Crew(prepare, workers) as crew:
        return crew.run(task, jobs, name)


def _ready(prepare: Callable[[], object] | None) -> None:
    """Make a new process ready; what it holds from now on is not searched for rubbish again and again."""
    if prepare is not None:
        prepare()
    gc.freeze()
    gc.set_threshold(*RUBBISH)


def _result(name: str, future: Future[Result]) -> Result:
    try:
        return future.result()
    except Exception as error:
        raise SheetFailed(name) from error


def _named(task: Callable[[Job], Result], job: Job, name: str) -> Result:
    try:
        return task(job)
    except Exception as error:
        raise SheetFailed(name) from error


def _context() -> multiprocessing.context.BaseContext:
    if "forkserver" not in multiprocessing.get_all_start_methods():
        return multiprocessing.get_context("spawn")
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(PRELOADED)
    return context
