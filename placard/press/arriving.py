"""What a helper does before there is anything to print: it reads the type, and sets a line in it."""

from __future__ import annotations

from contextlib import suppress

from placard.press.fonts import HAN, SANS, prepared
from placard.press.hanging import STYLE
from placard.press.render import PressFault, press

LINE = (
    '<!DOCTYPE html><html lang="en"><head><title>Aa</title></head>'
    f'<body><p style="font-family: {SANS!r}">Aa <b>Żż</b></p></body></html>'
)


def arrive() -> None:
    """Make the presses of sheets and of plans, and use them once; nothing of it is kept."""
    if (fonts := prepared()) is not None:
        fonts.missing("Aa", (SANS, HAN))
        for style in ("sheet", STYLE):
            machine = press(fonts, style)
            with suppress(PressFault):  # told with the first sheet
                machine.write(machine.lay_out(LINE), one_language=False)
