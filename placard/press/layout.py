"""Checks of a laid-out sheet that its boxes can answer; ids in brackets are those of signage-standards 8."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import combinations

from weasyprint.document import Document

from placard.brand.contrast import ratio
from placard.compose.outputs import SheetWords
from placard.findings import Finding, Place, Said, Severity
from placard.press import boxes
from placard.press.filling import headlines
from placard.press.legibility import (
    FOOT_PTS,
    QR_MODULE_MM,
    QR_QUIET_MODULES,
    QR_SIDE_MM,
    farthest,
    smallest_sizes,
)
from placard.press.paper import SHEETS
from placard.press.qrcodes import qr_size
from placard.press.setting import Setting
from placard.read.found import found

TOUCH_MM = 0.4
"""Lines of one paragraph may overlap by rounding; two texts that overlap by more run into each other."""

SIZES = 4
HEADLINE_LINES = 2
CONTRAST = 7.0
"""AAA of WCAG 2.2 for text of any size (signage-standards C01: 7 for the first layer)."""

WHITE = (1.0, 1.0, 1.0)


@dataclass(frozen=True)
class LaidOut:
    """A sheet as it was laid out, and what it was meant to be."""

    words: SheetWords
    setting: Setting
    document: Document
    place: Place

    @cached_property
    def lines(self) -> tuple[boxes.Line, ...]:
        """The lines of every page."""
        return tuple(
            line for page in range(len(self.document.pages)) for line in boxes.lines(self.document, page)
        )

    @cached_property
    def panels(self) -> Mapping[str, boxes.Panel]:
        """The panels and drawings of the first page by name; a drawing lies on its zone."""
        return {panel.zone: panel for panel in boxes.panels(self.document) if not panel.drawing}

    @cached_property
    def drawings(self) -> Mapping[str, boxes.Panel]:
        """The drawings of the first page by the zone they fill."""
        return {panel.zone: panel for panel in boxes.panels(self.document) if panel.drawing}

    def fault(self, code: str, severity: Severity = Severity.ERROR, **values: str | int | Said) -> Finding:
        """Return a finding about this sheet."""
        return found(code, self.place, severity, sheet=f"{self.words.stem}.{self.setting.sheet}", **values)


def check_layout(sheet: LaidOut) -> Iterator[Finding]:
    """Yield everything the boxes show to be wrong."""
    yield from _page(sheet)
    yield from _places(sheet)
    yield from _sizes(sheet)
    yield from _drawings(sheet)
    yield from _contrast(sheet)


def _page(sheet: LaidOut) -> Iterator[Finding]:
    """[G01, G02] One page, and of the size that its name says."""
    if (pages := len(sheet.document.pages)) != 1:
        yield sheet.fault("press.pages", pages=pages)
    paper = SHEETS[sheet.setting.sheet]
    width, height = boxes.size(sheet.document)
    if abs(width - paper.width) > 0.5 or abs(height - paper.height) > 0.5:
        yield sheet.fault("press.paper", width=round(width), height=round(height))


def _places(sheet: LaidOut) -> Iterator[Finding]:
    """[G03, G04] All letters inside the safe area, no text on another, nothing cut off."""
    paper = SHEETS[sheet.setting.sheet]
    margin = paper.margin - 0.1
    safe = boxes.Rectangle(margin, margin, paper.width - margin, paper.height - margin)
    texts: dict[str, list[boxes.Line]] = defaultdict(list)
    for line in sheet.lines:
        texts[line.name].append(line)
        if line.clipped:
            yield sheet.fault("press.clipped", text=line.text)
        if (out := line.rectangle.outside(safe)) > 0:
            yield sheet.fault("press.outside", text=line.text, distance=f"{out:.1f}")
    yield from _over_each_other(sheet, texts)
    for name, drawing in sheet.drawings.items():
        if drawing.rectangle.outside(safe) > 0:
            yield sheet.fault("press.outside", text=name, distance=f"{drawing.rectangle.outside(safe):.1f}")
        for line in sheet.lines:
            if line.rectangle.overlap(drawing.rectangle) > TOUCH_MM:
                yield sheet.fault("press.overlap", text=line.text, other=name)


def _over_each_other(sheet: LaidOut, texts: Mapping[str, Sequence[boxes.Line]]) -> Iterator[Finding]:
    areas = {name: boxes.around(line.rectangle for line in lines) for name, lines in texts.items()}
    for (name, one), (beside, other) in combinations(texts.items(), 2):
        # Most texts are far apart; only of near ones every line is asked.
        if areas[name].overlap(areas[beside]) <= TOUCH_MM:
            continue
        if any(a.rectangle.overlap(b.rectangle) > TOUCH_MM for a in one for b in other):
            yield sheet.fault("press.overlap", text=one[0].text, other=other[0].text)


def _sizes(sheet: LaidOut) -> Iterator[Finding]:
    """[S01, S02, S04, T04] Every text as large as its distance asks; at most four sizes in all."""
    smallest = smallest_sizes(sheet.words.read_from, headlines(sheet.words))
    least = {"head": smallest.head, "key": smallest.key, "foot": FOOT_PTS[0]}
    sizes = set()
    counts: dict[str, int] = defaultdict(int)
    for line in sheet.lines:
        role = line.name.partition(".")[0]
        counts[line.name] += role == "head"
        for run in line.runs:
            sizes.add(round(run.points, 2))
            needed = least.get(role, smallest.body)
            if run.points < needed - 0.01:
                yield sheet.fault(
                    "press.too_small", text=run.text, points=f"{run.points:g}", least=f"{needed:g}"
                )
    if len(sizes) > SIZES:
        yield sheet.fault(
            "press.sizes", count=len(sizes), sizes=", ".join(f"{size:g}" for size in sorted(sizes))
        )
    for block in (name for name, count in counts.items() if count > HEADLINE_LINES):
        text = " ".join(line.text for line in sheet.lines if line.name == block)
        yield sheet.fault("press.headline_lines", text=text, lines=counts[block])


def _drawings(sheet: LaidOut) -> Iterator[Finding]:
    """[S03, S04, S05, P01] A pictogram seen from where the sign is read; a code a phone can read."""
    smallest = smallest_sizes(sheet.words.read_from, headlines(sheet.words))
    pictogram = sheet.drawings.get("pictogram")
    side = pictogram.rectangle.right - pictogram.rectangle.left if pictogram else 0.0
    if side < smallest.pictogram - 0.1:
        yield sheet.fault("press.pictogram_small", side=f"{side:.0f}", least=f"{smallest.pictogram:.0f}")
    reach = farthest(sheet.setting.choice.sizes.head, side, headlines(sheet.words))
    if reach < sheet.words.read_from - 0.26:
        yield sheet.fault("press.reach", metres=f"{sheet.words.read_from:g}", reach=f"{reach:g}")
    if sheet.words.qr is None:
        return
    code = sheet.drawings.get("qr")
    side = code.rectangle.right - code.rectangle.left if code else 0.0
    modules, _ = qr_size(sheet.words.qr)
    module = side / (modules + 2 * QR_QUIET_MODULES)
    if module < QR_MODULE_MM - 0.01 or module * modules < QR_SIDE_MM - 0.1:
        yield sheet.fault("press.qr_small", side=f"{side:.0f}", module=f"{module:.2f}")
    if not any(line.name == "address" for line in sheet.lines):
        yield sheet.fault("press.qr_alone")


def _contrast(sheet: LaidOut) -> Iterator[Finding]:
    """[C01, C02] Letters against the ground they stand on; the ratio is of luminance, so grey is the same."""
    told = set()
    for line in sheet.lines:
        for run in line.runs:
            ground = WHITE
            for panel in sheet.panels.values():
                if panel.colour is not None and run.rectangle.overlap(panel.rectangle) > TOUCH_MM:
                    ground = panel.colour
            if (contrast := ratio(run.colour, ground)) < CONTRAST - 0.01 and (run.colour, ground) not in told:
                told.add((run.colour, ground))
                yield sheet.fault(
                    "press.contrast", text=run.text, ratio=f"{contrast:.1f}", least=f"{CONTRAST:g}"
                )
