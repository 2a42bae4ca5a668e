"""What WeasyPrint drew, as plain records in millimetres. The only module that reads its private boxes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from weasyprint.document import Document, Page
from weasyprint.formatting_structure import boxes

MM_PER_PX = 25.4 / 96
PT_PER_PX = 72 / 96
ASCENT_EM, DESCENT_EM = 0.86, 0.24
"""Ink over and under the baseline in both families: Han faces reach 0.86 up, the tail of ą 0.24 down."""

UNSEEN = "\u200b \u00a0"

Colour = tuple[float, float, float]


@dataclass(frozen=True, slots=True)
class Rectangle:
    """Left, top, right and bottom in millimetres from the corner of the page."""

    left: float
    top: float
    right: float
    bottom: float

    def overlap(self, other: Rectangle) -> float:
        """Return the smaller of the two lengths by which both cover each other; 0 where they do not."""
        across = min(self.right, other.right) - max(self.left, other.left)
        down = min(self.bottom, other.bottom) - max(self.top, other.top)
        return max(0.0, min(across, down))

    def outside(self, other: Rectangle) -> float:
        """Return how far this one reaches out of the other; 0 where it does not."""
        sides = (other.left - self.left, other.top - self.top)
        return max(0.0, *sides, self.right - other.right, self.bottom - other.bottom)


def around(rectangles: Iterable[Rectangle]) -> Rectangle:
    """Return the smallest rectangle that holds all of these."""
    every = tuple(rectangles)
    return Rectangle(
        min(each.left for each in every),
        min(each.top for each in every),
        max(each.right for each in every),
        max(each.bottom for each in every),
    )


@dataclass(frozen=True, slots=True)
class Run:
    """Letters of one style on one line; the rectangle is that of their ink."""

    text: str
    language: str
    rectangle: Rectangle
    points: float
    colour: Colour


@dataclass(frozen=True)
class Line:
    """One line of a text: `name` is the `data-text` of the element it belongs to."""

    name: str
    text: str
    runs: tuple[Run, ...]
    height: float
    clipped: bool

    @property
    def language(self) -> str:
        """The language of its first letters."""
        return self.runs[0].language

    @cached_property
    def rectangle(self) -> Rectangle:
        """What the letters cover."""
        return around(run.rectangle for run in self.runs)


@dataclass(frozen=True, slots=True)
class Panel:
    """An element with `data-zone`, or the drawing in it; `colour` is its ground."""

    zone: str
    drawing: bool
    rectangle: Rectangle
    colour: Colour | None


def lines(document: Document, page: int = 0) -> Iterator[Line]:
    """Yield the lines of a page in the order of the document."""
    for box, trail in _walk(document.pages[page]):
        if isinstance(box, boxes.LineBox):
            letters = [part for part in box.descendants() if isinstance(part, boxes.TextBox)]
            attributes = _attributes(trail)
            language = attributes.get("lang", "")
            runs = tuple(_run(part, language) for part in letters if part.text.strip(UNSEEN))
            if runs:
                yield Line(
                    attributes.get("data-text", ""),
                    "".join(part.text for part in letters),
                    runs,
                    box.height * MM_PER_PX,
                    any(each.style["overflow"] != "visible" for each in trail),
                )


def panels(document: Document, page: int = 0) -> Iterator[Panel]:
    """Yield zones and drawings of a page, those below first."""
    for box, trail in _walk(document.pages[page]):
        drawing = isinstance(box, boxes.ReplacedBox)
        zone = (
            isinstance(box, boxes.BlockBox) and box.element is not None and "data-zone" in box.element.attrib
        )
        if drawing or zone:
            ground = box.style["background_color"]
            colour = _colour(ground) if zone and ground.alpha else None
            yield Panel(_attributes(trail).get("data-zone", ""), drawing, _rectangle(box), colour)


def size(document: Document, page: int = 0) -> tuple[float, float]:
    """Return width and height of a page."""
    return document.pages[page].width * MM_PER_PX, document.pages[page].height * MM_PER_PX


def _walk(page: Page) -> Iterator[tuple[Any, tuple[Any, ...]]]:
    """Yield every box with the boxes it lies in; an absolute box hides behind a placeholder."""
    waiting: list[tuple[Any, tuple[Any, ...]]] = [(page._page_box, ())]
    while waiting:
        box, trail = waiting.pop()
        box = getattr(box, "_box", box)
        trail = (*trail, box)
        yield box, trail
        waiting.extend((child, trail) for child in reversed(tuple(box.all_children())))


def _run(box: Any, language: str) -> Run:
    own = box.element.attrib.get("lang", language) if box.element is not None else language
    em, colour = box.style["font_size"], _colour(box.style["color"])
    baseline = box.position_y + box.baseline
    ink = Rectangle(
        box.position_x * MM_PER_PX,
        (baseline - ASCENT_EM * em) * MM_PER_PX,
        (box.position_x + box.width) * MM_PER_PX,
        (baseline + DESCENT_EM * em) * MM_PER_PX,
    )
    return Run(box.text, own, ink, em * PT_PER_PX, colour)


def _colour(colour: Any) -> Colour:
    red, green, blue = colour.to("srgb").coordinates
    return float(red), float(green), float(blue)


def _rectangle(box: Any) -> Rectangle:
    left, top = box.position_x * MM_PER_PX, box.position_y * MM_PER_PX
    return Rectangle(left, top, left + box.width * MM_PER_PX, top + box.height * MM_PER_PX)


def _attributes(trail: tuple[Any, ...]) -> dict[str, str]:
    """Return the attributes a box stands under; the nearest element wins."""
    found: dict[str, str] = {}
    for box in trail:
        if box.element is not None:
            found.update(box.element.attrib)
    return found
