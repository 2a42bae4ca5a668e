"""Why a sign does not fit, and what to change, the likeliest first."""

from __future__ import annotations

from placard.compose.outputs import SheetWords, SignBlock
from placard.findings import Finding, Place
from placard.press.choosing import smallest_setting
from placard.press.filling import headlines
from placard.press.legibility import smallest_sizes
from placard.press.measures import DoesNotFit, Measures
from placard.press.paper import Sheet
from placard.press.placing import Shape
from placard.press.render import PressFault
from placard.read.found import found


def place_of(words: SheetWords) -> Place:
    """Return the file that holds the words of a sign."""
    return words.place or Place(f"content/public/signs/{words.sign}.yml")


def engine_findings(fault: PressFault, words: SheetWords) -> tuple[Finding, ...]:
    """Return what the engine warned of as findings."""
    return tuple(found("press.engine", place_of(words), sheet=words.stem, line=line) for line in fault.lines)


def what_to_change(
    words: SheetWords, shape: Shape, measures: Measures, sheets: tuple[Sheet, ...]
) -> tuple[Finding, ...]:
    """Say what would make a sign fit, in the order of signage-standards 1.6: split, shorten, move nearer."""
    largest, place = sheets[-1], place_of(words)
    values = {"sheet": words.stem, "largest": largest.name.upper(), "metres": f"{words.read_from:g}"}
    findings = []
    longest = max(words.blocks, key=_length)
    if (fault := _too_long(words, shape, measures, largest)) is not None:
        longest, text = fault
        findings.append(found("press.too_long", place, **values, text=text))
    if len(words.blocks) > 1:
        languages = ", ".join(block.language for block in words.blocks)
        findings.append(found("press.split", place, **values, languages=languages))
    findings.append(found("press.shorten", place, **values, language=longest.language))
    if (nearer := _nearest_that_fits(words, shape, measures, largest)) is not None:
        findings.append(found("press.nearer", place, **values, nearer=f"{nearer:g}"))
    return tuple(findings)


def _too_long(
    words: SheetWords, shape: Shape, measures: Measures, sheet: Sheet
) -> tuple[SignBlock, str] | None:
    """Return the headline or key line that is too long by itself, and the block it stands in."""
    try:
        smallest_setting(sheet, shape, measures, smallest_sizes(words.read_from, headlines(words)))
    except DoesNotFit as fault:
        role, _, number = str(fault).partition(".")
        if role in ("head", "key"):
            block = words.blocks[int(number)]
            text = block.headline if role == "head" or block.key is None else block.key
            return block, str(text.striptags())
    return None


def _nearest_that_fits(words: SheetWords, shape: Shape, measures: Measures, sheet: Sheet) -> float | None:
    """Return the greatest distance, in quarter metres, at which the largest sheet bears the words."""
    for quarters in range(int(words.read_from * 4) - 1, 1, -1):
        try:
            smallest_setting(sheet, shape, measures, smallest_sizes(quarters / 4, headlines(words)))
        except DoesNotFit:
            continue
        return quarters / 4
    return None


def _length(block: SignBlock) -> int:
    return sum(len(fact.value) for fact in block.facts) + sum(map(len, block.body)) + len(block.headline)
