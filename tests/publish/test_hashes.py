"""Hashes remembered by size and times: quick, but never quicker than right."""

from __future__ import annotations

import hashlib
import json
import os
import time
from pathlib import Path

import pytest

from placard.publish import hashes as module
from placard.publish.hashes import SETTLED_NS, Hashes


def sha(words: str) -> str:
    return hashlib.sha256(words.encode()).hexdigest()


@pytest.fixture
def store(tmp_path: Path) -> Path:
    return tmp_path / "hashes.json"


@pytest.fixture
def old_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a file that was written long ago, by a clock that runs ahead."""
    file = tmp_path / "clause.md"
    file.write_text("words")
    real = time.time_ns
    monkeypatch.setattr(module.time, "time_ns", lambda: real() + SETTLED_NS + 10**9)
    return file


def reads(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    read: list[str] = []
    real = module.sha256_of

    def counted(path):
        read.append(str(path))
        return real(path)

    monkeypatch.setattr(module, "sha256_of", counted)
    return read


def test_an_unchanged_file_is_read_once(old_file: Path, store: Path, monkeypatch) -> None:
    read = reads(monkeypatch)
    first = Hashes(store)
    assert first.of(str(old_file)) == sha("words")
    first.save()
    assert Hashes(store).of(str(old_file)) == sha("words")
    assert read == [str(old_file)]


def test_a_file_written_a_moment_ago_is_read_again(tmp_path: Path, store: Path, monkeypatch) -> None:
    """Otherwise an edit of the same length within one tick of the clock would go unseen."""
    file = tmp_path / "clause.md"
    file.write_text("words")
    read = reads(monkeypatch)
    hashes = Hashes(store)
    hashes.of(str(file))
    before = file.stat()
    file.write_text("sword")
    os.utime(file, ns=(before.st_atime_ns, before.st_mtime_ns))
    assert hashes.of(str(file)) == sha("sword")
    assert len(read) == 2


def test_an_edit_that_sets_size_and_time_back_is_seen(old_file: Path, store: Path) -> None:
    hashes = Hashes(store)
    before = old_file.stat()
    assert hashes.of(str(old_file)) == sha("words")
    time.sleep(0.02)
    old_file.write_text("sword")
    os.utime(old_file, ns=(before.st_atime_ns, before.st_mtime_ns))
    assert (old_file.stat().st_size, old_file.stat().st_mtime_ns) == (before.st_size, before.st_mtime_ns)
    assert hashes.of(str(old_file)) == sha("sword")


def test_another_file_renamed_over_it_is_seen(old_file: Path, store: Path, tmp_path: Path) -> None:
    hashes = Hashes(store)
    hashes.of(str(old_file))
    other = tmp_path / "other"
    other.write_text("other")
    os.replace(other, old_file)
    assert hashes.of(str(old_file)) == sha("other")


@pytest.mark.parametrize(
    "content", ["", "{", "[]", '{"format": 0, "files": {}}', '{"format": 1, "files": 3}']
)
def test_a_store_that_cannot_be_read_is_an_empty_one(old_file: Path, store: Path, content: str) -> None:
    store.write_text(content)
    hashes = Hashes(store)
    assert hashes.of(str(old_file)) == sha("words")
    hashes.save()
    assert json.loads(store.read_text())["files"]


def test_a_file_that_is_no_more_is_forgotten(old_file: Path, store: Path, tmp_path: Path) -> None:
    gone = tmp_path / "gone"
    gone.write_text("gone")
    hashes = Hashes(store)
    hashes.of(str(old_file))
    hashes.of(str(gone))
    gone.unlink()
    hashes.save()
    assert list(json.loads(store.read_text())["files"]) == [str(old_file)]


def test_a_disk_that_refuses_only_makes_the_next_build_slower(old_file: Path, tmp_path: Path) -> None:
    hashes = Hashes(tmp_path / "no such folder" / "hashes.json")
    hashes.of(str(old_file))
    hashes.save()
    assert not (tmp_path / "no such folder").exists()
