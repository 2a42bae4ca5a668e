"""Ages a law sets, and lengths it or an authority thinks from; no length orders anything by itself."""

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
    """A length one thinks from when a period is set, and what it means, per language."""

    id: str
    length: Duration
    about: Mapping[str, str]
    cite: tuple[str, ...]
