"""What has to happen to `out/` so that it holds what was made, and whose files stand in the way."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from placard.publish.hashes import Hashes
from placard.publish.manifest import NAME, Entry, Manifest, manifest_of
from placard.publish.scope import Scope
from placard.publish.tree import Tree, above


@dataclass(frozen=True, slots=True)
class Difference:
    """The work to do, and what has to be said about it; every tuple is sorted.

    `foreign` are files somebody else put into `out/`: they stay. `clashes` are such files where one
    of ours should go. `edited` are ours, changed by hand since, and about to be replaced.
    """

    new: tuple[str, ...]
    changed: tuple[str, ...]
    removed: tuple[str, ...]
    unchanged: int
    emptied: tuple[str, ...]
    missing_folders: tuple[str, ...]
    foreign: tuple[str, ...]
    clashes: tuple[str, ...]
    edited: tuple[str, ...]
    manifest: Manifest


@dataclass(frozen=True, slots=True)
class Sides:
    """Both sides of the comparison: what was made, and what lies in `out/`."""

    made: Mapping[str, tuple[Path, Entry]]
    out: Path
    tree: Tree
    before: Manifest


def compare(sides: Sides, scope: Scope, hashes: Hashes) -> Difference:
    """Compare by content; raises `OSError` where a file cannot be read."""
    ours, tree = sides.before.by_path(), sides.tree
    wanted = _wanted(sides, scope, hashes)
    dropped = {path: e for path, e in ours.items() if path not in wanted and scope.clears(path, e.venue)}
    removed = dropped.keys() & tree.files.keys()
    now = {
        path: hashes.of(os.path.join(sides.out, path), tree.files[path])
        for path in (wanted.keys() | removed) & tree.files.keys()
    }
    new = wanted.keys() - now.keys()
    changed = {path for path in wanted.keys() & now.keys() if now[path] != wanted[path].sha256}
    clashes = _clashes(wanted, changed - ours.keys(), tree, removed)
    # A link where a file of ours was is somebody's doing, and theirs.
    foreign = (tree.files.keys() - ours.keys()) | tree.others
    left = (tree.files.keys() | tree.others) - removed
    staying = above(left | wanted.keys()) | _with_above(tree.empty_folders())
    kept = [entry for path, entry in ours.items() if path not in dropped and path not in wanted]
    return Difference(
        new=tuple(sorted(new)),
        changed=tuple(sorted(changed)),
        removed=tuple(sorted(removed)),
        unchanged=len(now) - len(changed) - len(removed),
        emptied=tuple(sorted((above(removed) & tree.folders) - staying, reverse=True)),
        missing_folders=tuple(sorted((above(new) | {""}) - tree.folders)),
        foreign=_summed_up(foreign - now.keys() - clashes - {NAME}, ours),
        clashes=tuple(sorted(clashes)),
        edited=tuple(sorted(p for p in (changed | removed) & ours.keys() if now[p] != ours[p].sha256)),
        manifest=manifest_of([*kept, *wanted.values()]),
    )


def _wanted(sides: Sides, scope: Scope, hashes: Hashes) -> dict[str, Entry]:
    return {
        path: replace(entry, sha256=hashes.of(str(file)))
        for path, (file, entry) in sides.made.items()
        if scope.covers(path, entry.venue)
    }


def _clashes(wanted: Mapping[str, Entry], overwritten: set[str], tree: Tree, removed: set[str]) -> set[str]:
    """Return what is not ours and stands where one of ours, or a folder of ours, should go."""
    not_files = wanted.keys() & tree.others
    above_ours = above(wanted) & ((tree.files.keys() - removed) | tree.others)
    full = {
        folder
        for folder in wanted.keys() & tree.folders
        if any(p.startswith(f"{folder}/") for p in (tree.files.keys() - removed) | tree.others)
        or folder in _with_above(tree.empty_folders())
    }
    return overwritten | not_files | above_ours | full


def _with_above(folders: set[str]) -> set[str]:
    return folders | above(folders)


def _summed_up(foreign: set[str], ours: Mapping[str, Entry]) -> tuple[str, ...]:
    """Name a folder once, with a `/` behind it, where nothing in it is ours."""
    shared = above(ours) | {""}
    named = set()
    for path in foreign:
        parts = path.split("/")
        tops = ("/".join(parts[:depth]) for depth in range(1, len(parts)))
        named.add(next((f"{top}/" for top in tops if top not in shared), path))
    return tuple(sorted(named))
