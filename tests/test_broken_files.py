"""Broken files and wrong folders: a finding, never a traceback."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.desk import Desk

BROKEN: dict[str, dict[str, str] | bytes] = {
    "tab": {"operator:\n  legal_name": "operator:\n\tlegal_name"},
    "open-quote": {'phone: "+44 20 7946 0123"': 'phone: "+44 20 7946 0123'},
    "repeated-key": {"law: gb\n": "law: gb\nlaw: pl\n"},
    "misspelt-key": {"retention_reason:": "retenton_reason:"},
    "one-word-for-a-list": {"cameras:\n": "cameras: four\nkameras:\n"},
    "one-word-for-a-map": {"web: {address:": "web: {address: [x], adress:"},
    "no-such-room": {"sees: [yard]": "sees: [yadr]"},
    "no-such-kind-of-room": {"kind: plant_room": "kind: dungeon"},
    "no-such-role": {"access_roles: [manager, owner]": "access_roles: [manager, king]"},
    "no-such-type": {"type: bathhouse": "type: brewery"},
    "no-such-law": {"law: gb": "law: atlantis"},
    "no-such-language": {"\nlanguages: [en, pl]": "\nlanguages: [en, tlh]"},
    "no-language-at-all": {"\nlanguages: [en, pl]": "\nlanguages: []"},
    "door-to-itself": {"doors_to: [outside, plant]": "doors_to: [outside, yard]"},
    "two-cameras-of-one-name": {"{id: c2": "{id: c1"},
    "a-fortnight": {"retention: 14 days ": "retention: a fortnight "},
    "next-monday": {"effective_on: 2027-01-04": "effective_on: next Monday"},
    "no-phone-number": {'"+44 20 7946 0123"': "ask at the desk"},
    "address-without-https": {"https://privacy.oldmill": "privacy.oldmill"},
    "address-with-a-bracket": {"https://privacy.oldmill.example/": "https://[privacy"},
    "distance-in-words": {"effective_on:": "signs:\n  - {sign: cam-01, read_from: far}\neffective_on:"},
    "file-outside": {"type: bathhouse": "extends: ../../../etc/passwd\ntype: bathhouse"},
    "another-id": {"id: old-mill-bathhouse": "id: somewhere-else"},
    "empty": b"",
    "a-list": b"- Old Mill\n- Bathhouse\n",
    "not-utf8": "name: Łaźnia\n".encode("iso-8859-2"),
    "a-picture": bytes(range(256)) * 8,
    "too-deep": b"name: " + b"[" * 500 + b"]" * 500,
    "too-large": b"name: Old Mill\n#" + b"x" * 1_100_000,
    "grows-beyond-bounds": b"a: &a [x, x, x, x, x, x, x, x]\n"
    + b"".join(
        f"{key}: &{key} [{', '.join([f'*{below}'] * 8)}]\n".encode()
        for below, key in zip("abcdef", "bcdefg", strict=True)
    ),
}


@pytest.fixture(scope="module")
def broken(
    once: Callable[..., Path], type_venue: Callable[..., Path], build_py: Callable[..., Any]
) -> dict[str, Any]:
    """Every broken file in one folder, and what one check told of them all."""

    def make(folder: Path) -> None:
        for name, what in BROKEN.items():
            if isinstance(what, bytes):
                (folder / "venues").mkdir(exist_ok=True)
                (folder / "venues" / f"{name}.yml").write_bytes(what)
            else:
                type_venue(folder / "venues", what, name, keep_id=name == "another-id")
        # The broken ones are samples too; beside a file nobody can read they are built only when asked for.
        where = ("--venues", folder / "venues", "--out", folder / "out")
        run = build_py("--format", "json", "--samples", *where)
        told = {
            "code": run.code,
            "told": run.told,
            "progress": run.progress,
            "out": (folder / "out").exists(),
        }
        (folder / "run.json").write_text(json.dumps(told), "utf-8")

    return dict(json.loads((once("broken", make) / "run.json").read_text("utf-8")))


@pytest.mark.slow
def test_broken_files_end_in_findings_and_nothing_is_made(broken: dict[str, Any]) -> None:
    assert len(BROKEN) >= 15
    assert "Traceback" not in broken["progress"], broken["progress"]
    assert broken["code"] == 1
    assert not broken["out"]


@pytest.mark.parametrize("name", BROKEN)
def test_a_broken_file_is_told_by_its_name(broken: dict[str, Any], name: str) -> None:
    assert broken["told"], broken["progress"]
    findings = json.loads(broken["told"])["findings"]
    errors = [f for f in findings if f["file"] == f"venues/{name}.yml" and f["severity"] == "error"]
    assert errors, f"nothing is told of {name}.yml"
    for finding in errors:
        assert "; " in finding["message"] or ". " in finding["message"], (
            "says what is there, not what to write"
        )
        assert "{" not in finding["message"].replace("{ ", "").replace("“{”", ""), finding["message"]


@pytest.mark.slow
@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["check", "--language", "tlh"], "tlh"),
        (["check", "--content", "{folder}/words"], ""),
        (["site", "--out", "{folder}/file/out"], ""),
    ],
    ids=["language", "content", "out"],
)
def test_a_wrong_folder_or_language_is_no_traceback_either(
    desk: Desk, build_py: Callable[..., Any], arguments: list[str], says: str
) -> None:
    desk.type()
    (desk.folder / "file").write_text("a file", "utf-8")
    run = build_py(*(each.format(folder=desk.folder) for each in arguments), "--venues", desk.venues)
    assert run.code in (1, 2), run.told + run.progress
    assert "Traceback" not in run.progress
    assert says in run.told + run.progress
