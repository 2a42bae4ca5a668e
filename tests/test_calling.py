"""Who is called to help: others where much is to be printed for the first time, and nobody otherwise."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from placard import calling
from placard.beside import FORKS, Beside
from placard.calling import HOUSES, crew_for
from placard.leash import PATIENCE
from placard.press.pool import Crew
from placard.publish.workshop import workshop_of
from placard.read.roots import ROOT, Project

Houses = Callable[[int], Project]


@pytest.fixture
def houses(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Houses:
    """A project of so many venue files; helpers are noted and not called."""
    monkeypatch.setattr(Crew, "expect", lambda crew: setattr(crew, "expected", True))

    def project(count: int) -> Project:
        (tmp_path / "venues").mkdir()
        for number in range(count):
            shutil.copy(
                ROOT / "venues" / "river-light-studio.yml", tmp_path / "venues" / f"house{number}.yml"
            )
        return Project(tmp_path / "venues", (ROOT / "content",), tmp_path / "out")

    return project


@pytest.mark.parametrize(
    ("parts", "count", "expected"),
    [
        (["print"], HOUSES, True),
        (["site", "print", "staff"], HOUSES, True),
        (["print"], HOUSES - 1, False),
        (["site"], HOUSES, False),
    ],
)
def test_helpers_are_expected_where_much_is_to_be_printed(
    houses: Houses, parts: list[str], count: int, expected: bool
) -> None:
    assert crew_for(parts, houses(count)).expected is expected


def test_branches_of_a_chain_in_folders_of_their_own_count_and_what_they_share_does_not(
    houses: Houses,
) -> None:
    project = houses(HOUSES)
    chain = project.venues / "chain"
    chain.mkdir()
    shutil.copy(ROOT / "venues" / "river-light-studio.yml", chain / "_shared.yml")
    (project.venues / "house0.yml").rename(project.venues / "_shared.yml")
    assert not crew_for(["print"], project).expected
    shutil.copy(ROOT / "venues" / "river-light-studio.yml", chain / "branch.yml")
    assert crew_for(["print"], project).expected


def test_only_the_venues_asked_for_count(houses: Houses) -> None:
    project = houses(HOUSES + 2)
    assert not crew_for(["print"], replace(project, only=("house0", "house1"))).expected
    assert crew_for(["print"], replace(project, only=("house0", "house1", "house4"))).expected


def test_nobody_is_expected_where_things_were_printed_before(houses: Houses) -> None:
    project = houses(HOUSES)
    workshop_of(project.out).press.mkdir(parents=True)
    assert not crew_for(["print"], project).expected


def test_nobody_is_expected_on_a_machine_without_pango(
    houses: Houses, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(calling, "needs_pango", lambda: "brew install pango")
    assert not crew_for(["print"], houses(HOUSES)).expected


@pytest.mark.skipif(not FORKS, reason="nothing is reckoned in another process here")
def test_whoever_helps_lets_the_one_who_called_go_first() -> None:
    here = os.nice(0)
    assert Beside(lambda: os.nice(0)).result() == here + PATIENCE
    with Crew(2) as crew:
        assert set(crew.run(os.nice, [0] * 10, str)) == {here + PATIENCE}
