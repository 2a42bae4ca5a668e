"""What `out/` holds and why: `out/manifest.json`, written with it and read back by every build."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, fields
from pathlib import Path, PureWindowsPath
from typing import get_args

from placard.made import Kind

NAME = "manifest.json"

KINDS = frozenset(get_args(Kind))


@dataclass(frozen=True, slots=True)
class Entry:
    """One file of `out/`; `reason` says why it was made, `venue` is empty where all venues share it.

    Nothing here depends on the day or the machine: equal outputs have equal manifests.
    """

    path: str
    kind: Kind
    venue: str = ""
    languages: tuple[str, ...] = ()
    sheet: str = ""
    pages: int = 0
    code: str = ""
    sha256: str = ""
    reason: str = ""


_KEYS = {field.name for field in fields(Entry)}


@dataclass(frozen=True, slots=True)
class Manifest:
    """All files we made, sorted by path; a path stands once."""

    entries: tuple[Entry, ...] = ()

    def by_path(self) -> Mapping[str, Entry]:
        """Return the entries by their path."""
        return {entry.path: entry for entry in self.entries}


class Damaged(ValueError):
    """The manifest is not one of ours, so nobody knows which files of `out/` we made."""


def manifest_of(entries: Iterable[Entry]) -> Manifest:
    """Return the manifest of these entries, whatever order they come in; the last of a path wins."""
    unique = {entry.path: entry for entry in entries}
    return Manifest(tuple(unique[path] for path in sorted(unique)))


def written(manifest: Manifest) -> bytes:
    """Return the bytes of a manifest: a line for each file, so that a comparison shows each change."""
    lines = ",\n".join(json.dumps(asdict(entry), ensure_ascii=False) for entry in manifest.entries)
    return f"[\n{lines}\n]\n".encode()


def read(out: Path) -> Manifest | None:
    """Return the manifest of an output, `None` where it has none; raises `Damaged` or `OSError`."""
    try:
        raw = (out / NAME).read_bytes()
    except (FileNotFoundError, NotADirectoryError):
        return None
    try:
        whole = json.loads(raw)
        if not isinstance(whole, list):
            raise TypeError("not a list")
        return manifest_of(map(_entry, whole))
    except (ValueError, TypeError, KeyError) as fault:
        raise Damaged(str(fault)) from fault


def _entry(item: Mapping[str, object]) -> Entry:
    if set(item) != _KEYS:
        raise ValueError("other keys than a manifest has")
    languages = item["languages"]
    if not isinstance(languages, list):
        raise TypeError("languages are no list")
    entry = Entry(**{**item, "languages": tuple(languages)})  # type: ignore[arg-type]
    texts = (entry.path, entry.venue, entry.sheet, entry.code, entry.sha256, entry.reason, *languages)
    typed = all(isinstance(text, str) for text in texts) and isinstance(entry.pages, int)
    if not typed or entry.kind not in KINDS or not inside(entry.path):
        raise ValueError("other values than a manifest has")
    return entry


def inside(path: str) -> bool:
    """Tell whether a path stays inside `out/`: manifest and journal decide what may be deleted."""
    parts = path.split("/")
    plain = not {"\\", "\0"} & set(path) and not PureWindowsPath(path).drive
    return plain and path != NAME and not {"", ".", ".."} & set(parts)
