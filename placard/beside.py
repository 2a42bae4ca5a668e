"""Something reckoned beside what this process does meanwhile, in a process that stems from this one."""

from __future__ import annotations

import multiprocessing
import sys
from collections.abc import Callable
from contextlib import suppress
from multiprocessing.connection import Connection
from typing import Generic, TypeVar

from placard.leash import hold_on_to_parent

Result = TypeVar("Result")

FORKS = sys.platform == "linux"
"""Whether a process may stem from one that has read everything: on macOS its libraries would not bear it."""


class Beside(Generic[Result]):
    """Work that begins at once in a process of its own, or, where there is none, when its result is asked."""

    def __init__(self, work: Callable[[], Result], apart: bool = True) -> None:
        self._work = work
        self._results: list[Result] = []
        self._hears: Connection | None = None
        if apart and FORKS:
            context = multiprocessing.get_context("fork")
            self._hears, tells = context.Pipe(duplex=False)
            # A daemon: nobody waits at the end for what was never asked.
            context.Process(target=_reckon, args=(work, tells), daemon=True).start()
            tells.close()

    def result(self) -> Result:
        """Return what was reckoned; what the other process could not do is done here, faults and all."""
        if not self._results:
            self._results.append(self._heard())
        return self._results[0]

    def _heard(self) -> Result:
        if self._hears is not None:
            with self._hears as hears, suppress(EOFError, OSError):
                heard: Result = hears.recv()
                return heard
        return self._work()


def _reckon(work: Callable[[], object], tells: Connection) -> None:
    hold_on_to_parent()
    # Whoever asks finds out what went wrong by doing it again.
    with suppress(Exception):
        tells.send(work())
