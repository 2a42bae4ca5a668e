"""A country that exists only as YAML in another folder: read, put in a row, and checked by."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

from placard.check.packs import pack_findings
from placard.check.run import check
from placard.findings import Finding, Severity
from placard.library.library import Library
from placard.read.law import read_packs
from placard.read.layers import Layers
from placard.read.venue import VenueFile

CONTENT = Path(__file__).resolve().parents[2] / "content"
PACK = """\
name: {en: Ruritania}
short_name: {en: Baths Act}
extends: [house]
status: reviewed
citations:
  ba-7: {law: Baths Act, at: s. 7, seen: text}
  ba-8: {law: Baths Act, at: s. 8, seen: excerpt}
floor_kinds: [staff_room]
floor_kinds_in: {bathhouse: [locker_corridor]}
"""
RULES = """\
rules:
  - id: RU-CAM-01
    title: {en: No camera in a bath}
    basis: statute
    cite: [ba-7]
    for_each: cameras
    must: {sees_kinds: {includes_none_of: [changing_room, shower, sauna]}}
    severity: error
    same_as: HOUSE-CAM-01
    points_at: sees
    say: {en: "Camera: {subject}. Rooms: {sees}. The Baths Act forbids it."}
  - id: RU-CAM-02
    title: {en: Four cameras at most}
    basis: decree
    cite: [ba-8]
    must: {camera_count: {at_most: 3}}
    severity: error
    points_at: cameras
    say: {en: "Cameras: {camera_count}."}
  - id: RU-CAM-03
    title: {en: The inspector has been}
    basis: decree
    cite: [ba-8]
    until: 2026-12-31
    ask: {en: When was the inspector here?}
    severity: error
    points_at: cameras
    say: {en: The inspector has not been here.}
"""


def ruritania(
    tmp_path: Path, library: Library, typed_in: Callable[..., VenueFile], sees: str = "[entrance]"
) -> Callable[[date], list[Finding]]:
    folder = tmp_path / "content" / "law" / "ru"
    folder.mkdir(parents=True)
    (folder / "pack.yml").write_text(PACK, encoding="utf-8")
    (folder / "rules.yml").write_text(RULES, encoding="utf-8")
    findings: list[Finding] = []
    packs = read_packs(Layers([CONTENT, tmp_path / "content"], findings))
    assert findings + pack_findings(packs) == []
    file = typed_in({"law: gb": "law: ru", "sees: [entrance]": f"sees: {sees}"})
    return lambda day: check(file, replace(library, packs=packs), day)


def test_the_law_speaks_before_the_house(
    tmp_path: Path, library: Library, typed_in: Callable[..., VenueFile]
) -> None:
    findings = ruritania(tmp_path, library, typed_in, "[changing-men]")(date(2026, 11, 22))
    count, camera = (f for f in findings if f.severity is Severity.ERROR)
    assert (count.code, camera.code) == ("RU-CAM-02", "RU-CAM-01")
    assert camera.source.startswith("RU-CAM-01: Baths Act, s. 7 (read in the text itself); HOUSE-CAM-01")
    assert count.values["camera_count"] == "4"
    assert not [f for f in findings if f.code.startswith("GB-")]


def test_a_law_may_add_to_the_floor(
    tmp_path: Path, library: Library, typed_in: Callable[..., VenueFile]
) -> None:
    findings = ruritania(tmp_path, library, typed_in, "[locker-row]")(date(2026, 11, 22))
    assert [f.code for f in findings if f.severity is Severity.ERROR] == ["RU-CAM-02", "HOUSE-CAM-01"]


def test_what_a_law_asks_is_asked_until_its_last_day(
    tmp_path: Path, library: Library, typed_in: Callable[..., VenueFile]
) -> None:
    on = ruritania(tmp_path, library, typed_in)
    assert "RU-CAM-03" in {f.values.get("rule") for f in on(date(2026, 12, 31))}
    assert "RU-CAM-03" not in {f.values.get("rule") for f in on(date(2027, 1, 1))}


def test_a_reviewed_pack_is_not_called_a_draft(
    tmp_path: Path, library: Library, typed_in: Callable[..., VenueFile]
) -> None:
    findings = ruritania(tmp_path, library, typed_in)(date(2026, 11, 22))
    assert [f.values["packs"] for f in findings if f.code == "check.pack_draft"] == ["house"]
