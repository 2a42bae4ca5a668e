"""The deviations of a chain as a page and as a table for a spreadsheet: for the head office alone."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import astuple, fields
from datetime import date
from pathlib import Path, PurePosixPath

from placard.chains.departed import BranchReport, ChainReport, Row, report_of
from placard.library.library import Library
from placard.made import Made
from placard.press import templates
from placard.read.chains import Chain

FOLDER = Path(__file__).parents[2] / "templates" / "chains"
ROOT = "records"

_STARTS_A_FORMULA = ("=", "+", "-", "@", "\t", "\r")
"""A cell that begins so is reckoned by a spreadsheet instead of shown (OWASP, CSV injection)."""
_HEADINGS = ("branch", "name", "law", *(field.name for field in fields(Row)))


def chain_records(chains: Sequence[Chain], library: Library, staging: Path, as_of: date) -> list[Made]:
    """Write the records of every chain as they stand on a day; return what was made."""
    return [made for chain in chains for made in _of_chain(report_of(chain, as_of), library, staging)]


def _of_chain(report: ChainReport, library: Library, staging: Path) -> Iterator[Made]:
    words = library.labels[report.language].words
    page = templates.environment(FOLDER).get_template("deviations.html").render(report=report, words=words)
    for name, content in (("deviations.html", page.encode()), ("deviations.csv", table(report.branches))):
        file = staging / ROOT / report.id / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content)
        yield Made(
            path=PurePosixPath(ROOT, report.id, name),
            file=file,
            kind="record",
            languages=(report.language,),
            reason="where the branches of this chain differ from its shared file, and who agreed",
        )


def table(branches: Sequence[BranchReport]) -> bytes:
    """Return the table of all branches for a spreadsheet."""
    rows = (
        (branch.id, branch.name, branch.law, *map(_cell, astuple(row)))
        for branch in branches
        for row in branch.rows
    )
    return spreadsheet((_HEADINGS, *rows))


def _cell(value: str | bool) -> str:
    return ("yes" if value else "no") if isinstance(value, bool) else value


def spreadsheet(rows: Iterable[Iterable[str]]) -> bytes:
    """Return a table with a mark of UTF-8 in front, which spreadsheets need; no cell is a formula."""
    written = io.StringIO()
    writer = csv.writer(written)  # lines end as RFC 4180 wants them, whatever the machine
    writer.writerows([harmless(cell) for cell in row] for row in rows)
    return written.getvalue().encode("utf-8-sig")


def harmless(cell: str) -> str:
    """Return the words of a cell, kept from being taken for a formula by a mark that is not shown."""
    return f"'{cell}" if cell.startswith(_STARTS_A_FORMULA) else cell
