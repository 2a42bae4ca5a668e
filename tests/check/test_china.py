"""Given the salon in Shanghai with one line changed, this is said of it, and resting on this."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path

import pytest

from placard.check.run import check
from placard.findings import Finding, Severity
from placard.library.library import Library
from placard.read.law import chain
from placard.read.venue import read_venue

SALON = Path(__file__).resolve().parents[2] / "venues" / "jade-mirror-salon.yml"
TODAY = date(2026, 11, 22)
Told = Callable[..., list[Finding]]
C1 = "{id: c1, room: entrance, sees: [entrance], kind: fixed,"
ORDER = "State Council Order 799 (公共安全视频图像信息系统管理条例), art. 8"


@pytest.fixture
def told(library: Library, tmp_path: Path) -> Told:
    """Check the salon with changes: `told({"old": "new"}, strict=True)`."""
    typed = SALON.read_text(encoding="utf-8")

    def tell(changes: Mapping[str, str], strict: bool = False) -> list[Finding]:
        text = typed
        for old, new in changes.items():
            assert old in text, f"the salon does not say {old!r}"
            text = text.replace(old, new, 1)
        path = tmp_path / "salon.yml"
        path.write_text(text, encoding="utf-8")
        file, findings = read_venue(path, "venues/jade-mirror-salon.yml")
        assert file is not None, findings
        return check(file, library, TODAY, strict=strict)

    return tell


def errors(findings: list[Finding]) -> list[Finding]:
    return [finding for finding in findings if finding.severity is Severity.ERROR]


def grave(findings: list[Finding]) -> set[tuple[str, Severity]]:
    return {(f.code, f.severity) for f in findings if f.severity in (Severity.ERROR, Severity.WARNING)}


def line_of(words: str) -> int:
    lines = SALON.read_text(encoding="utf-8").splitlines()
    return 1 + next(number for number, line in enumerate(lines) if words in line)


# --- Where no camera may be -----------------------------------------------------------------------------


def test_a_camera_in_a_treatment_room_is_our_reading_of_the_order_and_says_so(told: Told) -> None:
    (error,) = errors(told({"sees: [entrance]": "sees: [facial-a]"}))
    assert (error.place.file, error.place.line) == ("venues/jade-mirror-salon.yml", line_of("{id: c1,"))
    assert error.code == "CN-CAM-02"
    assert (error.values["subject"], error.values["sees"]) == ("c1", "facial-a")
    assert "we read State Council Order 799, article 8(1)(4), so" in error.texts["en"]
    assert "我们这样理解" in error.texts["zh-Hans"]
    assert f"CN-CAM-02: {ORDER}(1)(4) (read in the text itself)" in error.source
    assert "HOUSE-CAM-01, our own rule" in error.source


@pytest.mark.parametrize("room", ["washroom", "changing", "rest"])
def test_the_rooms_the_order_names_are_named_flat(told: Told, room: str) -> None:
    (error,) = errors(told({"sees: [entrance]": f"sees: [{room}]"}))
    assert error.code == "CN-CAM-01"
    assert "we read" not in error.texts["en"]
    assert "article 8, forbids a camera" in error.texts["en"]
    assert f"CN-CAM-01: {ORDER}(1)(1)-(3) (read in the text itself)" in error.source


def test_a_camera_that_hangs_in_a_toilet_is_refused_whatever_it_is_said_to_see(told: Told) -> None:
    (error,) = errors(told({"room: entrance, sees: [entrance]": "room: washroom, sees: unanswered"}))
    assert (error.code, error.values["room"]) == ("CN-CAM-01", "washroom")


def test_a_dummy_is_no_matter_of_the_order_and_still_meets_our_floor(told: Told) -> None:
    dummy = {C1: C1.replace("sees: [entrance], kind: fixed", "sees: [washroom], kind: dummy")}
    (error,) = errors(told(dummy))
    assert error.code == "HOUSE-CAM-01"
    assert "799" not in error.source


def test_neither_a_mask_nor_a_waiver_lifts_the_ban(told: Told) -> None:
    waived = "waivers: [{rule: CN-CAM-01, because: theft, signed_by: 陈一茗, until: 2030-01-01}]\nanswers:"
    findings = told(
        {"sees: [entrance]": "sees: [changing]", "masked: no": "masked: yes", "\nanswers:": "\n" + waived}
    )
    assert [error.code for error in errors(findings)] == ["CN-CAM-01"]
    assert "check.waiver_of_law" in {finding.code for finding in findings}


def test_the_law_adds_to_the_floor_and_a_bathhouse_gets_more(library: Library) -> None:
    law = chain(library.packs, "cn")
    assert law.floor_kinds("salon") == {"staff_room", "sleeping_room", "private_room"}
    assert law.floor_kinds("bathhouse") == law.floor_kinds("salon") | {"pool", "locker_corridor"}


# --- Thirty days, and which rules hold ------------------------------------------------------------------


@pytest.mark.parametrize(
    ("changes", "broken"),
    [
        ({"retention: 30 days  ": "retention: 20 days  "}, "CN-CAM-06"),
        ({"retention: 30 days  ": "retention: 1 month  "}, "CN-CAM-06"),
        (
            {
                "retention: 30 days  ": "retention: 7 days  ",
                "guards: 上海虚构保安服务有限公司\n": "guards: none\n",
            },
            "",
        ),
        (
            {
                "retention: 30 days  ": "retention: 20 days  ",
                "guards: 上海虚构保安服务有限公司\n": "guards: none\n",
                "regime: art9": "regime: art7\n  police_filing: {date: 2026-05-20}",
            },
            "CN-CAM-05",
        ),
    ],
    ids=["guards", "a month may be short", "neither guards nor article 7", "article 7"],
)
def test_thirty_days_hold_under_article_seven_and_with_guards_and_nowhere_else(
    told: Told, changes: Mapping[str, str], broken: str
) -> None:
    found = {(error.code, error.place.line) for error in errors(told(changes))}
    assert found == ({(broken, line_of("retention: 30 days"))} if broken else set())


def test_guards_and_article_seven_on_one_camera_are_told_once(told: Told) -> None:
    changes = {
        "retention: 30 days  ": "retention: 20 days  ",
        "regime: art9": "regime: art7\n  police_filing: none",
    }
    found = [error.code for error in errors(told(changes))]
    assert found == ["CN-CAM-05", "CN-CAM-05", "CN-CAM-08"]


def test_whoever_has_cameras_settles_which_article_holds(told: Told) -> None:
    assert ("CN-CAM-04", Severity.ERROR) in grave(told({"  regime: art9\n": ""}))


# --- What else is told ----------------------------------------------------------------------------------

BROKEN = {
    "no public security": (
        {"[public_security, entry_control]": "[entry_control]"},
        "CN-CAM-09",
        Severity.ERROR,
    ),
    "a screen for guests": ({"seen_by_guests: no": "seen_by_guests: yes"}, "CN-CAM-11", Severity.ERROR),
    "nobody searches": (
        {"sweeps: {interval: 1 week}": "sweeps: none"},
        "CN-SWP-01",
        Severity.ERROR,
    ),
    "interests of its own": (
        {"complaints: {retention": "complaints: {basis: legitimate_interest, retention"},
        "check.basis_unknown",
        Severity.ERROR,
    ),
    "offers without consent": (
        {"activities:\n": "activities:\n  - newsletter: {basis: contract, retention: 1 month}\n"},
        "CN-BASIS-02",
        Severity.ERROR,
    ),
    "a portfolio one has to allow": (
        {"activities:\n": "activities:\n  - portfolio: {provision: required_by_law, retention: 1 year}\n"},
        "CN-BASIS-03",
        Severity.ERROR,
    ),
    "a treatment card by contract": (
        {"treatment_card: {retention": "treatment_card: {basis: contract, retention"},
        "CN-SEN-01",
        Severity.ERROR,
    ),
    "allergies asked for with everything else": (
        {"special_ground: separate_consent": "special_ground: explicit_consent"},
        "CN-SEN-02",
        Severity.ERROR,
    ),
    "a picture published on a nod": (
        {"published: with_release": "published: always_asked"},
        "CN-IMG-01",
        Severity.ERROR,
    ),
    "a partner without a contract": (
        {"contract_on: 2026-03-01": "contract_on: none"},
        "CN-PTN-01",
        Severity.WARNING,
    ),
    "bookings kept abroad": (
        {"country: CN, contract_on: 2026-03": "country: SG, transfer: none, contract_on: 2026-03"},
        "CN-PTN-02",
        Severity.WARNING,
    ),
    "bookings abroad the European way": (
        {"country: CN, contract_on: 2026-03": "country: SG, transfer: scc, contract_on: 2026-03"},
        "CN-PTN-03",
        Severity.ERROR,
    ),
    "a card without a record": (
        {"membership: {retention": "membership: {categories: [name, contact], retention"},
        "CN-PRE-01",
        Severity.WARNING,
    ),
    "no ICP number": ({"icp_number: 沪ICP备00000000号": "icp_number: none"}, "CN-WEB-01", Severity.ERROR),
    "English first": ({"languages: [zh-Hans, en]": "languages: [en, zh-Hans]"}, "CN-SGN-01", Severity.ERROR),
    "no way to complain": (
        {"complaints: {channels: [desk, phone, email, form]": "complaints: {channels: none"},
        "CN-NOT-03",
        Severity.ERROR,
    ),
    "nobody signed": (
        {"confidentiality_signed: yes": "confidentiality_signed: no"},
        "CN-STF-02",
        Severity.WARNING,
    ),
    "sixty days for no reason": (
        {
            "retention: 30 days  ": "retention: 60 days  ",
            "retention_reason: legal_minimum": "retention_reason: none",
        },
        "CN-CAM-07",
        Severity.WARNING,
    ),
}


@pytest.mark.parametrize(("changes", "code", "severity"), BROKEN.values(), ids=BROKEN.keys())
def test_what_breaks_a_rule_is_told_with_its_weight(
    told: Told, changes: Mapping[str, str], code: str, severity: Severity
) -> None:
    assert not grave(told({}))
    assert (code, severity) in grave(told(changes))


def test_what_such_an_activity_usually_is_counts_where_the_owner_says_nothing(told: Told) -> None:
    asked = {f.values["fact"] for f in told({}) if f.code.startswith("check.question")}
    assert not {fact for fact in asked if fact.startswith("activities.")}


def test_an_assessment_nobody_dates_is_asked_for_and_counts_when_published_strictly(told: Told) -> None:
    silent = {"  CN-SEN-03:": "  CN-CAM-14:"}
    asked = [f.severity for f in told(silent) if f.values.get("rule") == "CN-SEN-03"]
    assert asked == [Severity.QUESTION]
    assert [f.severity for f in told(silent, strict=True) if f.values.get("rule") == "CN-SEN-03"] == [
        Severity.ERROR
    ]


@pytest.mark.parametrize(("age", "asked"), [("14", 0), ("13", 1), ("none", 1)])
def test_children_under_fourteen_raise_the_question_of_their_guardians(
    told: Told, age: str, asked: int
) -> None:
    findings = told({"minimum_age: 14": f"minimum_age: {age}"})
    assert len([f for f in findings if f.values.get("rule") == "CN-MIN-01"]) == asked


def test_the_law_has_no_clock_and_the_promise_is_the_owners(library: Library) -> None:
    law = chain(library.packs, "cn")
    assert [law.clock(which) for which in ("request_reply", "complaint_acknowledgement", "breach")] == [
        None
    ] * 3
