"""Everything publishing does to the disk, a method per step, so that a test can cut it short at each."""

from __future__ import annotations

import errno
import hashlib
import os
import shutil
import sys
from collections.abc import Collection
from pathlib import Path

MANY = 64
"""From here on one flush of the whole machine is quicker than one for each file."""

CHUNK = 1 << 20

NOT_FLUSHABLE = {errno.EINVAL, errno.ENOTSUP}
"""What some network disks answer about folders."""


class Disk:
    """The real disk; every method may raise `OSError`, and each is safe to repeat after a kill."""

    def copy(self, source: Path, target: Path) -> str:
        """Copy the bytes of a file, and return the SHA-256 of what was copied.

        Never a hard link: the staging folder is a cache, and writing there must not reach `out/`.
        """
        seen = hashlib.sha256()
        with source.open("rb") as reading, target.open("wb") as writing:
            while chunk := reading.read(CHUNK):
                seen.update(chunk)
                writing.write(chunk)
        return seen.hexdigest()

    def keep(self, source: Path, target: Path) -> None:
        """Give a file a second name, so that its bytes outlive the first; a copy where links are unknown."""
        try:
            os.link(source, target)
        except OSError:
            shutil.copy2(source, target)

    def write(self, target: Path, content: bytes) -> None:
        """Write a small file that exists whole or not at all, even after a power cut."""
        unfinished = target.with_name(f"{target.name}.unfinished")
        unfinished.write_bytes(content)
        self.settle([unfinished])
        os.replace(unfinished, target)
        self.settle([target.parent])

    def move(self, source: Path, target: Path) -> None:
        """Rename a file over whatever file stands there; a reader sees the one or the other."""
        os.replace(source, target)

    def remove(self, path: Path) -> None:
        """Remove a file, if it is there; a folder that has taken its place meanwhile stays."""
        if path.is_file():
            path.unlink(missing_ok=True)

    def make_folder(self, path: Path) -> None:
        """Make a folder and those above it, if they are missing."""
        path.mkdir(parents=True, exist_ok=True)

    def remove_folder(self, path: Path) -> None:
        """Remove a folder, if it is there and empty; somebody's own file keeps it."""
        if path.is_dir() and not any(path.iterdir()):
            path.rmdir()

    def clear(self, folder: Path) -> None:
        """Remove a folder of ours with all that is in it, if it is there."""
        if folder.exists():
            shutil.rmtree(folder)

    def settle(self, paths: Collection[Path]) -> None:
        """Return when these files and folders are on the disk itself, and not only in memory."""
        if len(paths) > MANY and hasattr(os, "sync"):
            os.sync()
            return
        for path in paths:
            _flush(path)


def _flush(path: Path) -> None:
    if sys.platform == "win32":  # cannot open a folder, and flushes only what is open for writing
        return
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    except OSError as fault:
        if fault.errno not in NOT_FLUSHABLE:
            raise
    finally:
        os.close(descriptor)


DISK = Disk()
