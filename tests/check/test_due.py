"""What has come due: told to the owner with the days it is late, by the day of `--as-of`."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from placard.findings import Finding, Severity

Checked = Callable[..., list[Finding]]
TRAINING = {"training: {interval: 12 months": "training: {interval: 12 months, last_on: 2025-11-22"}
SWEPT = {
    "effective_on: 2027-01-04": "effective_on: 2027-01-04\nsweeps: {interval: 1 week, last_on: 2026-11-16}"
}
AUDITED = {"contract_on: 2026-01-10}": "contract_on: 2026-01-10, last_audit_on: 2023-02-28}"}
READ = {
    "effective_on: 2027-01-04": "effective_on: 2027-01-04\n"
    "reviewed: {by: R. Calder, date: 2026-01-05, until: 2026-12-31}"
}


def due(findings: list[Finding], rule: str) -> list[Finding]:
    return [finding for finding in findings if finding.code == rule]


@pytest.mark.parametrize(
    ("typed", "rule", "last_day", "value", "late_on", "late"),
    [
        (TRAINING, "HOUSE-DUE-01", date(2026, 11, 22), "training_overdue_days", date(2026, 12, 2), "10"),
        (SWEPT, "HOUSE-DUE-02", date(2026, 11, 23), "sweeps_overdue_days", date(2026, 11, 24), "1"),
        (READ, "HOUSE-DUE-03", date(2026, 12, 31), "reviewed_overdue_days", date(2027, 1, 31), "31"),
        (AUDITED, "HOUSE-DUE-05", date(2026, 2, 28), "audit_overdue_days", date(2026, 11, 22), "267"),
    ],
    ids=["training", "sweeps", "reading", "a partner"],
)
def test_on_the_last_day_nothing_is_late_and_after_it_the_days_are_counted(
    checked: Checked,
    typed: dict[str, str],
    rule: str,
    last_day: date,
    value: str,
    late_on: date,
    late: str,
) -> None:
    assert due(checked(typed, on=last_day), rule) == []
    (finding,) = due(checked(typed, on=late_on), rule)
    assert finding.severity is Severity.WARNING
    assert finding.values[value] == late
    assert finding.place.line > 1


def test_a_look_at_the_cameras_stands_for_a_year(checked: Checked) -> None:
    typed = {"recording: motion": "recording: motion, reviewed_on: 2025-11-20"}
    assert due(checked({**typed, "law: gb": "law: eu"}, on=date(2026, 11, 20)), "HOUSE-DUE-04") == []
    (finding,) = due(checked({**typed, "law: gb": "law: eu"}, on=date(2026, 11, 22)), "HOUSE-DUE-04")
    assert finding.values["surveillance_review_overdue_days"] == "2"
    assert finding.severity is Severity.WARNING


def test_where_a_law_says_the_same_it_is_told_once(checked: Checked) -> None:
    typed = {"recording: motion": "recording: motion, reviewed_on: 2025-10-01"}
    findings = checked(typed, on=date(2026, 11, 22))
    codes = [finding.code for finding in findings if finding.code in ("HOUSE-DUE-04", "GB-CAM-04")]
    assert codes == ["GB-CAM-04"]


def test_who_has_written_down_no_day_is_not_asked_for_one(checked: Checked) -> None:
    """Evidence is asked for when it is due: a business that just began has none."""
    findings = checked(on=date(2030, 1, 1))
    assert [finding for finding in findings if finding.code.startswith("HOUSE-DUE")] == []
    asked = " ".join(finding.values.get("rules", "") for finding in findings)
    assert "GB-CAM-07" in {finding.values.get("rule") for finding in findings}
    assert "HOUSE-DUE" not in asked


def test_no_searches_are_never_late(checked: Checked) -> None:
    typed = {"effective_on: 2027-01-04": "effective_on: 2027-01-04\nsweeps: none"}
    assert due(checked(typed, on=date(2030, 1, 1)), "HOUSE-DUE-02") == []
