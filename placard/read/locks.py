"""What the head office of a chain has settled for all branches: paths a branch may not change."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from placard.findings import Finding
from placard.read.differences import Difference, How
from placard.read.found import found
from placard.read.merge import Path
from placard.read.nodes import Map, Seq, Text, at

LOCKS = "locks"


def locks_of(shared: Map, findings: list[Finding]) -> tuple[Path, ...]:
    """Read the paths that are locked; one that leads nowhere is told, and locks nothing."""
    entry = shared.entries.get(LOCKS)
    if entry is None:
        return ()
    items = entry.node.items if isinstance(entry.node, Seq) else ()
    locks = [item for item in items if isinstance(item, Text)]
    if len(locks) < len(items) or not isinstance(entry.node, Seq):
        findings.append(found("merge.locks_shape", entry.place))
    return tuple(_existing(locks, shared, findings))


def _existing(locks: Sequence[Text], shared: Map, findings: list[Finding]) -> Iterator[Path]:
    for lock in locks:
        path = tuple(lock.value.split("."))
        node = at(shared, path)
        if node is None:
            findings.append(found("merge.locks_nothing", lock.place, path=lock.value))
        elif isinstance(node, Text) and node.value == "unanswered" and not node.quoted:
            findings.append(found("merge.locks_unanswered", lock.place, path=lock.value))
        else:
            yield path


def broken(difference: Difference, locks: Sequence[Path]) -> Iterator[Path]:
    """Yield what a difference changes although it is locked: the value itself, or one beneath it."""
    for lock in locks:
        if within(difference.path, lock) or within(difference.instead_of, lock):
            yield difference.path
        elif within(lock, difference.path) and difference.how is not How.FILLED_IN:
            yield lock


def within(path: Path, other: Path) -> bool:
    """Tell whether a path is another one, or leads on from there."""
    return bool(path) and path[: len(other)] == other
