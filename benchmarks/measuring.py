"""Run a command and watch it: seconds, processor time, memory, and what others were doing. Linux only."""

from __future__ import annotations

import os
import re
import subprocess
import time
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

TICK = os.sysconf("SC_CLK_TCK")
PAGE_MB = os.sysconf("SC_PAGE_SIZE") / 2**20
PEAK = re.compile(r"^VmHWM:\s+(\d+)", re.MULTILINE)
LOOK_S = 0.1
BUSY = (0, 1, 2, 5, 6)
"""Columns of the first line of /proc/stat that are work: user, nice, system, interrupts."""


@dataclass(frozen=True, slots=True)
class Measured:
    """What a command took.

    `cpu` is processor time of it and of every process it started. `largest_mb` is the peak of its largest
    process, `together_mb` that of all of them added up, shared pages counted in each. `others` is how many
    processors everybody else kept busy meanwhile: well above 0 the seconds say little.
    """

    seconds: float
    cpu: float
    largest_mb: float
    together_mb: float
    others: float
    code: int
    output: str

    def as_json(self) -> dict[str, float]:
        """Return the figures, rounded."""
        return {name: round(value, 3) for name, value in asdict(self).items() if isinstance(value, float)}


def run(command: Sequence[str], folder: Path, environment: Mapping[str, str] | None = None) -> Measured:
    """Run a command to its end; what it tells goes through a file, so that it never waits for us."""
    told = folder / "told.txt"
    machine, began = _machine_busy(), time.perf_counter()
    with told.open("w", encoding="utf-8") as output:
        process = subprocess.Popen(
            command, stdin=subprocess.DEVNULL, stdout=output, stderr=subprocess.STDOUT, env=environment
        )
    family = _Family(process.pid)
    while (ended := os.wait4(process.pid, os.WNOHANG))[0] == 0:
        family.look()
        # Short commands are looked at often, or half of what they took would be waiting for the next look.
        time.sleep(min(LOOK_S, 0.002 + (time.perf_counter() - began) / 50))
    _, status, usage = ended
    seconds = time.perf_counter() - began
    process.returncode = os.waitstatus_to_exitcode(status)
    cpu = usage.ru_utime + usage.ru_stime + family.cpu()
    busy = _machine_busy() - machine
    return Measured(
        seconds=seconds,
        cpu=cpu,
        largest_mb=family.largest_mb,
        together_mb=family.together_mb,
        others=max(0.0, busy - cpu) / seconds,
        code=process.returncode,
        output=told.read_text("utf-8", errors="replace"),
    )


def added(parts: Sequence[Measured]) -> Measured:
    """Return what several commands took, one after the other."""
    seconds = sum(part.seconds for part in parts)
    return Measured(
        seconds=seconds,
        cpu=sum(part.cpu for part in parts),
        largest_mb=max(part.largest_mb for part in parts),
        together_mb=max(part.together_mb for part in parts),
        others=sum(part.others * part.seconds for part in parts) / seconds,
        code=max(part.code for part in parts),
        output="",
    )


class _Family:
    """A process and all that descend from it."""

    def __init__(self, ancestor: int) -> None:
        self.ancestor = ancestor
        self.largest_mb = self.together_mb = 0.0
        self._ticks: dict[int, int] = {}

    def look(self) -> None:
        """Note what each of them has taken so far."""
        together = 0.0
        for process in self._living():
            try:
                fields = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()
                peak = PEAK.search(Path(f"/proc/{process}/status").read_text())
            except OSError:
                continue  # it has just ended
            together += int(fields[21]) * PAGE_MB
            # Not `ru_maxrss`: that begins with what the process that starts it holds.
            self.largest_mb = max(self.largest_mb, int(peak[1]) / 1024 if peak else 0.0)
            if process != self.ancestor:
                self._ticks[process] = int(fields[11]) + int(fields[12])
        self.together_mb = max(self.together_mb, together)

    def cpu(self) -> float:
        """Return the processor time of all but the ancestor, whose own the system reckons exactly."""
        return sum(self._ticks.values()) / TICK

    def _living(self) -> list[int]:
        found = [self.ancestor]
        for process in found:
            try:
                children = Path(f"/proc/{process}/task/{process}/children").read_text()
            except OSError:
                continue
            found += map(int, children.split())
        return found


def _machine_busy() -> float:
    """Return how many seconds all processors together have worked since the machine started."""
    fields = Path("/proc/stat").read_text().splitlines()[0].split()[1:]
    return sum(int(fields[column]) for column in BUSY) / TICK
