"""Given a place in the United Kingdom with a line changed, this is said of it by the `gb` pack."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from placard.findings import Finding, Severity
from placard.library.library import Library
from placard.read.venue import VenueFile, read_venue

Checked = Callable[..., list[Finding]]
SAMPLE = Path(__file__).resolve().parents[2] / "venues" / "old-mill-bathhouse.yml"
ONLINE = "online: {bookings: yes, sold: [vouchers], withdrawal: none}"
CARD = "activities: [appointments, lockers, payments, complaints, "


def weights(findings: list[Finding], rule: str) -> list[Severity]:
    return [f.severity for f in findings if f.code == rule]


def asked(findings: list[Finding]) -> set[str]:
    """The rules whose question waits for a name and a date."""
    return {str(f.values["rule"]) for f in findings if f.code == "check.ask"}


STORIES: dict[str, tuple[dict[str, str], str, str, Severity]] = {
    "a partner abroad and nothing that protects": (
        {"country: IE, ": "country: US, transfer: none, "}, "", "GB-PAR-01", Severity.WARNING,
    ),
    "the clauses of the Union alone": (
        {"country: IE, ": "country: US, transfer: scc, "}, "", "GB-PAR-02", Severity.WARNING,
    ),
    "a partner without a contract": (
        {"contract_on: 2026-01-10": "contract_on: none"}, "", "GB-PAR-03", Severity.WARNING,
    ),
    "vouchers nobody can give back": ({}, ONLINE, "GB-SHO-01", Severity.WARNING),
    "offers nobody can stop": (
        {}, "marketing: {channels: [email], opt_out: none}", "GB-MKT-01", Severity.WARNING,
    ),
    "cards kept ten years": (
        {CARD: CARD + "{treatment_card: {retention: 10 years}}, "}, "", "GB-HLT-01", Severity.WARNING,
    ),
    "a council without an officer": (
        {"legal_form: company": "legal_form: municipal"}, "", "GB-WHO-02", Severity.WARNING,
    ),
    "a council that says nothing of access": (
        {"legal_form: company": "legal_form: municipal"}, "online: none", "GB-ACC-01", Severity.INFO,
    ),
    "an operator in Poland": ({"city: Weirford, country: GB": "city: Weirford, country: PL"}, "",
                              "GB-WHO-03", Severity.INFO),
    "an interest the Act does not list": (
        {CARD: CARD + "{guest_wifi: {basis: recognised_legitimate_interest, interest: service_quality}}, "},
        "", "GB-BAS-03", Severity.WARNING,
    ),
    "pictures shown without consent": (
        {CARD: CARD + "{portfolio: {basis: legitimate_interest, interest: service_quality}}, "},
        "", "GB-IMG-01", Severity.ERROR,
    ),
    "a month too long for a complaint": (
        {"first_contact: 24 hours": "first_contact: 1 month"}, "", "GB-CMP-04", Severity.ERROR,
    ),
}  # fmt: skip


@pytest.mark.parametrize(("changes", "also", "rule", "weight"), STORIES.values(), ids=STORIES.keys())
def test_what_british_law_and_our_own_rules_see(
    checked: Checked, changes: Mapping[str, str], also: str, rule: str, weight: Severity
) -> None:
    assert weights(checked(changes, also), rule) == [weight]
    assert weights(checked({}, ""), rule) == []


QUESTIONS = {
    "GB-BAS-02": CARD + "{guest_wifi: {basis: legitimate_interest, interest: crime_prevention}}, ",
    "GB-MKT-02": CARD + "{newsletter: {basis: legitimate_interest, interest: direct_marketing}}, ",
    "GB-MKT-03": CARD + "{newsletter: {basis: legitimate_interest, interest: direct_marketing}}, ",
}


@pytest.mark.parametrize("rule", QUESTIONS)
def test_what_people_have_to_weigh_is_asked_where_it_arises(checked: Checked, rule: str) -> None:
    assert rule not in asked(checked())
    assert rule in asked(checked({CARD: QUESTIONS[rule]}))


def test_a_question_about_several_uses_is_asked_once_and_names_each(checked: Checked) -> None:
    both = (
        "{newsletter: {basis: legitimate_interest, interest: direct_marketing}}, "
        "{waiting_list: {purposes: [direct_marketing], basis: legitimate_interest, "
        "interest: direct_marketing}}, "
    )
    (question,) = [f for f in checked({CARD: CARD + both}) if f.values.get("rule") == "GB-MKT-02"]
    assert question.values["subject"] == "newsletter, waiting_list"


def test_offers_sent_with_consent_need_no_exception(checked: Checked) -> None:
    assert not asked(checked({CARD: CARD + "{newsletter: {basis: consent}}, "})) & {"GB-MKT-02", "GB-MKT-03"}


def test_only_what_belongs_to_a_council_is_asked_about_the_code_on_cameras(checked: Checked) -> None:
    assert "GB-CAM-08" not in asked(checked())
    for form in ("municipal", "municipal_company"):
        assert "GB-CAM-08" in asked(checked({"legal_form: company": f"legal_form: {form}"}))


# --- Complaints about data: the duty began on 19 June 2026 ------------------------------------------------


@pytest.mark.parametrize(
    ("changes", "rule"),
    [
        ({"complaints: {channels: [desk, phone, email]": "complaints: {channels: none"}, "GB-CMP-01"),
        ({"first_contact: 24 hours": "first_contact: 6 weeks"}, "GB-CMP-04"),
    ],
)
def test_the_day_before_the_duty_began_nothing_is_said_and_on_the_day_it_is(
    checked: Checked, changes: Mapping[str, str], rule: str
) -> None:
    assert weights(checked(changes, on=date(2026, 6, 18)), rule) == []
    assert weights(checked(changes, on=date(2026, 6, 19)), rule) == [Severity.ERROR]


@pytest.mark.slow
def test_a_build_as_of_either_day_says_so(
    build_py: Callable[..., Any], type_venue: Callable[..., Path], tmp_path: Path
) -> None:
    type_venue(tmp_path, {"first_contact: 24 hours": "first_contact: 6 weeks"}, keep_id=True)
    before, since = (
        build_py("check", "--venues", tmp_path, "--as-of", f"2026-06-{day}", "--language", "en")
        for day in (18, 19)
    )
    first_contact = "Until somebody gets in touch: 6 weeks"
    assert first_contact not in before.told
    assert "A complaint about data is acknowledged within 30 days" in before.told, (
        "the day before it is to come"
    )
    assert first_contact in since.told
    assert (before.code, since.code) == (0, 1)


def test_four_periods_stay_four(library: Library) -> None:
    clocks = library.packs["gb"].clocks
    assert {name: (str(clock.within), clock.starts) for name, clock in clocks.items()} == {
        "request_reply": ("1 month", "receipt"),
        "complaint_acknowledgement": ("30 days", "receipt"),
        "breach": ("72 hours", "awareness"),
    }
    for clock in clocks.values():
        assert all("complaint" in clock.not_for["en"] for _ in (clock,))
    assert "complaint_answer" not in clocks, "a complaint about a service is answered as the venue promises"


# --- What nobody can type ---------------------------------------------------------------------------------


def read_with(tmp_path: Path, old: str, new: str) -> tuple[VenueFile | None, list[Finding]]:
    typed = SAMPLE.read_text("utf-8")
    assert old in typed
    path = tmp_path / "mill.yml"
    path.write_text(typed.replace(old, new), "utf-8")
    return read_venue(path, "venues/old-mill-bathhouse.yml")


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("law: gb\n", "law: gb\nauthority: Information Commissioner\n"),
        ("law: gb\n", "law: gb\nauthorities: {supervisory: {name: ICO}}\n"),
        ("complaints: {channels", "complaints: {authority: ICO, channels"),
        ("legal_form: company\n", "legal_form: company\n  authority: ICO\n"),
    ],
)
def test_no_venue_file_can_name_an_authority(tmp_path: Path, old: str, new: str) -> None:
    _, findings = read_with(tmp_path, old, new)
    named = [f for f in findings if "authorit" in str(f.values)]
    assert [f.severity for f in named] == [Severity.ERROR]


def test_the_age_from_which_a_child_consents_online_is_thirteen_and_nobody_types_another(
    library: Library, tmp_path: Path
) -> None:
    age = library.packs["gb"].ages["online_consent"]
    assert (age.years, age.cite) == (13, ("uk-gdpr-8",))
    _, findings = read_with(tmp_path, "minimum_age: 8}", "minimum_age: 8, consent_age: 12}")
    assert [f.severity for f in findings if "consent_age" in str(f.values)] == [Severity.ERROR]
