"""From what was made to `out/`: compare, prepare, journal, rename."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from contextlib import nullcontext
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from placard.findings import Finding, Place, Severity, UserMistake
from placard.publish.compare import Difference, Sides, compare
from placard.publish.disk import DISK, Disk
from placard.publish.faults import error, refused
from placard.publish.hashes import Hashes
from placard.publish.journal import Step, begin, finish, recover, stuck, tidy
from placard.publish.lock import Held, hold
from placard.publish.manifest import NAME, Damaged, Entry, Manifest, read, written
from placard.publish.scope import EVERYTHING, Scope, venue_of
from placard.publish.tree import tree_of
from placard.publish.workshop import Workshop


@dataclass(frozen=True, slots=True)
class Published:
    """How many files were touched, and what is worth saying although all went well."""

    new: int
    changed: int
    removed: int
    unchanged: int
    findings: tuple[Finding, ...]
    manifest: Manifest


def publish(
    staged: Mapping[PurePosixPath, Path],
    out: Path,
    scope: Scope = EVERYTHING,
    *,
    entries: Iterable[Entry] = (),
    held: Held | None = None,
    disk: Disk = DISK,
) -> Published:
    """Make `out/` hold what was staged, its path in `out/` -> the file as made.

    `entries` tell the manifest what each file is; one without is an asset. Only files that differ
    are touched. Raises `UserMistake` with everything as it was: another build is at work, somebody's
    own file is in the way, the disk is full or refuses.
    """
    with nullcontext(held) if held else hold(out) as mine:
        recover(out, mine, disk)
        try:
            return _publish(_described(staged, entries, scope), out, scope, mine.workshop, disk)
        except OSError as fault:
            raise refused(out, fault) from fault


def _publish(
    made: Mapping[str, tuple[Path, Entry]], out: Path, scope: Scope, workshop: Workshop, disk: Disk
) -> Published:
    try:
        before = read(out)
    except Damaged as damage:
        # Perhaps somebody's own file of that name; and nobody knows any more which files are ours.
        raise UserMistake([error("publish.in_the_way", out, file=NAME)]) from damage
    tree, hashes = tree_of(workshop.out), Hashes(workshop.hashes)
    difference = compare(Sides(made, workshop.out, tree, before or Manifest()), scope, hashes)
    if difference.clashes:
        raise UserMistake(_in_the_way(out, difference, known=before is not None))
    if difference.manifest != before or difference.new or difference.changed or difference.removed:
        _swap(difference, {path: file for path, (file, _) in made.items()}, out, workshop, disk)
    hashes.save()
    return Published(
        new=len(difference.new),
        changed=len(difference.changed),
        removed=len(difference.removed),
        unchanged=difference.unchanged,
        findings=tuple(_remarks(out, difference)),
        manifest=difference.manifest,
    )


def _described(
    staged: Mapping[PurePosixPath, Path], entries: Iterable[Entry], scope: Scope
) -> dict[str, tuple[Path, Entry]]:
    described = {entry.path: entry for entry in entries}
    # Never from what lies in `out/`: a manifest must not depend on what was built before.
    elsewhere = {venue_of(path.as_posix(), ()) for path in staged}
    venues = {e.venue for e in described.values()} | elsewhere | (scope.only or set()) | scope.keep
    made = {}
    for target, file in staged.items():
        path = target.as_posix()
        if path == NAME or target.is_absolute() or {"..", "."} & set(target.parts) or path == ".":
            raise ValueError(f"{path} cannot be published")
        made[path] = (file, described.get(path) or Entry(path, "asset", venue_of(path, venues)))
    if missing := described.keys() - made.keys():
        raise ValueError(f"described but not made: {min(missing)}")
    return made


def _swap(
    difference: Difference, made: Mapping[str, Path], out: Path, workshop: Workshop, disk: Disk
) -> None:
    try:
        disk.clear(workshop.swap)
        disk.make_folder(workshop.swap)
        begin(workshop, _prepare(difference, made, workshop, disk), disk)
    except OSError:
        if not workshop.pending():
            tidy(workshop, disk)
            raise
    try:
        refusal = finish(workshop, disk)
    except OSError as fault:
        raise stuck(out, fault) from fault
    if refusal:
        raise refusal


def _prepare(difference: Difference, made: Mapping[str, Path], workshop: Workshop, disk: Disk) -> list[Step]:
    """Bring all that comes in beside `out/`, keep all that goes out, and list every step.

    The manifest comes last. A file is asked for its hash again while it is copied: a second writer
    in the staging folder would be a fault of ours.
    """
    steps: list[Step] = []
    for path in difference.removed:
        steps.append(Step("remove", path, old=_kept(path, len(steps), workshop, disk)))
    steps += [Step("remove_folder", path) for path in difference.emptied]
    steps += [Step("make_folder", path) for path in difference.missing_folders]
    hashes = {entry.path: entry.sha256 for entry in difference.manifest.entries}
    for path in (*difference.new, *difference.changed):
        new = f"new-{len(steps)}"
        if disk.copy(made[path], workshop.swap / new) != hashes[path]:
            raise RuntimeError(f"{made[path]} was written to while it was published")
        old = _kept(path, len(steps), workshop, disk) if path in difference.changed else ""
        steps.append(Step("put", path, new, old, hashes[path]))
    steps.append(_manifest_step(difference.manifest, len(steps), workshop, disk))
    disk.settle([workshop.swap / step.new for step in steps if step.new])
    return steps


def _kept(path: str, number: int, workshop: Workshop, disk: Disk) -> str:
    disk.keep(workshop.out / path, workshop.swap / f"old-{number}")
    return f"old-{number}"


def _manifest_step(manifest: Manifest, number: int, workshop: Workshop, disk: Disk) -> Step:
    new, content = f"new-{number}", written(manifest)
    disk.write(workshop.swap / new, content)
    old = _kept(NAME, number, workshop, disk) if (workshop.out / NAME).exists() else ""
    return Step("put", NAME, new, old, hashlib.sha256(content).hexdigest())


def _in_the_way(out: Path, difference: Difference, known: bool) -> Iterator[Finding]:
    if not known:
        yield error(
            "publish.not_ours_folder", out, count=len(difference.clashes), first=difference.clashes[0]
        )
        return
    for path in difference.clashes:
        yield error("publish.in_the_way", out, file=path)


def _remarks(out: Path, difference: Difference) -> Iterator[Finding]:
    for code, paths in (("publish.left_alone", difference.foreign), ("publish.edited", difference.edited)):
        for path in paths:
            place = Place(f"{out}/{path}")
            yield Finding(code, Severity.WARNING, place, {"file": path, "out": str(out)})
