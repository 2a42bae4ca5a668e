"""A file that was made and waits to be proven and published."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Literal

Kind = Literal["page", "sheet", "plan", "handbook", "quiz", "key", "asset", "short", "status"]


@dataclass(frozen=True, slots=True)
class Made:
    """A file in the staging folder, its place under `out/`, and what it is; `reason` says why."""

    path: PurePosixPath
    file: Path
    kind: Kind
    venue: str = ""
    languages: tuple[str, ...] = ()
    sheet: str = ""
    pages: int = 0
    code: str = ""
    reason: str = ""
