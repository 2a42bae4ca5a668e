"""`build.py` killed as nobody can prepare for, while it publishes over an old output.

Whatever the moment: the next command of any kind sees to it, and then `out/` is all old or all new.
"""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

pytestmark = pytest.mark.slow

ROOT = Path(__file__).parents[1]
AS_OF = "2026-12-01"
OTHER = {
    "\nname: Old Mill Bathhouse\n": "\nname: New Mill Bathhouse\n",
    "legal_name: Old Mill Bathhouse Ltd": "legal_name: New Mill Bathhouse Ltd",
    "+44 20 7946 0123": "+44 20 7946 0127",
    "- {id: plant, kind: plant_room}": "- {id: plant, kind: plant_room}\n  - {id: cold-room, kind: shower}",
    "[finnish-sauna, steam, rest-hall]": "[finnish-sauna, steam, rest-hall, cold-room]",
}
"""Every page and sheet changes, and one sheet more hangs at a door."""


class House:
    """One output and two states of it, the command that leads from one to the other, and its end."""

    def __init__(self, folder: Path, part: str, snapshot: Callable[[Path], dict[str, bytes]]) -> None:
        self.folder, self.part, self.snapshot = folder, part, snapshot
        self.out = folder / "out"
        self.journal = folder / ".out-staging" / "swap" / "journal.json"
        self.ends: list[dict[str, bytes]] = []
        self.seconds = 0.0

    def command(self, command: str, state: int) -> list[str]:
        here = ["--venues", str(self.folder / f"state-{state}"), "--out", str(self.out), "--as-of", AS_OF]
        return [sys.executable, "build.py", command, *here]

    def run(self, command: str, state: int) -> None:
        done = subprocess.run(
            self.command(command, state), cwd=ROOT, capture_output=True, text=True, check=False
        )
        assert done.returncode == 0, done.stdout + done.stderr

    def build_both(self) -> None:
        """Build each state once; the second time their sheets come from the cache, and that is timed."""
        for state in (0, 1, 0):
            started = time.perf_counter()
            self.run(self.part, state)
            self.seconds = time.perf_counter() - started
            self.ends.append(self.snapshot(self.out))
        first, second, again = self.ends
        assert first == again
        changed = [path for path in first.keys() & second.keys() if first[path] != second[path]]
        assert len(changed) > 8
        assert second.keys() - first.keys() or self.part == "site"
        self.ends.pop()

    def state(self) -> int:
        """Tell which state the output is in; a mixture is in neither."""
        now = self.snapshot(self.out)
        assert now in self.ends, "neither old nor new"
        return self.ends.index(now)

    def killed(self, state: int, wait: Callable[[subprocess.Popen[bytes]], None]) -> bool:
        """Start a build and kill it with all its helpers; tell whether it was still at work."""
        process = subprocess.Popen(
            self.command(self.part, state),
            cwd=ROOT,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
        wait(process)
        at_work = process.poll() is None
        if at_work:
            os.killpg(process.pid, signal.SIGKILL)
        process.wait()
        return at_work and process.returncode == -signal.SIGKILL

    def until_it_renames(self, process: subprocess.Popen[bytes]) -> None:
        while process.poll() is None and not self.journal.exists():
            time.sleep(0.0002)


@pytest.mark.parametrize(("part", "wanted"), [("print", 11), ("site", 5)])
def test_a_killed_build_leaves_all_old_or_all_new_after_the_next_command(
    tmp_path: Path,
    type_venue: Callable[..., Path],
    snapshot: Callable[[Path], dict[str, bytes]],
    part: str,
    wanted: int,
) -> None:
    dice = random.Random(20261123)
    house = House(tmp_path, part, snapshot)
    type_venue(tmp_path / "state-0")
    type_venue(tmp_path / "state-1", OTHER)
    house.build_both()
    here, attempts, kills, halfway = house.state(), 0, 0, 0
    deadline = time.perf_counter() + 30
    # On a slow machine fewer kills have to do; but some, and one between the first rename and the last.
    while (kills < wanted and time.perf_counter() < deadline) or kills < wanted // 3 or not halfway:
        aimed = attempts % 3 == 0
        attempts += 1
        assert attempts < 40

        def wait(process: subprocess.Popen[bytes], aimed: bool = aimed) -> None:
            if aimed:
                house.until_it_renames(process)
            time.sleep(dice.uniform(0, 0.004) if aimed else dice.uniform(0.1, house.seconds))

        kills += house.killed(1 - here, wait)
        halfway += house.journal.exists()
        house.run("check", 1 - here)
        assert not house.journal.exists(), "the next command leaves something half done"
        here = house.state()
    house.run(part, 1 - here)
    assert house.state() == 1 - here
