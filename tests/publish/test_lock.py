"""Two builds at once: one works, the other is told at once, and nobody waits for the dead."""

from __future__ import annotations

import errno
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from placard.findings import UserMistake
from placard.publish import lock
from placard.publish.journal import Recovery, recover
from placard.publish.lock import Busy, hold
from placard.publish.swap import publish

CHECKOUT = Path(__file__).parents[2]
HOLD = """
import sys
from pathlib import Path
from placard.publish.lock import hold
with hold(Path(sys.argv[1])):
    print("held", flush=True)
    sys.stdin.read()
"""


@pytest.fixture
def other_build(shop):
    environment = {**os.environ, "PYTHONPATH": str(CHECKOUT)}
    process = subprocess.Popen(
        [sys.executable, "-c", HOLD, str(shop.out)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        env=environment,
    )
    assert process.stdout is not None
    assert process.stdout.readline() == "held\n"
    yield process
    process.kill()
    process.communicate()


def test_a_second_build_is_told_which_process_is_at_work(shop, other_build) -> None:
    with pytest.raises(UserMistake) as mistake:
        shop.publish({"site/a": "1"})
    (finding,) = mistake.value.findings
    assert (finding.code, finding.values["process"]) == ("publish.busy", str(other_build.pid))
    assert not shop.out.exists()


def test_the_lock_of_a_killed_build_is_free(shop, other_build) -> None:
    other_build.send_signal(signal.SIGKILL)
    other_build.wait()
    assert (shop.staging / "lock").read_text() == str(other_build.pid)
    assert shop.publish({"site/a": "1"}).new == 1


def test_a_build_that_has_ended_lets_go(shop, other_build) -> None:
    other_build.communicate("")
    assert shop.publish({"site/a": "1"}).new == 1


def test_another_output_is_another_lock(shop, other_build, tmp_path: Path) -> None:
    made = shop.make({"site/a": "1"})
    assert publish(made, tmp_path / "elsewhere").new == 1


def test_a_command_beside_a_build_at_work_leaves_its_journal_alone(shop, other_build) -> None:
    journal = shop.staging / "swap" / "journal.json"
    journal.parent.mkdir()
    journal.write_text("being played by the other build")
    assert recover(shop.out) is Recovery.AT_WORK
    assert journal.exists()


def test_a_build_that_holds_the_lock_from_its_start_publishes_with_it(shop) -> None:
    with hold(shop.out) as held:
        assert shop.publish({"site/a": "1"}, held=held).new == 1
        with pytest.raises(Busy):
            shop.publish({"site/a": "2"})
    assert shop.publish({"site/a": "2"}).changed == 1


def test_a_disk_that_cannot_lock_is_a_finding(shop, monkeypatch) -> None:
    def cannot(descriptor: int) -> bool:
        raise OSError(errno.ENOLCK, "No locks available")

    monkeypatch.setattr(lock, "_taken", cannot)
    assert shop.refused({"site/a": "1"}) == ["publish.disk"]
    assert not shop.out.exists()
