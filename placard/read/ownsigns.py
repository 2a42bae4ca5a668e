"""The limits of owners' own signs, from `own-signs.yml`."""

from __future__ import annotations

from placard.findings import Place
from placard.library.ownsigns import OwnSigns
from placard.read.found import found
from placard.read.layers import Layers
from placard.read.nodes import Map
from placard.read.record import Record
from placard.read.signs import metres

FILE = "own-signs.yml"
SCRIPTS, LINES = ("latin", "han", "other"), ("headline", "text")


def read_own_signs(layers: Layers) -> OwnSigns:
    """Read `own-signs.yml`; content without it allows no own sign, and says so."""
    node = layers.read(FILE)
    if node is None:
        layers.findings.append(found("content.no_own_signs", Place(f"content/{FILE}")))
    record = Record(node or Map({}, Place(f"content/{FILE}")), [] if node is None else layers.findings)
    own = OwnSigns(
        sign_class=record.choice("class", ("service", "information", "prohibition")),  # type: ignore[arg-type]
        smallest=record.text("smallest"),
        read_from=_distance(record, "read_from", layers),
        page=record.text("page"),
        pictogram=record.text("pictogram"),
        pictograms=record.list("pictograms"),
        reason=record.words("reason"),
        longest_at=_distance(record, "longest_at", layers),
        longest=_longest(record),
        never_said=record.lists("never_said"),
    )
    record.finish()
    return own


def _distance(record: Record, key: str, layers: Layers) -> float:
    distance = metres(record.text(key))
    if distance is None and record.has(key):
        layers.findings.append(found("content.not_a_distance", record.place, key=key))
    return distance or 1.0


def _longest(record: Record) -> dict[str, dict[str, int]]:
    scripts = record.below("longest")
    longest = {}
    for script in SCRIPTS:
        lines = scripts.below(script) if scripts else None
        longest[script] = {line: lines.whole(line) if lines else 0 for line in LINES}
        if lines:
            lines.finish()
    return longest
