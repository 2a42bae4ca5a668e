"""Figures of a law: ages, periods it sets or threatens, lengths one thinks from, numbers one calls."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from placard.model.values import Duration


@dataclass(frozen=True, slots=True)
class Age:
    """An age in years, and what begins with it, per language."""

    id: str
    years: int
    about: Mapping[str, str]
    cite: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Presumption:
    """A length one thinks from, or one a law threatens, and what it means, per language."""

    id: str
    length: Duration
    about: Mapping[str, str]
    cite: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Hotline:
    """Numbers one calls where this law holds, the usual one first, by what they are for."""

    id: str
    phones: tuple[str, ...]
    cite: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Clock:
    """A period the law sets: what starts it, in which case it runs, and what it is not for.

    Data requests, breaches, consumers' complaints and the UK's data complaints stay four clocks.
    """

    id: str
    within: Duration
    starts: str
    when: Mapping[str, str]
    not_for: Mapping[str, str]
    cite: tuple[str, ...]
