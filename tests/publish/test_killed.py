"""A build that is killed without warning, in a process of its own, at moments nobody chose."""

from __future__ import annotations

import json
import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from placard.publish.journal import Recovery, recover

from .conftest import Shop, State, state

CHECKOUT = Path(__file__).parents[2]
SCRIPT = Path(__file__).with_name("killed.py")
FILES = 120


class Builds:
    """Two states of one output, a process that brings it from the one to the other, and its end."""

    def __init__(self, folder: Path) -> None:
        self.shop = Shop(folder)
        one = {f"site/old-mill/en/page-{n}/index.html": f"page {n}" for n in range(FILES)}
        other = {path: f"{words}, changed" for path, words in list(one.items())[FILES // 3 :]}
        other |= {f"print/old-mill/cam-{n}.pdf": f"sheet {n}" * 400 for n in range(FILES // 3)}
        self.lists = [self.listed(folder / f"{n}.json", files) for n, files in enumerate((one, other))]
        self.ends = [self.built(n) for n in (0, 1)]
        assert self.ends[0] != self.ends[1]
        assert len(self.ends[1]) > FILES

    def listed(self, file: Path, files: dict[str, str]) -> Path:
        made = self.shop.make(files)
        file.write_text(json.dumps({str(path): str(at) for path, at in made.items()}), "utf-8")
        return file

    def built(self, which: int) -> State:
        assert self.run(which) == 0
        return state(self.shop.out)

    def start(self, which: int, moment: int = 0) -> subprocess.Popen[str]:
        command = [sys.executable, str(SCRIPT), str(self.shop.folder), str(self.lists[which]), str(moment)]
        environment = {**os.environ, "PYTHONPATH": str(CHECKOUT)}
        process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=environment)
        assert process.stdout is not None
        assert process.stdout.readline() == "ready\n"
        return process

    def run(self, which: int, moment: int = 0) -> int:
        process = self.start(which, moment)
        process.communicate()
        return process.returncode

    def which(self) -> int:
        """Recover, and tell which state `out/` is in; a mixture is in neither."""
        recover(self.shop.out)
        now = state(self.shop.out)
        assert now in self.ends
        assert recover(self.shop.out) is Recovery.NOTHING
        return self.ends.index(now)


@pytest.fixture(scope="module")
def builds(tmp_path_factory: pytest.TempPathFactory) -> Builds:
    return Builds(tmp_path_factory.mktemp("killed"))


def killed_at_steps(builds: Builds, moments: range) -> tuple[int, set[bool]]:
    kills, reached = 0, set()
    for moment in moments:
        here = builds.which()
        code = builds.run(1 - here, moment)
        if code == 0:
            break
        assert code == -signal.SIGKILL
        kills += 1
        reached.add(builds.which() != here)
    return kills, reached


def test_killed_at_a_few_steps(builds: Builds) -> None:
    kills, reached = killed_at_steps(builds, range(3, 600, 70))
    assert kills >= 4
    assert reached == {True, False}


@pytest.mark.slow
def test_killed_at_many_steps(builds: Builds) -> None:
    kills, reached = killed_at_steps(builds, range(1, 600, 9))
    assert kills >= 30
    assert reached == {True, False}


@pytest.mark.slow
def test_killed_at_random_moments(builds: Builds) -> None:
    dice = random.Random(20261123)
    started = time.perf_counter()
    builds.run(1 - builds.which())
    whole = time.perf_counter() - started
    kills, reached, halfway = 0, set(), 0
    for _ in range(300):
        here = builds.which()
        process = builds.start(1 - here)
        time.sleep(dice.uniform(0, whole))
        process.kill()
        process.communicate()
        if process.returncode == -signal.SIGKILL:
            kills += 1
            halfway += (builds.shop.staging / "swap" / "journal.json").exists()
            reached.add(builds.which() != here)
        else:
            whole *= 0.95  # measured while others worked: it takes less by now
        if kills >= 50 and halfway >= 3:
            break
    assert kills >= 50
    assert halfway >= 3, "too few were killed between the first rename and the last"
    assert reached == {True, False}


@pytest.mark.slow
def test_killed_while_recovering_too(builds: Builds) -> None:
    """The next process plays the journal, and is killed at it, and so on."""
    kills = 0
    for moment in range(170, 600, 23):
        here = builds.which()
        if builds.run(1 - here, moment) == 0:
            break
        for again in range(1, 200, 17):
            # Any command recovers first; here it is the same build, cut in its first steps.
            if builds.run(here, again) == -signal.SIGKILL:
                kills += 1
                assert builds.shop.out.exists()
        builds.which()
    assert kills >= 40
