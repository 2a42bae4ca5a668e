"""Where the branches of chains differ, told on the terminal; the same as in the records."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import asdict, replace
from datetime import date

from placard.chains.departed import BranchReport, ChainReport, Row, report_of
from placard.check.departures import departure_findings
from placard.findings import Finding, Said, said
from placard.outcome import Outcome
from placard.read.chains import Chain
from placard.read.differences import How


def deviated(findings: Sequence[Finding], chains: Sequence[Chain], as_of: date) -> Outcome:
    """Return every difference of every branch, with both lines, and who agreed to it."""
    reports = [report_of(chain, as_of) for chain in chains]
    return Outcome(
        (*findings, *_run_out(chains, as_of)),
        lines=tuple(line for report in reports for line in _lines(report)),
        notes=() if reports else (said("report.no_chain"),),
        rows=tuple(
            _json(report, branch, row)
            for report in reports
            for branch in report.branches
            for row in branch.rows
        ),
        languages={report.id: report.language for report in reports},
    )


def _run_out(chains: Sequence[Chain], as_of: date) -> Iterator[Finding]:
    """What a check says of the reasons too: which have run out, and which of these an error rests on."""
    for file in (branch for chain in chains for branch in chain.branches):
        yield from (replace(each, venue=file.venue.id) for each in departure_findings(file, as_of))


def _lines(report: ChainReport) -> Iterator[Said]:
    yield _in(0, report, said("report.chain", chain=report.id, file=report.shared_file, n=report.count))
    for name in report.unread:
        yield _in(2, report, said("report.chain_unread", venue=name))
    for branch in report.branches:
        if not branch.rows:
            yield _in(2, report, said("report.as_the_chain", venue=branch.id))
            continue
        yield _in(2, report, said("report.explain_group", part=branch.id))
        for row in branch.rows:
            yield _in(4, report, _differs(row))
            yield from (_in(6, report, line) for line in agreed(row))


def _in(indent: int, report: ChainReport, line: Said) -> Said:
    return replace(line, indent=indent, venue=report.id)


_SENTENCES = {
    How.CHANGED: "report.deviation",
    How.REMOVED: "report.deviation_removed",
    How.MORE: "report.deviation_more",
    How.FILLED_IN: "report.deviation_more",
}


def _differs(row: Row) -> Said:
    return said(
        _SENTENCES[How(row.how)],
        place=row.in_branch_line,
        fact=row.fact,
        value=row.in_branch,
        shared=row.in_chain,
        shared_place=row.in_chain_line,
    )


def agreed(row: Row) -> Iterator[Said]:
    """Yield why a branch differs, who agreed and until when, or what is missing of that."""
    if row.because:
        code = "report.deviation_agreed" if row.until not in ("none", "") else "report.deviation_stays"
        if row.expired:
            code = "report.deviation_expired"
        yield said(code, name=row.agreed_by, until=row.until, because=row.because)
    elif row.locked:
        yield said("report.deviation_not_agreed")


def _json(report: ChainReport, branch: BranchReport, row: Row) -> dict[str, object]:
    return {"chain": report.id, "branch": branch.id, "name": branch.name, "law": branch.law, **asdict(row)}
