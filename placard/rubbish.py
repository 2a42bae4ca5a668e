"""How often Python looks for rubbish: seldom where much is made and nearly all of it is kept."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager

SELDOM = (50_000, 20, 50)
"""It looks after so many new objects; a venue, or a page, is made of more than its usual 700."""


@contextmanager
def seldom_looked_for() -> Iterator[None]:
    """Look for rubbish seldom in here, and as usual afterwards."""
    usual = gc.get_threshold()
    gc.set_threshold(*SELDOM)
    try:
        yield
    finally:
        gc.set_threshold(*usual)
