"""Something reckoned beside what this process does meanwhile, in a process that stems from this one."""

from __future__ import annotations

import multiprocessing
import sys
from collections.abc import Callable
from contextlib import suppress
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from typing import Generic, TypeVar

from placard.leash import give_way, hold_on_to_parent

Result = TypeVar("Result")

FORKS = sys.platform == "linux"
"""Whether a process may stem from one that has read everything: on macOS its libraries would not bear it."""


class Beside(Generic[Result]):
    """Work that begins at once in a process of its own, or, where there is none, when its result is asked."""

    def __init__(self, work: Callable[[], Result], apart: bool = True) -> None:
        self._work = work
        self._results: list[Result] = []
        self._other: tuple[BaseProcess, Connection] | None = None
        if apart and FORKS:
            context = multiprocessing.get_context("fork")
            hears, tells = context.Pipe(duplex=False)
            # A daemon: nobody waits at the end for what was never asked.
            process = context.Process(target=_reckon, args=(work, tells), daemon=True)
            process.start()
            tells.close()
            self._other = process, hears

    def result(self) -> Result:
        """Return what was reckoned; what the other process could not do is done here, faults and all."""
        if not self._results:
            self._results.append(self._heard())
        return self._results[0]

    def _heard(self) -> Result:
        if self._other is not None:
            process, hears = self._other
            with hears, suppress(EOFError, OSError):
                heard: Result = hears.recv()
                process.join()
                return heard
        return self._work()


def _reckon(work: Callable[[], object], tells: Connection) -> None:
    hold_on_to_parent()
    give_way()
    # Whoever asks finds out what went wrong by doing it again.
    with suppress(Exception):
        tells.send(work())
