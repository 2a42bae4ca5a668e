"""Our sheets through the WeasyPrint command line, one process each: the loop anybody would write first."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from measuring import Measured, added, run

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))

from placard import pipeline  # noqa: E402
from placard.press import filling, templates  # noqa: E402
from placard.press.cache import PressCache, plan_key  # noqa: E402
from placard.press.fonts import prepare  # noqa: E402
from placard.press.venue import _labels as labels_of  # noqa: E402
from placard.publish.workshop import workshop_of  # noqa: E402
from placard.read.roots import Project  # noqa: E402

AT_LEAST = 20
EVERY = 5


@dataclass(frozen=True, slots=True)
class Page:
    """A sheet as HTML, and the PDF we made of the very same HTML."""

    html: Path
    ours: Path
    one_language: bool


def dump(venues: Path, out: Path, folder: Path) -> list[Page]:
    """Write the HTML of every sheet that stands in `out`, and beside it the style sheets they all use."""
    project = Project(venues, (ROOT / "content",), out)
    composed = pipeline._composed(project).good
    labels, fonts = labels_of(composed), prepare()
    cache = PressCache(workshop_of(out).folder / "press")
    folder.mkdir(parents=True)
    for number, text in enumerate((fonts.css(), *templates.style_sheets("sheet"))):
        (folder / f"{number}.css").write_text(text, "utf-8")
    pages = []
    for venue in composed:
        for _, words in venue.sheets:
            setting = cache.plan(plan_key(words, fonts.digest, labels))
            if setting is None:
                raise LookupError(f"{venue.venue_id} {words.stem} was not printed")
            html = folder / f"{venue.venue_id}.{words.stem}.html"
            html.write_text(filling.page(words, setting, labels), "utf-8")
            ours = out / "print" / venue.venue_id / f"{words.stem}.{setting.sheet}.pdf"
            pages.append(Page(html, ours, len(words.blocks) == 1))
    return pages


def sample(pages: Sequence[Page]) -> list[Page]:
    """Return one page of every few, each time another one of the few: a venue's sheets are not alike."""
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
