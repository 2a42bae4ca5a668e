"""Which scripts part their words: how a phrase is looked for depends on it."""

from __future__ import annotations

FIRST_HAN = "\u2e80"
"""Signs before this one belong to scripts that part their words."""


def parts_words(phrase: str) -> bool:
    """Tell whether a phrase is of a script that parts its words; Han characters stand together."""
    return max(phrase) < FIRST_HAN
