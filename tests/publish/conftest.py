"""A shop that makes files and publishes them, and a disk that fails when it is told to."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping
from pathlib import Path, PurePosixPath
from typing import Any

import pytest

from placard.findings import UserMistake
from placard.publish.disk import Disk
from placard.publish.manifest import Entry
from placard.publish.scope import EVERYTHING, Scope
from placard.publish.swap import Published, publish

State = dict[str, bytes | None]

OLD = {
    "site/index.html": "chooser",
    "site/old-mill/en/cameras/index.html": "14 days",
    "site/old-mill/en/rights/index.html": "rights",
    "site/old-mill/pl/cameras/index.html": "14 dni",
    "site/assets/main.111.css": "a",
    "site/turns-into-a-folder": "file",
    "site/turns/into/a-file": "deep",
    "print/old-mill/cam-01.yard.a4.pdf": "%PDF yard",
    "print/old-mill/gone/cam-01.hall.a4.pdf": "%PDF hall",
    "staff/old-mill/handbook.en.pdf": "%PDF handbook",
}
NEW = {
    "site/index.html": "chooser",
    "site/old-mill/en/cameras/index.html": "30 days",
    "site/old-mill/en/rights/index.html": "rights",
    "site/old-mill/pl/cameras/index.html": "30 dni",
    "site/assets/main.222.css": "b",
    "site/turns-into-a-folder/index.html": "page",
    "site/turns": "now a file",
    "print/old-mill/cam-01.yard.a4.pdf": "%PDF yard",
    "staff/old-mill/handbook.en.pdf": "%PDF handbook, new",
    "staff/old-mill/quiz/quiz-a.en.pdf": "%PDF quiz",
}


class Shop:
    """Makes files beside `out/` and publishes them."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.out = folder / "out"
        self.staging = folder / ".out-staging"

    def make(self, files: Mapping[str, str]) -> dict[PurePosixPath, Path]:
        made = {}
        for path, words in files.items():
            # Under another folder each time, so that OLD and NEW do not overwrite each other.
            file = self.staging / f"made-{abs(hash(words))}" / path.replace("/", "!")
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(words)
            made[PurePosixPath(path)] = file
        return made

    def publish(
        self,
        files: Mapping[str, str],
        scope: Scope = EVERYTHING,
        entries: Iterable[Entry] = (),
        **more: Any,
    ) -> Published:
        return publish(self.make(files), self.out, scope, entries=entries, **{"disk": QuickDisk(), **more})

    def refused(self, files: Mapping[str, str], **more: Any) -> list[str]:
        """Publish what cannot be published, and return the codes of what is said."""
        with pytest.raises(UserMistake) as mistake:
            self.publish(files, **more)
        return [finding.code for finding in mistake.value.findings]

    def put(self, path: str, words: str) -> Path:
        """Put somebody's own file into `out/`."""
        file = self.out / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(words)
        return file

    def holds(self) -> dict[str, str]:
        """Return the files of `out/` without the manifest."""
        found = {path: raw.decode() for path, raw in state(self.out).items() if raw is not None}
        found.pop("manifest.json", None)
        return found


def state(out: Path) -> State:
    """Return every file of a folder with its bytes, and every folder in it."""
    return {
        path.relative_to(out).as_posix(): path.read_bytes() if path.is_file() else None
        for path in sorted(out.rglob("*"))
    }


class Cut(BaseException):
    """Ends a build on the spot, like a power cut: no handler of ours may catch it."""


METHODS = ("copy", "keep", "write", "move", "remove", "make_folder", "remove_folder", "clear", "settle")


class QuickDisk(Disk):
    """The real disk without waiting for it: only a power cut, which no test can make, tells the two apart."""

    def settle(self, paths: Collection[Path]) -> None:
        assert all(path.exists() for path in paths)


class WatchedDisk(QuickDisk):
    """The same disk, with somebody who may step in before and after every single thing it does."""

    def __init__(self, watcher: Callable[[str], None] | None = None) -> None:
        self.moments: list[str] = []
        self.watcher = watcher or (lambda moment: None)

    def pass_by(self, moment: str) -> None:
        self.moments.append(moment)
        self.watcher(moment)


def _watched(name: str) -> Callable[..., Any]:
    original = getattr(QuickDisk, name)

    def method(self: WatchedDisk, *arguments: Any) -> Any:
        self.pass_by(f"before {name}")
        result = original(self, *arguments)
        self.pass_by(f"after {name}")
        return result

    return method


for _name in METHODS:
    setattr(WatchedDisk, _name, _watched(_name))


def failing_at(moment: int, fault: BaseException, lasting: bool = False) -> WatchedDisk:
    """Return a disk that raises a fault at one moment, or from then on at every one."""
    return failing({moment: fault}, fault if lasting else None)


def failing(faults: Mapping[int, BaseException], ever_after: BaseException | None = None) -> WatchedDisk:
    """Return a disk that raises each fault at its moment, and one at every moment after the last."""

    def watcher(_: str) -> None:
        now = len(disk.moments) - 1
        if now in faults:
            raise faults[now]
        if ever_after and now > max(faults):
            raise ever_after

    disk = WatchedDisk(watcher)
    return disk


@pytest.fixture
def shop(tmp_path: Path) -> Shop:
    return Shop(tmp_path)
