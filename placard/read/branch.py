"""A branch and its chain: the two files as one, what differs, and whether that was agreed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import get_close_matches

from placard.findings import Finding, Place, Severity
from placard.read.differences import OF_A_BRANCH, Difference, How, differences, item_body
from placard.read.found import found
from placard.read.locks import LOCKS, broken, locks_of, within
from placard.read.merge import Path, by_name, merge
from placard.read.nodes import Entry, Map, Node, Seq, Text

DEVIATIONS = "deviations"


@dataclass(frozen=True, slots=True)
class Departure:
    """A difference worth telling the head office; `reason` is its position in `deviations`, if it has one."""

    difference: Difference
    locked: bool
    reason: int | None


@dataclass(frozen=True, slots=True)
class ChainLink:
    """What ties a branch to its chain: its shared file as it is shown, its departures, and the locks."""

    shared_file: str
    departures: tuple[Departure, ...]
    locks: tuple[Path, ...] = ()

    def departure(self, fact: str) -> Departure | None:
        """Return where the branch differs in a fact, or in one above it."""
        path = tuple(fact.split("."))
        return next((each for each in self.departures if within(path, each.difference.path)), None)

    def locks_fact(self, fact: str) -> bool:
        """Tell whether no branch may change a fact without a reason."""
        return any(within(tuple(fact.split(".")), lock) for lock in self.locks)


@dataclass(frozen=True, slots=True)
class _Reason:
    """An entry of `deviations`: the path it gives a reason for, and its line."""

    number: int
    path: Path
    place: Place

    def covers(self, difference: Difference, target: Path) -> bool:
        return within(target, self.path) or within(difference.instead_of, self.path)


def laid_over(shared: Map, branch: Map) -> tuple[Map, ChainLink, list[Finding]]:
    """Lay a branch over the shared file; a locked value changed without a reason is an error."""
    bare = Map({k: e for k, e in shared.entries.items() if k not in OF_A_BRANCH}, shared.place, shared.origin)
    merged, findings = merge(bare, _without(branch, LOCKS))
    if own := branch.entries.get(LOCKS):
        findings.append(found("merge.locks_in_branch", own.place, shared=shared.place.file))
    findings += shared_findings(shared)
    locks = locks_of(shared, findings)
    differing = differences(shared, branch, merged)
    reasons = tuple(_reasons(branch))
    departures = []
    for difference in differing:
        changed = tuple(dict.fromkeys(broken(difference, locks)))
        findings += _unagreed(difference, changed, reasons)
        if changed or difference.how is not How.FILLED_IN:
            reason = _reason_for(difference, changed, reasons)
            departures.append(Departure(difference, bool(changed), reason.number if reason else None))
    findings += _idle(reasons, differing, shared)
    return merged, ChainLink(shared.place.file, tuple(departures), tuple(locks)), findings


def shared_findings(shared: Map) -> Iterator[Finding]:
    """Tell which keys of a shared file belong into the files of its branches."""
    for key in sorted(OF_A_BRANCH - {LOCKS}):
        if entry := shared.entries.get(key):
            yield found("merge.not_shared", entry.place, key=key)


def _without(node: Map, key: str) -> Map:
    return Map({k: e for k, e in node.entries.items() if k != key}, node.place, node.origin)


def _reasons(branch: Map) -> Iterator[_Reason]:
    """Read the paths alone; the model types the rest, and tells what is missing."""
    entry: Entry | None = branch.entries.get(DEVIATIONS)
    items: tuple[Node, ...] = entry.node.items if entry and isinstance(entry.node, Seq) else ()
    for number, item in enumerate(items):
        path = item.entries.get("path") if isinstance(item, Map) else None
        if path is not None and isinstance(path.node, Text):
            yield _Reason(number, tuple(path.node.value.split(".")), path.place)


def _unagreed(
    difference: Difference, changed: Sequence[Path], reasons: Sequence[_Reason]
) -> Iterator[Finding]:
    for path in changed:
        if not any(reason.covers(difference, path) for reason in reasons):
            name, settled = ".".join(path), str(difference.shared_place)
            yield found("merge.locked", difference.branch_place, path=name, shared=settled)


def _reason_for(
    difference: Difference, changed: Sequence[Path], reasons: Sequence[_Reason]
) -> _Reason | None:
    targets = [*changed, difference.path]
    covering = (r for r in reasons for target in targets if r.covers(difference, target))
    return next(covering, None)


def _idle(reasons: Sequence[_Reason], differing: Sequence[Difference], shared: Map) -> Iterator[Finding]:
    """Tell which reasons are given for nothing: the branch does as the chain does, or the path is a slip."""
    known = {each.name for each in differing} | {".".join(each.instead_of) for each in differing} - {""}
    paths = set(_paths(shared, ()))
    for reason in reasons:
        name = ".".join(reason.path)
        if any(
            within(each.path, reason.path) or within(reason.path, each.path) or reason.path == each.instead_of
            for each in differing
        ):
            continue
        code = "merge.deviation_none" if name in paths else "merge.deviation_unknown"
        near = next(iter(get_close_matches(name, sorted(known or paths), n=1, cutoff=0.0)), "")
        yield found(code, reason.place, Severity.WARNING, path=name, near=near)


def _paths(node: Node, path: Path) -> Iterator[str]:
    """Every path that could be named in a file, lists by ids and codes."""
    if path:
        yield ".".join(path)
    if isinstance(node, Map):
        for key, entry in node.entries.items():
            yield from _paths(entry.node, (*path, key))
    elif isinstance(node, Seq):
        for name, item in by_name(node.items, path).items():
            yield from _paths(item_body(item), (*path, name))
