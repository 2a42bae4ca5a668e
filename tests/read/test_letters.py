"""What is opened at all: files, and of these no more than anybody types."""

from __future__ import annotations

import os
import signal
from collections.abc import Iterator
from pathlib import Path

import pytest

from placard.read.letters import MOST_BYTES, beginning, read_text
from placard.read.voice import languages_in


@pytest.fixture
def pipe(tmp_path: Path) -> Iterator[Path]:
    """A pipe nobody writes to, and a clock for who waits for it."""
    if not hasattr(os, "mkfifo"):
        pytest.skip("no pipes have names here")
    path = tmp_path / "x.yml"
    os.mkfifo(path)
    signal.alarm(20)
    yield path
    signal.alarm(0)


def test_nobody_waits_at_a_pipe(pipe: Path) -> None:
    text, findings = read_text(pipe, "venues/x.yml")
    assert text is None
    assert [finding.code for finding in findings] == ["file.closed"]
    assert languages_in([pipe]) == {}


def test_a_file_that_is_missing_is_told_as_before(tmp_path: Path) -> None:
    _, findings = read_text(tmp_path / "x.yml", "venues/x.yml")
    assert [finding.code for finding in findings] == ["file.missing"]


def test_of_a_huge_file_only_the_beginning_is_read(tmp_path: Path) -> None:
    path = tmp_path / "x.yml"
    path.write_bytes(b"languages: [pl]\n" + b"#" * 3 * MOST_BYTES)
    assert len(beginning(path)) == MOST_BYTES + 1
    assert languages_in([path]) == {"x": "pl"}
