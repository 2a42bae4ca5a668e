"""The top of a sheet: its one pictogram, alone or with the headlines beside it."""

from __future__ import annotations

from placard.press.measures import DoesNotFit
from placard.press.placing import GUTTER, RULE_MM, Placing

PADDING = {"beside": 2.0, "columns": 1.5, "stacked": 1.5}
HEADLINE_GAP = 1.6


def place_hero(placing: Placing) -> float:
    """Place the hero and return where it ends."""
    padding = placing.units(PADDING[placing.choice.arrangement])
    side, top = placing.choice.pictogram, placing.sheet.margin
    if side > placing.sheet.safe_width - 2 * padding:
        raise DoesNotFit("pictogram")
    left, inner = placing.left + (placing.sheet.safe_width - side) / 2, side
    if placing.choice.arrangement == "beside":
        left = placing.left + padding
        inner = _headlines(placing, left + side + placing.units(GUTTER), top + padding)
    placing.panel("hero", placing.left, top, placing.sheet.safe_width, inner + 2 * padding)
    placing.panel("pictogram", left, top + padding + (inner - side) / 2, side, side)
    return top + inner + 2 * padding


def texts_in_hero(placing: Placing, language: int) -> list[str]:
    """Name the texts beside the pictogram; one language alone has room for its key line, too."""
    if placing.choice.arrangement != "beside":
        return []
    key = [f"key.{language}"] if placing.shape.languages == 1 and placing.shape.keys[language] else []
    return [f"head.{language}", *key]


def _headlines(placing: Placing, left: float, top: float) -> float:
    """Place the headlines, a rule between two; return the height that they or the pictogram take."""
    width = placing.right - placing.units(PADDING["beside"]) - left
    stacks = [texts_in_hero(placing, language) for language in range(placing.shape.languages)]
    gap, line_gap = placing.units(HEADLINE_GAP), placing.units(1)
    heights = [placing.height(names, width, line_gap) for names in stacks]
    needed = sum(heights) + (len(stacks) - 1) * gap
    inner = max(placing.choice.pictogram, needed)
    spare = (inner - needed) / (len(stacks) + 1)
    top += spare
    for language, names in enumerate(stacks):
        if language:
            placing.panel(f"rule.{language}", left, top - (gap + spare + RULE_MM) / 2, width, RULE_MM)
        y = top
        for name in names:
            y = placing.place(name, left, y, width) + line_gap
        top += heights[language] + gap + spare
    return inner
