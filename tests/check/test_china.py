"""Given the salon in Shanghai with one line changed, this is said of it, and resting on this."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path

import pytest

from placard.check.run import check
from placard.derive.venuewide import areas_of
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
    """Check the salon with changes on a day: `told({"old": "new"}, strict=True)`."""
    typed = SALON.read_text(encoding="utf-8")

    def tell(changes: Mapping[str, str], strict: bool = False, on: date = TODAY) -> list[Finding]:
        text = typed
        for old, new in changes.items():
            assert old in text, f"the salon does not say {old!r}"
            text = text.replace(old, new, 1)
        path = tmp_path / "salon.yml"
        path.write_text(text, encoding="utf-8")
        file, findings = read_venue(path, "venues/jade-mirror-salon.yml")
        assert file is not None, findings
        return check(file, library, on, strict=strict)

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
def test_a_room_the_order_names_is_named_flat_and_looking_in_is_our_reading(told: Told, room: str) -> None:
    (error,) = errors(told({"sees: [entrance]": f"sees: [{room}]"}))
    assert error.code == "CN-CAM-01"
    assert "article 8, forbids a camera inside baths, toilets, changing rooms" in error.texts["en"]
    assert "from outside, we read its item (4) so" in error.texts["en"]
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
    found = errors(told(changes))
    assert [error.code for error in found] == ["CN-CAM-05", "CN-CAM-08"]
    assert found[0].values["subject"] == "c1, c2"


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
    "a key target against terror": (
        {"regime: art9": "regime: art9\n  key_target: yes"},
        "CN-CAM-16",
        Severity.ERROR,
    ),
    "singing rooms and a fortnight": (
        {
            "[prepaid_cards]": "[prepaid_cards, song_and_dance]",
            "retention: 30 days  ": "retention: 14 days  ",
            "guards: 上海虚构保安服务有限公司\n": "guards: none\n",
        },
        "CN-CAM-17",
        Severity.ERROR,
    ),
    "a night nobody is registered for": (
        {"[prepaid_cards]": "[prepaid_cards, overnight_stay]"},
        "CN-STAY-01",
        Severity.ERROR,
    ),
    "a register by consent": (
        {"activities:\n": "activities:\n  - guest_register: {basis: consent, retention: 1 year}\n"},
        "CN-STAY-02",
        Severity.ERROR,
    ),
    "a register that asks for no guardian": (
        {"activities:\n": "activities:\n  - guest_register: {categories: [name, stay], retention: 1 year}\n"},
        "CN-STAY-03",
        Severity.ERROR,
    ),
    "an identity document for a facial": (
        {"appointments: {": "appointments: {categories: [name, identity_document], "},
        "CN-STAY-04",
        Severity.WARNING,
    ),
    "no locker but by face": (
        {"activities:\n": "activities:\n  - lockers: {categories: [locker, face], retention: 7 days}\n"},
        "CN-USE-03",
        Severity.WARNING,
    ),
    "a purpose that is none": (
        {"membership: {": "membership: {purposes: [service_improvement], "},
        "CN-USE-01",
        Severity.WARNING,
    ),
    "lasers": ({"[facial, massage, waxing]": "[facial, lasers]"}, "CN-SEN-05", Severity.WARNING),
    "prepaid cards nobody keeps a record of": (
        {"  - membership: {retention: 3 years, automated_decisions: no}": "  # none"},
        "CN-PRE-02",
        Severity.WARNING,
    ),
    "no sign where people change": (
        {"answers:\n": "signs: [{sign: pho-01, skip: it spoils the door}]\nanswers:\n"},
        "CN-FILM-03",
        Severity.WARNING,
    ),
    "faces made by software and a nod": (
        {"machine_made: none": "machine_made: [face]", "published: with_release": "published: always_asked"},
        "CN-IMG-04",
        Severity.WARNING,
    ),
    "proof of consent thrown away in Shanghai": (
        {"activities:\n": "activities:\n  - newsletter: {retention: 3 years}\n"},
        "CN-LOC-10",
        Severity.WARNING,
    ),
    "a passage without a camera in Guangzhou": (
        {"city: 上海市": "city: 广州市"},
        "CN-LOC-02",
        Severity.WARNING,
    ),
    "a night of massages in Foshan": (
        {"city: 上海市": "region: 广东省, city: 佛山市", "[prepaid_cards]": "[prepaid_cards, after_two]"},
        "CN-LOC-04",
        Severity.WARNING,
    ),
    "a week of pictures in Chengdu": (
        {
            "city: 上海市": "city: 成都市",
            "retention: 30 days  ": "retention: 7 days  ",
            "guards: 上海虚构保安服务有限公司\n": "guards: none\n",
        },
        "CN-LOC-05",
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


# --- Days, and places ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("day", "rule", "article"),
    [
        (date(2025, 12, 31), "CN-FILM-01", "art. 42"),
        (date(2026, 1, 1), "CN-FILM-02", "art. 50(1)(6)"),
    ],
)
def test_secret_filming_changes_its_article_with_the_year(
    told: Told, day: date, rule: str, article: str
) -> None:
    findings = told({"phones: {undress: banned": "phones: {undress: allowed"}, on=day)
    (found,) = [f for f in findings if f.code.startswith("CN-FILM")]
    assert (found.code, found.severity) == (rule, Severity.INFO)
    assert article in found.source


@pytest.mark.parametrize(
    ("reported", "day", "late"),
    [
        ("2026-01-20", date(2027, 1, 31), False),
        ("2026-01-20", date(2027, 2, 1), True),
        ("2025-01-20", TODAY, True),
        ("none", TODAY, True),
    ],
)
def test_the_report_on_minors_is_due_by_the_end_of_january(
    told: Told, reported: str, day: date, late: bool
) -> None:
    changes = {"minimum_age: 14": f"minimum_age: 14, minors_reported_on: {reported}"}
    assert (("CN-MIN-03", Severity.WARNING) in grave(told(changes, on=day))) is late


@pytest.mark.parametrize(
    ("places", "areas"),
    [
        (["广东省"], ("guangdong",)),
        (["佛山市南海区"], ("guangdong",)),
        (["Guangzhou"], ("guangdong",)),
        (["中山市"], ("guangdong",)),
        (["大连市中山区"], ()),
        (["四川省", "成都市"], ("chengdu",)),
        (["北京市"], ()),
    ],
)
def test_an_address_lies_in_the_areas_whose_rules_are_known(
    library: Library, places: list[str], areas: tuple[str, ...]
) -> None:
    assert areas_of(chain(library.packs, "cn"), places) == areas


def test_where_the_city_is_unknown_so_are_its_rules(told: Told) -> None:
    codes = {f.code for f in told({"city: 上海市": "city: unanswered"})}
    assert not {code for code in codes if code.startswith("CN-LOC")}


def test_a_rule_of_a_province_is_never_graver_than_a_warning(library: Library) -> None:
    local = [rule for rule in library.packs["cn"].rules if rule.id.startswith("CN-LOC")]
    assert {area for area in library.packs["cn"].areas} == {
        test.operands[n]
        for rule in local
        for block in rule.when
        for test in block
        for n in range(len(test.operands))
        if test.fact.endswith("operator.areas")
    }
    assert {rule.severity for rule in local} == {Severity.WARNING}
