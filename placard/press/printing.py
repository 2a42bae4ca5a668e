"""From the words of signs to checked PDFs: what is unchanged comes from the cache."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import nullcontext
from dataclasses import dataclass
from itertools import groupby

from placard.compose.outputs import SheetWords
from placard.findings import stops
from placard.press import filling, pool
from placard.press.cache import PressCache, plan_key, sheet_key
from placard.press.filling import Labels
from placard.press.fonts import FontSet
from placard.press.opening import open_engine
from placard.press.outcome import Printed, Refusal
from placard.press.setting import Setting

TOGETHER = 5
"""Sheets one process measures at a time: those of a house share most of their words."""


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
        with nullcontext(crew) if crew else pool.Crew() as hands:
            return list(self.print_in_turn(sheets, hands))

    def print_in_turn(self, sheets: Sequence[SheetWords], crew: pool.Crew) -> Iterator[Printed | Refusal]:
        """Yield what was printed in the order of the words, while others still print what follows."""
        ready: dict[int, Printed | Refusal] = {}
        missing = 0
        some: list[list[SheetWords]] = []
        for numbers in _together(sheets):
            words = [sheets[number] for number in numbers]
            if not crew.has_begun(self.print_some, words):
                ready |= {n: printed for n in numbers if (printed := self.printed(sheets[n])) is not None}
                numbers = [number for number in numbers if number not in ready]
                words = [sheets[number] for number in numbers]
            missing += len(numbers)
            some += [words] if words else []
        if missing >= pool.IN_PROCESS:
            crew.call_in()
        made = (each for batch in crew.in_turn(self.print_some, some, _stems) for each in batch)
        for number in range(len(sheets)):
            yield ready[number] if number in ready else next(made)

    def begin(self, sheets: Sequence[SheetWords], crew: pool.Crew) -> None:
        """Have others print these sheets, which will be among those of `print_all`."""
        for numbers in _together(sheets):
            words = [sheets[number] for number in numbers]
            crew.begin(self.print_some, words, _stems(words))

    def printed(self, words: SheetWords) -> Printed | None:
        """Return a sheet made before from the very same things; loads no engine."""
        if not self.cache.folder.exists():
            return None
        setting = self.cache.plan(plan_key(words, self.fonts.digest, self.labels))
        if setting is None:
            return None
        kept = self.cache.sheet(self.key(words, setting))
        return Printed(words.stem, setting.sheet, *kept) if kept is not None else None

    def key(self, words: SheetWords, setting: Setting) -> str:
        """Return the name under which the cache knows a PDF."""
        return sheet_key(filling.page(words, setting, self.labels), self.fonts.digest, len(words.blocks) == 1)

    def print_some(self, sheets: Sequence[SheetWords]) -> list[Printed | Refusal]:
        """Print sheets one after the other, all their words measured at once."""
        open_engine()
        from placard.press import planning

        keyed = [(words, plan_key(words, self.fonts.digest, self.labels)) for words in sheets]
        unplanned = [words for words, key in keyed if self.cache.plan(key) is None]
        planning.measure(unplanned, self.fonts, self.labels)
        return [pool.named(self._print_one, each, each[0].stem) for each in keyed]

    def _print_one(self, keyed: tuple[SheetWords, str]) -> Printed | Refusal:
        """Plan, lay out, check and write one sheet."""
        # Here and not above: the engine needs Pango, and an unchanged build does without it.
        open_engine()
        from placard.press import planning, writing

        words, planned_before = keyed
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
        key = sheet_key(planned.html, self.fonts.digest, len(words.blocks) == 1)
        path = self.cache.keep_sheet(key, written, planned.findings)
        return Printed(words.stem, planned.setting.sheet, path, planned.findings)


def _together(sheets: Sequence[SheetWords]) -> Iterator[list[int]]:
    """Yield the positions of a few sheets of one house at a time."""
    for _, house in groupby(range(len(sheets)), lambda number: sheets[number].footer.venue):
        numbers = list(house)
        yield from (numbers[first : first + TOGETHER] for first in range(0, len(numbers), TOGETHER))


def _stems(sheets: Sequence[SheetWords]) -> str:
    return ", ".join(words.stem for words in sheets)
