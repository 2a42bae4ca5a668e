"""What becomes of a sign at the press. Imports no engine, so that unchanged sheets need none."""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from filecmp import cmp
from pathlib import Path

from placard.findings import Finding


@dataclass(frozen=True, slots=True)
class Printed:
    """A sheet that passed its checks; `path` is its PDF in the cache, `findings` are warnings."""

    stem: str
    sheet: str
    path: Path
    findings: tuple[Finding, ...]

    @property
    def file_name(self) -> str:
        """The name it goes by, as in `cam-01.yard.a4.pdf`."""
        return f"{self.stem}.{self.sheet}.pdf"

    def deliver(self, folder: Path) -> bool:
        """Copy it into a folder; return whether that changed anything."""
        target = folder / self.file_name
        if target.is_file() and cmp(self.path, target, shallow=False):
            return False
        folder.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(self.path, target)
        return True


@dataclass(frozen=True, slots=True)
class Refusal:
    """A sign that stays unprinted, and what to change, the likeliest first."""

    stem: str
    findings: tuple[Finding, ...]
