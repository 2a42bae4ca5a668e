"""How much of `out/` a command may touch, and whose each file is."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

SHORT_ADDRESSES = "q"
"""`site/q/<venue>/…`: what the QR codes of a venue open."""


@dataclass(frozen=True, slots=True)
class Scope:
    """What is published; the rest keeps its last good output, byte for byte.

    `roots` are top folders (`site`, `print`, …), `only` and `keep` are venues; a venue with errors
    is kept. Files that all venues share are brought up to date whenever their root is published,
    but taken away only when nothing is left out: a page that is kept may still need them. `renewed`
    are shared files made from all there is, which nothing needs any more once they are not made.
    """

    roots: frozenset[str] | None = None
    only: frozenset[str] | None = None
    keep: frozenset[str] = frozenset()
    renewed: frozenset[str] = frozenset()

    def covers(self, path: str, venue: str) -> bool:
        """Tell whether a file of this venue (or of all, where that is empty) may be written."""
        if self.roots is not None and path.partition("/")[0] not in self.roots:
            return False
        return not venue or (venue not in self.keep and (self.only is None or venue in self.only))

    def clears(self, path: str, venue: str) -> bool:
        """Tell whether the file may be taken away once nothing makes it any more."""
        whole = self.only is None and not self.keep
        return self.covers(path, venue) and (bool(venue) or whole or path in self.renewed)


EVERYTHING = Scope()


def venue_of(path: str, venues: Collection[str]) -> str:
    """Return the venue whose folder a path lies in, empty where it is shared.

    `site/` holds shared folders beside those of the venues, so there only known names count.
    """
    root, *folders = path.split("/")
    folders = folders[:-1]
    if root == "site" and folders[:1] == [SHORT_ADDRESSES]:
        folders = folders[1:]
    if not folders or (root == "site" and folders[0] not in venues):
        return ""
    return folders[0]
