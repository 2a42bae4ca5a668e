"""What is to come in a law: told before it begins, on the day, and no longer than anybody needs it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from placard.check.packs import pack_findings
from placard.check.watched import due_findings, items_of, window
from placard.derive.dates import due
from placard.findings import Finding, Said, Severity
from placard.library.law import Pack
from placard.library.library import Library
from placard.library.watch import Signature, Watch
from placard.model.values import Duration
from placard.read.law import chain, read_packs
from placard.read.layers import Layers
from placard.read.messages import Messages

CONTENT = Path(__file__).resolve().parents[2] / "content"
KOREA = Path(__file__).resolve().parents[1] / "by_data_alone" / "korea" / "content"
Checked = Callable[..., list[Finding]]
MESSAGES = Messages.load([CONTENT], "en")
NO_WAY_TO_COMPLAIN = {"complaints: {channels: [desk, phone, email]": "complaints: {channels: none"}
IN_CHINA = {"law: gb": "law: cn", "undress: banned": "undress: allowed"}
THE_DAY_BEFORE, THE_DAY = date(2026, 6, 18), date(2026, 6, 19)
LAST_OF_THE_OLD, FIRST_OF_THE_NEW = date(2025, 12, 31), date(2026, 1, 1)


def packs_of(*folders: Path) -> dict[str, Pack]:
    findings: list[Finding] = []
    packs = read_packs(Layers([CONTENT, *folders], findings))
    assert findings == []
    return packs


PACKS = packs_of(KOREA)


def codes(findings: list[Finding], begins: str = "") -> list[str]:
    return [finding.code for finding in findings if finding.code.startswith(begins)]


def turns(findings: list[Finding]) -> dict[str, str]:
    return {f.code: MESSAGES.say(f, "en") for f in findings if f.code.startswith("check.rules_")}


# --- the British line on complaints: 19 June 2026 ---------------------------------------------------


def test_a_day_before_it_begins_nobody_is_asked_for_a_way_to_complain_and_everybody_is_told(
    checked: Checked,
) -> None:
    findings = checked(NO_WAY_TO_COMPLAIN, on=THE_DAY_BEFORE)
    assert "GB-CMP-01" not in codes(findings)
    told = turns(findings)["check.rules_to_come_open"]
    assert told.startswith("from 2026-06-19 on: GB-CMP-01 ")
    assert "GB-CMP-01" in told.partition("does not show it yet")[2]
    assert {f.severity for f in findings if f.code.startswith("check.rules_")} == {Severity.INFO}


def test_on_the_day_it_is_asked_for_and_told_since_when(checked: Checked) -> None:
    findings = checked(NO_WAY_TO_COMPLAIN, on=THE_DAY)
    (demanded,) = [finding for finding in findings if finding.code == "GB-CMP-01"]
    assert demanded.severity is Severity.ERROR
    told = turns(findings)
    assert told["check.rules_begun"].startswith("since 2026-06-19: GB-CMP-01 ")
    assert "check.rules_to_come_open" not in told


def test_who_keeps_it_already_is_told_so(checked: Checked) -> None:
    told = turns(checked(on=THE_DAY_BEFORE))
    assert told["check.rules_to_come"].endswith("keeps that already")


def test_long_before_and_long_after_nobody_hears_of_it(checked: Checked) -> None:
    assert turns(checked(on=date(2026, 5, 19))) == {}
    assert set(turns(checked(on=date(2026, 5, 20)))) == {"check.rules_to_come"}
    assert set(turns(checked(on=date(2026, 7, 19)))) == {"check.rules_begun"}
    assert turns(checked(on=date(2026, 7, 20))) == {}


# --- the Chinese law on public order: another article from 2026 on ----------------------------------


def test_the_source_of_a_rule_changes_with_the_day(checked: Checked) -> None:
    (before,) = [f for f in checked(IN_CHINA, on=LAST_OF_THE_OLD) if f.code.startswith("CN-FILM-0")]
    (since,) = [f for f in checked(IN_CHINA, on=FIRST_OF_THE_NEW) if f.code.startswith("CN-FILM-0")]
    assert (before.code, since.code) == ("CN-FILM-01", "CN-FILM-02")
    assert "art. 42, until 2025-12-31" in before.source
    assert "art. 50(1)(6)" in since.source
    assert "42" not in since.source


def test_the_change_is_told_on_both_days(checked: Checked) -> None:
    before, since = (turns(checked(IN_CHINA, on=day)) for day in (LAST_OF_THE_OLD, FIRST_OF_THE_NEW))
    assert "until 2025-12-31: CN-FILM-01 " in before["check.rules_ending"]
    assert "CN-FILM-02 (in place of CN-FILM-01)" in before["check.rules_to_come_open"]
    assert "CN-FILM-02 (in place of CN-FILM-01)" in since["check.rules_begun"]
    assert "check.rules_ended" not in since, "what another took the place of is told with that one"


def test_what_takes_the_place_of_a_rule_takes_it_on_its_day_and_no_sooner() -> None:
    law = chain(PACKS, "cn")
    before, since = ({rule.id for rule in law.rules_on(day)} for day in (LAST_OF_THE_OLD, FIRST_OF_THE_NEW))
    assert "CN-FILM-01" in before - since
    assert "CN-FILM-02" in since - before
    open_ended = tuple(
        replace(rule, ends=None) if rule.id == "CN-FILM-01" else rule for rule in PACKS["cn"].rules
    )
    forgotten = chain({**PACKS, "cn": replace(PACKS["cn"], rules=open_ended)}, "cn")
    assert "CN-FILM-01" not in {rule.id for rule in forgotten.rules_on(FIRST_OF_THE_NEW)}
    assert "CN-FILM-01" in {rule.id for rule in forgotten.rules_on(LAST_OF_THE_OLD)}


# --- the list itself -----------------------------------------------------------------------------


@pytest.mark.parametrize("name", PACKS)
def test_every_entry_names_citations_and_rules_that_are_there_and_is_no_surer_than_they_are(
    name: str,
) -> None:
    law = chain(PACKS, name)
    entries = PACKS[name].watch.entries
    assert entries or name == "house"
    rules = {rule.id for rule in law.rules}
    for entry in entries.values():
        assert entry.cite, entry.id
        assert all(law.citation(cited) for cited in entry.cite), entry.id
        assert set(entry.rules) <= rules, entry.id
        assert set(entry.what) >= {"en", "pl", "zh-Hans"} <= set(entry.changes), entry.id
    assert [f.code for f in pack_findings(PACKS)] == []


def test_a_rule_that_is_to_begin_stands_on_the_list_before_and_goes_a_month_after() -> None:
    law = chain(PACKS, "gb")
    on_list = {
        day: {(item.id, item.day) for item in items_of(PACKS["gb"], law, day) if item.kind == "begins"}
        for day in (date(2025, 7, 1), THE_DAY_BEFORE, date(2026, 7, 19), date(2026, 7, 20))
    }
    assert ("GB-CMP-01", THE_DAY) in on_list[date(2025, 7, 1)]
    assert on_list[date(2025, 7, 1)] == on_list[THE_DAY_BEFORE] == on_list[date(2026, 7, 19)]
    assert on_list[date(2026, 7, 20)] == set()


def test_what_has_a_day_comes_first_in_the_order_of_days() -> None:
    days = [item.day for item in items_of(PACKS["eu"], chain(PACKS, "eu"), date(2026, 11, 23))]
    dated = [day for day in days if day]
    assert len(dated) >= 5
    assert dated == sorted(dated)
    assert days == [*dated, *[None] * (len(days) - len(dated))]


def test_sources_are_due_again_sooner_the_worse_they_were_seen() -> None:
    items = [item for item in items_of(PACKS["cn"], chain(PACKS, "cn"), THE_DAY) if item.kind == "sources"]
    days = {item.seen: item.day for item in items}
    assert days == {
        "recalled": date(2027, 2, 22),
        "secondary": date(2027, 5, 22),
        "text": date(2027, 11, 22),
    }


def test_a_source_somebody_looked_at_again_waits_for_its_own_day() -> None:
    pack = PACKS["gb"]
    again = replace(pack.citations["soa-67"], checked=date(2027, 3, 1))
    fresh = replace(pack, citations={**pack.citations, "soa-67": again})
    items = items_of(fresh, chain({**PACKS, "gb": fresh}, "gb"), THE_DAY)
    (own,) = [item for item in items if item.kind == "sources" and item.day == date(2027, 9, 1)]
    assert [citation.id for citation in own.cited] == ["soa-67"]


# --- an everyday check ---------------------------------------------------------------------------


def test_an_everyday_check_says_nothing_where_nothing_is_due() -> None:
    assert list(due_findings(PACKS, ["gb", "cn"], date(2026, 11, 23))) == []


def test_what_is_due_is_one_line_for_each_pack_however_much_it_is() -> None:
    findings = list(due_findings(PACKS, ["pl", "eu", "gb"], date(2029, 1, 1)))
    assert {f.severity for f in findings} == {Severity.INFO}
    assert sorted(f.values["pack"] for f in findings) == ["eu", "gb", "house", "pl"]
    assert all(int(str(f.values["count"])) >= 2 for f in findings)


def test_a_signature_that_has_run_out_is_due_and_one_that_is_missing_is_told_once_elsewhere(
    checked: Checked,
) -> None:
    pack = replace(PACKS["gb"], citations={}, watch=Watch(), status="reviewed")
    signed = replace(pack, signed=Signature("A. Solicitor", date(2025, 1, 7), date(2026, 1, 7), pack.place))
    bare = {"house": replace(PACKS["house"], citations={}), "gb": signed}
    (due_now,) = due_findings(bare, ["gb"], date(2026, 2, 1))
    assert (due_now.values["pack"], due_now.values["day"]) == ("gb", "2026-01-07")
    assert list(due_findings(bare, ["gb"], date(2025, 6, 1))) == []
    assert list(due_findings({**bare, "gb": pack}, ["gb"], date(2026, 2, 1))) == []
    assert codes(checked(), "check.pack_draft") == ["check.pack_draft"]


def test_an_empty_list_is_empty() -> None:
    pack = replace(
        PACKS["gb"],
        citations={},
        rules=(),
        watch=Watch(),
        signed=Signature("A. Solicitor", None, None, PACKS["gb"].place),
    )
    law = chain({"gb": pack}, "gb")
    assert items_of(pack, law, THE_DAY) == []
    assert window(law) == (Duration.read("30 days"), Duration.read("30 days"))
    assert list(due_findings({"gb": pack}, ["gb"], date.max)) == []


# --- what is wrong with a list -------------------------------------------------------------------

PACK = """\
name: {en: Nowhere}
short_name: {en: NW}
extends: [house]
status: draft
citations:
  nw-1: {law: Camera Act, at: s. 1, seen: secondary}
"""
ENTRY = """\
entries:
  a-bill:
    on: 2027-01-01
    cite: [nw-1]
    seen: secondary
    what: {en: A bill}
    changes: {en: Nothing}
"""


def told(folder: Path, watch: str, pack: str = PACK) -> list[tuple[str, str]]:
    """Return codes and lines of what is wrong with an invented pack and its list."""
    here = folder / "content" / "law" / "nw"
    here.mkdir(parents=True)
    for name, text in {"pack.yml": pack, "rules.yml": "rules: []\n", "watch.yml": watch}.items():
        (here / name).write_text(text, encoding="utf-8")
    findings: list[Finding] = []
    packs = read_packs(Layers([CONTENT, folder / "content"], findings))
    findings += pack_findings(packs)
    list(due_findings(packs, ["nw"], date.max))
    return [(f.code, f"{Path(f.place.file).name}:{f.place.line}") for f in findings]


def test_a_sound_entry_is_let_be(tmp_path: Path) -> None:
    assert told(tmp_path, ENTRY) == []


@pytest.mark.slow
@pytest.mark.parametrize(
    ("changes", "code", "line"),
    [
        ({"2027-01-01": "2027-02-30"}, "model.not_a_date", "watch.yml:3"),
        ({"2027-01-01": "soon"}, "model.not_a_date", "watch.yml:3"),
        ({"    on: 2027-01-01\n": ""}, "content.watch_when", "watch.yml:3"),
        ({"on: 2027-01-01": "on: 2027-01-01\n    before: print"}, "content.watch_when", "watch.yml:3"),
        ({"on: 2027-01-01": "every: 3 months"}, "content.missing", "watch.yml:3"),
        (
            {"on: 2027-01-01": "every: now and then\n    checked: 2026-11-22"},
            "model.not_a_duration",
            "watch.yml:3",
        ),
        ({"on: 2027-01-01": "before: dinner"}, "content.not_one_of", "watch.yml:3"),
        ({"[nw-1]": "[nw-9]"}, "content.no_such_citation", "watch.yml:3"),
        ({"[nw-1]": "[]"}, "content.rule_without_citation", "watch.yml:3"),
        ({"seen: secondary": "seen: text"}, "content.watch_too_sure", "watch.yml:3"),
        (
            {"seen: secondary": "seen: secondary\n    rules: [NW-CAM-99]"},
            "content.no_such_rule",
            "watch.yml:3",
        ),
        ({"what: {en: A bill}": "what: A bill"}, "content.not_words", "watch.yml:6"),
        ({"seen: secondary": "seen: secondary\n    oops: yes"}, "content.unknown_key", "watch.yml:6"),
    ],
    ids=lambda each: str(each)[:40],
)
def test_a_slip_is_told_at_its_line(tmp_path: Path, changes: Mapping[str, str], code: str, line: str) -> None:
    text = ENTRY
    for old, new in changes.items():
        assert old in text
        text = text.replace(old, new)
    assert (code, line) in told(tmp_path, text)


def test_a_period_longer_than_the_calendar_ends_with_it(tmp_path: Path) -> None:
    for_ever = ENTRY.replace("on: 2027-01-01", "every: 9999 weeks\n    checked: 9990-01-01")
    assert told(tmp_path, for_ever) == []
    assert due(date(9990, 1, 1), Duration.read("9999 weeks")) == date.max


def test_a_signed_draft_is_one_or_the_other(tmp_path: Path) -> None:
    signed = PACK + "signed: {by: A. Solicitor, date: 2026-12-01, until: 2027-12-01}\n"
    assert ("content.signed_draft", "pack.yml:7") in told(tmp_path, ENTRY, signed)


def test_the_library_of_the_samples_holds_the_lists(library: Library) -> None:
    assert {
        name: len(pack.watch.entries) >= 6 for name, pack in library.packs.items() if name != "house"
    } == {
        "cn": True,
        "eu": True,
        "gb": True,
        "pl": True,
    }
    assert not any(isinstance(entry.what, Said) for entry in library.packs["eu"].watch.entries.values())
