"""Content folders laid over each other: later ones add to and replace what earlier ones say."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from placard.findings import Finding
from placard.read.merge import merge
from placard.read.nodes import Map
from placard.read.record import Record
from placard.read.yamlfile import read_yaml


class Layers:
    """Content folders in order, later over earlier; collects what is wrong with their files."""

    def __init__(self, folders: Sequence[Path], findings: list[Finding]) -> None:
        self.folders = tuple(folders)
        self.findings = findings

    @staticmethod
    def shown(folder: Path, path: Path) -> str:
        """Return the name of a file as the person who keeps the folder knows it."""
        return f"{folder.name}/{path.relative_to(folder).as_posix()}"

    def read(self, relative: str) -> Map | None:
        """Read a file from every folder that has it, maps merged by key and lists of maps by id."""
        merged: Map | None = None
        for folder in self.folders:
            path = folder / relative
            if not path.is_file():
                continue
            node, findings = read_yaml(path, self.shown(folder, path))
            self.findings += findings
            if isinstance(node, Map):
                merged, more = (node, []) if merged is None else merge(merged, node)
                self.findings += more
        return merged

    def stems(self, relative: str) -> list[str]:
        """Return the names, without ending, of the YAML files in a folder of any layer."""
        found = {path.stem for folder in self.folders for path in (folder / relative).glob("*.yml")}
        return sorted(found)

    def records(self, relative: str) -> Iterator[tuple[str, Record]]:
        """Yield each YAML file in a folder of any layer: its name without ending, and what it says."""
        for name in self.stems(relative):
            node = self.read(f"{relative}/{name}.yml")
            if node is not None:
                yield name, Record(node, self.findings)

    def below(self, relative: str, name: str) -> Iterator[str]:
        """Yield the folders, relative to the content folder, that hold a file of this name."""
        found = {
            path.parent.relative_to(folder).as_posix()
            for folder in self.folders
            for path in (folder / relative).rglob(name)
        }
        yield from sorted(found)

    def files(self, relative: str, ending: str) -> list[tuple[Path, str]]:
        """Return files by ending, of each name the last layer's, with how it is shown."""
        last: dict[str, tuple[Path, str]] = {}
        for folder in self.folders:
            for path in sorted((folder / relative).glob(f"*{ending}")):
                last[path.name] = (path, self.shown(folder, path))
        return list(last.values())
