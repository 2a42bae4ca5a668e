"""How easy words are to read in a language: what is counted, and what a page has to reach."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

Kind = Literal["page", "handout"]
"""A page of the site, or a paper somebody is handed."""

Limit = Literal["ease_at_least", "fog_at_most", "average_at_most", "longest_at_most"]


@dataclass(frozen=True, slots=True)
class Yardstick:
    """An entry of `content/readability.yml`; without `hard_from` no FOG, without `ease` no Flesch."""

    sentence: re.Pattern[str]
    word: re.Pattern[str]
    silent: re.Pattern[str]
    syllable: re.Pattern[str]
    not_hard: re.Pattern[str]
    hard_from: int
    ease: tuple[float, ...]
    enough: int
    limits: Mapping[Kind, Mapping[Limit, float]]
