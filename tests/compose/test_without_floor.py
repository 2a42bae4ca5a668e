"""A kiosk without a toilet or a treatment room: no sentence lists rooms there are none of."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from placard.composing import compose
from placard.findings import Severity
from placard.library.library import Library
from placard.read.roots import Project

ROOT = Path(__file__).resolve().parents[2]
SAMPLES = ("jade-mirror-salon", "old-mill-bathhouse", "river-light-studio")


def without(value: Any, gone: set[str]) -> Any:
    """Take rooms out wherever a list names them, and entries that stand in one of them."""
    if isinstance(value, dict):
        return {key: without(inner, gone) for key, inner in value.items()}
    if isinstance(value, list):
        kept = [each for each in value if not (isinstance(each, str) and each in gone)]
        kept = [each for each in kept if not (isinstance(each, dict) and {each.get("room")} & gone)]
        return [without(each, gone) for each in kept]
    return value


@pytest.mark.slow
@pytest.mark.parametrize("sample", SAMPLES)
def test_a_place_without_rooms_no_camera_may_see_composes_whole(
    sample: str, tmp_path: Path, library: Library
) -> None:
    typed = yaml.load((ROOT / "venues" / f"{sample}.yml").read_text("utf-8"), yaml.BaseLoader)
    floor = {kind.code for kind in library.rooms.values() if kind.floor}
    gone = {room["id"] for room in typed["rooms"] if room["kind"] in floor}
    assert gone
    typed["rooms"] = [room for room in typed["rooms"] if room["id"] not in gone]
    typed.pop("brand", None)
    typed = without(typed, gone)
    first, *others = typed["rooms"]
    for room in others:
        # Where the way led through a room that is gone, the door leads to the first room.
        room["doors_to"] = room.get("doors_to") or [first["id"]]
    first["doors_to"] = first.get("doors_to") or ["outside"]
    venues = tmp_path / "venues"
    venues.mkdir()
    (venues / f"{sample}.yml").write_text(yaml.safe_dump(typed, allow_unicode=True, sort_keys=False), "utf-8")
    found = compose(Project(venues, (ROOT / "content",), tmp_path / "out", samples=True))
    errors = [f for f in found.findings if f.severity is Severity.ERROR]
    assert [(f.code, str(f.place), dict(f.values)) for f in errors] == []
    (venue,) = found.good
    assert [(each.id, each.questions) for each in venue.withheld] == []
    assert venue.handbooks
    assert venue.quizzes
    assert venue.pages
