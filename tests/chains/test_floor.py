"""No lock and no deviation lets a camera into a room where people undress."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from placard.composing import compose
from placard.findings import Severity
from placard.read.roots import Project

ROOT = Path(__file__).resolve().parents[2]
INTO_THE_CHANGING_ROOM = "cameras: [{id: c1, sees: [entrance, changing-women]}]\n"
AGREED = """\
deviations:
  - {path: cameras.c1.sees, because: the head office said so, agreed_by: Ruth Calder, until: none}
"""


def test_a_camera_in_a_changing_room_is_refused_whatever_was_locked_or_agreed(
    tmp_path: Path, type_chain: Callable[..., Path]
) -> None:
    branches = {"north": INTO_THE_CHANGING_ROOM + AGREED, "south": ""}
    venues = type_chain(tmp_path / "venues", branches, "locks: [cameras.c1.sees]")
    found = compose(Project(venues, (ROOT / "content",), tmp_path / "out", samples=True))
    errors = [f for f in found.findings if f.severity is Severity.ERROR]
    assert [(f.venue, str(f.place)) for f in errors] == [("north", "venues/reed/north.yml:4")]
    assert "changing-women" in str(errors[0].values)
    assert [venue.venue_id for venue in found.good] == ["south"]
