"""Our pages through the WeasyPrint command line, one process each: the loop anybody would write first."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from measuring import Measured, added, run

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))

from placard.composing import compose  # noqa: E402
from placard.press import filling, templates  # noqa: E402
from placard.press.cache import PressCache, plan_key  # noqa: E402
from placard.press.fonts import prepare  # noqa: E402
from placard.press.hanging import STYLE  # noqa: E402
from placard.press.printing import PrintShop  # noqa: E402
from placard.press.venue import labels_of, plan_page  # noqa: E402
from placard.publish.workshop import workshop_of  # noqa: E402
from placard.read.roots import Project  # noqa: E402

FIVE_SHEETS = ROOT / "benchmarks" / "content"
"""Laid over our words: a house of five sheets and nothing else."""

AT_LEAST = 20
EVERY = 5


@dataclass(frozen=True, slots=True)
class Page:
    """A sheet or a hanging plan as HTML, and the PDF we made of the very same HTML."""

    html: Path
    ours: Path
    one_language: bool


def words(folder: Path) -> tuple[Path, ...]:
    """Return our words for houses of five sheets; a copy, without the ledger of promises.

    Each promise there wants papers that keep it, and such a house has none.
    """
    copy = folder / "content"
    shutil.copytree(ROOT / "content", copy, ignore=shutil.ignore_patterns("ledger.yml"))
    return copy, FIVE_SHEETS


def dump(venues: Path, content: tuple[Path, ...], out: Path, folder: Path) -> tuple[list[Page], list[Page]]:
    """Write the HTML of every sheet and every hanging plan in `out`, beside the style sheets of each."""
    project = Project(venues, content, out)
    composed = compose(project).good
    shop = PrintShop(prepare(), labels_of(composed), PressCache(workshop_of(out).folder / "press"))
    for name, style in (("sheets", "sheet"), ("plans", STYLE)):
        (folder / name).mkdir(parents=True)
        for number, text in enumerate((shop.fonts.css(), *templates.style_sheets(style))):
            (folder / name / f"{number}.css").write_text(text, "utf-8")
    sheets, plans = [], []
    for venue in composed:
        made = out / "print" / venue.venue_id
        delivered = []
        for planned, words in venue.sheets:
            setting = shop.cache.plan(plan_key(words, shop.fonts.digest, shop.labels))
            printed = shop.printed(words)
            if setting is None or printed is None:
                raise LookupError(f"{venue.venue_id} {words.stem} was not printed")
            delivered.append((planned, words, printed))
            html = folder / "sheets" / f"{venue.venue_id}.{words.stem}.html"
            html.write_text(filling.page(words, setting, shop.labels), "utf-8")
            sheets.append(Page(html, made / printed.file_name, len(words.blocks) == 1))
        for language in venue.plan.staff_languages:
            text, _, name, _ = plan_page(venue, delivered, language)
            html = folder / "plans" / f"{venue.venue_id}.{language}.html"
            html.write_text(text, "utf-8")
            plans.append(Page(html, made / name, True))
    return sheets, plans


def sample(pages: Sequence[Page]) -> list[Page]:
    """Return one page of every few, each time another one of the few: those of a venue are not alike."""
    few = max(1, min(EVERY, len(pages) // AT_LEAST))
    return [pages[first + first // few % few] for first in range(0, len(pages) - few + 1, few)]


def loop(pages: Sequence[Page], folder: Path) -> tuple[Measured, int]:
    """Print pages one after the other; return what that took, and how many PDFs equal ours byte by byte."""
    parts, equal = [], 0
    for page in pages:
        pdf = page.html.with_suffix(".pdf")
        part = run([*_command(page), str(page.html), str(pdf)], folder)
        if part.code:
            raise RuntimeError(f"{page.html.name}: {part.output}")
        parts.append(part)
        equal += pdf.read_bytes() == page.ours.read_bytes()
    return added(parts), equal


def _command(page: Page) -> Iterator[str]:
    yield str(Path(sys.executable).with_name("weasyprint"))
    yield from ("--pdf-variant", "pdf/ua-1") if page.one_language else ("--pdf-tags",)
    for style in sorted(page.html.parent.glob("*.css")):
        yield from ("--stylesheet", str(style))
