"""A place that could not be read, looked at as its writer would, and mended where that is safe."""

from __future__ import annotations

import re
from collections.abc import Sequence

from placard.read import yamlletter, yamlorder
from placard.read.found import found
from placard.read.yamlevents import Fault
from placard.read.yamlline import look_at_colon, look_at_dash, look_at_marks, outside_quotes
from placard.read.yamlpage import Diagnosis, Page, left_out

# Nobody types such a line, and looking at it closely would take long.
LONGEST_LINE = 10_000
_TAB_INDENT = re.compile(r" *\t[ \t]*(?=\S)")


def diagnose(lines: Sequence[str], fault: Fault, shown: str) -> Diagnosis:
    """Say why reading stopped, from the position and the look of the lines alone.

    Never from the scanner's own words: they are English, meant for programmers, and may change.
    """
    page = Page(lines, fault, shown)
    told: Diagnosis | None = None
    if all(len(line) <= LONGEST_LINE for line in lines):
        rules = (_tab, _habit, *(_IN_LETTERS if fault.in_letters else _IN_ORDER))
        told = next((told for rule in rules if (told := rule(page))), None)
    return told or left_out(found("yaml.unreadable_line", page.place(page.row)), page, page.row)


def _tab(page: Page) -> Diagnosis | None:
    if page.letter(page.spot) != "\t":
        return None
    row, line = page.spot.line, page.lines[page.spot.line]
    if not line.strip():
        return Diagnosis((), row, {i: "" for i, each in enumerate(page.lines) if not each.strip()})
    if page.before(page.spot).strip():
        # Between a colon and a value a tab is as good as a space; inside quotes it stays.
        bare = outside_quotes(line)
        spaced = (" " if bare[i] == "\t" else letter for i, letter in enumerate(line))
        return Diagnosis((), row, {row: "".join(spaced)})
    rows = [i for i, each in enumerate(page.lines) if _TAB_INDENT.match(each)]
    edits = {i: _TAB_INDENT.sub(lambda tabs: tabs[0].expandtabs(4), page.lines[i], count=1) for i in rows}
    findings = tuple(found("yaml.tab", page.place(i)) for i in rows)
    return Diagnosis(findings, row, edits, faithful=False, steady=False)


def _habit(page: Page) -> Diagnosis | None:
    """Full-width marks, curly quotes, and colons and dashes with no space."""
    opened = page.fault.opened
    rows = [page.row, page.above(page.row), opened.line if opened else None]
    for row in dict.fromkeys(row for row in rows if row is not None):
        line, place = page.lines[row], page.place(row)
        remedy = look_at_colon(line, place) or look_at_dash(line, place)
        began_here = opened is not None and row == opened.line and page.letter(opened) in {*"[{\"'"}
        if remedy is None and (row == page.row or began_here):
            remedy = look_at_marks(line, place)
        if remedy:
            return Diagnosis((remedy.finding,), row, {row: remedy.line})
    return None


_IN_LETTERS = (
    yamlletter.escape,
    yamlletter.open_quote,
    yamlletter.needs_quotes,
    yamlletter.second_colon,
    yamlletter.dash_in_value,
    yamlletter.no_key,
)
_IN_ORDER = (
    yamlorder.question_mark,
    yamlorder.star,
    yamlorder.open_bracket,
    yamlorder.stray_mark,
    yamlorder.percent,
    yamlorder.after_closing,
    yamlorder.out_of_line,
)
