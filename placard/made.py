"""A file that was made and waits to be proven and published, and what it changes on a wall."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Literal

Kind = Literal[
    "page",
    "asset",
    "short",
    "status",
    "sheet",
    "plan",
    "form",
    "booklet",
    "leaflet",
    "bundle",
    "handbook",
    "quiz",
    "key",
    "card",
    "poster",
    "register",
    "paper",
    "letter",
    "text",
    "picture",
    "log",
    "contact",
    "record",
    "review",
    "zip",
]


@dataclass(frozen=True, slots=True)
class Made:
    """A file in the staging folder, its place under `out/`, and what it is; `reason` says why.

    `title` is its name in its own language, where it has one to be listed under.
    """

    path: PurePosixPath
    file: Path
    kind: Kind
    venue: str = ""
    languages: tuple[str, ...] = ()
    sheet: str = ""
    pages: int = 0
    code: str = ""
    reason: str = ""
    title: str = ""


@dataclass(frozen=True, slots=True)
class Wall:
    """What somebody with a ladder does in one venue: sheets by name, `replace` with old and new code."""

    replace: tuple[tuple[str, str, str], ...] = ()
    new: tuple[str, ...] = ()
    take_down: tuple[str, ...] = ()


ALL_HOLDS = Wall()
"""All that hangs still holds."""
