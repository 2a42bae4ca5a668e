"""What an activity usually is, whose data leaves the country, and whether a machine decides."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from placard.derive.case import Case
from placard.derive.dates import audit_due
from placard.derive.dealings import kinds_for, uses_with
from placard.derive.subjects import subjects
from placard.model import UNANSWERED
from placard.read.grounds import read_activities
from placard.read.law import chain, read_packs
from placard.read.layers import Layers

Cases = Callable[..., Case]
CONTENT = Path(__file__).resolve().parents[2] / "content"
POLAND = chain(read_packs(Layers([CONTENT], [])), "pl")
BRITAIN = chain(read_packs(Layers([CONTENT], [])), "gb")
ANYWHERE = chain(read_packs(Layers([CONTENT], [])), "house")
USUAL = read_activities(Layers([CONTENT], []))
WARSAW = {"legal_name": "S", "address": {"country": "PL"}}
BOSTON = {"legal_name": "S", "address": {"country": "US"}}


def first(case: Case, collection: Any, fact: str) -> Any:
    return subjects(case, collection)[0].look(fact)


@pytest.mark.parametrize(
    ("country", "abroad"),
    [("PL", False), ("DE", False), ("NO", False), ("IS", False), ("GB", True), ("CH", True), ("US", True)],
)
def test_the_economic_area_is_one_territory(case: Cases, country: str, abroad: bool) -> None:
    worked = case(under=POLAND, partners=[{"id": "p", "country": country}], operator=WARSAW)
    assert first(worked, "partners", "abroad") is abroad


def test_without_a_territory_of_the_law_the_operators_country_is_home(case: Cases) -> None:
    partners = [{"id": "p", "country": "US"}]
    worked = [case(under=ANYWHERE, partners=partners, operator=here) for here in (WARSAW, BOSTON)]
    assert [first(each, "partners", "abroad") for each in worked] == [True, False]
    assert first(case(under=ANYWHERE, partners=partners), "partners", "abroad") is UNANSWERED


@pytest.mark.parametrize(("country", "abroad"), [("GB", False), ("IE", True), ("JE", True), ("US", True)])
def test_britain_is_at_home_in_britain_alone(case: Cases, country: str, abroad: bool) -> None:
    worked = case(under=BRITAIN, partners=[{"id": "p", "country": country}])
    assert first(worked, "partners", "abroad") is abroad


def test_where_nobody_named_a_country_nobody_knows(case: Cases) -> None:
    worked = case(under=POLAND, partners=[{"id": "p"}])
    assert first(worked, "partners", "abroad") is UNANSWERED
    assert first(worked, "venue", "operator.abroad") is UNANSWERED


def test_an_operator_may_sit_abroad_itself(case: Cases) -> None:
    assert first(case(under=POLAND, operator=BOSTON), "venue", "operator.abroad") is True
    assert first(case(under=POLAND, operator=WARSAW), "venue", "operator.abroad") is False


def test_an_activity_is_what_it_usually_is_unless_the_owner_typed_something_else(case: Cases) -> None:
    plain = replace(case(under=POLAND, activities=[{"code": "complaints"}]), presets=USUAL)
    assert first(plain, "activities", "basis") == "legal_obligation"
    assert first(plain, "activities", "purposes") == ("complaint_handling",)
    assert first(plain, "activities", "retention") is UNANSWERED
    own = case(under=POLAND, activities=[{"code": "complaints", "basis": "legitimate_interest"}])
    assert first(replace(own, presets=USUAL), "activities", "basis") == "legitimate_interest"


def test_a_basis_is_taken_from_the_law_the_pack_rests_on_where_it_has_none_itself(case: Cases) -> None:
    worked = replace(case(under=POLAND, activities=[{"code": "recruitment"}]), presets=USUAL)
    assert "pl" not in USUAL["recruitment"].grounds
    assert first(worked, "activities", "basis") == USUAL["recruitment"].grounds["eu"].basis


@pytest.mark.parametrize(
    ("given", "decides", "asks"),
    [
        (["no", "no"], False, ("activities",)),
        (["no", "yes"], True, ("activities",)),
        (["no", "unanswered"], UNANSWERED, ("activities", 1, "automated_decisions")),
        (["yes", "unanswered"], True, None),
        ([], False, ("activities",)),
    ],
)
def test_no_machine_decides_only_where_every_activity_says_so(
    case: Cases, given: list[str], decides: Any, asks: Any
) -> None:
    activities = [
        {"code": code, "automated_decisions": switch}
        for code, switch in zip(("payments", "lockers"), given, strict=False)
    ]
    whole = subjects(case(activities=activities), "venue")[0]
    assert whole.look("machine_decides") == decides
    assert asks is None or whole.asks("machine_decides") == asks


@pytest.mark.parametrize(
    ("told_on", "days"),
    [("2026-02-10", 20), ("2026-03-02", 0), ("2026-04-01", 0), ("unanswered", UNANSWERED)],
)
def test_days_between_telling_staff_and_the_first_day(case: Cases, told_on: str, days: Any) -> None:
    worked = case(surveillance={"started_on": "2026-03-02", "staff_informed_on": told_on})
    assert first(worked, "venue", "surveillance.staff_notice_days") == days


@pytest.mark.parametrize(
    ("said", "uses", "data"),
    [
        ({"service": "booking_platform"}, ("appointments",), ("name", "contact", "booking", "visits")),
        ({"service": "booking_platform", "categories": ["login"]}, ("appointments",), ("login",)),
        (
            {"service": "guard_service"},
            (),
            UNANSWERED,
        ),  # no use of data calls for guards: their kinds are asked
        ({}, UNANSWERED, UNANSWERED),
    ],
)
def test_a_partner_receives_what_is_typed_or_what_the_uses_it_takes_part_in_call_for(
    case: Cases, said: dict[str, Any], uses: Any, data: Any
) -> None:
    activities = [{"code": "appointments"}, {"code": "lockers"}]
    worked = case(activities=activities, partners=[{"id": "p", **said}])
    [partner] = worked.venue.partners
    assert uses_with(partner, worked.venue, USUAL) == uses
    assert kinds_for(partner, worked.venue, BRITAIN, USUAL) == data


@pytest.mark.parametrize(
    ("last", "again"),
    [("2025-02-28", date(2028, 2, 28)), ("none", None), ("unanswered", UNANSWERED)],
)
def test_a_partner_is_looked_over_again_after_three_years(case: Cases, last: str, again: Any) -> None:
    [partner] = case(partners=[{"id": "p", "last_audit_on": last}]).venue.partners
    assert audit_due(partner) == again


def test_a_remedy_for_one_complaint_is_one_of_the_place(case: Cases) -> None:
    offered = [{"about": "late", "offered": ["refund", "voucher"]}]

    def beyond(**complaints: Any) -> Any:
        return first(case(under=BRITAIN, complaints=complaints), "venue", "complaints.outcomes_beyond")

    assert beyond(remedies=["refund"], outcomes=offered) == ("voucher",)
    assert beyond(remedies=["refund", "voucher"], outcomes=offered) == ()
    assert beyond(outcomes=offered) is UNANSWERED
    assert beyond(remedies=["refund"]) == ()
