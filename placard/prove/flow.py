"""The words of a PDF as one flow: where a page ends, and what repeats at its head and foot, tells nothing."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from placard.prove.pdf import Pdf, PdfPage, mended

EDGE = 6
"""How many lines at the head and at the foot of a page may be those of every page."""

_NUMBER = re.compile(r"\d+")
_BULLET = re.compile(r"[\W_]*")


def flow(pdf: Pdf) -> tuple[str, ...]:
    """Return what stands under each heading of a document, and then what repeats on its pages.

    A paper without headings is a stack of sheets: each has its own say, and none goes on where another ends.
    """
    if not any(page.headings for page in pdf.pages):
        return tuple(" ".join(mended(page.text).split()) for page in pdf.pages)
    pages = [_lines(page) for page in pdf.pages]
    repeated = _repeated(pages)
    parts = [""]
    edges: dict[str, None] = {}
    for page, lines in zip(pdf.pages, pages, strict=True):
        head, foot = _run(lines, repeated), _run(lines[::-1], repeated)
        body = lines[head : max(len(lines) - foot, head)]
        edges |= dict.fromkeys([*lines[:head], *lines[head + len(body) :]])
        first, *rest = _under_headings(" ".join(body), page.headings)
        parts[-1] = f"{parts[-1]} {first}".strip()
        parts += rest
    return (*parts, *edges)


def _lines(page: PdfPage) -> list[str]:
    lines = (" ".join(line.split()) for line in mended(page.text).splitlines())
    return [line for line in lines if not _BULLET.fullmatch(line)]


def _repeated(pages: Sequence[Sequence[str]]) -> frozenset[str]:
    """Return the lines that stand at the edge of most pages, whatever number they bear."""
    often = Counter(shape for lines in pages for shape in {_shape(line) for line in _edges(lines)})
    return frozenset(shape for shape, pages_with in often.items() if 2 * pages_with > len(pages) > 1)


def _run(lines: Sequence[str], repeated: frozenset[str]) -> int:
    """Count the lines that repeat, from one end of a page on."""
    return next((n for n, line in enumerate(lines) if _shape(line) not in repeated), len(lines))


def _edges(lines: Sequence[str]) -> Sequence[str]:
    return lines if len(lines) <= 2 * EDGE else (*lines[:EDGE], *lines[-EDGE:])


def _shape(line: str) -> str:
    return _NUMBER.sub("0", line)


def _under_headings(text: str, headings: Sequence[str]) -> Iterator[str]:
    """Cut a page before each of its headings; one that cannot be found in the words cuts nothing."""
    for heading in headings:
        before, found, after = text.partition(" ".join(heading.split()))
        if found:
            yield before
            text = found + after
    yield text
