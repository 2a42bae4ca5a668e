"""Papers of several pages (handbook, quiz, hanging plan): printed once, kept under what they were made of."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from placard.findings import Finding, Place, Severity
from placard.press.cache import PressCache, sheet_key
from placard.press.fonts import HAN, SANS, FontSet
from placard.press.outcome import Refusal


@dataclass(frozen=True, slots=True)
class PaperShop:
    """What every paper is printed with."""

    fonts: FontSet
    cache: PressCache

    def print(self, html: str, style: str, name: str) -> Path | Refusal:
        """Return the PDF of a paper in one language, or why there is none; unchanged ones load no engine."""
        key = sheet_key(html, self.fonts.digest, True, style)
        kept = self.cache.sheet(key)
        if kept is not None:
            return kept[0]
        made = self._made(html, style, name)
        return made if isinstance(made, Refusal) else self.cache.keep_sheet(key, made, ())

    def _made(self, html: str, style: str, name: str) -> bytes | Refusal:
        # The engine needs Pango, and a build in which this paper is unchanged does without it.
        from placard.press.render import PressFault, press

        machine = press(self.fonts, style)
        try:
            document = machine.lay_out(html)
            pdf = machine.write(document, one_language=True)
        except PressFault as fault:
            return _refusal(name, "press.paper_engine", line=fault.lines[0])
        missing = {chr(point) for font in document.fonts.values() for point in font.missing} - {"\u200b"}
        foreign = {font.family for font in document.fonts.values()} - {SANS, HAN}
        if missing or foreign:
            return _refusal(name, "press.paper_letters", letters=" ".join(sorted(missing | foreign)))
        return pdf


def _refusal(name: str, code: str, **values: str) -> Refusal:
    return Refusal(name, (Finding(code, Severity.ERROR, Place(name), values),))
