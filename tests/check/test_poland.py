"""Given the studio in Warsaw with one line changed, this is said of it, and resting on this."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import date
from pathlib import Path

import pytest

from placard.check.run import check
from placard.findings import Finding, Severity
from placard.library.library import Library
from placard.read.messages import Messages
from placard.read.venue import read_venue

STUDIO = Path(__file__).resolve().parents[2] / "venues" / "river-light-studio.yml"
TODAY = date(2026, 11, 22)
Told = Callable[..., list[Finding]]


@pytest.fixture
def told(library: Library, tmp_path: Path) -> Told:
    """Check the studio with changes: `told({"old": "new"}, strict=True)`."""
    typed = STUDIO.read_text(encoding="utf-8")

    def tell(changes: Mapping[str, str], strict: bool = False) -> list[Finding]:
        text = typed
        for old, new in changes.items():
            assert old in text, f"the studio does not say {old!r}"
            text = text.replace(old, new, 1)
        path = tmp_path / "studio.yml"
        path.write_text(text, encoding="utf-8")
        file, findings = read_venue(path, "venues/river-light-studio.yml")
        assert file is not None, findings
        return check(file, library, TODAY, strict=strict)

    return tell


def grave(findings: list[Finding]) -> Iterator[tuple[str, Severity]]:
    yield from ((f.code, f.severity) for f in findings if f.severity in (Severity.ERROR, Severity.WARNING))


def test_a_camera_in_the_dressing_room_names_the_practice_of_authorities_and_our_rule(told: Told) -> None:
    (error,) = [f for f in told({"sees: [entrance]": "sees: [dressing]"}) if f.severity is Severity.ERROR]
    lines = STUDIO.read_text(encoding="utf-8").splitlines()
    assert (error.place.file, error.place.line) == (
        "venues/river-light-studio.yml",
        1 + next(n for n, line in enumerate(lines) if "{id: c1," in line),
    )
    assert error.code == "HOUSE-CAM-01"
    assert (error.values["subject"], error.values["sees_undress"]) == ("c1", "dressing")
    assert "HOUSE-CAM-01, our own rule" in error.source
    assert "EU-CAM-03: EDPB Guidelines 3/2019" in error.source
    assert "Dutch data protection authority (AP)" in error.source
    assert "PL-CAM-04: UODO guidance on video surveillance of June 2018" in error.source
    assert (
        "PL-CAM-03: Labour Code (Kodeks pracy), art. 22(2) par. 2 (read in the text itself)" in error.source
    )


def test_the_house_alone_speaks_of_the_closed_set(told: Told) -> None:
    (error,) = [f for f in told({"sees: [entrance]": "sees: [closed-set]"}) if f.severity is Severity.ERROR]
    assert error.code == "HOUSE-CAM-01"
    assert "EU-" not in error.source
    assert "PL-" not in error.source


BROKEN = {
    "four months of pictures": ({"retention: 7 days": "retention: 4 months"}, "PL-CAM-07"),
    "staff told six days before": (
        {"staff_informed_on: 2026-02-10": "staff_informed_on: 2026-02-24"},
        "PL-CAM-09",
    ),
    "signs on the first day": ({"signs_up_on: 2026-03-01": "signs_up_on: 2026-03-02"}, "PL-CAM-10"),
    "a partner abroad without a safeguard": ({"transfer: scc": "transfer: none"}, "EU-PAR-01"),
    "an answer after thirty days": ({"written_answer: 14 days": "written_answer: 30 days"}, "PL-CMP-01"),
    "requests after six weeks": ({"reply: 1 month": "reply: 6 weeks"}, "EU-REQ-01"),
    "a portfolio without consent": (
        {"portfolio: {retention": "portfolio: {basis: contract, retention"},
        "EU-BAS-04",
    ),
    "offers without consent": (
        {"newsletter: {retention": "newsletter: {basis: legitimate_interest, retention"},
        "PL-MKT-01",
    ),
    "an interest nobody names": (
        {"incident_notes: {retention": "incident_notes: {interest: none, retention"},
        "EU-BAS-01",
    ),
    "allergies without explicit consent": (
        {"activities:\n": "activities:\n  - treatment_card: {special_ground: none, retention: 1 year}\n"},
        "EU-BAS-03",
    ),
    "a machine that decides": ({"automated_decisions: no": "automated_decisions: yes"}, "EU-NOT-04"),
    "no Polish": ({"languages: [pl, en]": "languages: [en]"}, "PL-LNG-01"),
    "boudoir pictures in the clear": ({"encrypted: yes": "encrypted: no"}, "EU-IMG-03"),
    "a picture that stays two months": ({"withdrawal: 7 days": "withdrawal: 2 months"}, "EU-IMG-02"),
    "nobody to ask": (
        {
            'phone: "+48 22 000 01 23"': "phone: none",
            "email: studio@swiatlonadrzeka.example": "email: none",
            'email: dane@swiatlonadrzeka.example, phone: "+48 22 000 01 24"': "email: none, phone: none",
        },
        "EU-NOT-01",
    ),
    "a use without an end": (
        {"appointments: {retention: 6 months": "appointments: {retention: none"},
        "EU-NOT-03",
    ),
    "a room of the commune": (
        {"legal_form: company": "legal_form: municipal", "room: entrance, sees: [entrance]":
         "room: entrance, sees: [toilet]"},
        "PL-CAM-06",
    ),
    "faces": ({"analytics: none": "analytics: [facial_recognition]"}, "EU-CAM-09"),
}  # fmt: skip


@pytest.mark.parametrize(("changes", "rule"), BROKEN.values(), ids=BROKEN.keys())
def test_what_breaks_a_statute_or_our_own_rule_is_an_error(
    told: Told, changes: Mapping[str, str], rule: str
) -> None:
    assert (rule, Severity.ERROR) in list(grave(told(changes)))


DOUBTFUL = {
    "a week without a reason": ({"retention_reason: closed_days": "retention_reason: none"}, "EU-CAM-06"),
    "two months of pictures": ({"retention: 7 days": "retention: 2 months"}, "EU-CAM-07"),
    "pictures deleted by hand": ({"auto_delete: yes": "auto_delete: no"}, "EU-CAM-08"),
    "interests not weighed": ({"{status: done, date: 2026-02-02}": "{status: planned}"}, "EU-CAM-04"),
    "a lab without a contract": ({"contract_on: 2026-02-20": "contract_on: none"}, "EU-PAR-03"),
    "a safeguard of another country": ({"transfer: scc": "transfer: idta"}, "EU-PAR-02"),
    "invoices gone after a year": (
        {"payments: {retention: 5 years": "payments: {retention: 1 year"},
        "PL-TAX-01",
    ),
    "an operator in America": ({"country: PL}\n  phone": "country: US}\n  phone"}, "EU-WHO-03"),
}  # fmt: skip


@pytest.mark.parametrize(("changes", "rule"), DOUBTFUL.values(), ids=DOUBTFUL.keys())
def test_what_guidance_frowns_on_is_a_warning_and_no_more(
    told: Told, changes: Mapping[str, str], rule: str
) -> None:
    findings = list(grave(told(changes)))
    assert (rule, Severity.WARNING) in findings
    assert not [code for code, severity in findings if severity is Severity.ERROR]


def test_three_months_are_the_limit_and_the_practice_of_days_is_told_beside_it(told: Told) -> None:
    findings = told({"retention: 7 days": "retention: 4 months"})
    (error,) = [f for f in findings if f.severity is Severity.ERROR]
    assert "art. 22(2) par. 3-5 (read in the text itself)" in error.source
    assert "EU-CAM-07: EDPB Guidelines 3/2019" in error.source
    assert list(grave(told({"retention: 7 days": "retention: 31 days"}))) == []


def test_one_person_alone_is_held_to_our_mark_and_not_to_the_labour_code(told: Told) -> None:
    alone = {"count: 5": "count: 1", "retention: 7 days": "retention: 4 months"}
    (error,) = [f for f in told(alone) if f.severity is Severity.ERROR]
    assert error.code == "PL-CAM-08"
    late = {"count: 5": "count: 1", "signs_up_on: 2026-03-01": "signs_up_on: 2026-03-02"}
    assert list(grave(told(late))) == []


def test_an_unknown_safeguard_is_asked_for_and_stops_a_strict_run(told: Told) -> None:
    unknown = {"country: US, transfer: scc": "country: US"}
    (question,) = [f for f in told(unknown) if "transfer" in f.values.get("fact", "")]
    assert question.severity is Severity.QUESTION
    (error,) = [f for f in told(unknown, strict=True) if "transfer" in f.values.get("fact", "")]
    assert error.severity is Severity.ERROR


@pytest.mark.parametrize("country", ["DE", "IS", "NO", "LI", "PL"])
def test_within_the_economic_area_nothing_is_asked(told: Told, country: str) -> None:
    near = told({"country: US, transfer: scc": f"country: {country}"}, strict=True)
    assert not [f for f in near if "transfer" in f.values.get("fact", "") or f.code.startswith("EU-PAR")]


@pytest.mark.parametrize(
    "rule", ["PL-CAM-11", "PL-CMP-03", "PL-IMG-01", "PL-IMG-02", "PL-MIN-01", "PL-MKT-02"]
)
def test_what_no_machine_decides_is_asked_until_somebody_has_answered(told: Told, rule: str) -> None:
    assert not [f for f in told({}) if f.code == "check.ask"]
    asked = [f for f in told({f"  {rule}:": "  XX-01:"}) if f.code == "check.ask"]
    assert [f.values["rule"] for f in asked] == [rule]


PALARNIA = "  - {id: store, kind: store}\n  - {id: smoke, kind: %s, doors_to: [store]}\n"
FURTHER = {
    "a camera in the union's room": (
        {"  - {id: store, kind: store}\n": PALARNIA % "union_room", "sees: [entrance]": "sees: [smoke]"},
        "PL-CAM-14",
        Severity.ERROR,
    ),
    "a camera in the smoking room": (
        {"  - {id: store, kind: store}\n": PALARNIA % "smoking_room", "sees: [entrance]": "sees: [smoke]"},
        "PL-CAM-17",
        Severity.ERROR,
    ),
    "a bath the city owns": (
        {
            "  - {id: store, kind: store}\n": PALARNIA % "canteen",
            "sees: [entrance]": "sees: [smoke]",
            "legal_form: company": "legal_form: municipal_company",
        },
        "PL-CAM-15",
        Severity.ERROR,
    ),
    "thirty staff, a union and a notice": (
        {"  count: 5\n  union: no": "  count: 30\n  union: yes\n  work_rules: no"},
        "PL-CAM-16",
        Severity.WARNING,
    ),
    "vouchers one cannot give back": (
        {"bookings: no, sold: none": "bookings: no, sold: [vouchers]"},
        "PL-SHO-01",
        Severity.ERROR,
    ),
    "a newsletter without terms": (
        {'terms: "https://swiatlonadrzeka.example/regulamin"': "terms: none"},
        "PL-SHO-02",
        Severity.WARNING,
    ),
    "a chain that says nothing of access": (
        {"bookings: no, sold: none": "bookings: yes, sold: none", "micro: yes": "micro: no"},
        "PL-ACC-01",
        Severity.ERROR,
    ),
    "bookings kept eight years": (
        {"appointments: {retention: 6 months": "appointments: {retention: 8 years"},
        "PL-LIM-01",
        Severity.WARNING,
    ),
    "an officer told of after forty days": (
        {
            "data_protection_officer: none": "data_protection_officer: {name: Jan Zmyślony, "
            "email: iod@nadrzeka.example, phone: none, appointed_on: 2026-01-02, "
            "authority_notified_on: 2026-02-11}"
        },
        "PL-DPO-03",
        Severity.WARNING,
    ),
    "standards for minors that hang nowhere": (
        {
            "protection_standards: none": "protection_standards: {web: none, rooms: [waiting], "
            "reviewed_on: 2026-01-10}"
        },
        "PL-MIN-04",
        Severity.ERROR,
    ),
}


@pytest.mark.parametrize(("changes", "rule", "weight"), FURTHER.values(), ids=FURTHER.keys())
def test_what_else_polish_law_and_our_own_rules_see(
    told: Told, changes: Mapping[str, str], rule: str, weight: Severity
) -> None:
    found = [f for f in told(changes) if f.severity is weight and (f.code == rule or rule in f.source)]
    assert found, list(grave(told(changes)))


def test_children_who_are_taught_raise_the_question_of_checks(told: Told) -> None:
    found = told({"activities_for_minors: no": "activities_for_minors: yes"})
    assert [f.values["rule"] for f in found if f.code == "check.ask"] == ["PL-MIN-05"]


def test_what_else_is_watched_of_staff_is_asked_about(told: Told) -> None:
    found = told({"watched: none": "watched: [mail, positions]"})
    assert [f.values["rule"] for f in found if f.code == "check.ask"] == ["PL-STF-01"]


def test_the_age_from_which_a_child_consents_online_is_sixteen_and_nobody_types_another(
    library: Library, tmp_path: Path
) -> None:
    age = library.packs["pl"].ages["online_consent"]
    assert (age.years, age.cite) == (16, ("gdpr-8", "uodo-silent"))
    path = tmp_path / "studio.yml"
    typed = STUDIO.read_text(encoding="utf-8")
    assert "minimum_age: none," in typed
    path.write_text(typed.replace("minimum_age: none,", "minimum_age: none, consent_age: 13,"), "utf-8")
    _, findings = read_venue(path, "venues/river-light-studio.yml")
    assert [f.severity for f in findings if "consent_age" in str(f.values)] == [Severity.ERROR]


def test_a_length_of_time_is_told_in_the_language_of_the_report(told: Told) -> None:
    words = Messages.load([STUDIO.parents[1] / "content"], "pl", "zh-Hans")
    (kept,) = [f for f in told({"retention: 7 days": "retention: 4 months"}) if "retention" in f.values][:1]
    assert "Czas przechowywania: 4 miesiące." in words.say(kept, "pl")
    assert "保存时间：4 个月" in words.say(kept, "zh-Hans")
    assert "Kept: 4 months." in words.say(kept, "en")
