"""A check told by several processes is the same, line by line, as one told by a single one."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from placard import surveying
from placard.composing import compose
from placard.read.roots import Project

ROOT = Path(__file__).resolve().parents[1]


@pytest.mark.slow
def test_many_processes_and_one_tell_the_same(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    project = replace(Project.here(ROOT), as_of=date(2026, 12, 1), out=tmp_path, jobs=1)
    alone = surveying.survey(project)
    monkeypatch.setattr(surveying, "FEW", 2)
    monkeypatch.setattr(surveying, "MOST_AT_ONCE", 1)
    assert surveying.survey(replace(project, jobs=2)) == alone
    assert len(alone.venues) >= 3
    assert alone.findings


@pytest.mark.slow
def test_a_check_and_a_build_tell_of_the_same_text_that_rests_on_the_law_of_another_country(
    tmp_path: Path,
) -> None:
    seeded = "public/clauses/rights/complain-too/clause.yml"
    (tmp_path / seeded).parent.mkdir(parents=True)
    (tmp_path / seeded).write_text("revision: 1\nsource: [cn:pipl-45]\napplies: {law: gb}\n", "utf-8")
    here = Project.here(ROOT)
    mill = here.venues / "old-mill-bathhouse.yml"
    (tmp_path / "venues").mkdir()
    (tmp_path / "venues" / mill.name).write_text(
        re.sub(r"(?m)^brand: .*\n", "", mill.read_text("utf-8")), "utf-8"
    )
    project = replace(
        here,
        venues=tmp_path / "venues",
        content=(*here.content, tmp_path),
        as_of=date(2026, 12, 1),
        out=tmp_path / "out",
    )
    told = [
        [each for each in findings if each.code == "content.source_elsewhere"]
        for findings in (surveying.survey(project).findings, compose(project).findings)
    ]
    assert told[0] == told[1]
    [finding] = told[0]
    assert finding.place.file.endswith(seeded)
    assert (finding.venue, dict(finding.values)) == (
        "old-mill-bathhouse",
        {"id": "complain-too", "law": "gb"},
    )
