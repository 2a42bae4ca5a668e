"""A helping process ends when the one that started it is gone, whichever way that one ended."""

from __future__ import annotations

import multiprocessing
import os
import signal
import threading
from multiprocessing.connection import wait

GONE = 1
"""How such a process ends; nobody is left to read it."""


PATIENCE = 5
"""How much a helping process gives way: the one everything waits for comes first."""


def give_way() -> None:
    """Let whoever started this process go first where there are not processors enough for all."""
    os.nice(PATIENCE)


def hold_on_to_parent() -> None:
    """Call first in a helping process: it ends with its parent, and leaves Ctrl-C to it.

    A killed parent cannot tell its helpers to stop, and they would wait for work for ever: each holds
    an end of the pipe itself that work comes through.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    if (parent := multiprocessing.parent_process()) is not None:
        threading.Thread(target=_end_with, args=(parent.sentinel,), daemon=True).start()


def _end_with(sentinel: int) -> None:
    wait([sentinel])
    # Files are written beside and renamed, so nothing half-written is left where it would be read.
    os._exit(GONE)
