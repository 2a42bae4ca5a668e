"""Clauses: one folder per idea, its languages side by side; the folder's tree is its audience."""

from __future__ import annotations

import re
from pathlib import Path

from placard.findings import Place
from placard.library.texts import Audience, Clause, ClauseText
from placard.read.conditions import read_conditions
from placard.read.found import found
from placard.read.layers import Layers
from placard.read.letters import read_text
from placard.read.record import Record

_FRONT_MATTER = re.compile(r"\A---\n(.*?)\n---\n", re.DOTALL)
_OF_REVISION = re.compile(r"of_revision:\s*(\d+)")
_DRAFT = re.compile(r"^draft:\s*(?:true|yes)\s*$", re.MULTILINE)


def read_clauses(layers: Layers, audience: Audience) -> dict[str, Clause]:
    """Read every clause of one audience; the id is the folder's name, unique in both trees."""
    clauses: dict[str, Clause] = {}
    for folder in layers.below(f"{audience}/clauses", "clause.yml"):
        node = layers.read(f"{folder}/clause.yml")
        if node is None:
            continue
        record = Record(node, layers.findings)
        name = Path(folder).name
        if name in clauses:
            layers.findings.append(
                found("content.clause_twice", record.place, id=name, other=clauses[name].place.file)
            )
        revision = record.whole("revision")
        source = record.list("source")
        applies = read_conditions(record.take("applies"), layers.findings)
        texts = _texts(layers, folder, revision)
        record.finish()
        clauses[name] = Clause(name, audience, revision, source, applies, texts, record.place)
    return clauses


def _texts(layers: Layers, folder: str, revision: int) -> dict[str, ClauseText]:
    texts = {}
    for path, shown in layers.files(folder, ".md"):
        text, findings = read_text(path, shown)
        layers.findings += findings
        if text is None:
            continue
        front = _FRONT_MATTER.match(text)
        stated = _OF_REVISION.search(front[1]) if front else None
        body = text[front.end() :] if front else text
        line = text[: front.end()].count("\n") + 1 if front else 1
        of_revision = int(stated[1]) if stated else (revision if path.stem == "en" else 0)
        draft = bool(front and _DRAFT.search(front[1]))
        texts[path.stem] = ClauseText(body.strip(), of_revision, Place(shown, line), draft)
    return texts
