"""Facts that must have one value in all outputs, and the words beside which they stand."""

from __future__ import annotations

from placard.library.texts import KeyWords
from placard.read.layers import Layers
from placard.read.nodes import Map, Seq, Text
from placard.read.record import Record


def read_key_facts(layers: Layers) -> dict[str, KeyWords]:
    """Read `key-facts.yml`."""
    node = layers.read("key-facts.yml")
    if node is None:
        return {}
    record = Record(node, layers.findings)
    facts = {}
    for name in record.node.entries:
        below = record.below(name)
        if below is None:
            continue
        facts[name] = KeyWords(
            name, below.text("fact"), _markers(below), below.place, below.text("counted", "")
        )
        below.finish()
    return facts


def _markers(record: Record) -> dict[str, tuple[str, ...]]:
    node = record.take("markers")
    if not isinstance(node, Map):
        return {}
    return {
        language: tuple(item.value for item in entry.node.items if isinstance(item, Text))
        for language, entry in node.entries.items()
        if isinstance(entry.node, Seq)
    }
