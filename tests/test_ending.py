"""A disk refuses while a command is at work: the report says which file, and nothing falls."""

from __future__ import annotations

import errno
import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from placard.ending import end
from placard.outcome import Outcome
from placard.read.roots import Project

from .desk import Desk


@pytest.fixture
def project(tmp_path: Path) -> Project:
    return replace(Project.here(), out=tmp_path / "out", language="en", as_json=True)


def told(project: Project, fault: OSError, capsys: pytest.CaptureFixture[str]) -> tuple[str, str]:
    def command(_: Project) -> Outcome:
        raise fault

    with pytest.raises(SystemExit) as ended:
        end(project, command)
    assert ended.value.code == 1
    (finding,) = json.loads(capsys.readouterr().out)["findings"]
    return finding["code"], finding["message"]


@pytest.mark.parametrize("folder", ["out", ".out-staging"])
@pytest.mark.parametrize(
    ("number", "code"),
    [
        (errno.ENOSPC, "publish.disk_full"),
        (errno.EACCES, "publish.unwritable"),
        (errno.EIO, "publish.disk"),
    ],
)
def test_where_results_are_made_the_old_ones_are_said_to_be_kept(
    project: Project, folder: str, number: int, code: str, capsys: pytest.CaptureFixture[str]
) -> None:
    file = str(project.out.with_name(folder) / "press" / "a.pdf")
    said, message = told(project, OSError(number, "no", file), capsys)
    assert said == code
    assert file in message
    assert "as it was before" in message


def test_a_disk_that_names_no_file_is_told_with_the_folder_of_results(
    project: Project, capsys: pytest.CaptureFixture[str]
) -> None:
    said, message = told(project, OSError(errno.ENOSPC, "no"), capsys)
    assert said == "publish.disk_full"
    assert str(project.out) in message


@pytest.mark.parametrize(
    ("number", "code"),
    [
        (errno.ENOSPC, "publish.full_elsewhere"),
        (errno.EROFS, "publish.forbidden_elsewhere"),
        (errno.ENOTDIR, "publish.refused_elsewhere"),
    ],
)
def test_elsewhere_another_out_is_no_help_and_the_file_is_named(
    project: Project, number: int, code: str, capsys: pytest.CaptureFixture[str]
) -> None:
    said, message = told(project, OSError(number, "no", "/srv/fonts/a.ttf"), capsys)
    assert said == code
    assert "/srv/fonts/a.ttf" in message
    assert "--out" not in message


def test_a_file_of_ours_that_is_missing_stays_a_fault_of_ours(project: Project) -> None:
    def command(_: Project) -> Outcome:
        raise FileNotFoundError(errno.ENOENT, "no such file", "sheet.html")

    with pytest.raises(FileNotFoundError):
        end(project, command)


@pytest.mark.slow
@pytest.mark.parametrize("command", ["new", "preview"])
def test_a_folder_that_is_a_file_is_told_by_every_command_that_writes(
    command: str, desk: Desk, build_py: Callable[..., Any]
) -> None:
    desk.type()
    (desk.folder / "file").write_text("a file", "utf-8")
    inside = desk.folder / "file" / "folder"
    if command == "new":
        flags = ("bathhouse", "mill", "--law", "gb", "--languages", "en", "--set", "name=Mill", "--no-ask")
        run = build_py("new", *flags, "--venues", inside)
    else:
        run = build_py("preview", "notice", "--venues", desk.venues, "--out", inside, "--samples")
    assert run.code == 1, run.told + run.progress
    assert str(inside) in run.told
    assert "Traceback" not in run.progress
