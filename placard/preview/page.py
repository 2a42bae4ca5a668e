"""A preview as one HTML file that needs nothing else, marked on every screen as no document to publish."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from placard.preview.blocks import Block, Shown
from placard.preview.lines import Lines

TEMPLATES = Path(__file__).parents[2] / "templates" / "preview"
WORDS = {
    "what": "words.preview",
    "meant": "words.preview_is",
    "read": "words.preview_read",
    "written": "words.preview_written",
    "lags": "words.preview_lags",
    "draft": "words.preview_draft",
}
"""What the frame says, by the name the template has for it."""


@dataclass(frozen=True, slots=True)
class Frame:
    """The words around a document; `speaks` is the language they are in, `words` are those of `WORDS`."""

    speaks: str
    venue: str
    words: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class _Row:
    block: Block
    place: str
    level: str


def page(several: list[Shown], frame: Frame, lines: Lines) -> str:
    """Return the page; several sheets of one sign stand below each other."""
    made = Environment(
        loader=FileSystemLoader(TEMPLATES), autoescape=True, undefined=StrictUndefined, trim_blocks=True
    )
    documents = [(each, [_Row(b, str(lines.place(b)), _level(b)) for b in each.blocks]) for each in several]
    style = Markup((TEMPLATES / "document.css").read_text(encoding="utf-8"))
    return made.get_template("document.html").render(documents=documents, frame=frame, style=style)


def _level(block: Block) -> str:
    return {"title": "h1", "heading": "h2"}.get(block.look, "div")
