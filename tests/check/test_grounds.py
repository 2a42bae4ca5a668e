"""Grounds a law does not know: refused in a venue file, refused in content, asked for where nobody says."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest

from placard.check.grounds import usual_grounds
from placard.check.run import check
from placard.findings import Finding, Severity
from placard.library.grounds import Grounds, LegalBasis, Preset, Right, UsualGround
from placard.library.library import Library
from placard.read.venue import VenueFile

Checked = Callable[..., list[Finding]]
TypedIn = Callable[..., VenueFile]
LINE = "complaints, {membership"
ABOUT_GROUNDS = {
    f"check.{name}"
    for name in ("no_basis", "basis_unknown", "ground_unknown", "no_interest", "interest_beside")
}


def about_grounds(findings: list[Finding]) -> list[Finding]:
    return [finding for finding in findings if finding.code in ABOUT_GROUNDS]


def saying(complaints: str) -> dict[str, str]:
    """Type the complaints of the venue of the stories with parts of their own, on a line of their own."""
    return {LINE: f"\n  {{complaints: {{{complaints}}}}}, {{membership"}


@pytest.mark.parametrize(
    ("law", "typed", "code"),
    [
        ("gb", "basis: legitimate_interest, interest: complaint_handling", None),
        ("gb", "basis: recognised_legitimate_interest, interest: child_welfare", None),
        ("eu", "basis: recognised_legitimate_interest, interest: child_welfare", "check.basis_unknown"),
        ("pl", "basis: legal_obligation", None),
        ("pl", "basis: statutory_duty", "check.basis_unknown"),
        ("cn", "basis: legitimate_interest, interest: complaint_handling", "check.basis_unknown"),
        ("cn", "basis: contract", None),
        ("gb", "basis: contract, interest: complaint_handling", "check.interest_beside"),
        ("gb", "basis: contract, interest: none", None),
        ("gb", "interest: none", "check.no_interest"),
        ("gb", "special_ground: separate_consent", "check.ground_unknown"),
        ("cn", "special_ground: explicit_consent", "check.ground_unknown"),
        ("cn", "special_ground: separate_consent", None),
        ("gb", "basis: basically_anything", None),  # told once, as a word nobody knows
    ],
)
def test_a_law_takes_its_own_grounds_and_no_others(
    checked: Checked, law: str, typed: str, code: str | None
) -> None:
    findings = about_grounds(checked({"law: gb": f"law: {law}", **saying(typed)}))
    assert [finding.code for finding in findings] == ([code] if code else [])


def test_who_chooses_a_ground_the_law_has_not_is_told_the_line_and_those_it_has(checked: Checked) -> None:
    typed = saying("basis: legitimate_interest, interest: complaint_handling")
    (finding,) = about_grounds(checked({"law: gb": "law: cn", **typed}))
    assert finding.severity is Severity.ERROR
    assert finding.place.line == 43  # the line on which the basis is typed, one below `activities:`
    assert finding.values["activity"] == "complaints"
    assert finding.values["known"] == "consent, contract, statutory_duty, emergency, already_public"


def test_an_owner_who_turns_to_an_interest_is_asked_which_one(checked: Checked) -> None:
    typed = {"[appointments,": "[{appointments: {basis: legitimate_interest}},"}
    (finding,) = about_grounds(checked(typed))
    assert (finding.code, finding.severity) == ("check.no_interest", Severity.QUESTION)


def test_an_interest_of_the_content_goes_with_the_basis_it_was_meant_for(checked: Checked) -> None:
    assert about_grounds(checked(saying("basis: consent"))) == []


def test_under_a_law_the_content_does_not_speak_of_every_use_is_a_question(
    library: Library, typed_in: TypedIn
) -> None:
    bases = {"custom": LegalBasis("custom", ()), "handshake": LegalBasis("handshake", ())}
    far = replace(library.packs["gb"], id="far", rules=(), grounds=Grounds(bases=bases))
    there = replace(library, packs={**library.packs, "far": far})
    findings = about_grounds(check(typed_in({"law: gb": "law: far"}), there, date(2026, 11, 22)))
    assert {finding.code for finding in findings} == {"check.no_basis"}
    assert {finding.severity for finding in findings} == {Severity.QUESTION}
    assert [finding.values["activity"] for finding in findings] == [
        "appointments",
        "lockers",
        "payments",
        "complaints",
        "membership",
    ]
    assert all(finding.values["known"] == "custom, handshake" for finding in findings)


def test_a_law_that_lists_no_grounds_is_not_checked_against_any(library: Library, typed_in: TypedIn) -> None:
    far = replace(library.packs["gb"], id="far", rules=(), grounds=Grounds())
    there = replace(library, packs={**library.packs, "far": far})
    assert about_grounds(check(typed_in({"law: gb": "law: far"}), there, date(2026, 11, 22))) == []


# --- What content says ----------------------------------------------------------------------------------


def with_ground(library: Library, law: str, basis: str, interest: str = "", special: str = "") -> Library:
    usual = library.activities["lost_property"]
    ground = UsualGround(basis, interest, special, usual.place)
    changed: Preset = replace(usual, grounds={law: ground})
    return replace(library, activities={"lost_property": changed})


def test_our_own_content_says_nothing_a_law_does_not_know(library: Library) -> None:
    assert len(library.activities) >= 18
    assert list(usual_grounds(library)) == []


@pytest.mark.parametrize(
    ("said", "code"),
    [
        (("cn", "legitimate_interest", "return_of_items"), "content.basis_unknown"),
        (("pl", "statutory_duty"), "content.basis_unknown"),
        (("eu", "legitimate_interest"), "content.no_interest"),
        (("eu", "contract", "return_of_items"), "content.interest_beside"),
        (("eu", "legitimate_interest", "being_curious"), "content.interest_unknown"),
        (("cn", "consent", "", "explicit_consent"), "content.ground_unknown"),
        (("atlantis", "consent"), "content.no_such_law"),
    ],
)
def test_content_may_not_rest_a_use_on_what_a_law_has_not(
    library: Library, said: tuple[str, ...], code: str
) -> None:
    (finding,) = usual_grounds(with_ground(library, *said))
    assert (finding.code, finding.severity) == (code, Severity.ERROR)
    assert finding.place == library.activities["lost_property"].place
    assert finding.place.file.endswith("activities.yml")
    assert finding.place.line > 1


@pytest.mark.parametrize(
    ("given_by", "cameras", "code"),
    [
        ({"basis": ("statutory_duty",)}, "", "content.right_given"),
        ({"purposes": ("direct_marketting",)}, "", "content.right_given"),
        ({"source": ("guest",)}, "", "content.right_part"),
        ({"basis": ("consent",)}, "contract_with_the_sun", "content.basis_of_cameras"),
    ],
)
def test_a_right_that_nothing_can_give_is_found_in_the_pack(
    library: Library, given_by: dict[str, tuple[str, ...]], cameras: str, code: str
) -> None:
    gb = library.packs["gb"]
    right = Right("objection", (), given_by)
    grounds = replace(gb.grounds, rights={"objection": right}, of_cameras=cameras)
    (finding,) = usual_grounds(replace(library, packs={**library.packs, "gb": replace(gb, grounds=grounds)}))
    assert (finding.code, finding.place) == (code, gb.place)
