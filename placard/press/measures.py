"""What the texts of a sheet take at given sizes: height, width, lines."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import lru_cache

from placard.press.legibility import LINE_EM, MM_PER_PT
from placard.press.lines import Text, balanced, broken, evened, joined
from placard.press.setting import Sizes

LABEL_GAP_EM = 0.6
"""Between a label and the words it runs into: the space of the markup and the margin of the style sheet."""

HEADLINE_LINES = 2
KEY_LINES = 3
PROSE = frozenset({"fact", "body", "way"})
FOOT = "foot"
"""The small line is measured in parts: most of them are the same on every sheet of a house."""

KEPT, DEAR = "@", "@+"
"""Mark the second measurement of a text, its phrases kept whole: where that costs no line, or at most one."""


class DoesNotFit(Exception):
    """Carries the name of the text that is too long, or `height` where all of them together are."""


@dataclass(frozen=True, slots=True)
class Extent:
    """What a text takes: millimetres, lines; `fill` is the share of the width its widest line covers.

    `torn`: its phrases are dear, and there was no room to keep them whole.
    """

    width: float
    height: float
    lines: int
    fill: float
    together: bool
    torn: bool


class Measures:
    """The measured texts of one sheet; asks for the same text at the same size are answered from memory."""

    def __init__(self, texts: Mapping[str, Text]) -> None:
        self.texts = {FOOT: _foot(texts), **texts}
        self._run_in = {
            name: joined(texts[f"label.{name.removesuffix(DEAR)}"], text, LABEL_GAP_EM)
            for name, text in texts.items()
            if name.startswith("fact.")
        }
        self.extent = lru_cache(maxsize=65536)(self._extent)

    def _extent(self, name: str, width: float, points: float, labels: str, label_points: float) -> Extent:
        em = points * MM_PER_PT
        role = name.partition(".")[0]
        run_in = role == "fact" and labels == "run-in"
        room = min(width / em, LINE_EM) if role in PROSE else width / em
        text, whole = _kept_whole(self._run_in if run_in else self.texts, name, room)
        if text.narrowest > room:
            raise DoesNotFit(name)
        measure = evened(text, room) if role in PROSE else balanced(text, room)
        lines = broken(text, measure)
        if len(lines) > {"head": HEADLINE_LINES, "key": KEY_LINES}.get(role, len(lines)):
            raise DoesNotFit(name)
        height = len(lines) * text.leading
        if not run_in and (label := self.texts.get(f"label.{name}")) is not None:
            larger = label_points / points
            if label.narrowest * larger > room:
                raise DoesNotFit(name)
            if len(broken(label, room / larger)) < len(broken(label, measure / larger)):
                measure = room  # a label is not broken to even out the words under it
            height += len(broken(label, measure / larger)) * label.leading * larger
        fill = max(line.width for line in lines) / room
        torn = not whole and len(lines) > 1 and name + DEAR in self.texts
        return Extent(measure * em, height * em, len(lines), fill, whole, torn)


def _foot(texts: Mapping[str, Text]) -> Text:
    """Put the small line together: a dot between two parts, and the space that is between two dots."""
    dots = texts[f"{FOOT}.dots"]
    dot = replace(dots, pieces=dots.pieces[:1])
    space = dot.pieces[-1].space
    first, *rest = (texts[name] for name in (f"{FOOT}.{n}" for n in range(len(texts))) if name in texts)
    for part in rest:
        first = joined(joined(first, dot, space), part, 0.0)
    return first


def points_of(name: str, sizes: Sizes) -> float:
    """Return the size a text is set in; what has no size of its own is body."""
    role = name.partition(".")[0]
    return {"head": sizes.head, "key": sizes.key, "foot": sizes.foot}.get(role, sizes.body)


def _kept_whole(texts: Mapping[str, Text], name: str, room: float) -> tuple[Text, bool]:
    """Return a text with its phrases whole where that costs no line, or one where phrases are dear."""
    text = texts[name]
    for mark, lines in ((KEPT, 0), (DEAR, 1)):
        kept = texts.get(name + mark)
        if kept is None or kept.narrowest > room:
            continue
        if len(broken(kept, room)) <= len(broken(text, room)) + lines:
            return kept, True
    return text, False
