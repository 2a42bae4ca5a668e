"""Choose sizes and arrangement for one sheet: never under the smallest, as large as the sheet can bear."""

from __future__ import annotations

import math
from collections.abc import Iterator

from placard.press.arranging import arrange
from placard.press.legibility import FOOT_PT, Smallest, half_point_up
from placard.press.measures import DoesNotFit, Measures
from placard.press.paper import Sheet
from placard.press.placing import Shape
from placard.press.setting import Arrangement, Choice, Labels, Setting, Sizes
from placard.press.trying import Fit, Tries

ARRANGEMENTS: tuple[Arrangement, ...] = ("beside", "columns", "stacked")
DENSITIES = (1.0, 0.7)
HEAD_STEPS = tuple(1.07**step for step in range(16))
BODY_STEPS = (1.0, 1.07, 1.15, 1.22, 1.3, 1.45, 1.6, 1.75)
KEY_STEPS = (1.15, 1.3, 1.5)
PICTOGRAM_SHARES = tuple(share / 100 for share in range(12, 90, 3))
HEAD_OVER_BODY, KEY_OVER_BODY, KEY_UNDER_HEAD = 1.6, 1.25, 0.72
"""What keeps three sizes apart at a glance."""

BODY_OF_WIDTH = 16 / 210
"""Body in points to the width of the sheet in millimetres: a large sheet with small type looks empty."""

BODY_BESIDE_NOTHING = 24 / 210
"""The same on a sheet without facts, where few words have much room."""

HERO_OF_WIDTH = 0.3
"""A sheet without facts is its pictogram; on a sheet too small for one, the next larger is taken."""

COVERED = 6.0
"""Few words are to fill their part of the sheet: what is left empty beside them counts."""

TORN = 0.4
"""A text that breaks inside a Han clause or a name: somewhat smaller type is better."""

HEAD_TO_BODY = 2.9
"""Headline to body on a sheet of facts: the ratio the eye found calm."""


def smallest_setting(
    sheet: Sheet, shape: Shape, measures: Measures, smallest: Smallest
) -> tuple[Setting, ...]:
    """Return the sheet set in the smallest sizes, once for every arrangement that bears them.

    Raise `DoesNotFit` with what was too long in the arrangement that came nearest.
    """
    faults: list[DoesNotFit] = []
    pictogram = smallest.pictogram
    if not max(shape.facts):
        pictogram = max(pictogram, HERO_OF_WIDTH * sheet.width)
    for density in DENSITIES:
        found = []
        for arrangement in ARRANGEMENTS:
            for labels in _labels(shape):
                sizes = Sizes(smallest.head, smallest.key, smallest.body, FOOT_PT)
                choice = Choice(arrangement, labels, density, sizes, pictogram)
                try:
                    found.append(arrange(sheet, shape, measures, choice))
                except DoesNotFit as fault:
                    faults.append(fault)
        if found:
            return tuple(found)
    # Height is the last thing to be tried: where it fails, everything else was well.
    raise next((fault for fault in faults if str(fault) == "height"), faults[0])


def best_setting(sheet: Sheet, shape: Shape, measures: Measures, smallest: Smallest) -> Setting:
    """Return the finest setting of a sheet; raise `DoesNotFit` where there is none."""
    starts = smallest_setting(sheet, shape, measures, smallest)
    grown = [_grown(start.choice, sheet, shape, measures, smallest) for start in starts]
    _, choice = max(grown, key=lambda each: each[0])
    return arrange(sheet, shape, measures, choice)


def _grown(
    start: Choice, sheet: Sheet, shape: Shape, measures: Measures, smallest: Smallest
) -> tuple[float, Choice]:
    """Try every larger size; what does not fit rules out all that is larger still."""
    tries = Tries(sheet, shape, measures, start)
    best, worth = start, -math.inf
    for choice, fit in _fitting(start, tries, sheet, shape, smallest):
        if (better := _worth(choice, fit, sheet, shape, smallest)) > worth + 1e-9:
            best, worth = choice, better
    return worth, best


def _fitting(
    start: Choice, tries: Tries, sheet: Sheet, shape: Shape, smallest: Smallest
) -> Iterator[tuple[Choice, Fit]]:
    """Yield every choice that fits, from the smallest upward."""
    if (fit := tries.fit(start)) is not None:
        yield start, fit
    for pictogram in _pictograms(start.pictogram, sheet):
        for head in _steps(smallest.head, HEAD_STEPS):
            fits = False
            for body in _steps(smallest.body, BODY_STEPS):
                if head < HEAD_OVER_BODY * body:
                    fits = True
                    break
                for sizes in _keys(head, body, smallest, shape):
                    choice = Choice(start.arrangement, start.labels, start.density, sizes, pictogram)
                    if (fit := tries.fit(choice)) is None:
                        break
                    fits = True
                    yield choice, fit
                else:
                    continue
                break
            if not fits:
                break


def _worth(choice: Choice, fit: Fit, sheet: Sheet, shape: Shape, smallest: Smallest) -> float:
    """Weigh what a sign designer looks at; the weights were found by looking at printed sheets."""
    sizes = choice.sizes
    talks = max(shape.facts) > 0
    hero = (0.36 if talks else 0.62) * sheet.width
    body = BODY_OF_WIDTH if talks else BODY_BESIDE_NOTHING
    return (
        0.8 * fit.headline_fill
        + 0.9 * math.log(sizes.head / smallest.head)
        + 0.5 * math.log(sizes.key / smallest.key)
        + (1.1 if talks else 0.9) * math.log(sizes.body / smallest.body)
        + (1.5 if talks else 2.5) * min(0.0, math.log(choice.pictogram / hero))
        + (1.5 if talks else 3.0) * min(0.0, math.log(sizes.body / (body * sheet.width)))
        + (0.25 if choice.labels == "over" else 0.0)
        - 1.2 * math.log(sizes.head / (HEAD_TO_BODY * sizes.body)) ** 2 * talks
        - 6.0 * fit.left_over / sheet.safe_height
        - 4.0 * fit.hero_slack / sheet.safe_height
        - TORN * fit.torn
        + (COVERED if shape.labels_lead or not talks else 0.0) * fit.covered
    )


def _labels(shape: Shape) -> tuple[Labels, ...]:
    if shape.labels_lead:
        return ("lead",)
    return ("over", "run-in") if max(shape.facts) else ("over",)


def _steps(smallest: float, steps: tuple[float, ...]) -> Iterator[float]:
    return (half_point_up(smallest * step) for step in steps)


def _keys(head: float, body: float, smallest: Smallest, shape: Shape) -> Iterator[Sizes]:
    """A key line grows by itself where there are no facts for it to lead, and with labels as large as it."""
    least = max(smallest.key, half_point_up(body * KEY_OVER_BODY))
    yield Sizes(head, least, body, FOOT_PT)
    for step in () if max(shape.facts) and not shape.labels_lead else KEY_STEPS:
        if (key := half_point_up(least * step)) <= KEY_UNDER_HEAD * head:
            yield Sizes(head, key, body, FOOT_PT)


def _pictograms(smallest: float, sheet: Sheet) -> Iterator[float]:
    yield smallest
    yield from (share * sheet.width for share in PICTOGRAM_SHARES if share * sheet.width > smallest)
