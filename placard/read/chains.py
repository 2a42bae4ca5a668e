"""The chains among the venues: which branches extend which shared file, and which file extends none."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path, PurePosixPath

from placard.findings import Finding, Place, Severity
from placard.read.found import found
from placard.read.roots import SHARED
from placard.read.venue import SHARED_FILE, VenueFile


@dataclass(frozen=True, slots=True)
class Chain:
    """A shared file and all branches that could be read; `id` names its folder under `out/records`.

    `unread` are venue files in its folder that nobody can understand: they may be branches too.
    """

    id: str
    shared_file: str
    branches: tuple[VenueFile, ...]
    unread: tuple[str, ...] = ()

    @property
    def language(self) -> str:
        """The language most of its teams read first: a head office is spoken to in it."""
        return Counter(_staff_language(file) for file in self.branches).most_common(1)[0][0]


def _staff_language(file: VenueFile) -> str:
    return (file.venue.staff_languages or file.venue.languages)[0]


def chains_of(
    folder: Path, every: Sequence[VenueFile], chosen: Sequence[VenueFile], unreadable: Sequence[Path]
) -> tuple[Chain, ...]:
    """Return the chains of the chosen venues, each whole."""
    wanted = {file.chain.shared_file for file in chosen if file.chain}
    return tuple(
        Chain(
            _id(shared, folder.name),
            shared,
            tuple(file for file in every if file.chain and file.chain.shared_file == shared),
            tuple(path.stem for path in unreadable if path.parent == (folder.parent / shared).parent),
        )
        for shared in sorted(wanted)
    )


def _id(shared: str, venues: str) -> str:
    """Name a chain by its folder: venues/reed/_shared.yml is reed, venues/reed/_north.yml reed-north."""
    path = PurePosixPath(shared)
    folders = path.parent.parts[1:] or (venues,)
    own = () if path.name == SHARED_FILE else (path.stem.lstrip(SHARED),)
    return "-".join((*folders, *own))


def beside_a_chain(
    folder: Path, venues: Sequence[VenueFile], unreadable: Sequence[Path]
) -> Iterator[Finding]:
    """Tell which shared file nobody extends, and which venue lies beside one and does not extend it."""
    extended = {file.chain.shared_file for file in venues if file.chain}
    for path in sorted(folder.rglob(f"{SHARED}*.yml")):
        shown = f"{folder.name}/{path.relative_to(folder).as_posix()}"
        if shown not in extended and not unreadable:
            yield found("project.shared_by_none", Place(shown), Severity.WARNING, name=path.name)
    for file in venues:
        beside = str(PurePosixPath(file.file).with_name(SHARED_FILE))
        if beside in extended and file.chain is None:
            place = file.place(("id",))
            finding = found("project.beside_a_chain", place, Severity.WARNING, name=SHARED_FILE)
            yield replace(finding, venue=file.venue.id)
