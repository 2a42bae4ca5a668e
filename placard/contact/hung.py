"""Where the sheets of a venue hang, from which follow the order and the copies of all sheets in one file."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from placard.compose.venue import ComposedVenue
from placard.made import Made
from placard.press.hanging import HangingPlan
from placard.press.outcome import Printed
from placard.press.walk import hanging_plan


@dataclass(frozen=True, slots=True)
class Hung:
    """The hanging plan of a venue in each of its staff languages, the first one deciding the order."""

    plans: dict[str, HangingPlan]

    @classmethod
    def of(cls, venue: ComposedVenue, own: Sequence[Made]) -> Hung | None:
        """Return where the prints of a venue hang; `None` where no sheet was made."""
        files = {each.path.name: each for each in own if each.kind == "sheet"}
        delivered = [
            (planned, words, Printed(words.stem, each.sheet, each.file, ()))
            for planned, words in venue.sheets
            for each in files.values()
            if each.path.name == f"{words.stem}.{each.sheet}.pdf"
        ]
        if not delivered:
            return None
        return cls(
            {language: hanging_plan(venue, delivered, language) for language in venue.plan.staff_languages}
        )

    def copies(self) -> dict[str, list[tuple[str, int]]]:
        """Return file names and copies in hanging order, by paper size."""
        by_sheet: dict[str, list[tuple[str, int]]] = {}
        for row in next(iter(self.plans.values())).rows:
            by_sheet.setdefault(row.sheet, []).append((row.file_name, row.copies))
        return by_sheet
