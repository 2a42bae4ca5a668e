"""The signs of venues as files, and the plan that says where each one hangs."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import nullcontext
from dataclasses import replace
from pathlib import Path, PurePosixPath

from placard.compose.outputs import SheetWords
from placard.compose.venue import ComposedVenue
from placard.findings import Finding
from placard.made import Made
from placard.plan.sheets import PlannedSheet
from placard.press.cache import PressCache
from placard.press.fonts import FontSet
from placard.press.hanging import STYLE, page
from placard.press.outcome import Printed, Refusal
from placard.press.papers import Paper, PaperShop, told_apart
from placard.press.pool import Crew
from placard.press.printing import PrintShop
from placard.press.walk import Delivered, hanging_plan


def print_sheets(
    venues: Sequence[ComposedVenue],
    into: Path,
    fonts: FontSet,
    cache: PressCache,
    crew: Crew | None = None,
) -> tuple[list[Made], list[Finding]]:
    """Print every sheet and every hanging plan; a sheet that does not fit is a finding, never shrunk."""
    made: list[Made] = []
    findings: list[Finding] = []
    shop, papers = PrintShop(fonts, labels_of(venues), cache), PaperShop(fonts, cache)
    pages: list[tuple[ComposedVenue, str, Paper]] = []
    with nullcontext(crew) if crew else Crew() as hands:
        printed = shop.print_in_turn([words for venue in venues for _, words in venue.sheets], hands)
        for venue in venues:
            delivered: list[Delivered] = []
            for planned, words in venue.sheets:
                outcome = next(printed)
                findings += [replace(finding, venue=venue.venue_id) for finding in outcome.findings]
                if isinstance(outcome, Refusal):
                    continue
                folder = into / venue.venue_id
                outcome.deliver(folder)
                made.append(_made_sheet(venue, planned, words, outcome, folder))
                delivered.append((planned, words, outcome))
            if delivered:
                own = [
                    (venue, name, plan_page(venue, delivered, name)) for name in venue.plan.staff_languages
                ]
                # Others begin with the plans of this house while sheets of the next are still printed.
                papers.begin([page for _, _, page in own], hands)
                pages += own
        plans, more = _plans(pages, papers, hands)
    return made + plans, findings + more


def labels_of(venues: Sequence[ComposedVenue]) -> dict[str, dict[str, str]]:
    """Return the words of the interface by language."""
    return {
        language: dict(labels.words)
        for venue in venues
        for language, labels in venue.composer.library.labels.items()
    }


def _made_sheet(
    venue: ComposedVenue, planned: PlannedSheet, words: SheetWords, printed: Printed, folder: Path
) -> Made:
    return Made(
        path=PurePosixPath("print", venue.venue_id, printed.file_name),
        file=folder / printed.file_name,
        kind="sheet",
        venue=venue.venue_id,
        languages=planned.languages,
        sheet=printed.sheet,
        pages=1,
        code=words.footer.code,
        reason=planned.sign.reason.get("en", ""),
    )


def _plans(
    pages: Sequence[tuple[ComposedVenue, str, Paper]], shop: PaperShop, crew: Crew
) -> tuple[list[Made], list[Finding]]:
    outcomes = shop.print_all([page for _, _, page in pages], crew)
    printed, findings = told_apart(pages, outcomes, lambda each: each[0].venue_id)
    made = [
        Made(
            path=PurePosixPath("print", venue.venue_id, _plan_name(language)),
            file=file,
            kind="plan",
            venue=venue.venue_id,
            languages=(language,),
            sheet="a4",
            reason="which sheet hangs where",
        )
        for (venue, language, _), file in printed
    ]
    return made, findings


def plan_page(venue: ComposedVenue, delivered: Sequence[Delivered], language: str) -> Paper:
    """Return the hanging plan of a venue in one language, ready for the press."""
    plan = hanging_plan(venue, delivered, language)
    return page(plan, venue.composer.speaker(language).labels.words), STYLE, _plan_name(language), 0


def _plan_name(language: str) -> str:
    return f"hanging-plan.{language}.pdf"
