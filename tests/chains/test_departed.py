"""What the head office reads of its branches, on paper, in a spreadsheet and on the terminal."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from placard.chains.departed import ChainReport, report_of, typed
from placard.chains.records import chain_records, harmless, table
from placard.deviating import deviated
from placard.library.library import Library
from placard.read.project import Read, read_project
from placard.read.roots import Project
from placard.read.yamlfile import parse_yaml

ROOT = Path(__file__).resolve().parents[2]
TODAY = date(2026, 12, 1)
LOCKS = "locks: [surveillance.retention]"
AGREED = """\
surveillance: {retention: 3 days}
phones: {rest: banned}
activities: [newsletter, {lost_property: {remove: true}}]
deviations:
  - path: surveillance.retention
    because: "=1+1, as the <b>landlord</b> asks"
    agreed_by: "@Ruth Calder"
    until: 2027-06-30
"""


@pytest.fixture
def read(tmp_path: Path, type_chain: Callable[..., Path]) -> Callable[..., Read]:
    def of(branches: dict[str, str], shared: str = LOCKS) -> Read:
        venues = type_chain(tmp_path / "venues", branches, shared)
        return read_project(Project(venues, (ROOT / "content",), tmp_path / "out", samples=True))

    return of


@pytest.fixture
def report(read: Callable[..., Read]) -> ChainReport:
    (chain,) = read({"north": AGREED, "south": ""}).chains
    return report_of(chain, TODAY)


def test_each_branch_has_its_differences_with_both_lines_what_is_locked_first(report: ChainReport) -> None:
    north, south = report.branches
    assert [(row.fact, row.how, row.in_chain, row.in_branch) for row in north.rows] == [
        ("surveillance.retention", "changed", "14 days", "3 days"),
        ("phones.rest", "changed", "stowed", "banned"),
        (
            "activities.lost_property",
            "removed",
            "lost_property: {retention: 3 months, automated_decisions: no}",
            "",
        ),
        ("activities.newsletter", "more", "", "newsletter"),
    ]
    first = north.rows[0]
    assert first.in_branch_line == "venues/reed/north.yml:4"
    assert first.in_chain_line.startswith("venues/reed/_shared.yml:")
    assert (first.locked, first.agreed_by, first.until) == (True, "@Ruth Calder", "2027-06-30")
    assert south.rows == ()
    assert report.language == "en"


@pytest.mark.parametrize(
    ("written", "told"),
    [
        ("a: x", "a: x"),
        ("a: [x, y]", "a: [x, y]"),
        ("a: []", "a: none"),
        ("a: {b: [{c: d}]}", "a: {b: [{c: d}]}"),
    ],
)
def test_a_value_is_told_on_one_line_much_as_it_is_typed(written: str, told: str) -> None:
    node, _ = parse_yaml(written, "v.yml")
    assert typed(node) == told
    assert typed(None) == ""


def test_the_page_escapes_what_somebody_typed_and_names_every_branch(
    read: Callable[..., Read], library: Library, tmp_path: Path
) -> None:
    found = read({"north": AGREED, "south": ""})
    made = chain_records(found.chains, library, tmp_path / "staging", TODAY)
    assert [each.path.as_posix() for each in made] == [
        "records/reed/deviations.html",
        "records/reed/deviations.csv",
    ]
    page = made[0].file.read_text("utf-8")
    assert "&lt;b&gt;landlord&lt;/b&gt;" in page
    assert "<b>" not in page
    assert page.count("<section id=") == 2
    assert "This branch has everything as the chain has it." in page
    assert page.count('class="locked"') == 1


def test_no_cell_of_the_table_is_reckoned_by_a_spreadsheet(report: ChainReport) -> None:
    raw = table(report.branches)
    assert raw.startswith(b"\xef\xbb\xbf")
    assert raw.count(b"\r\n") == 5
    rows = list(csv.DictReader(io.StringIO(raw.decode("utf-8-sig"))))
    assert rows[0]["because"] == "'=1+1, as the <b>landlord</b> asks"
    assert rows[0]["agreed_by"] == "'@Ruth Calder"
    assert [row["locked"] for row in rows] == ["yes", "no", "no", "no"]
    assert [harmless(cell) for cell in ("-1", "+48 22", "\t=", "a=b")] == ["'-1", "'+48 22", "'\t=", "a=b"]


def test_a_branch_that_broke_a_lock_is_in_the_record_and_marked(
    read: Callable[..., Read], library: Library, tmp_path: Path
) -> None:
    found = read({"north": "surveillance: {retention: 3 days}\n", "south": "", "torn": "rooms: {\n"})
    assert {finding.code for finding in found.findings if finding.venue == "north"} == {"merge.locked"}
    page = chain_records(found.chains, library, tmp_path / "staging", TODAY)[0].file.read_text("utf-8")
    assert "Locked, and nobody has agreed to it" in page
    assert "These files cannot be read yet:</strong> torn" in page


def test_the_terminal_tells_the_same_as_the_record(read: Callable[..., Read]) -> None:
    found = read({"north": AGREED, "south": ""})
    outcome = deviated(found.findings, found.chains, TODAY)
    codes = [line.code.removeprefix("report.") for line in outcome.lines]
    assert codes == [
        "chain",
        "explain_group",
        "deviation",
        "deviation_agreed",
        "deviation",
        "deviation_removed",
        "deviation_more",
        "as_the_chain",
    ]
    assert [row["fact"] for row in outcome.rows][:2] == ["surveillance.retention", "phones.rest"]


def test_an_agreement_that_has_run_out_says_so_everywhere(
    read: Callable[..., Read], library: Library, tmp_path: Path
) -> None:
    found = read({"north": AGREED, "south": ""})
    for day, code, status in ((date(2027, 6, 30), "agreed", 0), (date(2027, 7, 1), "expired", 1)):
        outcome = deviated(found.findings, found.chains, day)
        assert f"report.deviation_{code}" in {line.code for line in outcome.lines}
        assert outcome.exit_code == status
        assert outcome.rows[0]["expired"] is (code == "expired")
        page, csv_file = chain_records(found.chains, library, tmp_path / "staging", day)
        assert ("expired: agreed until 2027-06-30" in page.file.read_text("utf-8")) is (code == "expired")
        cells = next(csv.DictReader(io.StringIO(csv_file.file.read_text("utf-8-sig"))))
        assert cells["expired"] == ("yes" if code == "expired" else "no")


@pytest.mark.slow
def test_the_command_tells_it_as_lines_and_for_a_machine(build_py: Callable[..., Any]) -> None:
    run = build_py("deviations", "osika-kamienica", "--language", "en")
    assert run.code == 0
    assert run.lines[0].startswith("osika: ")
    assert any("agreed by Joanna Wrona" in line for line in run.lines)
    rows = json.loads(build_py("deviations", "--format", "json").told)["rows"]
    assert {row["branch"] for row in rows} == {"osika-pasaz", "osika-kamienica", "osika-aldermere"}
