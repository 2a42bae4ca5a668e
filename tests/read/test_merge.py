"""A branch laid over the shared file of its chain."""

from typing import NamedTuple

import pytest

from placard.findings import Finding
from placard.read.branch import ChainLink, laid_over
from placard.read.merge import merge
from placard.read.nodes import Map, Origin, Seq, at, id_of, place_of, plain
from placard.read.yamlfile import parse_yaml

SHARED = """\
locks:
  - surveillance.audio
  - cameras.c1.retention
type: bathhouse
operator:
  legal_name: Mill Chain Ltd
  address: {country: GB, region: unanswered}
languages: [en, pl]
surveillance: {audio: no, retention: 14 days}
cameras:
  - {id: c1, room: entrance, retention: 7 days}
  - {id: c2, room: yard}
activities: [appointments, lockers, {membership: {retention: 1 year, recipients: {card: Payline}}}]
staff:
  roles: [{role: manager, name: Ruth Calder}]
"""


class Merged(NamedTuple):
    node: Map
    link: ChainLink
    findings: list[Finding]

    def told(self) -> list[tuple[str, str]]:
        return [(str(each.place), each.code) for each in self.findings]


def lay(branch: str, shared: str = SHARED) -> Merged:
    base, first = parse_yaml(shared, "_shared.yml")
    over, second = parse_yaml(branch, "branch.yml")
    assert base is not None
    assert over is not None
    assert not first + second
    return Merged(*laid_over(base, over))


@pytest.mark.parametrize(
    ("branch", "path", "value"),
    [
        ("id: b", ["type"], "bathhouse"),
        ("type: salon", ["type"], "salon"),
        ("operator: {legal_name: Branch Ltd}", ["operator", "legal_name"], "Branch Ltd"),
        ("operator: {legal_name: Branch Ltd}", ["operator", "address", "country"], "GB"),
        (
            "operator: {address: {region: Wessex}}",
            ["operator", "address"],
            {"country": "GB", "region": "Wessex"},
        ),
        ("operator: unanswered", ["operator"], "unanswered"),
        ("languages: [en]", ["languages"], ["en"]),
        ("cameras: [{id: c2, room: plant}]", ["cameras", "c2", "room"], "plant"),
        (
            "cameras: [{id: c2, masked: yes}]",
            ["cameras", "c2"],
            {"id": "c2", "room": "yard", "masked": "yes"},
        ),
        ("cameras: [{id: c2, remove: true}]", ["cameras", "c2"], None),
        ("cameras: [{id: c2, remove: yes}]", ["cameras", "c2"], None),
        ("cameras: [{id: c2, remove: false}]", ["cameras", "c2"], {"id": "c2", "room": "yard"}),
        ("activities: [lockers]", ["activities", "appointments"], "appointments"),
        ("activities: [newsletter]", ["activities", -1], "newsletter"),
        ("activities: [{lockers: {retention: 1 day}}]", ["activities", "lockers", "retention"], "1 day"),
        ("activities: [membership]", ["activities", "membership", "retention"], "1 year"),
        (
            "activities: [{membership: {recipients: {post: Royal}}}]",
            ["activities", "membership"],
            {"retention": "1 year", "recipients": {"card": "Payline", "post": "Royal"}},
        ),
        ("activities: [{membership: {remove: true}}]", ["activities", "membership"], None),
        ("activities: [{lockers: {remove: true}}]", ["activities"], ["appointments", None]),
        ("activities: none", ["activities"], "none"),
        ("activities: []", ["activities"], []),
        ("staff: {roles: [{role: owner}]}", ["staff", "roles"], [{"role": "owner"}]),
    ],
)
def test_what_a_branch_types_lies_over_what_the_chain_shares(
    branch: str, path: list[str | int], value: object
) -> None:
    merged = lay(branch)
    node = at(merged.node, path)
    if isinstance(value, list) and None in value:
        membership = {"membership": {"retention": "1 year", "recipients": {"card": "Payline"}}}
        value = [membership if each is None else each for each in value]
    assert (plain(node) if node else None) == value
    assert merged.findings == []


def test_cameras_keep_the_order_of_the_chain_and_new_ones_follow() -> None:
    merged = lay("cameras: [{id: c9, room: office}, {id: c2, room: plant}]")
    cameras = at(merged.node, ["cameras"])
    assert isinstance(cameras, Seq)
    assert [id_of(each) for each in cameras.items] == ["c1", "c2", "c9"]


def test_every_value_keeps_its_line_and_who_put_it_there() -> None:
    merged = lay("id: b\noperator:\n  legal_name: Branch Ltd\ncameras:\n  - {id: c2, room: plant}\n")

    def trace(*path: str | int) -> tuple[str, Origin]:
        node = at(merged.node, path)
        assert node is not None
        return str(place_of(merged.node, path)), node.origin

    assert trace("id") == ("branch.yml:1", Origin.TYPED)
    assert trace("type") == ("_shared.yml:4", Origin.SHARED)
    assert trace("operator") == ("branch.yml:2", Origin.TYPED)
    assert trace("operator", "legal_name") == ("branch.yml:3", Origin.TYPED)
    assert trace("operator", "address", "country") == ("_shared.yml:7", Origin.SHARED)
    assert trace("cameras", "c1", "room") == ("_shared.yml:11", Origin.SHARED)
    assert trace("cameras", "c2", "room") == ("branch.yml:5", Origin.TYPED)
    assert trace("activities", "lockers") == ("_shared.yml:13", Origin.SHARED)


def test_locks_are_no_fact_and_vanish_from_the_venue() -> None:
    assert at(lay("id: b").node, ["locks"]) is None


@pytest.mark.parametrize(
    ("story", "branch", "told"),
    [
        ("a locked value", "id: b\nsurveillance: {audio: yes}", [("branch.yml:2", "merge.locked")]),
        ("the map around a locked value", "surveillance: none", [("branch.yml:1", "merge.locked")]),
        (
            "a locked value of a camera",
            "cameras:\n  - id: c1\n    retention: 9 days",
            [("branch.yml:3", "merge.locked")],
        ),
        (
            "a camera with a locked value taken out",
            "cameras:\n  - id: c1\n    remove: true",
            [("branch.yml:2", "merge.locked")],
        ),
        ("all cameras", "cameras: []", [("branch.yml:1", "merge.locked")]),
        (
            "two locks in one go",
            "surveillance: {audio: yes}\ncameras: none",
            [("branch.yml:1", "merge.locked"), ("branch.yml:2", "merge.locked")],
        ),
        ("the same once more", "surveillance: {audio: no}", []),
        ("another value of the same map", "surveillance: {retention: 3 days}", []),
        ("locks of its own", "id: b\nlocks: [id]", [("branch.yml:2", "merge.locks_in_branch")]),
        (
            "a camera the chain does not have",
            "cameras: [{id: c7, remove: true}]",
            [("branch.yml:1", "merge.remove_unknown")],
        ),
        (
            "an activity the chain does not have",
            "activities: [{recruitment: {remove: true}}]",
            [("branch.yml:1", "merge.remove_unknown")],
        ),
        (
            "an entry of a list that the chain does not have",
            "partners: [{id: card, remove: true}]",
            [("branch.yml:1", "merge.remove_unknown")],
        ),
        (
            "an entry of a list without ids",
            "staff: {roles: [{role: manager, remove: true}]}",
            [("branch.yml:1", "merge.remove_in_whole")],
        ),
        (
            "taken out and described",
            "cameras: [{id: c2, room: plant, remove: true}]",
            [("branch.yml:1", "merge.remove_and_more")],
        ),
        ("remove: maybe", "cameras: [{id: c2, remove: maybe}]", [("branch.yml:1", "merge.remove_value")]),
        ("a list under remove", "cameras: [{id: c2, remove: [a]}]", [("branch.yml:1", "merge.remove_value")]),
        ("no id", "cameras:\n  - room: plant", [("branch.yml:2", "merge.no_id")]),
        (
            "one id twice",
            "cameras:\n  - {id: c5}\n  - {id: c5}",
            [("branch.yml:3", "merge.repeated_item")],
        ),
    ],
)
def test_what_a_branch_may_not_do_is_told_with_its_line(
    story: str, branch: str, told: list[tuple[str, str]]
) -> None:
    assert lay(branch).told() == told, story


def test_a_broken_lock_names_both_lines() -> None:
    (finding,) = lay("id: b\nsurveillance: {audio: yes}").findings
    assert str(finding.place) == "branch.yml:2"
    assert finding.values == {"path": "surveillance.audio", "shared": "_shared.yml:9"}


@pytest.mark.parametrize(
    ("shared", "told"),
    [
        ("locks: [camera.c1]\ncameras: [{id: c1}]", [("_shared.yml:1", "merge.locks_nothing")]),
        ("locks: surveillance\nsurveillance: none", [("_shared.yml:1", "merge.locks_shape")]),
        ("locks: [{a: b}, type]\ntype: x", [("_shared.yml:1", "merge.locks_shape")]),
        ("cameras:\n  - {id: c1}\n  - {id: c1}", [("_shared.yml:3", "merge.repeated_item")]),
    ],
)
def test_what_is_wrong_in_the_shared_file_is_told_at_its_own_line(
    shared: str, told: list[tuple[str, str]]
) -> None:
    assert lay("id: b\ncameras: [{id: c9}]", shared).told() == told


def test_merging_changes_neither_of_its_files() -> None:
    base, _ = parse_yaml(SHARED, "_shared.yml")
    over, _ = parse_yaml("cameras: [{id: c2, remove: true}]", "branch.yml")
    assert base is not None
    assert over is not None
    before = plain(base), plain(over)
    first, second = merge(base, over), merge(base, over)
    assert (plain(base), plain(over)) == before
    assert first == second
    assert base.origin is Origin.TYPED
