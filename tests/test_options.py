"""Folders given with a command: results never lie among what they are made from."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

from placard.cli import commands


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in ("venues", "words"):
        (tmp_path / name).mkdir()
    return tmp_path


@pytest.mark.parametrize(
    ("out", "option"),
    [
        ("venues", "--venues"),
        ("venues/out", "--venues"),
        (".", "--venues"),
        ("/", "--venues"),
        ("words/out", "--content"),
    ],
)
def test_results_within_what_they_are_made_from_are_refused(folder: Path, out: str, option: str) -> None:
    given = ["--venues", str(folder / "venues"), "--content", str(folder / "words")]
    run = CliRunner().invoke(commands, ["site", *given, "--out", str(folder / out)])
    assert run.exit_code == 2
    assert run.exception is None or isinstance(run.exception, SystemExit)
    assert f"{option} {folder}" in " ".join(run.output.split())
    assert not (folder / ".venues-staging").exists()


def test_side_by_side_is_where_they_usually_lie(folder: Path) -> None:
    given = ["--venues", str(folder / "venues"), "--out", str(folder / "out"), "--language", "en"]
    run = CliRunner().invoke(commands, ["check", *given])
    assert "--out" not in run.output
