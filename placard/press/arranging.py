"""One way to place the words of a sign on a sheet: pure geometry over measured texts.

From the top: the hero, the blocks of the languages, the notice, the foot. What height is left over opens
the rows of facts, then the space above and below the blocks.
"""

from __future__ import annotations

from placard.press.hero import place_hero, texts_in_hero
from placard.press.measures import DoesNotFit, Measures
from placard.press.notice import place_foot, place_notice
from placard.press.paper import Sheet
from placard.press.placing import GUTTER, RULE_MM, Placing, Shape
from placard.press.setting import Choice, Setting

RULE_GAP, TAG_GAP, LEAD_GAP = 0.8, 0.4, 1.2
ROW_GAP, ROW_STRETCH, HAIRLINE_MM = 1.1, 1.3, 0.25
"""A hairline under every row shows that a fact stands level with the same fact in the other language."""
SECTION_GAP, SECTION_STRETCH = 2.0, 1.0
APART = 1.8
"""Between the rows of facts and the paragraphs under them, which are no rows."""


def arrange(sheet: Sheet, shape: Shape, measures: Measures, choice: Choice) -> Setting:
    """Place everything, or raise `DoesNotFit` with the name of what is too long."""
    placing = Placing(sheet, shape, measures, choice)
    bottom = place_notice(placing, place_foot(placing)) - placing.air(SECTION_GAP)
    top = place_hero(placing) + placing.air(SECTION_GAP)
    end, gaps = place_blocks(placing, top, 0.0)
    free = bottom - end
    if free < -1e-6:
        raise DoesNotFit("height")
    stretch, left_over = room_left(placing, free, gaps)
    place_blocks(placing, top + (free - stretch * gaps) / 2, stretch)
    fill = sum(placing.fills.values()) / len(placing.fills)
    return Setting(sheet.name, choice, placing.zones, frozenset(placing.together), left_over, fill)


def room_left(placing: Placing, free: float, gaps: int) -> tuple[float, float]:
    """Return how far free height opens each of the gaps, and what is left over even so."""
    stretch = min(free / max(gaps, 1), placing.units(ROW_STRETCH))
    return stretch, max(0.0, free - stretch * gaps - 2 * placing.units(SECTION_STRETCH))


def place_blocks(placing: Placing, top: float, stretch: float) -> tuple[float, int]:
    """Place all blocks from `top`; return where they end and how many gaps between rows there are."""
    languages = list(range(placing.shape.languages))
    if placing.choice.arrangement != "stacked" and len(languages) > 1:
        gutters = (len(languages) - 1) * placing.units(GUTTER)
        return _side_by_side(
            placing, languages, top, (placing.sheet.safe_width - gutters) / len(languages), stretch
        )
    gaps = 0
    for language in languages:
        if language:
            top += placing.air(SECTION_GAP) + stretch
        top, rows = _side_by_side(placing, [language], top, placing.sheet.safe_width, stretch)
        gaps += rows + (1 if language else 0)
    return top, gaps


def _side_by_side(
    placing: Placing, languages: list[int], top: float, width: float, stretch: float
) -> tuple[float, int]:
    """Place blocks in columns, so that the same fact stands at the same height in every language."""
    shape, gutter = placing.shape, placing.units(GUTTER)
    columns = {language: placing.left + n * (width + gutter) for n, language in enumerate(languages)}
    leads = {language: _lead(placing, language, left, top, width) for language, left in columns.items()}
    top = max(leads.values())
    # A block as wide as the sheet sets its facts in two columns.
    across = 2 if len(languages) == 1 and shape.facts[languages[0]] > 1 else 1
    narrow = (width - (across - 1) * gutter) / across
    rows = max(-(-shape.facts[language] // across) for language in languages)
    for row in range(rows):
        ends = [top]
        for language, left in columns.items():
            # Along the lines between the rows, as the eye does: what is numbered is read in its order.
            abreast = range(row * across, min((row + 1) * across, shape.facts[language]))
            for column, fact in enumerate(abreast):
                x = left + column * (narrow + gutter)
                ends.append(placing.place(f"fact.{language}.{fact}", x, top, narrow))
        top = max(ends)
        if row < rows - 1:
            gap = placing.air(ROW_GAP) + stretch
            for language, left in columns.items():
                placing.panel(
                    f"row.{language}.{row}", left, top + (gap - HAIRLINE_MM) / 2, width, HAIRLINE_MM
                )
            top += gap
    # Facts stand level in every language; where there are none, a short column leaves no gap in its middle.
    starts = dict.fromkeys(columns, top) if rows else leads
    end = max(_body(placing, language, left, starts[language], width) for language, left in columns.items())
    return end, max(rows - 1, 0)


def _lead(placing: Placing, language: int, left: float, top: float, width: float) -> float:
    """Place rule, language tag, headline and key line of a block; return where its facts begin."""
    if placing.shape.languages > 1:
        placing.panel(f"lead-rule.{language}", left, top, width, RULE_MM)
        top += RULE_MM + placing.units(RULE_GAP)
        top = placing.place(f"tag.{language}", left, top, width) + placing.units(TAG_GAP)
    above = texts_in_hero(placing, language)
    key = [f"key.{language}"] if placing.shape.keys[language] else []
    for name in (f"head.{language}", *key):
        if name not in above:
            top = placing.place(name, left, top, width) + placing.air(LEAD_GAP)
    return top


def _body(placing: Placing, language: int, left: float, top: float, width: float) -> float:
    """Place the paragraphs under the facts; return where they end."""
    for n in range(placing.shape.bodies[language]):
        gap = placing.units(1) if n else placing.air(APART) if placing.shape.facts[language] else 0.0
        top = placing.place(f"body.{language}.{n}", left, top + gap, width)
    return top
