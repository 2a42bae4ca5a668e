"""Anchors and aliases: a little borrowing is allowed, a text that grows by it is not."""

from __future__ import annotations

from collections.abc import Iterator

from placard.findings import Finding, Place
from placard.read.found import found
from placard.read.nodes import Node, Seq, Text

DEEPEST = 20
MOST_BORROWED = 10_000


class GiveUp(Exception):
    """The text is read no further, because reading on is what it was built to make costly."""

    def __init__(self, finding: Finding) -> None:
        self.finding = finding
        super().__init__(finding.code)


class Anchors:
    """What has been named so far in one document, and how much was borrowed from it."""

    def __init__(self) -> None:
        self._nodes: dict[str, Node] = {}
        self._open: set[str] = set()
        self._unused: dict[str, Place] = {}
        self._borrowed = 0

    def begin(self, name: str) -> None:
        """A node with this name begins; until it ends it must not borrow itself."""
        self._open.add(name)

    def end(self, name: str, node: Node, place: Place) -> None:
        """The named node is whole and may be borrowed."""
        self._open.discard(name)
        self._nodes[name] = node
        self._unused[name] = place

    def borrow(self, name: str, place: Place, depth: int) -> Node | None:
        """The named node, None where there is no such name; raises `GiveUp` at what grows."""
        self._unused.pop(name, None)
        if name in self._open:
            raise GiveUp(found("yaml.alias_of_itself", place, name=name))
        node = self._nodes.get(name)
        if node is None:
            return None
        size, height = _extent(node)
        self._borrowed += size
        if self._borrowed > MOST_BORROWED:
            raise GiveUp(found("yaml.too_many_aliases", place, name=name))
        if depth + height > DEEPEST:
            raise GiveUp(found("yaml.too_deep", place, most=DEEPEST))
        return node

    def unused(self) -> Iterator[Finding]:
        """A name that nothing borrows was most likely an ampersand of the text itself."""
        for name, place in self._unused.items():
            yield found("yaml.unused_anchor", place, name=name)


def _extent(node: Node) -> tuple[int, int]:
    """How many nodes a node is when written out, and how many levels deep."""
    if isinstance(node, Text):
        return 1, 0
    below = node.items if isinstance(node, Seq) else [entry.node for entry in node.entries.values()]
    extents = [_extent(item) for item in below]
    return 1 + sum(size for size, _ in extents), 1 + max((height for _, height in extents), default=0)
