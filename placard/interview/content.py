"""The interview read from content/interview/."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from placard.findings import Finding
from placard.interview.asking import FORMS, Ask, FieldPath, Interview, Suggestion
from placard.library.conditions import RULE_WORDS
from placard.library.texts import Local
from placard.read.conditions import read_conditions
from placard.read.layers import Layers
from placard.read.record import Record

FOLDER = "interview"


def read_interview(
    folders: Sequence[Path], levels: Mapping[str, Local], ignorance: Mapping[str, tuple[str, ...]]
) -> tuple[Interview, list[Finding]]:
    """Read questions, suggestions and words; every problem is found, none stops the reading.

    `ignorance` are the words for none and unanswered, which other stages know as well.
    """
    findings: list[Finding] = []
    layers = Layers(folders, findings)
    asks = tuple(_ask(name, record, tuple(levels)) for name, record in _entries(layers, "questions"))
    words = layers.read(f"{FOLDER}/words.yml")
    record = Record(words, findings) if words else None
    said = record.below("said") if record else None
    interview = Interview(
        asks,
        tuple(_suggestions(layers)),
        levels,
        {name: said.words(name) for name in said.node.entries} if said else {},
        {**ignorance, **(record.lists("typed") if record else {})},
    )
    if record:
        record.finish()
    return interview, findings


def _entries(layers: Layers, name: str) -> list[tuple[str, Record]]:
    node = layers.read(f"{FOLDER}/{name}.yml")
    record = Record(node, layers.findings) if node else None
    below = [(key, record.below(key)) for key in record.node.entries] if record else []
    return [(key, child) for key, child in below if child is not None]


def _ask(name: str, record: Record, levels: tuple[str, ...]) -> Ask:
    ask = Ask(
        id=name,
        level=record.choice("level", levels),
        form=record.choice("form", FORMS),  # type: ignore[arg-type]
        fields=tuple(map(_path, record.list("fields"))),
        rest=_path(record.text("rest", "")),
        same=tuple(map(_path, record.list("same"))),
        none=_path(record.text("none", "")),
        choices=record.lists("choices"),
        applies=read_conditions(record.take("applies"), record.findings, RULE_WORDS),
        for_each=record.text("for_each", ""),
        budget=record.switch("budget"),
        ask=record.words("ask"),
        example=record.words("example", required=False),
        hand=record.words("hand", required=False),
        note=record.words("note", required=False),
        column=record.words("column", required=False),
        place=record.place,
    )
    record.finish()
    return ask


def _suggestions(layers: Layers) -> list[Suggestion]:
    node = layers.read(f"{FOLDER}/suggestions.yml")
    if node is None:
        return []
    record = Record(node, layers.findings)
    found = []
    for each in record.records("suggestions"):
        several = each.has("value") and not hasattr(each.node.entries["value"].node, "value")
        found.append(
            Suggestion(
                _path(each.text("field")),
                each.list("value") if several else each.text("value", ""),
                _path(each.text("like", "")),
                read_conditions(each.take("applies"), each.findings, RULE_WORDS),
                each.place,
            )
        )
        each.finish()
    record.finish()
    return found


def _path(dotted: str) -> FieldPath:
    return tuple(dotted.split(".")) if dotted else ()
