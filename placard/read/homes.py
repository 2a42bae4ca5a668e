"""`homes.yml` and `OMITTED.md` of a law pack. No build reads them: they are for whoever reviews a pack."""

from __future__ import annotations

import re
from collections.abc import Iterator

from placard.findings import Finding, Place
from placard.library.homes import HOME_KINDS, Home, HomeKind, Homes, Omission
from placard.read.found import found
from placard.read.law import FOLDER
from placard.read.layers import Layers
from placard.read.nodes import Entry, Map, Text
from placard.read.record import Record

HOMES = "homes.yml"
OMITTED = "OMITTED.md"
_LINE = re.compile(r"[A-Z]{2}-[A-Z]+(?:-[A-Z]+)?-\d{2}[a-z]?")
_BETWEEN = re.compile(r"[\s,;`]*")


def read_homes(layers: Layers, pack: str) -> Homes:
    """Read what became of each line; a home in no known words is found and left out."""
    node = layers.read(f"{FOLDER}/{pack}/{HOMES}")
    entries = node.entries if node else {}
    homes = {line: home for line, entry in entries.items() if (home := _home(line, entry, layers.findings))}
    return Homes(pack, homes, tuple(_omissions(layers, pack)))


def _home(line: str, entry: Entry, findings: list[Finding]) -> Home | None:
    match entry.node:
        case Text(value="content"):
            return Home(line, "content", "", (), entry.place)
        case Map() as node:
            record = Record(node, findings)
            kinds = [kind for kind in HOME_KINDS if kind != "content" and record.has(kind)]
            if len(kinds) == 1:
                home = _kept(line, kinds[0], record)
                record.finish()
                return home
    kinds_known = ", ".join(kind for kind in HOME_KINDS if kind != "content")
    findings.append(found("content.not_a_home", entry.place, line=line, kinds=kinds_known))
    return None


def _kept(line: str, kind: HomeKind, record: Record) -> Home:
    words = record.list("words") if kind == "wording" else ()
    if kind == "wording" and not words and not record.has("words"):
        record.findings.append(found("content.missing", record.place, key="words"))
    return Home(line, kind, record.text(kind), words, record.place)


def _omissions(layers: Layers, pack: str) -> Iterator[Omission]:
    """Every row of a table that names lines first; a row that names none speaks of something else."""
    for path, shown in layers.files(f"{FOLDER}/{pack}", OMITTED):
        for number, row in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
            cells = [cell.strip() for cell in row.strip().strip("|").split("|")]
            lines = _LINE.findall(cells[0]) if row.lstrip().startswith("|") else []
            if not lines:
                continue
            place = Place(shown, number)
            # A range or a remark would hide which lines are meant.
            if not _BETWEEN.fullmatch(_LINE.sub("", cells[0])) or len(cells) < 2 or not cells[-1]:
                layers.findings.append(found("content.not_an_omission", place, found=cells[0]))
            yield from (Omission(line, cells[-1], place) for line in lines)
