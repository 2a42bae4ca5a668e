"""Write a planned sheet as PDF, and look at what only writing shows: the fonts."""

from __future__ import annotations

from placard.findings import stops
from placard.press.fonts import FontSet
from placard.press.layout import LaidOut
from placard.press.lettering import check_fonts
from placard.press.outcome import Refusal
from placard.press.planning import PlannedSheet
from placard.press.refusing import engine_findings, place_of
from placard.press.render import PressFault, press


def write_sheet(planned: PlannedSheet, fonts: FontSet) -> bytes | Refusal:
    """Return the PDF; or a refusal where a letter or a font is missing."""
    words, machine = planned.words, press(fonts)
    try:
        document = planned.document or machine.lay_out(planned.html)
        pdf = machine.write(document, one_language=len(words.blocks) == 1)
    except PressFault as fault:
        return Refusal(words.stem, engine_findings(fault, words))
    faults = tuple(check_fonts(document, LaidOut(words, planned.setting, document, place_of(words))))
    return Refusal(words.stem, faults) if stops(faults) else pdf
