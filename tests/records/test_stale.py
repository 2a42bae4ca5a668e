"""Records come and go with the venue they are of, and the manifest knows each of them."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

pytestmark = pytest.mark.slow


def test_records_of_a_venue_that_is_gone_go_and_those_of_the_other_stay(
    tmp_path: Path, type_venue: Callable[..., Path], build_py: Callable[..., Any]
) -> None:
    venues, out = tmp_path / "venues", tmp_path / "out"
    here = ("--venues", venues, "--out", out, "--language", "en")
    type_venue(venues, name="quay")
    gone = type_venue(venues, name="weir")
    assert build_py("records", *here).code == 0
    assert sorted(path.name for path in (out / "records").iterdir()) == ["_law", "quay", "weir"]
    before = {path.name: path.read_bytes() for path in (out / "records" / "quay").iterdir()}
    assert sorted(before) == [
        f"{name}.{ending}"
        for name in ("camera-register", "recipients", "retention", "sources")
        for ending in ("csv", "html")
    ]

    gone.unlink()
    assert build_py("records", *here).code == 0
    assert sorted(path.name for path in (out / "records").iterdir()) == ["_law", "quay"]
    assert {path.name: path.read_bytes() for path in (out / "records" / "quay").iterdir()} == before

    entries = json.loads((out / "manifest.json").read_text("utf-8"))
    known = {entry["path"] for entry in entries}
    made = {path.relative_to(out).as_posix() for path in (out / "records").rglob("*") if path.is_file()}
    assert known == made
    assert {entry["venue"] for entry in entries if entry["kind"] == "record"} == {"quay"}
