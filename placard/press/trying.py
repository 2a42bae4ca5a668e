"""Whether a sheet bears its words at some sizes, and how well: reckoned in parts, each of them once.

The hero does not ask for the size of the body, nor the blocks for that of the pictogram; a search over all
sizes meets the same hero, the same blocks and the same notice again and again.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache

from placard.press.arranging import SECTION_GAP, place_blocks, room_left
from placard.press.hero import place_hero, texts_in_hero
from placard.press.measures import DoesNotFit, Measures
from placard.press.notice import place_foot, place_notice
from placard.press.paper import Sheet
from placard.press.placing import Placing, Shape
from placard.press.setting import Choice, Sizes


@dataclass(frozen=True, slots=True)
class Fit:
    """What a sheet has left: under everything, and beside its pictogram; how much its headlines fill.

    `covered` is the share of the part under the pictogram that has text on it, `torn` how many texts break
    inside a phrase.
    """

    left_over: float
    hero_slack: float
    headline_fill: float
    covered: float
    torn: int


@dataclass(frozen=True, slots=True)
class _Part:
    """Where a part ends, the gaps between its rows, and what was placed in it."""

    end: float
    gaps: int
    placing: Placing


class Tries:
    """One sheet and one arrangement, at any sizes."""

    def __init__(self, sheet: Sheet, shape: Shape, measures: Measures, like: Choice) -> None:
        self._sheet, self._shape, self._measures, self._like = sheet, shape, measures, like
        self._above = texts_in_hero(Placing(sheet, shape, measures, like), 0)
        self._hero = cache(self._new_hero)
        self._blocks = cache(self._new_blocks)
        self._notice = cache(self._new_notice)

    def fit(self, choice: Choice) -> Fit | None:
        """Return what `arrange` would come to, `None` where it does not fit."""
        sizes = choice.sizes
        notice = self._notice(sizes.body, sizes.foot)
        head = sizes.head if self._above else 0.0
        key = sizes.key if "key.0" in self._above else 0.0
        # Labels that lead are as large as the key line, wherever that stands.
        below = sizes.key if self._like.labels == "lead" else sizes.key - key
        hero = self._hero(head, key, choice.pictogram) if notice else None
        blocks = self._blocks(sizes.head - head, below, sizes.body) if hero else None
        if notice is None or hero is None or blocks is None:
            return None
        free = notice.end - hero.end - blocks.end - 2 * hero.placing.air(SECTION_GAP)
        if free < -1e-6:
            return None
        fills = [*hero.placing.fills.values(), *blocks.placing.fills.values()]
        heads = [zone.height for name, zone in hero.placing.zones.items() if name.startswith("head.")]
        return Fit(
            left_over=room_left(hero.placing, free, blocks.gaps)[1],
            hero_slack=max(0.0, choice.pictogram - sum(heads)) if heads else 0.0,
            headline_fill=sum(fills) / len(fills),
            covered=blocks.placing.ink / (self._sheet.safe_width * max(1.0, notice.end - hero.end)),
            torn=hero.placing.torn + blocks.placing.torn + notice.placing.torn,
        )

    def _new_hero(self, head: float, key: float, pictogram: float) -> _Part | None:
        return self._part(lambda page: (place_hero(page), 0), head, key, pictogram=pictogram)

    def _new_blocks(self, head: float, key: float, body: float) -> _Part | None:
        return self._part(lambda page: place_blocks(page, 0.0, 0.0), head, key, body)

    def _new_notice(self, body: float, foot: float) -> _Part | None:
        return self._part(
            lambda placing: (place_notice(placing, place_foot(placing)), 0), body=body, foot=foot
        )

    def _part(
        self,
        place: Callable[[Placing], tuple[float, int]],
        head: float = 0.0,
        key: float = 0.0,
        body: float = 0.0,
        foot: float = 0.0,
        pictogram: float = 0.0,
    ) -> _Part | None:
        """Place a part by itself; a size it does not ask for is nought."""
        like = self._like
        choice = Choice(like.arrangement, like.labels, like.density, Sizes(head, key, body, foot), pictogram)
        placing = Placing(self._sheet, self._shape, self._measures, choice)
        try:
            end, gaps = place(placing)
        except DoesNotFit:
            return None
        return _Part(end, gaps, placing)
