"""A file looked at before it is written: read, typed and checked like any other."""

from __future__ import annotations

import tempfile
from collections.abc import Mapping
from pathlib import Path

from placard.check.run import check
from placard.findings import Finding
from placard.interview.lexicon import Lexicon
from placard.read.roots import Project
from placard.read.venue import SHARED_FILE, read_venue


def tried(files: Mapping[Path, str], project: Project, lexicon: Lexicon) -> list[Finding]:
    """Return what would be found in these files, by their places under the folder of venues."""
    with tempfile.TemporaryDirectory() as folder:
        for path, text in files.items():
            target = Path(folder) / path
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_text(text, encoding="utf-8")
        findings: list[Finding] = []
        for path in files:
            if path.name != SHARED_FILE:
                findings += _tried(
                    Path(folder) / path, f"{project.venues.name}/{path.as_posix()}", project, lexicon
                )
        return findings


def _tried(path: Path, shown: str, project: Project, lexicon: Lexicon) -> list[Finding]:
    file, findings = read_venue(path, shown)
    if file is None:
        return findings
    return findings + check(file, lexicon.library, project.today, language=lexicon.language)


def write(files: Mapping[Path, str], folder: Path) -> None:
    """Write files that are not there yet, each whole or not at all; raises `FileExistsError`."""
    done: list[Path] = []
    try:
        for path, text in files.items():
            target = folder / path
            target.parent.mkdir(parents=True, exist_ok=True)
            _write_whole(target, text)
            done.append(target)
    except BaseException:
        for target in done:
            target.unlink(missing_ok=True)
        raise


def _write_whole(target: Path, text: str) -> None:
    """Give a finished file its name only where nothing bears it yet: a link is refused, a rename is not."""
    with tempfile.NamedTemporaryFile(
        "w", encoding="utf-8", dir=target.parent, suffix=".new", delete=False
    ) as new:
        new.write(text)
    draft = Path(new.name)
    try:
        draft.chmod(0o644)
        target.hardlink_to(draft)
    finally:
        draft.unlink(missing_ok=True)
