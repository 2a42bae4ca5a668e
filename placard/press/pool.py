"""Many sheets at once: a few in this process, more in two that have the engine loaded already."""

from __future__ import annotations

import multiprocessing
from collections.abc import Callable, Sequence
from concurrent.futures import ProcessPoolExecutor
from typing import TypeVar

IN_PROCESS = 10
"""Below this, starting processes (1 to 1.5 s) costs more than it saves (print-engine 2)."""

WORKERS = 2
PRELOADED = ["placard.press.planning", "fontTools.subset", "segno"]

Job = TypeVar("Job")
Result = TypeVar("Result")


class SheetFailed(Exception):
    """A fault of ours, with the name of the sheet it happened on."""

    def __init__(self, name: str) -> None:
        self.name = name
        super().__init__(f"the press failed on {name}")


def run(
    task: Callable[[Job], Result],
    jobs: Sequence[Job],
    name: Callable[[Job], str],
    prepare: Callable[[], object] | None = None,
    workers: int = WORKERS,
) -> list[Result]:
    """Return the results in the order of the jobs; `prepare` is called once in every new process.

    Each job is tried, then the first failure is raised as `SheetFailed`.
    """
    if len(jobs) < IN_PROCESS or workers < 2:
        return [_named(task, job, name(job)) for job in jobs]
    with ProcessPoolExecutor(workers, mp_context=_context(), initializer=prepare) as pool:
        waiting = [(name(job), pool.submit(task, job)) for job in jobs]
        pool.shutdown(wait=True)
    results = []
    for each, future in waiting:
        try:
            results.append(future.result())
        except Exception as error:
            raise SheetFailed(each) from error
    return results


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
