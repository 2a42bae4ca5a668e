"""What lies in a folder right now, whoever put it there."""

from __future__ import annotations

import os
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Tree:
    """The contents of a folder by path, with `/` between parts; links are not followed.

    `others` are links, pipes and the like, which we never make.
    """

    files: dict[str, os.stat_result] = field(default_factory=dict)
    folders: set[str] = field(default_factory=set)
    others: set[str] = field(default_factory=set)

    def empty_folders(self) -> set[str]:
        """Return the folders with nothing in them, nor in the folders below."""
        return self.folders - above([*self.files, *self.others])


def tree_of(folder: Path) -> Tree:
    """List a folder, which may be missing; raises `OSError` where a part of it cannot be listed."""
    tree = Tree()
    if os.path.lexists(folder):
        _list(str(folder), "", tree)
    return tree


def _list(folder: str, prefix: str, tree: Tree) -> None:
    tree.folders.add(prefix.rstrip("/"))
    with os.scandir(folder) as entries:
        for entry in entries:
            path = prefix + entry.name
            if entry.is_dir(follow_symlinks=False):
                _list(entry.path, f"{path}/", tree)
            elif entry.is_file(follow_symlinks=False):
                tree.files[path] = entry.stat(follow_symlinks=False)
            else:
                tree.others.add(path)


def above(paths: Iterable[str]) -> set[str]:
    """Return every folder on the way down to these paths; the empty name is the top."""
    folders: set[str] = set()
    for path in paths:
        while path and (path := path.rpartition("/")[0]) not in folders:
            folders.add(path)
    return folders
