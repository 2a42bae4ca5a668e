"""Imported where helpers come from: what each of them would read by itself is read before there are any.

Nothing here may make a map of fonts: Pango has a thread for each, and threads do not survive a fork.
"""

from __future__ import annotations

from placard.press import planning, presumed, templates
from placard.press.fonts import HAN, SANS, prepared

SHAPES = ("gauge.html", "sheet.html", "hanging-plan.html")

READY = (planning.plan_sheet, presumed.presumed(), *map(templates.shape, SHAPES))
if (_fonts := prepared()) is not None:
    _fonts.missing("", (SANS, HAN))
