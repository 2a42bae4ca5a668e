"""A chain built with `--keep-going`: the good branches are published, the others keep what they had."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

pytestmark = pytest.mark.slow
LOCKS = "locks: [surveillance.retention]"
BROKEN = "surveillance: {retention: 3 days}\n"


def test_the_good_branches_are_published_and_the_faulty_one_keeps_what_it_had(
    tmp_path: Path,
    type_chain: Callable[..., Path],
    build_py: Callable[..., Any],
    snapshot: Callable[..., dict[str, bytes]],
) -> None:
    venues, out = tmp_path / "venues", tmp_path / "out"

    def built(branches: dict[str, str], *options: str) -> Any:
        type_chain(venues, branches, LOCKS)
        here = ("--venues", venues, "--out", out, "--as-of", "2026-12-01", "--language", "en")
        return build_py("site", *here, *options)

    assert built({"north": "", "south": ""}).code == 0
    before = snapshot(out)
    renamed = "operator: {legal_name: South Baths Ltd}\n"
    assert built({"north": BROKEN + renamed, "south": renamed}).code == 1
    assert snapshot(out) == before, "without --keep-going one error stops everybody"

    run = built({"north": BROKEN + renamed, "south": renamed}, "--keep-going")
    assert run.code == 1
    assert "published: south" in run.lines
    assert "not published because of errors, what was there stays: north" in run.lines
    assert any(line.startswith("venues/reed/north.yml:4: error: ") for line in run.lines)
    after = snapshot(out)
    north = [path for path in before if "/north/" in path]
    assert len(north) > 12
    assert [path for path in north if after[path] != before[path]] == []
    assert b"South Baths Ltd" in after["site/south/en/privacy/index.html"]


def test_the_record_of_the_head_office_holds_the_faulty_branch_too(
    tmp_path: Path, type_chain: Callable[..., Path], build_py: Callable[..., Any]
) -> None:
    type_chain(tmp_path / "venues", {"north": BROKEN, "south": ""}, LOCKS)
    here = ("--venues", tmp_path / "venues", "--out", tmp_path / "out", "--language", "en")
    assert build_py("records", *here, "--keep-going").code == 1
    page = (tmp_path / "out" / "records" / "reed" / "deviations.html").read_text("utf-8")
    assert "Locked, and nobody has agreed to it" in page
    only = build_py("records", "south", *here)
    assert (only.code, sorted(path.name for path in (tmp_path / "out").iterdir())) == (
        0,
        ["manifest.json", "records"],
    )
