"""Law packs as they stand in content, laid over each other, and put in a row."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from placard.findings import Finding, Severity
from placard.library.law import Law, Pack
from placard.model.values import Duration
from placard.read.law import chain, read_packs
from placard.read.layers import Layers

CONTENT = Path(__file__).resolve().parents[2] / "content"
REAL = read_packs(Layers([CONTENT], []))

HOUSE = "name: {en: House}\nshort_name: {en: house}\nstatus: draft\n"
RULE = """\
  - id: %s
    title: {en: T}
    basis: house
    must: {camera_count: {at_most: 3}}
    severity: warning
    say: {en: S}
"""
Packs = Callable[..., tuple[dict[str, Pack], list[Finding]]]


@pytest.fixture
def packs(tmp_path: Path) -> Packs:
    """Write folders of content and read their packs: `packs({"law/house/pack.yml": …}, {…})`."""

    def read(*layers: dict[str, str]) -> tuple[dict[str, Pack], list[Finding]]:
        folders = []
        for number, files in enumerate(layers):
            folders.append(tmp_path / str(number) / "content")
            for name, text in files.items():
                path = folders[-1] / name
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_text(text, encoding="utf-8")
        findings: list[Finding] = []
        return read_packs(Layers(folders, findings)), findings

    return read


def test_the_pack_of_the_united_kingdom_says_how_it_saw_what_it_says() -> None:
    law = chain(REAL, "gb")
    assert [pack.id for pack in law.packs] == ["house", "gb"]
    assert law.id == "gb"
    authority = law.authority("supervisory")
    assert authority is not None
    assert "Information Commission" in authority.name["en"]
    assert (authority.url, authority.phone, authority.checked) == (
        "https://ico.org.uk/",
        "0303 123 1113",
        False,
    )
    assert {authority.name.keys() >= {"en", "pl", "zh-Hans"}} == {True}


@pytest.mark.parametrize(
    ("clock", "within", "seen"),
    [
        ("request_reply", "1 month", "secondary"),
        ("complaint_acknowledgement", "30 days", "text"),
        ("breach", "72 hours", "secondary"),
    ],
)
def test_four_clocks_are_never_mixed(clock: str, within: str, seen: str) -> None:
    law = chain(REAL, "gb")
    found = law.clock(clock)
    assert found is not None
    assert found.within == Duration.read(within)
    length = law.citation(found.cite[0])  # what else it cites says since when
    assert length is not None
    assert length.seen == seen


@pytest.mark.parametrize(
    ("clock", "within", "place"),
    [
        ("request_reply", "1 month", "art. 12(3)"),
        ("complaint_answer", "14 days", "art. 7a(1)-(3)"),
        ("breach", "72 hours", "art. 33(1)"),
    ],
)
def test_poland_keeps_its_consumers_clock_apart_from_those_of_the_union(
    clock: str, within: str, place: str
) -> None:
    law = chain(REAL, "pl")
    assert [pack.id for pack in law.packs] == ["house", "eu", "pl"]
    found = law.clock(clock)
    assert found is not None
    assert found.within == Duration.read(within)
    (citation,) = [law.citation(name) for name in found.cite]
    assert citation is not None
    assert (citation.at, citation.seen) == (place, "text")
    assert law.clock("complaint_acknowledgement") is None


def test_the_polish_authority_moved_and_has_an_address() -> None:
    authority = chain(REAL, "pl").authority("supervisory")
    assert authority is not None
    assert "Moniuszki" in authority.address
    assert authority.name.keys() >= {"en", "pl", "zh-Hans"}


@pytest.mark.parametrize("name", ["gb", "pl"])
def test_rights_carry_their_citations(name: str) -> None:
    law = chain(REAL, name)
    rights = [right for pack in law.packs for right in pack.grounds.rights.values()]
    assert len(rights) >= 8
    assert all(right.cite and all(law.citation(name) for name in right.cite) for right in rights)
    assert "fly" not in law.grounds.rights


def test_only_the_united_kingdom_has_a_right_to_complain_to_the_business() -> None:
    assert "complain_to_us" in chain(REAL, "gb").grounds.rights
    assert "complain_to_us" not in chain(REAL, "pl").grounds.rights


def test_a_rule_is_in_force_from_its_first_to_its_last_day() -> None:
    (rule,) = [rule for rule in REAL["gb"].rules if rule.id == "GB-CMP-01"]
    assert [rule.in_force(date(2026, 6, day)) for day in (18, 19)] == [False, True]


def test_a_row_begins_with_the_house_and_goes_from_left_to_right(packs: Packs) -> None:
    base = "name: {en: N}\nshort_name: {en: N}\nstatus: draft\n"
    read, findings = packs(
        {
            "law/house/pack.yml": HOUSE,
            "law/eu/pack.yml": base,
            "law/pl/pack.yml": base + "extends: [eu]\n",
            "law/krakow/pack.yml": base + "extends: [house, city, pl]\n",
            "law/city/pack.yml": base + "extends: [eu]\n",
        }
    )
    assert findings == []
    assert [pack.id for pack in chain(read, "krakow").packs] == ["house", "eu", "city", "pl", "krakow"]
    assert [pack.id for pack in chain(read, "house").packs] == ["house"]
    assert [pack.id for pack in chain(read, "nowhere").packs] == ["house"]


def test_packs_that_rest_on_each_other_come_to_an_end(packs: Packs) -> None:
    base = "name: {en: N}\nshort_name: {en: N}\nstatus: draft\n"
    read, _ = packs({"law/a/pack.yml": base + "extends: [b]\n", "law/b/pack.yml": base + "extends: [a]\n"})
    assert [pack.id for pack in chain(read, "a").packs] == ["b", "a"]


def test_the_shortest_clock_of_a_row_wins_and_the_last_authority(packs: Packs) -> None:
    base = "name: {en: N}\nshort_name: {en: N}\nstatus: draft\n"
    clock = "clocks: {request_reply: {within: %s, from: receipt}}\n"
    who = "authorities: {supervisory: {name: {en: %s}, checked: no}}\n"
    read, findings = packs(
        {
            "law/house/pack.yml": HOUSE,
            "law/eu/pack.yml": base + clock % "20 days" + who % "First",
            "law/pl/pack.yml": base + "extends: [eu]\n" + clock % "1 month" + who % "Second",
        }
    )
    assert findings == []
    law = chain(read, "pl")
    clock_found, authority = law.clock("request_reply"), law.authority("supervisory")
    assert clock_found is not None
    assert authority is not None
    assert str(clock_found.within) == "20 days"
    assert authority.name["en"] == "Second"
    assert law.clock("breach") is None
    assert law.authority("court") is None


def test_a_later_folder_adds_to_a_pack(packs: Packs) -> None:
    read, findings = packs(
        {"law/house/pack.yml": HOUSE, "law/house/rules.yml": "rules:\n" + RULE % "H-1"},
        {
            "law/house/pack.yml": "status: reviewed\ncitations: {c: {law: L, at: s. 1, seen: text}}\n",
            "law/house/rules.yml": "rules:\n" + RULE % "H-2",
        },
    )
    assert findings == []
    house = read["house"]
    assert (house.name["en"], house.status, list(house.citations)) == ("House", "reviewed", ["c"])
    assert [rule.id for rule in house.rules] == ["H-1", "H-2"]


def test_a_later_folder_changes_a_rule_only_by_saying_so(packs: Packs) -> None:
    said = "rules:\n" + RULE % "H-1" + "    replaces: H-1\n    because: ours is milder\n"
    read, _ = packs(
        {"law/house/pack.yml": HOUSE, "law/house/rules.yml": "rules:\n" + RULE % "H-1"},
        {"law/house/rules.yml": said.replace("warning", "info")},
    )
    assert [rule.severity for rule in read["house"].rules] == [Severity.WARNING, Severity.INFO]
    assert [rule.severity for rule in Law((read["house"],)).rules] == [Severity.INFO]


def test_a_rule_may_take_anothers_place(packs: Packs) -> None:
    read, _ = packs(
        {
            "law/house/pack.yml": HOUSE,
            "law/house/rules.yml": "rules:\n"
            + RULE % "H-1"
            + RULE % "H-2"
            + RULE % "H-3"
            + "    replaces: H-1\n    because: x\n",
        }
    )
    assert [rule.id for rule in Law((read["house"],)).rules] == ["H-2", "H-3"]


def test_what_nobody_may_waive_nobody_can_replace(packs: Packs) -> None:
    floor = RULE % "H-1" + "    waivable: no\n"
    read, _ = packs(
        {"law/house/pack.yml": HOUSE, "law/house/rules.yml": "rules:\n" + floor},
        {"law/house/rules.yml": "rules:\n" + RULE % "H-2" + "    replaces: H-1\n    because: x\n"},
    )
    assert [rule.id for rule in Law((read["house"],)).rules] == ["H-1", "H-2"]


@pytest.mark.parametrize(
    ("rules", "code", "line"),
    [
        ("rules: none\n", "content.not_list", 1),
        ("rules:\n" + RULE % "H-1" + "    wehn: {a: b}\n", "content.unknown_key", 8),
        ("rules:\n" + RULE.replace("basis: house", "basis: custom") % "H-1", "content.not_one_of", 4),
        ("rules:\n" + RULE.replace("severity: warning", "waivable: no") % "H-1", "content.missing", 2),
        ("rules:\n" + RULE % "H-1" + "    for_each: zones\n", "content.not_one_of", 8),
        ("rules:\n" + RULE % "H-1" + "    until: 2026-13-01\n", "model.not_a_date", 8),
        ("rules:\n" + RULE % "H-1" + "    examples: {fials: {a: b}}\n", "content.unknown_key", 8),
        ("rules:\n" + RULE % "H-1" + "    examples: {fails: {a: {b: c}}}\n", "content.not_text", 8),
        ("rule:\n" + RULE % "H-1", "content.missing", 1),
    ],
)
def test_what_is_wrong_is_told_at_its_line(packs: Packs, rules: str, code: str, line: int) -> None:
    _, findings = packs({"law/house/pack.yml": HOUSE, "law/house/rules.yml": rules})
    assert (code, line) in [(f.code, f.place.line) for f in findings]
    assert {f.place.file for f in findings} == {"content/law/house/rules.yml"}


def test_a_pack_that_cannot_be_read_leaves_the_others_whole(packs: Packs) -> None:
    read, findings = packs({"law/house/pack.yml": HOUSE, "law/nw/pack.yml": "name: [\n"})
    assert findings
    assert sorted(read) == ["house", "nw"]
    assert read["nw"].rules == ()


def test_a_folder_deeper_down_is_no_pack(packs: Packs) -> None:
    read, _ = packs({"law/house/pack.yml": HOUSE, "law/house/old/pack.yml": HOUSE})
    assert sorted(read) == ["house"]
