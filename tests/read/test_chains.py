"""A chain: what the head office has settled, what a branch has otherwise, and what was agreed."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from placard.check.departures import departure_findings
from placard.findings import Severity
from placard.read.branch import laid_over
from placard.read.chains import chains_of
from placard.read.differences import How
from placard.read.nodes import Map
from placard.read.project import read_project
from placard.read.roots import Project, venue_paths
from placard.read.venue import VenueFile, read_venue
from placard.read.yamlfile import parse_yaml

ROOT = Path(__file__).resolve().parents[2]
SHARED = """\
locks:
  - surveillance.retention
  - activities.membership.retention
  - requests
  - cameras.c1.sees
type: bathhouse
surveillance: {audio: no, retention: 14 days}
cameras:
  - {id: c1, room: entrance, sees: [entrance]}
activities: [appointments, {membership: {retention: 1 year}}]
requests: {channels: [email, desk], reply: 1 month}
complaints: {channels: unanswered}
phones: {rest: stowed}
"""
AGREED = "because: the insurer asks, agreed_by: Ruth Calder, until: none"


def parsed(text: str, name: str) -> Map:
    node, findings = parse_yaml(text, name)
    assert node is not None, findings
    assert not findings
    return node


def lay(branch: str, shared: str = SHARED) -> Any:
    return laid_over(parsed(shared, "_shared.yml"), parsed(branch, "branch.yml"))


def told(branch: str, shared: str = SHARED) -> list[tuple[str, str, str]]:
    return [(str(f.place), f.code, f.values.get("path", "")) for f in lay(branch, shared)[2]]


def departed(branch: str) -> list[tuple[str, How, bool, int | None]]:
    link = lay(branch)[1]
    return [(d.difference.name, d.difference.how, d.locked, d.reason) for d in link.departures]


@pytest.mark.parametrize(
    ("story", "branch", "broken"),
    [
        ("a value", "surveillance: {retention: 3 days}", ["surveillance.retention"]),
        ("the part around it", "surveillance: none", ["surveillance.retention"]),
        ("one camera alone", "cameras: [{id: c1, retention: 3 days}]", ["cameras.c1.retention"]),
        ("a new camera", "cameras: [{id: c7, room: yard, retention: 3 days}]", ["cameras.c7.retention"]),
        ("a new camera, alike", "cameras: [{id: c7, room: yard, retention: 14 days}]", []),
        (
            "an activity by its code",
            "activities: [{membership: {retention: 2 years}}]",
            ["activities.membership.retention"],
        ),
        (
            "an activity taken out",
            "activities: [{membership: {remove: true}}]",
            ["activities.membership.retention"],
        ),
        ("beneath a locked part", "requests: {reply: 2 weeks}", ["requests.reply"]),
        ("more in a locked part", "requests: {identity_check: [known_contact]}", ["requests.identity_check"]),
        (
            "two in a locked part",
            "requests: {reply: 2 weeks, channels: [desk]}",
            ["requests.channels", "requests.reply"],
        ),
        ("a list of codes in a locked list", "cameras: [{id: c1, sees: [yard]}]", ["cameras.c1.sees"]),
        ("a camera with a locked value taken out", "cameras: [{id: c1, remove: true}]", ["cameras.c1.sees"]),
        ("nothing locked", "phones: {rest: banned}\nactivities: [newsletter]", []),
        ("the same once more", "requests: {reply: 1 month}", []),
    ],
)
def test_a_lock_holds_a_value_and_all_beneath_it(story: str, branch: str, broken: list[str]) -> None:
    assert told(branch) == [("branch.yml:1", "merge.locked", path) for path in broken], story


def test_a_lock_names_the_line_of_the_branch_and_that_of_the_chain() -> None:
    (finding,) = lay("id: b\ncameras:\n  - {id: c7, room: yard, retention: 3 days}")[2]
    assert (str(finding.place), finding.values["shared"]) == ("branch.yml:3", "_shared.yml:7")


@pytest.mark.parametrize(
    ("path", "branch"),
    [
        ("surveillance.retention", "surveillance: {retention: 3 days}"),
        ("surveillance", "surveillance: none"),
        ("surveillance", "surveillance: {retention: 3 days}"),
        ("surveillance.retention", "surveillance: none"),
        ("cameras.c7.retention", "cameras: [{id: c7, room: yard, retention: 3 days}]"),
        ("surveillance.retention", "cameras: [{id: c7, room: yard, retention: 3 days}]"),
        ("activities.membership", "activities: [{membership: {retention: 2 years}}]"),
        ("cameras.c1", "cameras: [{id: c1, remove: true}]"),
        ("requests", "requests: {reply: 2 weeks, channels: [desk]}"),
    ],
)
def test_what_was_agreed_with_a_reason_is_no_error(path: str, branch: str) -> None:
    assert told(f"{branch}\ndeviations: [{{path: {path}, {AGREED}}}]") == []
    locked = [
        (locked, reason) for _, _, locked, reason in departed(f"{branch}\ndeviations: [{{path: {path}}}]")
    ]
    assert (True, 0) in locked


def test_a_reason_excuses_only_what_it_names() -> None:
    branch = (
        f"requests: {{reply: 2 weeks, channels: [desk]}}\ndeviations: [{{path: requests.reply, {AGREED}}}]"
    )
    assert told(branch) == [("branch.yml:1", "merge.locked", "requests.channels")]


def test_a_reason_for_nothing_is_told_with_what_was_probably_meant() -> None:
    branch = f"""\
phones: {{rest: banned}}
deviations:
  - {{path: phone.rest, {AGREED}}}
  - {{path: surveillance.audio, {AGREED}}}
"""
    findings = lay(branch)[2]
    assert [(str(f.place), f.code, f.severity) for f in findings] == [
        ("branch.yml:3", "merge.deviation_unknown", Severity.WARNING),
        ("branch.yml:4", "merge.deviation_none", Severity.WARNING),
    ]
    assert findings[0].values["near"] == "phones.rest"


def test_what_differs_is_listed_with_or_without_a_reason_and_what_was_left_open_is_not() -> None:
    branch = f"""\
id: reed-north
name: Reed North
phones: {{rest: banned, ordinary: allowed}}
complaints: {{channels: [desk]}}
activities: [newsletter, {{appointments: {{remove: true}}}}, {{membership: {{manner: [paper]}}}}]
requests: {{reply: 2 weeks}}
deviations: [{{path: requests.reply, {AGREED}}}]
"""
    assert departed(branch) == [
        ("activities.appointments", How.REMOVED, False, None),
        ("activities.newsletter", How.MORE, False, None),
        ("requests.reply", How.CHANGED, True, 0),
        ("phones.rest", How.CHANGED, False, None),
    ]


@pytest.mark.parametrize("key", ["id", "extends", "deviations"])
def test_what_is_a_branchs_own_may_not_stand_in_the_shared_file(key: str) -> None:
    assert told("name: b", f"{key}: x\ntype: salon") == [("_shared.yml:1", "merge.not_shared", "")]


def test_nobody_locks_a_question() -> None:
    assert told("name: b", "locks: [name]\nname: unanswered") == [
        ("_shared.yml:1", "merge.locks_unanswered", "name")
    ]


# --- files in a folder -----------------------------------------------------------------------------------


@pytest.fixture
def reed(tmp_path: Path, sample_text: str) -> Callable[..., Path]:
    """Type a chain of the sample: everything but its id and name in the shared file."""

    def type_it(branches: dict[str, str], shared: str = "") -> Path:
        folder = tmp_path / "venues" / "reed"
        folder.mkdir(parents=True)
        lines = [
            line for line in sample_text.splitlines() if not line.startswith(("id:", "name:", "brand:", "#"))
        ]
        (folder / "_shared.yml").write_text("\n".join([*lines, shared, ""]), "utf-8")
        for name, text in branches.items():
            head = f"extends: _shared.yml\nid: {name}\nname: {name.title()}\n"
            (folder / f"{name}.yml").write_text(head + text, "utf-8")
        return tmp_path / "venues"

    return type_it


LOCKED = "locks: [surveillance.retention]"
THREE_DAYS = "surveillance: {retention: 3 days}\n"


def until(day: str) -> str:
    return (
        f"{THREE_DAYS}deviations:\n  - path: surveillance.retention\n    because: tenants asked\n"
        f"    agreed_by: Ruth Calder\n    until: {day}\n"
    )


def read(venues: Path, name: str) -> tuple[VenueFile, list[str]]:
    file, findings = read_venue(venues / "reed" / f"{name}.yml", f"venues/reed/{name}.yml")
    assert file is not None, findings
    return file, [f.code for f in findings]


@pytest.mark.parametrize(
    ("day", "locks", "told"),
    [
        ("none", LOCKED, []),
        ("2027-06-30", LOCKED, []),
        ("2026-11-30", LOCKED, [(9, "check.deviation_expired", Severity.ERROR)]),
        ("2026-11-30", "", [(9, "check.deviation_expired", Severity.WARNING)]),
        ("unanswered", LOCKED, [(9, "check.deviation_until", Severity.QUESTION)]),
    ],
)
def test_an_agreement_ends_on_its_day(
    reed: Callable[..., Path], day: str, locks: str, told: list[tuple[int, str, Severity]]
) -> None:
    file, findings = read(reed({"north": until(day)}, locks), "north")
    assert findings == []
    found = departure_findings(file, date(2026, 12, 1))
    assert [(f.place.line, f.code, f.severity) for f in found] == told


def test_a_reason_without_its_parts_is_told(reed: Callable[..., Path]) -> None:
    venues = reed({"north": THREE_DAYS + "deviations: [{path: surveillance.retention}]\n"}, LOCKED)
    file, findings = read_venue(venues / "reed" / "north.yml", "venues/reed/north.yml")
    assert file is None
    assert sorted((f.code, f.values["key"]) for f in findings) == [
        ("model.missing", "agreed_by"),
        ("model.missing", "because"),
        ("model.missing", "until"),
    ]


def project(venues: Path, **told: Any) -> Project:
    return Project(venues, (ROOT / "content",), venues.parent / "out", samples=True, **told)


def test_a_chain_knows_all_its_branches_whatever_was_asked_for(reed: Callable[..., Path]) -> None:
    venues = reed({"north": "", "south": THREE_DAYS, "torn": "id: {\n"}, LOCKED)
    found = read_project(project(venues, only=("north",)))
    assert [file.venue.id for file in found.venues] == ["north"]
    (chain,) = found.chains
    assert (chain.id, chain.shared_file) == ("reed", "venues/reed/_shared.yml")
    assert [file.venue.id for file in chain.branches] == ["north", "south"]
    assert chain.unread == ("torn",)


def test_a_mistake_in_the_shared_file_is_told_once_for_all_branches(reed: Callable[..., Path]) -> None:
    venues = reed({"north": "", "south": "", "west": ""}, "security2: none")
    found = read_project(project(venues))
    assert found.unreadable == ("north", "south", "west")
    places = {(str(f.place), f.code) for f in found.findings}
    (place,) = places
    assert place[0].startswith("venues/reed/_shared.yml:")


def test_a_shared_file_nobody_extends_and_a_venue_beside_a_chain_are_told(
    reed: Callable[..., Path], sample_text: str
) -> None:
    venues = reed({"north": ""})
    (venues / "reed" / "_old.yml").write_text("type: salon\n", "utf-8")
    alone = sample_text.replace("id: old-mill-bathhouse", "id: alone")
    (venues / "reed" / "alone.yml").write_text(alone, "utf-8")
    assert [path.name for path in venue_paths(venues)] == ["alone.yml", "north.yml"]
    found = read_project(project(venues))
    assert [(str(f.place).split(":")[0], f.code) for f in found.findings] == [
        ("venues/reed/_old.yml", "project.shared_by_none"),
        ("venues/reed/alone.yml", "project.beside_a_chain"),
    ]


@pytest.mark.parametrize(
    ("shared", "name"),
    [
        ("venues/reed/_shared.yml", "reed"),
        ("venues/reed/_north.yml", "reed-north"),
        ("venues/_shared.yml", "venues"),
        ("venues/uk/reed/_shared.yml", "uk-reed"),
    ],
)
def test_a_chain_goes_by_the_name_of_its_folder(tmp_path: Path, shared: str, name: str) -> None:
    path = tmp_path / shared
    path.parent.mkdir(parents=True)
    path.write_text("type: bathhouse\n", "utf-8")
    branch = path.with_name("b.yml")
    branch.write_text(f"extends: {path.name}\nid: b\nlaw: gb\nlanguages: [en]\nname: B\n", "utf-8")
    file, findings = read_venue(branch, str(Path(shared).with_name("b.yml")))
    assert file is not None, findings
    assert [chain.id for chain in chains_of(tmp_path / "venues", [file], [file], [])] == [name]
