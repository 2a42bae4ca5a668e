"""A check told by several processes is the same, line by line, as one told by a single one."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from placard import surveying
from placard.read.roots import Project

ROOT = Path(__file__).resolve().parents[1]


def test_many_processes_and_one_tell_the_same(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    project = replace(Project.here(ROOT), as_of=date(2026, 12, 1), out=tmp_path, jobs=1)
    alone = surveying.survey(project)
    monkeypatch.setattr(surveying, "FEW", 2)
    monkeypatch.setattr(surveying, "MOST_AT_ONCE", 1)
    assert surveying.survey(replace(project, jobs=2)) == alone
    assert len(alone.venues) >= 3
    assert alone.findings
