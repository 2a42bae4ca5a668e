"""The manifest: written the same way every time, and read back only where it is ours."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from placard.publish.manifest import KINDS, NAME, Damaged, Entry, manifest_of, read, written

ENTRIES = [
    Entry("site/b", "page", "old-mill", ("en",), reason="原因 przyczyna"),
    Entry("print/a.pdf", "sheet", "old-mill", ("en", "pl"), "cam-01", 1, "k3f9-2mqa", "0" * 64),
]


def test_what_is_written_is_read_back_sorted(tmp_path: Path) -> None:
    (tmp_path / NAME).write_bytes(written(manifest_of(ENTRIES)))
    manifest = read(tmp_path)
    assert manifest is not None
    assert manifest.entries == tuple(reversed(ENTRIES))
    assert manifest == manifest_of(reversed(ENTRIES))


def test_a_person_can_read_it_a_line_to_a_file() -> None:
    lines = written(manifest_of(ENTRIES)).decode().splitlines()
    assert [line[:9] for line in lines] == ["[", '{"path": ', '{"path": ', "]"]
    assert "原因" in lines[2]


def test_an_empty_one_is_a_list_too(tmp_path: Path) -> None:
    (tmp_path / NAME).write_bytes(written(manifest_of([])))
    manifest = read(tmp_path)
    assert manifest is not None
    assert manifest.entries == ()


def test_where_there_is_none_there_is_none(tmp_path: Path) -> None:
    assert read(tmp_path) is None
    assert read(tmp_path / "nowhere") is None


GOOD = json.loads(written(manifest_of(ENTRIES)))[0]


def test_the_entry_the_next_test_spoils_is_good(tmp_path: Path) -> None:
    (tmp_path / NAME).write_text(json.dumps([GOOD]))
    assert read(tmp_path) is not None


@pytest.mark.parametrize(
    "spoilt",
    [
        {"path": "../../etc/passwd"},
        {"path": "/etc/passwd"},
        {"path": "site/../../x"},
        {"path": ""},
        {"path": "manifest.json"},
        {"path": 1},
        {"kind": "virus"},
        {"kind": []},
        {"languages": "en"},
        {"languages": [1]},
        {"pages": "1"},
        {"sha256": None},
        {"more": 1},
    ],
    ids=str,
)
def test_a_file_that_is_not_ours_is_damaged(tmp_path: Path, spoilt: dict[str, object]) -> None:
    (tmp_path / NAME).write_text(json.dumps([GOOD | spoilt]))
    with pytest.raises(Damaged):
        read(tmp_path)


@pytest.mark.parametrize("raw", [b"", b"{", b"{}", b"[[]]", b"[null]", b"7", b'"x"', b"\xff", b"[{}]"])
def test_text_that_is_no_list_of_files_is_damaged(tmp_path: Path, raw: bytes) -> None:
    (tmp_path / NAME).write_bytes(raw)
    with pytest.raises(Damaged):
        read(tmp_path)


def test_every_kind_the_design_names_is_known() -> None:
    named = {"page", "sheet", "plan", "handbook", "quiz", "key", "asset", "short", "status"}
    assert named < KINDS
