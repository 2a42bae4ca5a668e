"""YAML events turned into marked nodes: every scalar is text, and nothing clever is let in."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from sys import intern

from yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    Event,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
    StreamEndEvent,
)

from placard.findings import Finding, Place, stops
from placard.read.found import found
from placard.read.letters import without_escaped
from placard.read.nodes import Entry, Map, Node, Seq, Text
from placard.read.yamlalias import DEEPEST, Anchors, GiveUp
from placard.read.yamlevents import Fault, Source, Unreadable, start_of
from placard.read.yamlkeys import Keys
from placard.read.yamlvalue import is_empty, look_at_bare, look_at_empty, look_at_no_map

_TAG = re.compile(r"!\S*")


@dataclass(slots=True)
class Tree:
    """What could be made of a text; a fault means that the rest of it was not read."""

    node: Map | None = None
    findings: list[Finding] = field(default_factory=list)
    fault: Fault | None = None


def grown(text: str, shown: str, events: Source) -> Tree:
    """Read a text as far as it can be read; never raises for anything that stands in it."""
    grower = _Grower(text, shown, events)
    tree = Tree(findings=grower.findings)
    try:
        tree.node = grower.document()
    except Unreadable as stop:
        tree.fault = stop.fault
    except GiveUp as stop:
        tree.findings.append(stop.finding)
    return tree


@dataclass(frozen=True, slots=True)
class _Within:
    """What a node stands in."""

    depth: int = 0
    flow: bool = False
    flow_list: bool = False

    def deeper(self, event: MappingStartEvent | SequenceStartEvent) -> _Within:
        flow = bool(event.flow_style)
        return _Within(self.depth + 1, flow, flow and isinstance(event, SequenceStartEvent))


class _Grower:
    def __init__(self, text: str, shown: str, events: Source) -> None:
        self.findings: list[Finding] = []
        self._shown = shown
        self._lines = text.split("\n")
        self._events = events
        self._anchors = Anchors()
        self._places: dict[int, Place] = {}

    def document(self) -> Map | None:
        self._events.next()
        event = self._events.next()
        if isinstance(event, StreamEndEvent):
            self.findings.append(found("yaml.empty_file", Place(self._shown)))
            return None
        event = self._events.next()
        node = self._node(event, _Within())
        self._events.next()
        after = self._events.next()
        if isinstance(after, DocumentStartEvent):
            self.findings.append(found("yaml.second_document", self._place(after)))
        self.findings.extend(self._anchors.unused())
        if isinstance(node, Map):
            return node
        if isinstance(event, ScalarEvent) and is_empty(event):
            self.findings.append(found("yaml.empty_file", Place(self._shown)))
        elif not stops(self.findings):
            self.findings.append(look_at_no_map(node, self._lines))
        return None

    def _node(self, event: Event, within: _Within) -> Node:
        place = self._place(event)
        if isinstance(event, AliasEvent):
            return self._alias(str(event.anchor), place, within)
        assert isinstance(event, ScalarEvent | SequenceStartEvent | MappingStartEvent)
        anchor: str | None = event.anchor
        if event.tag is not None:
            start = start_of(event)
            tag = _TAG.search(self._lines[start.line], start.column)
            self.findings.append(found("yaml.tag", place, tag=tag[0] if tag else "!"))
        if anchor is not None:
            self._anchors.begin(anchor)
        if isinstance(event, ScalarEvent):
            node: Node = self._text(event, place, within)
        else:
            node = self._branch(event, place, within)
        if anchor is not None:
            self._anchors.end(anchor, node, place)
        return node

    def _text(self, event: ScalarEvent, place: Place, within: _Within) -> Text:
        if event.style is not None:
            value, findings = without_escaped(event.value, place)
            self.findings.extend(findings)
            return Text(value, place, quoted=True)
        looked = look_at_bare(event, self._lines, self._shown, flow=within.flow, flow_list=within.flow_list)
        self.findings.extend(looked)
        # Editors for Chinese leave wide spaces behind a value; nobody means them.
        return Text(event.value.strip(), place)

    def _branch(
        self, event: SequenceStartEvent | MappingStartEvent, place: Place, within: _Within
    ) -> Seq | Map:
        if within.depth == DEEPEST:
            raise GiveUp(found("yaml.too_deep", place, most=DEEPEST))
        if isinstance(event, SequenceStartEvent):
            return self._seq(place, within.deeper(event))
        return self._map(place, within.deeper(event))

    def _seq(self, place: Place, within: _Within) -> Seq:
        items: list[Node] = []
        while not isinstance(event := self._events.next(), SequenceEndEvent):
            item = self._node(event, within)
            if isinstance(event, ScalarEvent) and is_empty(event):
                self.findings.append(look_at_empty(event, self._lines, item.place, key=""))
            else:
                items.append(item)
        return Seq(tuple(items), place)

    def _map(self, place: Place, within: _Within) -> Map:
        entries: dict[str, Entry] = {}
        keys = Keys(in_lines=within.depth > 1 and not within.flow)
        while not isinstance(event := self._events.next(), MappingEndEvent):
            key = self._key(event, within)
            value_event = self._events.next()
            value = self._node(value_event, within)
            empty = isinstance(value_event, ScalarEvent) and is_empty(value_event)
            if key is None or not keys.accept(key, entries, self.findings, has_value=not empty):
                continue
            if isinstance(value_event, ScalarEvent) and empty:
                self.findings.append(look_at_empty(value_event, self._lines, key.place, key.value))
            else:
                entries[key.value] = Entry(key.place, value)
        return Map(entries, place)

    def _key(self, event: Event, within: _Within) -> Text | None:
        place = self._place(event)
        if not isinstance(event, ScalarEvent):
            told = len(self.findings)
            self._node(event, within)
            del self.findings[told:]
            braces = "{{" in self._lines[start_of(event).line]
            self.findings.append(found("yaml.placeholder" if braces else "yaml.complex_key", place))
            return None
        if event.tag is not None or event.anchor is not None:
            self.findings.append(found("yaml.marked_key", place, key=event.value))
        value, findings = without_escaped(event.value, place)
        self.findings.extend(findings)
        # Every file has the same keys: they are kept once for all of them.
        return Text(intern(value), place, quoted=event.style is not None)

    def _alias(self, name: str, place: Place, within: _Within) -> Node:
        node = self._anchors.borrow(name, place, within.depth)
        if node is None:
            self.findings.append(found("yaml.unknown_alias", place, name=name))
            return Text(f"*{name}", place)
        return node

    def _place(self, event: Event) -> Place:
        assert event.start_mark is not None, "the scanner marks every event"
        line = event.start_mark.line + 1
        place = self._places.get(line)
        if place is None:
            place = self._places[line] = Place(self._shown, line)
        return place
