"""What is handed to the checks, and how they report: the output by name, the line to mend where known."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from placard.findings import Finding, Place, Severity


@dataclass(frozen=True, slots=True)
class Origin:
    """Where an output comes from: its venue (empty: shared), and the line that would mend it."""

    venue: str = ""
    mend: Place | None = None


UNKNOWN = Origin()


@dataclass(frozen=True, slots=True)
class Site:
    """A site as it was made, before it is published.

    `intended` names every file that may be in it, by its path in the site. `addresses` are the
    `web.address` of its venues: links to these are links within. `typed` are values of owners that
    hold `{{`, which would otherwise look like a place nobody filled.
    """

    folder: Path
    intended: Mapping[str, Origin]
    addresses: frozenset[str] = frozenset()
    typed: frozenset[str] = field(default_factory=frozenset)

    def origin(self, path: str) -> Origin:
        """Return where a file of the site comes from."""
        return self.intended.get(path, UNKNOWN)

    def fault(self, code: str, path: str, offset: int = -1, **values: str | int) -> Finding:
        """Report a file of the site; `offset` counts the letters before the fault."""
        line = 0
        if offset >= 0:
            text = (self.folder / path).read_text("utf-8", errors="replace")
            line = text.count("\n", 0, offset) + 1
        return fault(code, f"site/{path}", self.origin(path), line, **values)


def fault(
    code: str,
    output: str,
    origin: Origin = UNKNOWN,
    line: int = 0,
    /,
    **values: str | int | Mapping[str, str],
) -> Finding:
    """Make the finding that keeps a venue from being published; a value may be said per language."""
    shown = {name: value if isinstance(value, Mapping) else str(value) for name, value in values.items()}
    named = f"{output}:{line}" if line else output
    place = origin.mend or Place(output, line)
    return Finding(code, Severity.ERROR, place, {"output": named, **shown}, venue=origin.venue)
