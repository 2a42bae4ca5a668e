"""Given this venue, this is said of it, at this line, and resting on this."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from placard.check.run import check
from placard.findings import Finding, Severity
from placard.library.library import Library
from placard.read.venue import read_venue

Checked = Callable[..., list[Finding]]

SAMPLES = sorted((Path(__file__).resolve().parents[2] / "venues").rglob("[!_]*.yml"))
C1 = "{id: c1, room: entrance, sees: [entrance], kind: fixed, purposes: [entry_control]}"
C4 = "{id: c4, room: plant, sees: [plant], kind: fixed, purposes: [fire_water_safety]}"


QUESTION = "check.question"
QUESTIONS = ("check.question", "check.question_or_none", "check.question_switch")


def errors(findings: list[Finding]) -> list[Finding]:
    return [finding for finding in findings if finding.severity is Severity.ERROR]


def told(findings: list[Finding], code: str) -> list[Finding]:
    """What was told under a code; a question of a rule goes by the rule's id, whatever it looks like."""
    of_rule = [f for f in findings if f.code == "check.ask" and f.values["rule"] == code]
    return of_rule + [f for f in findings if f.code == code or (code == QUESTION and f.code in QUESTIONS)]


def asked_for(findings: list[Finding]) -> list[str]:
    return [finding.values["fact"] for finding in told(findings, "check.question")]


def test_the_venue_of_the_stories_has_no_error_and_no_warning(checked: Checked) -> None:
    assert {f.severity for f in checked()} <= {Severity.QUESTION, Severity.INFO}


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
def test_our_samples_have_no_error_and_no_warning(library: Library, path: Path) -> None:
    file, findings = read_venue(path, f"venues/{path.name}")
    assert file is not None, findings
    told = check(file, library, date(2026, 11, 22))
    assert {f.severity for f in told} <= {Severity.QUESTION, Severity.INFO}, told


def test_a_camera_in_the_changing_room_is_one_error_with_everything_in_it(checked: Checked) -> None:
    (error,) = errors(checked({"sees: [entrance]": "sees: [entrance, changing-women]"}))
    assert str(error.place) == "venues/old-mill-bathhouse.yml:38"
    assert error.code == "HOUSE-CAM-01"
    assert error.values["subject"] == "c1"
    assert error.values["sees_undress"] == "changing-women"
    assert error.values["rule"] == "HOUSE-CAM-01"
    assert set(error.texts) >= {"en", "pl", "zh-Hans"}
    assert "HOUSE-CAM-01, our own rule" in error.source
    assert "GB-CAM-02: Surveillance Camera Code, principle 2 (known second-hand)" in error.source
    assert error.venue == "old-mill-bathhouse"


NOTHING_HELPS = {
    "plain": C1,
    "masked": C1.replace("}", ", masked: yes}"),
    "dummy": C1.replace("kind: fixed", "kind: dummy"),
    "live only": C1.replace("}", ", recording: none}"),
    "at night": C1.replace("}", ", hours: closed}"),
}


@pytest.mark.parametrize("room", ["changing-women", "showers", "finnish-sauna", "steam"])
@pytest.mark.parametrize("camera", NOTHING_HELPS.values(), ids=NOTHING_HELPS.keys())
def test_nothing_lifts_the_floor(checked: Checked, camera: str, room: str) -> None:
    waiver = "waivers: [{rule: HOUSE-CAM-01, because: vandalism, signed_by: R. Calder, until: 2030-01-01}]"
    findings = checked({C1: camera.replace("sees: [entrance]", f"sees: [{room}]")}, also=waiver)
    assert [error.code for error in errors(findings)] == ["HOUSE-CAM-01"]
    assert len(told(findings, "check.waiver_never")) == 1


def test_a_camera_that_hangs_in_the_sauna_is_refused_whatever_it_is_said_to_see(checked: Checked) -> None:
    (error,) = errors(checked({"room: entrance, sees: [entrance]": "room: finnish-sauna, sees: unanswered"}))
    assert error.code == "HOUSE-CAM-01"
    assert error.values["sees_undress"] == "finnish-sauna"


def test_the_house_alone_speaks_where_no_guidance_was_seen(checked: Checked) -> None:
    (error,) = errors(checked({"sees: [entrance]": "sees: [finnish-sauna]"}))
    assert "GB-" not in error.source
    assert "leaning on: EDPB Guidelines 3/2019" in error.source


def test_an_open_door_is_a_warning_until_it_is_masked_and_then_a_remark(checked: Checked) -> None:
    corridor = C1.replace("sees: [entrance]", "sees: [locker-row]")
    findings = checked({C1: corridor})
    assert asked_for(findings).count("cameras.c1.masked") == 1
    findings = checked({C1: corridor.replace("}", ", masked: no}")})
    (warning,) = told(findings, "HOUSE-CAM-02")
    assert warning.severity is Severity.WARNING
    assert warning.values["behind_open_doors"] == "changing-women, changing-men"
    findings = checked({C1: corridor.replace("}", ", masked: yes}")})
    assert not told(findings, "HOUSE-CAM-02")
    assert [f.severity for f in told(findings, "HOUSE-CAM-03")] == [Severity.INFO]


def test_sound_is_an_error_of_ours_that_names_the_regulator_too(checked: Checked) -> None:
    findings = checked({"audio: no": "audio: yes"})
    (error,) = errors(findings)
    assert (error.code, error.values["subject"]) == ("HOUSE-CAM-05", "c1, c2, c3, c4")
    assert error.place.line == 35
    assert "GB-CAM-03: ICO guidance" in error.source


def test_a_camera_overrides_what_is_said_for_all(checked: Checked) -> None:
    (error,) = errors(checked({C4: C4.replace("}", ", audio: yes}")}))
    assert (error.code, error.values["subject"], error.place.line) == ("HOUSE-CAM-05", "c4", 41)


def test_one_fact_that_is_missing_is_asked_for_once_for_all_cameras(checked: Checked) -> None:
    findings = checked({"audio: no, ": ""})
    (question,) = [f for f in told(findings, "check.question") if f.values["fact"] == "surveillance.audio"]
    assert question.severity is Severity.QUESTION
    assert question.values["rules"] == "HOUSE-CAM-05, GB-CAM-03"
    assert question.place.line == 35
    assert errors(findings) == []


def test_under_strict_an_unanswered_demand_counts_as_broken(checked: Checked) -> None:
    findings = checked({"audio: no, ": "", "kind: fixed": "kind: dome"}, strict=True)
    graded = {f.values["fact"]: f.severity for f in told(findings, "check.question")}
    assert graded["surveillance.audio"] is Severity.ERROR
    assert graded["operator.regulator_registration.number"] is Severity.WARNING
    assert told(findings, "GB-CAM-07")[0].severity is Severity.WARNING


def test_an_unknown_condition_stays_a_question_even_under_strict(checked: Checked) -> None:
    dark = {"recording: motion, ": "", "retention: 14 days, ": "retention: none, "}
    findings = checked(dark, strict=True)
    assert not told(findings, "HOUSE-CAM-09")
    assert "surveillance.recording" in asked_for(findings)


def test_what_is_kept_anyway_is_not_asked_about(checked: Checked) -> None:
    assert "cameras.c1.kind" in asked_for(checked({C1: C1.replace(", kind: fixed", "")}))
    findings = checked({"recording: motion, ": ""})
    rules = [f.values["rules"] for f in told(findings, "check.question") if "recording" in f.values["fact"]]
    assert rules == ["HOUSE-CAM-08"]


def test_no_list_of_cameras_at_all_is_one_question(checked: Checked, story: str) -> None:
    start, end = story.index("cameras:\n"), story.index("activities:")
    findings = checked({story[start:end]: ""})
    (question,) = [f for f in told(findings, "check.question") if f.values["fact"] == "cameras"]
    assert "HOUSE-CAM-01" in question.values["rules"]
    assert "HOUSE-DOOR-03" in question.values["rules"]


def test_a_camera_without_purpose_is_an_error_and_an_unanswered_one_a_question(checked: Checked) -> None:
    assert [e.code for e in errors(checked({"purposes: [entry_control]": "purposes: none"}))] == [
        "HOUSE-CAM-06"
    ]
    findings = checked({"purposes: [entry_control]": "purposes: unanswered"})
    assert errors(findings) == []
    assert "cameras.c1.purposes" in asked_for(findings)


@pytest.mark.parametrize("purposes", ["[public_security]", "[safety]"])
def test_safety_alone_is_too_vague(checked: Checked, purposes: str) -> None:
    findings = checked({"purposes: [entry_control]": f"purposes: {purposes}"})
    assert "HOUSE-CAM-07" in {error.code for error in errors(findings)}
    assert not told(checked({"[entry_control]": "[public_security, entry_control]"}), "HOUSE-CAM-07")


@pytest.mark.parametrize(
    ("retention", "reason", "code"),
    [
        ("7 days", "", ""),
        ("8 days", "", "GB-RET-01"),
        ("14 days", "none", "GB-RET-01"),
        ("14 days", "late_reports", ""),
        ("1 month", "", "GB-RET-01"),
        ("31 days", "", "GB-RET-01"),
        ("32 days", "", "GB-RET-02"),
        ("3 months", "none", "GB-RET-02"),
        ("3 months", "police_request", ""),
        ("none", "", "HOUSE-CAM-09"),
    ],
)
def test_longer_storage_needs_a_reason_and_the_marks_are_ours(
    checked: Checked, retention: str, reason: str, code: str
) -> None:
    said = f"retention: {retention}" + (f", retention_reason: {reason}" if reason else "")
    findings = checked({"retention: 14 days, retention_reason: late_reports": said})
    broken = {f.code for f in findings if f.code.startswith(("GB-RET", "HOUSE-CAM-09"))}
    assert broken == ({code} if code else set())
    assert all("our own rule" in f.source for f in findings if f.code == code)


@pytest.mark.parametrize(
    ("reply", "severity"),
    [
        ("1 month", None),
        ("28 days", None),
        ("30 days", Severity.WARNING),
        ("31 days", Severity.WARNING),
        ("6 weeks", Severity.ERROR),
        ("2 months", Severity.ERROR),
    ],
)
def test_a_reply_beyond_a_month_is_our_error_and_near_it_a_warning(
    checked: Checked, reply: str, severity: Severity | None
) -> None:
    findings = checked({"reply: 1 month": f"reply: {reply}"})
    found = [f for f in findings if f.code in ("GB-REQ-01", "HOUSE-REQ-03")]
    assert [f.severity for f in found] == ([severity] if severity else [])


def test_complaints_need_a_way_since_the_day_the_duty_began(checked: Checked) -> None:
    nowhere = {"complaints: {channels: [desk, phone, email]": "complaints: {channels: none"}
    findings = checked(nowhere)
    told = {error.code: error for error in errors(findings)}
    assert set(told) == {"GB-CMP-01", "HOUSE-REQ-10"}
    assert "(read in the text itself)" in told["GB-CMP-01"].source
    assert {"GB-CMP-02", "GB-CMP-03"} <= {f.code for f in findings}
    assert "GB-CMP-01" not in {f.code for f in checked(nowhere, on=date(2026, 6, 18))}
    assert "GB-CMP-01" in {f.code for f in checked(nowhere, on=date(2026, 6, 19))}


def test_an_acknowledgement_later_than_thirty_days_is_an_error(checked: Checked) -> None:
    assert [e.code for e in errors(checked({"first_contact: 24 hours": "first_contact: 1 month"}))] == [
        "GB-CMP-04"
    ]
    assert errors(checked({"first_contact: 24 hours": "first_contact: 30 days"})) == []


def test_the_fee_is_a_question_a_warning_or_settled(checked: Checked) -> None:
    number = "number: unanswered"
    assert "operator.regulator_registration.number" in asked_for(checked())
    assert [f.severity for f in told(checked({number: "number: none"}), "GB-FEE-01")] == [Severity.WARNING]
    exempt = checked({number: "number: none, exempt: a charity run by its members"})
    assert not told(exempt, "GB-FEE-01")
    lapsed = checked({number: "number: ZA000000, expires_on: 2026-11-10"})
    assert [f.values["operator_regulator_registration_overdue_days"] for f in told(lapsed, "GB-FEE-02")] == [
        "12"
    ]
    paid = checked({number: "number: ZA000000, expires_on: 2027-11-10"})
    assert not told(paid, "GB-FEE-01") + told(paid, "GB-FEE-02")


def test_cameras_are_looked_at_again_every_year(checked: Checked) -> None:
    assert not told(checked(on=date(2027, 9, 1)), "GB-CAM-04")
    assert told(checked(on=date(2027, 9, 3)), "GB-CAM-04")
    reviewed = {"impact_assessment: {status: done, date: 2026-09-01}": "reviewed_on: 2027-09-02"}
    assert not told(checked(reviewed, on=date(2028, 9, 1)), "GB-CAM-04")


def test_a_way_in_can_only_be_bare_because_somebody_said_so(checked: Checked) -> None:
    skipped = "signs: [{sign: cam-01, room: yard, from: locker-row, skip: staff only}]"
    assert not told(checked(), "HOUSE-DOOR-03")
    findings = checked(also=skipped)
    (bare,) = [f for f in findings if f.code in ("HOUSE-DOOR-03", "GB-CAM-05")]
    assert bare.values["subject"] == "locker-row → yard"
    assert bare.values["skip_reason"] == "staff only"
    assert bare.place.line == 54
    assert "HOUSE-DOOR-03" in bare.source
    assert "GB-CAM-05" in bare.source


def test_a_question_of_the_law_is_answered_by_name_and_date(checked: Checked) -> None:
    half = "answers: {GB-CAM-07: {answer: lockers were broken open in March, by: R. Calder}}"
    whole = half.replace("}}", ", date: 2026-11-01}}")
    assert told(checked(also=half), "GB-CAM-07")
    assert not told(checked(also=whole), "GB-CAM-07")
    (odd,) = told(checked(also=whole.replace("07", "77")), "check.answer_unknown")
    assert odd.values["near"] == "GB-CAM-07"


WAIVER = "waivers: [{rule: %s, because: old wiring, signed_by: R. Calder, until: %s}]"


def test_a_waiver_covers_a_house_rule_until_its_last_day_and_is_told(checked: Checked) -> None:
    dummy = {"kind: dome": "kind: dummy"}
    assert told(checked(dummy), "HOUSE-CAM-04")
    covered = checked(dummy, also=WAIVER % ("HOUSE-CAM-04", "2026-11-22"))
    assert not told(covered, "HOUSE-CAM-04")
    assert [f.severity for f in told(covered, "check.waived")] == [Severity.INFO]
    late = checked(dummy, also=WAIVER % ("HOUSE-CAM-04", "2026-11-21"))
    assert told(late, "HOUSE-CAM-04")
    assert told(late, "check.waiver_expired")


def test_law_is_not_waived_and_a_twin_of_law_stands_when_the_house_steps_back(checked: Checked) -> None:
    sound = {"audio: no": "audio: yes"}
    findings = checked(sound, also=WAIVER % ("GB-CAM-03", "2030-01-01"))
    assert told(findings, "check.waiver_of_law")
    assert errors(findings)
    findings = checked(sound, also=WAIVER % ("HOUSE-CAM-05", "2030-01-01"))
    assert errors(findings) == []
    assert [f.severity for f in told(findings, "GB-CAM-03")] == [Severity.WARNING]


def test_a_waiver_of_nothing_names_the_nearest_rule(checked: Checked) -> None:
    (unknown,) = told(checked(also=WAIVER % ("HOUSE-DOOR-3", "2030-01-01")), "check.waiver_unknown")
    assert unknown.values["near"] == "HOUSE-DOOR-03"


def test_the_source_is_said_in_the_language_of_the_report(checked: Checked) -> None:
    (error,) = errors(checked({"sees: [entrance]": "sees: [showers]"}, language="pl"))
    assert "nasza własna zasada" in error.source
    assert "z drugiej ręki" in error.source


def test_findings_come_in_the_order_of_the_file(checked: Checked) -> None:
    findings = checked({"sees: [plant]": "sees: [showers]", "sees: [entrance]": "sees: [steam]"})
    assert [f.place.line for f in findings] == sorted(f.place.line for f in findings)
