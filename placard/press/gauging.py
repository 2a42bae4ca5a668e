"""Measure every text once: its pieces, the spaces between them, the height of a line."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from weakref import WeakKeyDictionary

from placard.press import boxes, templates
from placard.press.filling import Sample
from placard.press.legibility import MM_PER_PT
from placard.press.lines import Piece, Text
from placard.press.render import Press

POINTS = 20.0
ROOM_MM = 10000.0
"""Wide enough for any text on one line; a page is not limited in size."""

_KNOWN: WeakKeyDictionary[Press, dict[tuple[str, str, str], Text | None]] = WeakKeyDictionary()
"""Texts a press has measured before: most words of a sign stand on other signs and in other houses, too."""


def gauge(samples: Sequence[Sample], press: Press) -> Mapping[str, Text]:
    """Return the measured texts by name; those not known yet are measured on tall pages."""
    known = _KNOWN.setdefault(press, {})
    new = {_key(sample): sample for sample in samples if _key(sample) not in known}
    if new:
        known |= _measured(tuple(new.values()), press)
    found = ((sample.name, known[_key(sample)]) for sample in samples)
    return {name: text for name, text in found if text is not None}


def _key(sample: Sample) -> tuple[str, str, str]:
    return sample.style, sample.language, sample.words


def _measured(samples: Sequence[Sample], press: Press) -> dict[tuple[str, str, str], Text | None]:
    html = templates.page("gauge.html", texts=samples, points=POINTS, room=ROOM_MM)
    measured: list[list[boxes.Line]] = [[] for _ in samples]
    document = press.lay_out(html)
    for page in range(len(document.pages)):
        for line in boxes.lines(document, page):
            measured[int(line.name)].append(line)
    found = zip(samples, measured, strict=True)
    return {_key(sample): _text(lines) if lines else None for sample, lines in found}


def _text(lines: Sequence[boxes.Line]) -> Text:
    """The last line is the whole text, those before it are its pieces."""
    em = POINTS * MM_PER_PT
    *narrow, whole = lines
    widths = [(line.rectangle.right - line.rectangle.left) / em for line in narrow]
    spaced = list(_spaced([line.text for line in narrow], whole.text))
    natural = (whole.rectangle.right - whole.rectangle.left) / em
    space = (natural - sum(widths)) / sum(spaced) if any(spaced) else 0.0
    pieces = (
        Piece(width, space if after else 0.0, after and len(line.text.strip()) == 1)
        for line, width, after in zip(narrow, widths, spaced, strict=True)
    )
    return Text(tuple(pieces), max(line.height for line in lines) / em)


def _spaced(pieces: Sequence[str], whole: str) -> Iterator[bool]:
    """Tell of each piece whether a space follows it in the whole text."""
    position = 0
    for piece in pieces:
        position = whole.index(piece.strip(), position) + len(piece.strip())
        yield whole[position : position + 1].isspace()
