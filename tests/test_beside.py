"""What is reckoned beside comes back as if it had been reckoned here, whatever happens there."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from placard import composing
from placard.beside import FORKS, Beside
from placard.composing import compose
from placard.read.roots import ROOT, Project

pytestmark = pytest.mark.slow

forks = pytest.mark.skipif(not FORKS, reason="nothing is reckoned in another process here")


@forks
def test_work_is_done_in_another_process_and_its_result_asked_as_often_as_one_likes() -> None:
    beside = Beside(os.getpid)
    assert beside.result() == beside.result() != os.getpid()


def test_work_that_is_not_to_be_done_apart_is_done_here_when_its_result_is_asked() -> None:
    done: list[int] = []
    beside = Beside(lambda: done.append(os.getpid()), apart=False)
    assert not done
    beside.result()
    beside.result()
    assert done == [os.getpid()]


@forks
@pytest.mark.parametrize("end", [lambda: os._exit(1), lambda: lambda: None])
def test_what_another_process_cannot_tell_is_reckoned_here(end: Callable[[], object]) -> None:
    here = os.getpid()
    beside = Beside(lambda: here if os.getpid() == here else end())
    assert beside.result() == here


@forks
def test_a_fault_is_raised_where_the_result_is_asked() -> None:
    def fails() -> int:
        raise LookupError("no such words")

    beside = Beside(fails)
    with pytest.raises(LookupError, match="no such words"):
        beside.result()


@pytest.fixture
def project(tmp_path: Path) -> Project:
    """One venue, and words over ours that a test may break."""
    (tmp_path / "venues").mkdir()
    shutil.copy(ROOT / "venues" / "river-light-studio.yml", tmp_path / "venues")
    return Project(tmp_path / "venues", (ROOT / "content", tmp_path / "content"), tmp_path / "out")


def test_a_hurried_build_finds_the_same_in_the_same_order(project: Project) -> None:
    plain, hurried = compose(project), compose(project, hurried=True)
    assert plain.findings == hurried.findings
    assert [each.venue_id for each in plain.venues] == [each.venue_id for each in hurried.venues]
    assert plain.findings
    assert plain.venues


@pytest.mark.parametrize("fails", [False, True])
def test_what_was_composed_of_broken_words_is_thrown_away(
    project: Project, fails: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    signs = project.content[1] / "public" / "signs"
    signs.mkdir(parents=True)
    (signs / "cam-01.yml").write_text('headline: {en: "{{ no.such.fact | form }}"}\n', "utf-8")
    if fails:
        monkeypatch.setattr(composing, "composed", lambda *_: 1 / 0)
    plain, hurried = compose(project), compose(project, hurried=True)
    assert plain.findings == hurried.findings
    assert plain.venues == hurried.venues == ()


def test_a_fault_of_ours_is_no_fault_of_good_words(project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(composing, "composed", lambda *_: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        compose(project, hurried=True)
