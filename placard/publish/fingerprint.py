"""Whether a build would make again what is there already, told without loading any engine.

Only the standard library is imported here, and little of it: this is the whole cost of a build in
which nothing has changed.
"""

from __future__ import annotations

import hashlib
import json
import os
import stat
import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from placard.publish.hashes import Hashes
from placard.publish.manifest import NAME, Damaged, Manifest, read
from placard.publish.tree import tree_of
from placard.publish.workshop import Workshop, workshop_of

FORMAT = 1

INSTALLED_IN = frozenset({"site-packages", "dist-packages"})

NOT_READ = frozenset({"__pycache__"})
"""Folders beside our sources that no build reads."""


@dataclass(frozen=True, slots=True)
class Fingerprint:
    """Everything a build depends on, in one hash."""

    digest: str


def take(inputs: Iterable[Path], out: Path, arguments: Sequence[str]) -> Fingerprint:
    """Take the fingerprint of files and folders, installed packages, Python and arguments.

    Take it before the inputs are read, so that an edit made during a build is not taken for built.
    `arguments` must hold all that words and rules depend on, the date of the build (`--as-of`)
    among them. An input that cannot be read is a content like any other: the build will say so.
    """
    hashes = Hashes(workshop_of(out).hashes)
    digest = _digest(inputs, arguments, hashes)
    hashes.save()
    return Fingerprint(digest)


def unchanged(inputs: Iterable[Path], out: Path, arguments: Sequence[str]) -> Manifest | None:
    """Return the manifest of `out/` if a build would make just that again, else `None`.

    `out/` itself is compared too: a file edited, taken away or put there by hand means a build.
    """
    workshop = workshop_of(out)
    before = _remembered(workshop)
    if before is None or workshop.pending():
        return None
    hashes = Hashes(workshop.hashes)
    try:
        if before.inputs != _digest(inputs, arguments, hashes):
            return None
        manifest = read(out)
        same = manifest is not None and before.output == _state(workshop, manifest, hashes)
    except (OSError, Damaged):
        return None
    finally:
        hashes.save()
    return manifest if same else None


def remember(fingerprint: Fingerprint, out: Path, report: str = "") -> None:
    """Keep what a published build was made of, and what it told.

    Only after a build that stopped at nothing: one with errors has to find them again. A disk that
    refuses is no harm, the next build is a full one.
    """
    workshop = workshop_of(out)
    hashes = Hashes(workshop.hashes)
    try:
        manifest = read(out)
        if manifest is None:
            return
        state = _state(workshop, manifest, hashes)
        whole = {"format": FORMAT, "inputs": fingerprint.digest, "output": state, "report": report}
        unfinished = workshop.fingerprint.with_name(f"{workshop.fingerprint.name}.{os.getpid()}")
        unfinished.write_text(json.dumps(whole), "utf-8")
        os.replace(unfinished, workshop.fingerprint)
    except (OSError, Damaged):
        return
    hashes.save()


def report_of_last(out: Path) -> str:
    """Return what the last remembered build told: withheld documents are worth telling again."""
    before = _remembered(workshop_of(out))
    return before.report if before else ""


@dataclass(frozen=True, slots=True)
class _Build:
    inputs: str
    output: str
    report: str


def _remembered(workshop: Workshop) -> _Build | None:
    try:
        whole = json.loads(workshop.fingerprint.read_bytes())
        if whole.pop("format") != FORMAT:
            return None
        return _Build(**whole)
    except (OSError, ValueError, TypeError, KeyError, AttributeError):
        return None


def _digest(inputs: Iterable[Path], arguments: Sequence[str], hashes: Hashes) -> str:
    parts: list[object] = [sys.version, sys.platform, _packages(), list(arguments)]
    parts += [[str(place), *_contents(str(place), hashes, frozenset())] for place in inputs]
    return hashlib.sha256(json.dumps(parts).encode()).hexdigest()


def _packages() -> list[str]:
    """Return name and version of every installed package, from the names of their folders.

    Only folders of installed packages count: what an editable installation leaves in the checkout, and
    what setuptools carries inside itself, is on the path or not as it happens.

    `importlib.metadata` reads the same folders, but importing it takes longer than all this file does.
    """
    found = []
    for folder in sys.path:
        if os.path.basename(folder) not in INSTALLED_IN:
            continue
        try:
            with os.scandir(folder) as entries:
                found += [e.name for e in entries if e.name.endswith(".dist-info")]
        except OSError:
            continue  # a zip file, or a folder that is not there
    return sorted(set(found))


def _contents(place: str, hashes: Hashes, within: frozenset[tuple[int, int]]) -> Iterator[tuple[str, str]]:
    """Yield path and hash of every file in a stable order; links are followed, but never in a ring.

    Nothing there, a link to nothing, or what nobody may read, is a content like any other.
    """
    names: list[str] = []
    try:
        here = os.stat(place)
        ring = (here.st_dev, here.st_ino)
        if not stat.S_ISDIR(here.st_mode):
            regular = stat.S_ISREG(here.st_mode)
            yield place, hashes.of(place, here) if regular else f"mode {here.st_mode}"
        elif ring not in within:
            names = sorted(set(os.listdir(place)) - NOT_READ)
            within |= {ring}
    except OSError as fault:
        yield place, f"error {fault.errno}"
    for name in names:
        yield from _contents(os.path.join(place, name), hashes, within)


def _state(workshop: Workshop, manifest: Manifest, hashes: Hashes) -> str:
    """Return a hash of every path in `out/`, and of the contents of those that are ours.

    A path of ours that is missing has no hash, and so never equals one that is there.
    """
    tree = tree_of(workshop.out)
    ours = [NAME, *(entry.path for entry in manifest.entries)]
    contents = [
        hashes.of(os.path.join(workshop.out, path), tree.files[path]) if path in tree.files else ""
        for path in ours
    ]
    promised = [entry.sha256 for entry in manifest.entries]
    listing = sorted((*tree.files, *tree.others)), sorted(tree.folders)
    return hashlib.sha256(json.dumps([ours, contents, promised, listing]).encode()).hexdigest()
