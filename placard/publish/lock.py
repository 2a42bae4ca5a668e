"""One build at a time for one output."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from placard.findings import UserMistake
from placard.publish.faults import error, refused
from placard.publish.workshop import Workshop, workshop_of


class Busy(UserMistake):
    """Another build is at work on the same output."""


@dataclass(frozen=True, slots=True)
class Held:
    """Proof that this process is the only one at work on an output."""

    workshop: Workshop


@contextmanager
def hold(out: Path) -> Iterator[Held]:
    """Keep every other build away from an output until the block ends.

    The operating system holds the lock and lets go when the process dies, however it dies, so the
    lock of a dead build is free to take. Raises `Busy` at once where a living one holds it.
    """
    workshop = workshop_of(out)
    try:
        workshop.folder.mkdir(parents=True, exist_ok=True)
        descriptor = os.open(workshop.lock, os.O_RDWR | os.O_CREAT, 0o644)
    except OSError as fault:
        raise refused(out, fault) from fault
    try:
        _take(descriptor, out)
        yield Held(workshop)
    finally:
        os.close(descriptor)  # lets go of the lock as well


def _take(descriptor: int, out: Path) -> None:
    try:
        if not _taken(descriptor):
            raise Busy([error("publish.busy", out, process=_holder(descriptor))])
        os.ftruncate(descriptor, 0)
        os.write(descriptor, str(os.getpid()).encode())
    except OSError as fault:
        raise refused(out, fault) from fault


def _holder(descriptor: int) -> str:
    return os.read(descriptor, 20).decode("ascii", errors="replace").strip() or "?"


if sys.platform == "win32":
    import msvcrt

    def _taken(descriptor: int) -> bool:
        # Windows bars reading what is locked, so lock a byte far behind the number of the process.
        os.lseek(descriptor, 4096, os.SEEK_SET)
        try:
            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        finally:
            os.lseek(descriptor, 0, os.SEEK_SET)
        return True
else:
    import fcntl

    def _taken(descriptor: int) -> bool:
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True
