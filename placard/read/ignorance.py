"""Words for none and unanswered in the owner's language: a file has one spelling of each, and says which."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from placard.findings import Finding
from placard.read.found import found
from placard.read.nodes import Entry, Map, Node, Seq, Text

Words = Mapping[str, tuple[str, ...]]
"""What people say, by the word a file takes: `none` or `unanswered`."""


def in_our_words(node: Map, words: Words) -> tuple[Map, list[Finding]]:
    """Return a file with such words as the file should have them, and what to write for each.

    A word in quotes is a name, and stays one.
    """
    meant = {said.casefold(): ours for ours, several in words.items() for said in several}
    findings = list(_said(node, "", meant))
    if not findings:
        return node, []
    whole = _put(node, meant)
    assert isinstance(whole, Map), "a map stays one"
    return whole, findings


def _ours(node: Text, meant: Mapping[str, str]) -> str:
    """Return the word a text stands for; the text itself where it is none of them."""
    return node.value if node.quoted else meant.get(node.value.strip().casefold(), node.value)


def _said(node: Node, key: str, meant: Mapping[str, str]) -> Iterator[Finding]:
    match node:
        case Text():
            ours = _ours(node, meant)
            if ours != node.value:
                yield found("model.other_word", node.place, key=key, found=node.value, near=ours)
        case Seq():
            for item in node.items:
                yield from _said(item, key, meant)
        case Map():
            for name, entry in node.entries.items():
                yield from _said(entry.node, name, meant)


def _put(node: Node, meant: Mapping[str, str]) -> Node:
    match node:
        case Text():
            return Text(_ours(node, meant), node.place, node.origin, node.quoted)
        case Seq():
            return Seq(tuple(_put(item, meant) for item in node.items), node.place, node.origin)
        case Map():
            entries = {name: Entry(e.place, _put(e.node, meant)) for name, e in node.entries.items()}
            return Map(entries, node.place, node.origin)
