"""The review sheet of a law pack, made from its rules; `python -m placard.check.review` writes them anew."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from pathlib import Path

from jinja2 import Environment, StrictUndefined

from placard.check.sentences import sentence
from placard.library.law import Citation, Law, Pack
from placard.read.law import FOLDER, chain, read_packs
from placard.read.layers import Layers

TEMPLATE = f"{FOLDER}/review-sheet.md"
SHEET = "REVIEW.md"


def review_sheet(pack: Pack, law: Law, template: str) -> str:
    """Return what a lawyer reads and signs: every rule as a sentence, and how its sources were seen."""
    environment = Environment(
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        autoescape=False,  # it is Markdown, never HTML
    )
    return environment.from_string(template).render(
        pack=pack,
        title=next(iter(pack.name.values()), pack.id),
        sentence_of=lambda rule: sentence(rule, law),
        cited=lambda names: _cited(names, law),
    )


def write_sheets(content: Path) -> list[Path]:
    """Write the review sheet of every pack of a content folder beside its rules."""
    packs = read_packs(Layers([content], []))
    template = (content / TEMPLATE).read_text(encoding="utf-8")
    written = []
    for pack in packs.values():
        path = content / FOLDER / pack.id / SHEET
        path.write_text(review_sheet(pack, chain(packs, pack.id), template), encoding="utf-8")
        written.append(path)
    return written


def _cited(names: Iterable[str], law: Law) -> list[Citation]:
    return [citation for name in names if (citation := law.citation(name))]


if __name__ == "__main__":
    for sheet in write_sheets(Path(sys.argv[1] if len(sys.argv) > 1 else "content")):
        print(sheet)
