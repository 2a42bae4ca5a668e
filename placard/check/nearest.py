"""The word somebody probably meant."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches


def nearest(written: str, known: Iterable[str]) -> str:
    """Return the known word nearest to what was written, or a dash where nothing is known."""
    return next(iter(get_close_matches(written, sorted(known), n=1, cutoff=0.0)), "–")


def surely(written: str, known: Iterable[str]) -> str:
    """Return the known word this must be a slip of, or nothing: `fake` is no slip of `fixed`."""
    return next(iter(get_close_matches(written, sorted(known), n=1, cutoff=0.8)), "")
