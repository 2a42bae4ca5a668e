"""What the stories share: the real words, a believable venue, and a small project on disk."""

from __future__ import annotations

import ctypes
import ctypes.util
import fcntl
import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import pytest

from placard import libraries
from placard.compose.documents import Composer
from placard.compose.venue import ComposedVenue, compose_venue
from placard.derive.case import with_floor
from placard.library.library import Library
from placard.phrases.facts import Context
from placard.plan.documents import plan
from placard.read.law import chain
from placard.read.library import read_library
from placard.read.venue import VenueFile, read_venue
from tests.desk import AS_OF, Desk

ROOT = Path(__file__).resolve().parents[1]
SAMPLE = ROOT / "venues" / "old-mill-bathhouse.yml"


@pytest.fixture(scope="session")
def library() -> Library:
    """The words as they stand in content/."""
    read, findings = read_library([ROOT / "content"])
    assert not findings, [f"{f.place}: {f.code} {dict(f.values)}" for f in findings]
    return read


@pytest.fixture(scope="session")
def sample_text() -> str:
    """The sample venue as it is typed, but for its look and its own sign: stories about those type them."""
    return re.sub(r"(?m)^(brand: .*|signs:|  - sign: .*\n(    .*\n)*)\n?", "", SAMPLE.read_text("utf-8"))


@dataclass(frozen=True)
class Typed:
    """A venue file somebody typed, and what reading made of it."""

    file: VenueFile | None
    findings: list[str]


@pytest.fixture
def typed(tmp_path: Path, type_venue: Callable[..., Path]) -> Callable[..., Typed]:
    """Type the sample with some lines changed: `typed({"14 days": "3 days"})`."""

    def type_it(changes: Mapping[str, str] | None = None, name: str = SAMPLE.stem) -> Typed:
        path = type_venue(tmp_path, changes, name, keep_id=True)
        file, findings = read_venue(path, f"venues/{name}.yml")
        return Typed(file, [f"{f.place.line}: {f.code}" for f in findings])

    return type_it


@pytest.fixture(scope="session")
def type_venue(sample_text: str) -> Callable[..., Path]:
    """Type the sample into a folder under any name: `type_venue(folder, {"14 days": "3 days"}, "quay")`."""

    def type_it(
        folder: Path, changes: Mapping[str, str] | None = None, name: str = SAMPLE.stem, keep_id: bool = False
    ) -> Path:
        text = sample_text
        for old, new in (changes or {}).items():
            assert old in text, f"the sample no longer says {old!r}"
            text = text.replace(old, new)
        folder.mkdir(parents=True, exist_ok=True)
        path = folder / f"{name}.yml"
        path.write_text(text if keep_id else text.replace(f"id: {SAMPLE.stem}", f"id: {name}"), "utf-8")
        return path

    return type_it


@pytest.fixture(scope="session")
def context_of(library: Library) -> Callable[[VenueFile], Context]:
    """Return what words about a venue are made from: its facts, its law, its kinds of rooms."""

    def of(file: VenueFile) -> Context:
        law = chain(library.packs, file.venue.law)
        kinds = with_floor(library.rooms, law, file.venue.type)
        return Context(file.venue, law, kinds, notices=library.notices(), presets=library.activities)

    return of


@pytest.fixture(scope="session")
def composed(
    library: Library, context_of: Callable[[VenueFile], Context]
) -> Callable[[VenueFile], ComposedVenue]:
    """Put together all words of a venue, as the pipeline does."""

    def compose(file: VenueFile) -> ComposedVenue:
        context = context_of(file)
        return compose_venue(Composer(library, context), plan(library, context))

    return compose


@dataclass(frozen=True)
class Run:
    """How a run of `build.py` ended, and what it said to the reader and, while at work, to the terminal."""

    code: int
    told: str
    progress: str

    @property
    def lines(self) -> list[str]:
        return self.told.splitlines()


@pytest.fixture(scope="session")
def build_py() -> Callable[..., Run]:
    """Run `build.py` as a person does: `build_py("check", "--venues", folder)`."""

    def run(*arguments: object, **environment: str) -> Run:
        done = subprocess.run(
            [sys.executable, "build.py", *map(str, arguments)],
            cwd=ROOT,
            env={**os.environ, **environment},
            capture_output=True,
            text=True,
            check=False,
            timeout=300,
        )
        return Run(done.returncode, done.stdout, done.stderr)

    return run


@pytest.fixture(scope="session")
def once(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str, Callable[[Path], None]], Path]:
    """Make something expensive once for all workers of pytest-xdist: `once("sample", make)` is its folder."""
    base = tmp_path_factory.getbasetemp()
    shared = base.parent if "PYTEST_XDIST_WORKER" in os.environ else base

    def made(name: str, make: Callable[[Path], None]) -> Path:
        folder, done = shared / name, shared / f"{name}.done"
        with (shared / f"{name}.lock").open("w") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            if not done.exists():
                shutil.rmtree(folder, ignore_errors=True)
                folder.mkdir()
                make(folder)
                done.touch()
        return folder

    return made


@pytest.fixture(scope="session")
def snapshot() -> Callable[[Path], dict[str, bytes]]:
    """Return everything below a folder, byte for byte."""

    def taken(folder: Path) -> dict[str, bytes]:
        return {
            path.relative_to(folder).as_posix(): path.read_bytes()
            for path in sorted(folder.rglob("*"))
            if path.is_file()
        }

    return taken


@dataclass(frozen=True)
class Built:
    """The sample built whole: where it was typed, what came of it, and what was told."""

    venues: Path
    out: Path
    run: Run


@pytest.fixture(scope="session")
def sample_built(
    once: Callable[..., Path], build_py: Callable[..., Run], type_venue: Callable[..., Path]
) -> Built:
    """Everything that comes of the sample, made once by `build.py` for every story that only looks."""

    def make(folder: Path) -> None:
        type_venue(folder / "venues")
        run = build_py("--venues", folder / "venues", "--out", folder / "out", "--as-of", AS_OF)
        (folder / "run.json").write_text(json.dumps(asdict(run)), "utf-8")

    folder = once("sample-built", make)
    run = Run(**json.loads((folder / "run.json").read_text("utf-8")))
    assert run.code == 0, run.told + run.progress
    return Built(folder / "venues", folder / "out", run)


@pytest.fixture
def machine(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Callable[..., None]:
    """Pretend to be a machine with these programs and no libraries."""

    def pretend(*programs: str, root: bool = False) -> None:
        for program in programs:
            (tmp_path / program).write_text("#!/bin/sh\n")
            (tmp_path / program).chmod(0o755)

        def not_there(name: str) -> None:
            raise OSError(name)

        monkeypatch.setenv("PATH", str(tmp_path))
        monkeypatch.setattr(libraries, "CHROMIUM_ON_MACOS", ())
        monkeypatch.setattr(ctypes, "CDLL", not_there)
        monkeypatch.setattr(ctypes.util, "find_library", lambda name: None)
        monkeypatch.setattr(os, "geteuid", lambda: 0 if root else 1000)

    return pretend


@pytest.fixture
def desk(tmp_path: Path, type_venue: Callable[..., Path], build_py: Callable[..., Any]) -> Desk:
    """A desk with no venue file on it yet."""
    return Desk(tmp_path, type_venue, build_py)
