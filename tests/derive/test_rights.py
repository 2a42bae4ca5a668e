"""Which rights follow from what a use of data rests on, and where nobody knows yet."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from placard.derive.activities import PartialRight, partial_rights
from placard.derive.case import Case
from placard.derive.subjects import subjects
from placard.model import UNANSWERED
from placard.read.grounds import read_activities
from placard.read.law import chain, read_packs
from placard.read.layers import Layers

Cases = Callable[..., Case]
CONTENT = Path(__file__).resolve().parents[2] / "content"
PACKS = read_packs(Layers([CONTENT], []))
USUAL = read_activities(Layers([CONTENT], []))
ALWAYS = {
    "gb": {"access", "rectification", "erasure", "restriction", "complain_to_us", "complain_to_authority"},
    "pl": {"access", "rectification", "erasure", "restriction", "human_decision", "complain_to_authority"},
    "cn": {
        *("access", "rectification", "erasure", "restriction", "portability", "explanation"),
        *("complain_to_us", "complain_to_authority"),
    },
}


def place(case: Cases, law: str, *activities: str | dict[str, Any], **more: Any) -> Case:
    coded = [{"code": each} if isinstance(each, str) else each for each in activities]
    facts = {"cameras": [], "surveillance": "none", "activities": coded} | more
    return replace(case(under=chain(PACKS, law), **facts), presets=USUAL)


def rights(worked: Case) -> Any:
    found = subjects(worked, "venue")[0].look("rights")
    return found if found is UNANSWERED else set(found)


@pytest.mark.parametrize("law", ["gb", "pl", "cn"])
def test_some_rights_come_with_every_use_of_data(case: Cases, law: str) -> None:
    assert rights(place(case, law, "data_requests")) == ALWAYS[law]


@pytest.mark.parametrize(
    ("law", "activity", "more"),
    [
        ("gb", "appointments", {"portability"}),
        ("gb", "lost_property", {"objection"}),
        ("gb", "newsletter", {"portability", "objection", "withdraw_consent"}),
        ("gb", "treatment_card", {"portability", "withdraw_consent"}),
        ("pl", "complaints", set()),
        ("pl", "incident_notes", {"objection"}),
        ("cn", "appointments", set()),
        ("cn", "lost_property", {"withdraw_consent"}),
        ("cn", "treatment_card", {"withdraw_consent"}),
    ],
)
def test_others_follow_from_the_basis_the_special_ground_or_the_purpose(
    case: Cases, law: str, activity: str, more: set[str]
) -> None:
    worked = place(case, law, activity)
    assert set(subjects(worked, "activities")[0].look("rights")) == ALWAYS[law] | more
    assert rights(worked) == ALWAYS[law] | more


def test_an_owner_who_chooses_another_basis_gives_other_rights(case: Cases) -> None:
    by_contract = place(case, "gb", {"code": "lost_property", "basis": "contract"})
    assert rights(by_contract) == ALWAYS["gb"] | {"portability"}


def test_filming_gives_the_right_to_object_where_it_rests_on_an_interest(case: Cases) -> None:
    rooms = [{"id": "hall", "kind": "entrance", "doors_to": ["outside"]}]
    cameras = [{"id": "c", "room": "hall", "sees": ["hall"], "kind": "fixed"}]
    filmed = {"rooms": rooms, "cameras": cameras, "surveillance": {"recording": "motion"}}
    assert rights(place(case, "gb", "data_requests", **filmed)) == ALWAYS["gb"] | {"objection"}
    assert rights(place(case, "cn", "data_requests", **filmed)) == ALWAYS["cn"]
    dummy = filmed | {"cameras": [cameras[0] | {"kind": "dummy"}]}
    assert rights(place(case, "gb", "data_requests", **dummy)) == ALWAYS["gb"]


def test_a_guest_sees_which_uses_give_a_right_that_not_all_give(case: Cases) -> None:
    rooms = [{"id": "hall", "kind": "entrance", "doors_to": ["outside"]}]
    cameras = [{"id": "c", "room": "hall", "sees": ["hall"], "kind": "fixed"}]
    worked = place(case, "gb", "appointments", "lost_property", rooms=rooms, cameras=cameras)
    assert partial_rights(worked.venue, worked.law, worked.presets) == (
        PartialRight("portability", ("appointments",)),
        PartialRight("objection", ("lost_property", "cameras")),
    )


def test_what_nobody_has_said_keeps_rights_unknown_and_is_what_is_asked_for(case: Cases) -> None:
    unsaid = place(case, "gb", "appointments", "lockers")
    bare = replace(unsaid, presets={})
    assert rights(bare) is UNANSWERED
    assert subjects(bare, "venue")[0].asks("rights") == ("activities", 0, "basis")
    assert subjects(bare, "activities")[1].look("rights") is UNANSWERED
    nothing = replace(case(under=chain(PACKS, "gb")), presets=USUAL)
    assert rights(nothing) is UNANSWERED
    assert subjects(nothing, "venue")[0].asks("rights") == ("activities",)


def test_where_cameras_are_unknown_the_right_to_object_is_unknown_unless_something_else_gives_it(
    case: Cases,
) -> None:
    assert rights(place(case, "gb", "appointments", cameras="unanswered")) is UNANSWERED
    known = rights(place(case, "gb", "lost_property", "appointments", "newsletter", cameras="unanswered"))
    assert known is not UNANSWERED
    assert "objection" in known


def test_data_is_sensitive_where_the_law_says_so(case: Cases) -> None:
    def sensitive(law: str, activity: str | dict[str, Any]) -> Any:
        return subjects(place(case, law, activity), "activities")[0].look("sensitive")

    assert sensitive("gb", "treatment_card") is True
    assert sensitive("gb", "parental_permission") is False
    assert sensitive("cn", "parental_permission") is True
    assert sensitive("gb", {"code": "appointments", "categories": ["name", "allergies"]}) is True
    for kind in ("health", "skin", "allergies", "reaction", "face", "child"):
        assert sensitive("cn", {"code": "appointments", "categories": ["name", kind]}) is True, kind
    assert sensitive("cn", {"code": "appointments", "categories": ["name"]}) is False
