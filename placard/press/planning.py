"""Plan a sign: the smallest sheet that bears it at the size its distance asks for, or why none does."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass, field, replace

from weasyprint.document import Document

from placard.brand.look import PLAIN
from placard.compose.outputs import SheetWords
from placard.findings import Finding, stops
from placard.press import filling
from placard.press.choosing import best_setting
from placard.press.filling import Labels
from placard.press.fonts import FontSet
from placard.press.gauging import gauge
from placard.press.layout import LaidOut, check_layout
from placard.press.legibility import smallest_sizes
from placard.press.lettering import check_lines, check_words
from placard.press.measures import DoesNotFit, Measures
from placard.press.outcome import Refusal
from placard.press.paper import from_smallest
from placard.press.precedence import check_precedence
from placard.press.refusing import engine_findings, place_of, what_to_change
from placard.press.render import PressFault, press
from placard.press.room import check_room
from placard.press.setting import Setting


@dataclass(frozen=True, slots=True)
class PlannedSheet:
    """A sign on its sheet, checked; `document` is laid out already where this process planned it."""

    words: SheetWords
    setting: Setting
    html: str
    findings: tuple[Finding, ...]
    document: Document | None = field(default=None, compare=False, repr=False)


def measure(sheets: Sequence[SheetWords], fonts: FontSet, labels: Labels) -> None:
    """Measure the words of many sheets on one page; the press keeps them in mind."""
    # What the engine warns of, it warns of again for the sheet it stands on.
    with suppress(PressFault):
        gauge([sample for words in sheets for sample in filling.samples(words, labels)], press(fonts))


def plan_sheet(words: SheetWords, fonts: FontSet, labels: Labels) -> PlannedSheet | Refusal:
    """Return the sign on the smallest sheet that bears it.

    Type is never shrunk below what its distance asks for: what does not fit is refused.
    """
    if stops(faults := tuple(check_words(words, fonts, place_of(words)))):
        return Refusal(words.stem, faults)
    try:
        texts = gauge(list(filling.samples(words, labels)), press(fonts))
    except PressFault as fault:
        return Refusal(words.stem, engine_findings(fault, words))
    smallest = smallest_sizes(words.read_from, filling.headlines(words))
    measures = Measures(texts)
    sheets = from_smallest(words.smallest)
    findings: tuple[Finding, ...] = ()
    for sheet in sheets:
        good: list[PlannedSheet] = []
        for dressed in _with_and_without_its_look(words):
            try:
                setting = best_setting(sheet, filling.shape_of(dressed), measures, smallest)
            except DoesNotFit:
                continue
            planned = lay_out(dressed, setting, fonts, labels)
            if not planned.findings:
                return planned
            if stops(planned.findings):
                findings = planned.findings
            else:
                good.append(planned)
        if good:
            return min(good, key=lambda each: len(each.findings))
    shape = filling.shape_of(replace(words, look=PLAIN))
    return Refusal(words.stem, findings or what_to_change(words, shape, measures, sheets))


def _with_and_without_its_look(words: SheetWords) -> tuple[SheetWords, ...]:
    """A logo never makes a sheet larger or worse, nor keeps it from being made: the words come first."""
    return (words,) if words.look == PLAIN else (words, replace(words, look=PLAIN))


def lay_out(
    words: SheetWords,
    setting: Setting,
    fonts: FontSet,
    labels: Labels,
    before: tuple[Finding, ...] | None = None,
) -> PlannedSheet:
    """Lay out a planned sheet and check it; `before` is what is known to be wrong with its words."""
    html = filling.page(words, setting, labels)
    try:
        document = press(fonts).lay_out(html)
    except PressFault as fault:
        return PlannedSheet(words, setting, html, engine_findings(fault, words))
    sheet = LaidOut(words, setting, document, place_of(words))
    findings = (
        *(check_words(words, fonts, sheet.place) if before is None else before),
        *check_layout(sheet),
        *check_lines(sheet, fonts),
        *check_precedence(sheet),
        *check_room(sheet),
    )
    return PlannedSheet(words, setting, html, findings, document)
