"""`explain` of a branch: the value, what the chain says, the lock, and the reason to differ."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from placard.pipeline import explain
from placard.read.roots import Project
from placard.report import told

ROOT = Path(__file__).resolve().parents[2]
SHARED = """schema: 1
type: salon
law: gb
languages: [en]
requests: {channels: [desk], reply: 14 days}
complaints: {written_answer: 14 days}
locks: [requests.reply]
"""
NORTH = """extends: _shared.yml
id: north
name: North
requests: {reply: 7 days}
deviations: [{path: requests.reply, because: we are small, agreed_by: Iris Calder, until: 2027-06-30}]
"""


@pytest.fixture
def ask(tmp_path: Path) -> Callable[[str, date], list[str]]:
    chain = tmp_path / "venues" / "reed"
    chain.mkdir(parents=True)
    (chain / "_shared.yml").write_text(SHARED, "utf-8")
    (chain / "north.yml").write_text(NORTH, "utf-8")

    def asked(key: str, on: date) -> list[str]:
        project = Project(
            tmp_path / "venues", (ROOT / "content",), tmp_path / "out", only=("north",), as_of=on
        )
        return told(explain(project, key), project).splitlines()

    return asked


@pytest.mark.slow
def test_a_value_a_branch_may_differ_in_is_told_with_lock_chain_and_reason(
    ask: Callable[[str, date], list[str]],
) -> None:
    said = [line.strip() for line in ask("requests.reply", date(2026, 12, 1))]
    assert said[1].startswith("venues/reed/north.yml:4")
    assert said[2] == "locked in venues/reed/_shared.yml"
    assert said[3] == "in the chain: 14 days (venues/reed/_shared.yml:5)"
    assert "Iris Calder" in said[4]
    assert "2027-06-30" in said[4]
    assert "we are small" in said[4]
    later = ask("requests.reply", date(2027, 8, 1))
    assert later[4] != ask("requests.reply", date(2026, 12, 1))[4], "an agreement that has run out says so"


def test_a_value_as_the_chain_has_it_needs_no_word_more(ask: Callable[[str, date], list[str]]) -> None:
    said = ask("complaints.written_answer", date(2026, 12, 1))
    assert "venues/reed/_shared.yml:6" in said[1]
    assert len(said) == 3
