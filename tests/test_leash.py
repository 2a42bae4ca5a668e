"""Helpers of a command that is killed or interrupted: none of them is left behind."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
AT_WORK = """
import signal, sys, time
# A shell that runs tests in the background has its children deaf to Ctrl-C.
signal.signal(signal.SIGINT, signal.default_int_handler)
from placard.press.pool import Crew
with Crew(2) as crew:
    crew.run(print, ["ready"] * 10, str)
    print("all here", flush=True)
    if sys.argv[1] == "busy":
        crew.run(time.sleep, [1] * 40, str)
    time.sleep(60)
"""
MANY = """
import os, time
from concurrent.futures import ProcessPoolExecutor
import multiprocessing
from placard.leash import hold_on_to_parent
with ProcessPoolExecutor(2, multiprocessing.get_context("fork"), hold_on_to_parent) as pool:
    list(pool.map(time.sleep, [0.1] * 4))
    print("all here", flush=True)
    list(pool.map(time.sleep, [1] * 40))
"""

pytestmark = pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="looks processes up in /proc")


def helpers(parent: int) -> set[int]:
    """Every process that stems from one, in any generation."""
    parents = {}
    for stat in Path("/proc").glob("[0-9]*/stat"):
        try:
            fields = stat.read_text().rpartition(")")[2].split()
        except OSError:
            continue
        parents[int(stat.parent.name)] = int(fields[1])
    found: set[int] = set()
    while more := {pid for pid, of in parents.items() if of in found | {parent}} - found:
        found |= more
    return found


def gone(pids: set[int], seconds: float) -> bool:
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if not any(_runs(pid) for pid in pids):
            return True
        time.sleep(0.05)
    return False


def _runs(pid: int) -> bool:
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False


@pytest.fixture
def started() -> Iterator[list[subprocess.Popen[str]]]:
    running: list[subprocess.Popen[str]] = []
    yield running
    for process in running:
        with suppress(ProcessLookupError):  # the whole family: each began a session of its own
            os.killpg(process.pid, signal.SIGKILL)
        process.communicate(timeout=10)


def at_work(started: list[subprocess.Popen[str]], code: str, how: str) -> subprocess.Popen[str]:
    process = subprocess.Popen(
        [sys.executable, "-c", code, how],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )
    started.append(process)
    assert process.stdout is not None
    assert any("all here" in line for line in process.stdout)
    return process


@pytest.mark.slow
@pytest.mark.parametrize(("code", "how"), [(AT_WORK, "idle"), (AT_WORK, "busy"), (MANY, "busy")])
def test_a_killed_command_leaves_no_helper_behind(
    started: list[subprocess.Popen[str]], code: str, how: str
) -> None:
    process = at_work(started, code, how)
    left = helpers(process.pid)
    assert len(left) >= 2
    process.kill()
    process.wait(5)
    assert gone(left, 10), f"still there: {sorted(pid for pid in left if _runs(pid))}"


def test_ctrl_c_ends_the_command_and_its_helpers_without_a_word_from_them(
    started: list[subprocess.Popen[str]],
) -> None:
    process = at_work(started, AT_WORK, "idle")
    left = helpers(process.pid)
    assert len(left) >= 2
    os.killpg(process.pid, signal.SIGINT)
    _, told = process.communicate(timeout=15)
    assert process.returncode != 0
    assert gone(left, 10)
    assert told.count("Traceback") == 1  # of the script above, which catches nothing; helpers are silent
