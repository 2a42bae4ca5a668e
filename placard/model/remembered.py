"""What was found out about an object, kept while nothing else is asked about."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import TypeVar

Asked = TypeVar("Asked")
Found = TypeVar("Found")


def of_the_last(find: Callable[[Asked], Found]) -> Callable[[Asked], Found]:
    """Remember the answer for the very object asked about last: many rules ask one thing of one venue.

    Only for objects that never change, and answers nobody changes.
    """
    last: tuple[Asked, Found] | None = None

    @wraps(find)
    def remembered(asked: Asked) -> Found:
        nonlocal last
        known = last
        if known is None or known[0] is not asked:
            known = last = asked, find(asked)
        return known[1]

    return remembered
