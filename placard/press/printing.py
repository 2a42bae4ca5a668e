"""From the words of signs to checked PDFs: what is unchanged comes from the cache."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from placard.compose.outputs import SheetWords
from placard.findings import stops
from placard.press import filling, pool
from placard.press.cache import PressCache, plan_key, sheet_key
from placard.press.filling import Labels
from placard.press.fonts import FontSet
from placard.press.outcome import Printed, Refusal
from placard.press.setting import Setting


@dataclass(frozen=True, slots=True)
class PrintShop:
    """What every sheet is printed with; small enough to be sent to another process."""

    fonts: FontSet
    labels: Labels
    cache: PressCache

    def print_all(
        self, sheets: Sequence[SheetWords], crew: pool.Crew | None = None
    ) -> list[Printed | Refusal]:
        """Print sheets; the results stand in the order of the words."""
        if crew is None:
            with self.crew() as own:
                return self.print_all(sheets, own)
        ready = {number: printed for number, words in enumerate(sheets) if (printed := self.printed(words))}
        missing = [number for number in range(len(sheets)) if number not in ready]
        made = crew.run(self.print_one, [sheets[number] for number in missing], _stem)
        outcome: dict[int, Printed | Refusal] = {**ready, **dict(zip(missing, made, strict=True))}
        return [outcome[number] for number in range(len(sheets))]

    def crew(self, workers: int = pool.WORKERS) -> pool.Crew:
        """Return who prints, with the engine loaded; to be left by `with`."""
        return pool.Crew(self.warm_up, workers)

    def printed(self, words: SheetWords) -> Printed | None:
        """Return a sheet made before from the very same things; loads no engine."""
        setting = self.cache.plan(plan_key(words, self.fonts.digest, self.labels))
        if setting is None:
            return None
        kept = self.cache.sheet(self.key(words, setting))
        return Printed(words.stem, setting.sheet, *kept) if kept is not None else None

    def key(self, words: SheetWords, setting: Setting) -> str:
        """Return the name under which the cache knows a PDF."""
        return sheet_key(filling.page(words, setting, self.labels), self.fonts.digest, len(words.blocks) == 1)

    def print_one(self, words: SheetWords) -> Printed | Refusal:
        """Plan, lay out, check and write one sheet."""
        # Here and not above: the engine needs Pango, and an unchanged build does without it.
        from placard.press import planning, writing

        planned_before = plan_key(words, self.fonts.digest, self.labels)
        setting = self.cache.plan(planned_before)
        planned = planning.lay_out(words, setting, self.fonts, self.labels) if setting else None
        if planned is None or stops(planned.findings):
            outcome = planning.plan_sheet(words, self.fonts, self.labels)
            if isinstance(outcome, Refusal):
                return outcome
            planned = outcome
        written = writing.write_sheet(planned, self.fonts)
        if isinstance(written, Refusal):
            return written
        self.cache.keep_plan(planned_before, planned.setting)
        path = self.cache.keep_sheet(self.key(words, planned.setting), written, planned.findings)
        return Printed(words.stem, planned.setting.sheet, path, planned.findings)

    def warm_up(self) -> None:
        """Load the engine, the fonts and the style sheets, once per process."""
        from placard.press.render import press

        press(self.fonts)


def _stem(words: SheetWords) -> str:
    return words.stem
