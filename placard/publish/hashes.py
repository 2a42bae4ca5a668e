"""Hashes of files, remembered by what the file system says about them."""

from __future__ import annotations

import hashlib
import json
import os
import time
from contextlib import suppress
from pathlib import Path

FORMAT = 1

SETTLED_NS = 2_000_000_000
"""A file younger than this may change again without its times changing: some disks count in 2 s."""

Mark = list[int]


class Hashes:
    """SHA-256 of files; a file is read again when size, either time or the file itself is another.

    Two times are asked, because unpacking an archive sets the first back, but nothing sets back the
    second. A file that has just been written is always read: see `SETTLED_NS`.
    """

    def __init__(self, store: Path) -> None:
        self._store = store
        self._known: dict[str, tuple[Mark, str]] = _stored(store)
        self._grew = False

    def of(self, path: str, stat: os.stat_result | None = None) -> str:
        """Return the hash of a file; raises `OSError` where it cannot be read."""
        path = os.path.abspath(path)
        mark = _mark(stat or os.stat(path))
        known = self._known.get(path)
        if known and known[0] == mark:
            return known[1]
        asked = time.time_ns()
        digest = sha256_of(path)
        if max(mark[1], mark[2]) < asked - SETTLED_NS:
            self._known[path] = (mark, digest)
            self._grew = True
        return digest

    def save(self) -> None:
        """Keep what was learnt for the next build; a disk that refuses only makes that one slower."""
        if not self._grew:
            return
        living = {path: known for path, known in self._known.items() if os.path.lexists(path)}
        unfinished = self._store.with_name(f"{self._store.name}.{os.getpid()}")
        try:
            unfinished.write_text(json.dumps({"format": FORMAT, "files": living}), "utf-8")
            os.replace(unfinished, self._store)
        except OSError:
            with suppress(OSError):
                unfinished.unlink(missing_ok=True)
        self._grew = False


def sha256_of(path: str | Path) -> str:
    """Return the hash of what a file holds right now; raises `OSError`."""
    # Whole and unbuffered: our files are small, and there are thousands of them.
    with open(path, "rb", buffering=0) as file:
        return hashlib.sha256(file.read()).hexdigest()


def _mark(stat: os.stat_result) -> Mark:
    return [stat.st_size, stat.st_mtime_ns, stat.st_ctime_ns, stat.st_ino]


def _stored(store: Path) -> dict[str, tuple[Mark, str]]:
    try:
        whole = json.loads(store.read_bytes())
        files = whole["files"] if whole["format"] == FORMAT else {}
        return {path: (mark, digest) for path, (mark, digest) in files.items()}
    except (OSError, ValueError, TypeError, KeyError, AttributeError):
        return {}  # a cache that cannot be read is an empty one
