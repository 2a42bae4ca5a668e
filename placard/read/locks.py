"""What the head office of a chain has settled for all branches: paths a branch may not change."""

from __future__ import annotations

from placard.findings import Finding
from placard.read.found import found
from placard.read.nodes import Map, Seq, Text, at, place_of, plain

LOCKS = "locks"


def broken_locks(shared: Map, branch: Map, merged: Map) -> list[Finding]:
    """Compare each locked path before and after merging; to say the same once more is no change."""
    findings: list[Finding] = []
    if own := branch.entries.get(LOCKS):
        findings.append(found("merge.locks_in_branch", own.place, shared=shared.place.file))
    for lock in _locks(shared, findings):
        path = lock.value.split(".")
        before, after = at(shared, path), at(merged, path)
        if before is None:
            findings.append(found("merge.locks_nothing", lock.place, path=lock.value))
        elif after is None or plain(before) != plain(after):
            settled = str(place_of(shared, path))
            place = place_of(branch, path)
            findings.append(found("merge.locked", place, path=lock.value, shared=settled))
    return findings


def _locks(shared: Map, findings: list[Finding]) -> list[Text]:
    entry = shared.entries.get(LOCKS)
    if entry is None:
        return []
    items = entry.node.items if isinstance(entry.node, Seq) else ()
    locks = [item for item in items if isinstance(item, Text)]
    if len(locks) < len(items) or not isinstance(entry.node, Seq):
        findings.append(found("merge.locks_shape", entry.place))
    return locks
