"""Whatever stands in a file, reading it never raises, and says something wherever it gives no values."""

import re
from collections.abc import Iterator
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from placard.findings import Severity
from placard.read.nodes import Map, Node, Seq, Text
from placard.read.yamlfile import parse_yaml, read_yaml

GOOD = """\
# yaml-language-server: $schema=../schema/venue.schema.json
schema: 1
id: old-mill-bathhouse
languages: [en, zh-Hans]
name: {en: Old Mill Bathhouse, zh-Hans: 老磨坊浴场}
operator:
  legal_name: Old Mill Bathhouse Ltd
  phone: "+44 20 7946 0123"
rooms:
  - {id: entrance, kind: entrance, doors_to: [outside, yard]}
  - id: yard
    doors_to:
      - outside
    shared_with: Weir Lane Brewery   # a shared door
surveillance: {recording: motion, audio: no,
  live_view: {room: yard}}
"""
SIGNS = "-#,，[]{}&*!|>'\"%@`?~\\“”:： \t\n\r\u3000\u00a0\u200b\u202e\ue000\x00\x85é店"
RUNS = ["- ", ": ", "\n  ", "<<", "---", "...", "null", "\\u", "&a ", "*a "]
NASTY = st.sampled_from([*SIGNS, *RUNS])
EDITS = st.lists(st.tuples(st.integers(0, len(GOOD)), st.integers(0, 12), NASTY | st.just("")), max_size=4)


def strings(node: Node) -> Iterator[str]:
    match node:
        case Text():
            yield node.value
        case Seq():
            for item in node.items:
                yield from strings(item)
        case Map():
            for key, entry in node.entries.items():
                yield key
                yield from strings(entry.node)


def check(text: str) -> None:
    node, findings = parse_yaml(text, "v.yml")
    last = text.count("\n") + 1
    assert all(0 <= each.place.line <= last for each in findings)
    assert node is not None or any(each.severity is Severity.ERROR for each in findings)
    for each in strings(node) if node is not None else ():
        assert not re.search("[\ue000-\uf8ff\ud800-\udfff\U000f0000-\U0010ffff]", each)


# What the machine is doing at the time is no fault of the text.
UNHURRIED = settings(deadline=None, max_examples=150, suppress_health_check=[HealthCheck.too_slow])


def test_the_good_file_to_be_spoiled_is_good() -> None:
    node, findings = parse_yaml(GOOD, "v.yml")
    assert findings == []
    assert node is not None
    assert len(list(strings(node))) > 30


@UNHURRIED
@given(st.text())
def test_no_text_raises(text: str) -> None:
    check(text)


@UNHURRIED
@given(st.lists(NASTY | st.sampled_from(["id", "name", "a", "b"]), max_size=40).map("".join))
def test_no_heap_of_marks_raises(text: str) -> None:
    check(text)


@UNHURRIED
@given(EDITS)
def test_no_slip_of_the_hand_raises(edits: list[tuple[int, int, str]]) -> None:
    text = GOOD
    for start, length, letters in edits:
        text = text[:start] + letters + text[start + length :]
    check(text)


@UNHURRIED
@given(st.lists(st.sampled_from(GOOD.split("\n")), max_size=25).map("\n".join))
def test_no_order_of_lines_raises(text: str) -> None:
    check(text)


@settings(UNHURRIED, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.binary() | st.text().map(lambda text: text.encode("utf-16")))
def test_no_bytes_raise(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "v.yml"
    path.write_bytes(content)
    node, findings = read_yaml(path, "v.yml")
    assert node is not None or findings
