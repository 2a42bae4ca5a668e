"""Marked nodes: plain values, paths, and the line that a finding names."""

import pickle

import pytest

from placard.findings import Place
from placard.read.nodes import Map, Node, Origin, Text, at, coded, id_of, marked, place_of, plain
from placard.read.yamlfile import parse_yaml

VENUE = """\
id: old-mill
operator:
  legal_name: Old Mill Ltd
  address: {city: Weirford}
cameras:
  - id: c1
    retention: 14 days
  - id: c2
languages: [en, pl]
activities:
  - lockers
  - membership:
      retention: 1 year
"""


@pytest.fixture
def venue() -> Map:
    node, findings = parse_yaml(VENUE, "venues/old-mill.yml")
    assert node is not None
    assert not findings
    return node


def test_plain_values_are_nested_text_in_the_order_typed(venue: Map) -> None:
    assert plain(venue) == {
        "id": "old-mill",
        "operator": {"legal_name": "Old Mill Ltd", "address": {"city": "Weirford"}},
        "cameras": [{"id": "c1", "retention": "14 days"}, {"id": "c2"}],
        "languages": ["en", "pl"],
        "activities": ["lockers", {"membership": {"retention": "1 year"}}],
    }
    assert list(venue.entries) == ["id", "operator", "cameras", "languages", "activities"]


@pytest.mark.parametrize(
    ("path", "value"),
    [
        ([], "the venue"),
        (["id"], "old-mill"),
        (["operator", "address", "city"], "Weirford"),
        (["cameras", 0, "retention"], "14 days"),
        (["cameras", -1, "id"], "c2"),
        (["cameras", "c1", "retention"], "14 days"),
        (["languages", "pl"], "pl"),
        (["activities", "lockers"], "lockers"),
        (["activities", "membership", "retention"], "1 year"),
        (["cameras", 2], None),
        (["cameras", "c3"], None),
        (["id", "deeper"], None),
        (["operator", 0], None),
        (["operator", "phone"], None),
    ],
)
def test_a_path_leads_by_key_by_number_by_id_and_by_code(
    venue: Map, path: list[str | int], value: str | None
) -> None:
    node = at(venue, path)
    if value == "the venue":
        assert node is venue
    else:
        assert (plain(node) if node else None) == value


@pytest.mark.parametrize(
    ("path", "line", "why"),
    [
        ([], 1, "the venue begins here"),
        (["operator"], 2, "the line of the key, not of what stands under it"),
        (["operator", "legal_name"], 3, "a key of its own line"),
        (["operator", "phone"], 2, "a missing key: the map it should stand in"),
        (["operator", "address", "street"], 4, "a missing key of a map in brackets"),
        (["cameras"], 5, "the key of a list"),
        (["cameras", 1], 8, "an entry of a list"),
        (["cameras", "c1", "retention"], 7, "by id"),
        (["cameras", 1, "retention"], 8, "a missing key of an entry"),
        (["cameras", 7, "retention"], 5, "an entry that is not there"),
        (["activities", "membership", "retention"], 13, "by code"),
        (["surveillance", "retention"], 1, "nothing of it is there"),
    ],
)
def test_a_finding_names_the_nearest_line(venue: Map, path: list[str | int], line: int, why: str) -> None:
    assert place_of(venue, path) == Place("venues/old-mill.yml", line), why


def test_marking_reaches_the_last_leaf_and_leaves_the_first_node_alone(venue: Map) -> None:
    shared = marked(venue, Origin.SHARED)

    def origins(node: Node) -> set[Origin]:
        match node:
            case Map():
                below = [entry.node for entry in node.entries.values()]
            case Text():
                below = []
            case _:
                below = list(node.items)
        return {node.origin}.union(*(origins(each) for each in below))

    assert origins(shared) == {Origin.SHARED}
    assert origins(venue) == {Origin.TYPED}
    assert plain(shared) == plain(venue)


def test_nodes_travel_between_processes(venue: Map) -> None:
    assert pickle.loads(pickle.dumps(venue)) == venue


def test_an_item_is_known_by_its_id_or_by_its_code(venue: Map) -> None:
    camera, member = at(venue, ["cameras", 0]), at(venue, ["activities", 1])
    assert camera is not None
    assert member is not None
    assert id_of(camera) == "c1"
    assert id_of(member) is None
    assert coded(camera) is None
    pair = coded(member)
    assert pair is not None
    assert (pair[0], plain(pair[1].node)) == ("membership", {"retention": "1 year"})
