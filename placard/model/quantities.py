"""Lengths of time, hours of the day, and words an owner typed in one language or several."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import time
from enum import StrEnum
from functools import total_ordering


class Unit(StrEnum):
    """A unit of time as written in a venue file."""

    MINUTE = "minute"
    HOUR = "hour"
    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    YEAR = "year"


_SHORTEST_HOURS = {"minute": 1 / 60, "hour": 1, "day": 24, "week": 168, "month": 28 * 24, "year": 365 * 24}
_LONGEST_HOURS = {"minute": 1 / 60, "hour": 1, "day": 24, "week": 168, "month": 31 * 24, "year": 366 * 24}
WRITTEN = re.compile(r"(\d{1,4})\s*(minute|hour|day|week|month|year)s?", re.IGNORECASE)
ISO = re.compile(r"P(?:(\d{1,4})([DWMY])|T(\d{1,4})([HM]))")
_ISO_UNIT = {"D": "day", "W": "week", "M": "month", "Y": "year"}


@total_ordering
@dataclass(frozen=True, slots=True)
class Duration:
    """A length of time in one unit, never converted: `14 days` is not `2 weeks` on a sign."""

    number: int
    unit: Unit

    @classmethod
    def read(cls, text: str) -> Duration:
        """Read `14 days` or ISO 8601 `P14D`; raises `ValueError`."""
        if written := WRITTEN.fullmatch(text.strip()):
            return cls(int(written[1]), Unit(written[2].lower()))
        if iso := ISO.fullmatch(text.strip()):
            if iso[3]:
                return cls(int(iso[3]), Unit.HOUR if iso[4] == "H" else Unit.MINUTE)
            return cls(int(iso[1]), Unit(_ISO_UNIT[iso[2]]))
        raise ValueError(text)

    def shortest_hours(self) -> float:
        """The fewest hours this can be (a month of 28 days), for `at_least`."""
        return self.number * _SHORTEST_HOURS[self.unit]

    def longest_hours(self) -> float:
        """The most hours this can be (a month of 31 days), for `at_most`."""
        return self.number * _LONGEST_HOURS[self.unit]

    def __lt__(self, other: Duration) -> bool:
        if self.unit == other.unit:
            return self.number < other.number
        return self.longest_hours() < other.longest_hours()

    def __str__(self) -> str:
        return f"{self.number} {self.unit}{'' if self.number == 1 else 's'}"


@dataclass(frozen=True, slots=True)
class Hours:
    """A daily span of time; may run over midnight."""

    begins: time
    ends: time

    def __str__(self) -> str:
        return f"{self.begins:%H:%M}-{self.ends:%H:%M}"


@dataclass(frozen=True, slots=True)
class LocalText:
    """Words an owner typed: one string for every language, or one per language."""

    everywhere: str = ""
    by_language: Mapping[str, str] | None = None

    def in_language(self, language: str) -> str | None:
        """Return the words for a language, or `None` where the owner gave none."""
        if self.by_language is None:
            return self.everywhere
        return self.by_language.get(language)

    def first(self) -> str:
        """Return any one form of the words, for reports."""
        if self.by_language is None:
            return self.everywhere
        return next(iter(self.by_language.values()))
