"""The law of a fifth country, a draft from a folder without Python: what it knows, and what it lacks."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from placard.check.packs import pack_findings, unused_citations
from placard.check.rules import Outcome, look_over, outcome
from placard.check.untold import lacking_in, untold
from placard.check.words import check_words
from placard.derive.activities import rights_of_activity, rights_of_venue
from placard.findings import Severity
from placard.library.law import Rule
from placard.model import UNANSWERED
from placard.model.dealings import Activity
from placard.read.law import chain
from placard.read.library import read_library
from placard.read.venue import read_venue

pytestmark = pytest.mark.slow

ROOT = Path(__file__).parents[2]
KOREA = Path(__file__).parent / "korea"
FOLDERS = [ROOT / "content", KOREA / "content"]
VENUE = KOREA / "venues" / "han-river-sauna.yml"
LIBRARY, FINDINGS = read_library(FOLDERS)
PACK = LIBRARY.packs["kr"]
DEMANDING = [rule for rule in PACK.rules if rule.must]
ASKING = [rule for rule in PACK.rules if rule.ask]


def test_the_law_is_yaml_and_markdown_and_nothing_of_ours_has_heard_of_it() -> None:
    files = [path for path in (KOREA / "content").rglob("*") if path.is_file()]
    assert len(files) >= 8
    assert {path.suffix for path in files} == {".yml", ".md"}
    code = "\n".join(path.read_text("utf-8").lower() for path in (ROOT / "placard").rglob("*.py"))
    assert "venue" in code
    assert "korea" not in code
    assert "jjimjilbang" not in code


def test_it_reads_without_a_slip_and_nothing_it_cites_is_missing_or_idle() -> None:
    assert [f"{f.place}: {f.code}" for f in FINDINGS] == []
    # The draft has no pages to bind yet: that its signs promise a paper nobody keeps is said.
    said = [(f.place.file, f.code) for f in check_words(LIBRARY, frozenset({"en"}))]
    assert said == [("content/venue-types/jjimjilbang.yml", "content.no_paper_notice")]
    assert [f"{f.place}: {f.code} {dict(f.values)}" for f in pack_findings(LIBRARY.packs)] == []
    ours = [f for f in unused_citations(LIBRARY.packs) if f.place.file.startswith("content/law/kr")]
    assert [f.values["citation"] for f in ours] == []


def test_it_is_a_draft_and_says_what_it_rests_on() -> None:
    assert PACK.status == "draft"
    assert PACK.text_seen
    seen = {citation.seen for citation in PACK.citations.values()}
    assert seen == {"text", "secondary", "recalled"}
    assert len(PACK.rules) == len(DEMANDING) + len(ASKING) >= 20


@pytest.mark.parametrize("rule", DEMANDING, ids=lambda rule: rule.id)
def test_each_rule_does_what_its_examples_say_and_lets_no_empty_record_pass(rule: Rule) -> None:
    assert outcome(rule, look_over(rule.passes, rule.for_each)) is Outcome.KEPT
    wanting = "unanswered" in rule.fails.values()
    failing = Outcome.UNANSWERED if wanting else Outcome.BROKEN
    assert outcome(rule, look_over(rule.fails, rule.for_each)) is failing
    assert outcome(rule, lambda fact: UNANSWERED) not in (Outcome.KEPT, Outcome.APART)


def test_a_source_seen_worse_than_said_may_not_carry_so_grave_a_rule() -> None:
    remembered = {
        name: replace(citation, seen="recalled" if name == "pipa-25-2" else citation.seen)
        for name, citation in PACK.citations.items()
    }
    packs = {**LIBRARY.packs, "kr": replace(PACK, citations=remembered)}
    (finding,) = pack_findings(packs)
    assert (finding.code, finding.values["citation"]) == ("content.too_severe", "pipa-25-2")


def test_a_camera_gives_no_right_to_have_its_use_stopped() -> None:
    """Art. 58(2) of the Act takes art. 37 from pictures of cameras in open places."""
    file, findings = read_venue(VENUE, "venues/han-river-sauna.yml")
    assert file is not None, findings
    assert file.venue.cameras
    assert file.venue.activities == ()
    law = chain(LIBRARY.packs, "kr")
    stopping = {"restriction", "withdraw_consent"}
    assert stopping <= set(law.grounds.rights)
    given = rights_of_venue(file.venue, law, LIBRARY.activities)
    assert "access" in given
    assert not (stopping | {"objection"}) & set(given)
    newsletter = Activity(
        code="newsletter", purposes=("direct_marketing",), basis="consent", special_ground=None
    )
    assert stopping <= set(rights_of_activity(newsletter, law, LIBRARY.activities))


# --- what is missing is said ------------------------------------------------------------------------------


def test_every_string_without_korean_is_named_and_nothing_else() -> None:
    told = [finding for finding in untold([PACK], LIBRARY.languages)]
    assert [finding.code for finding in told] == ["content.pack_untold", "content.pack_unwritten"]
    assert {finding.severity for finding in told} == {Severity.WARNING}
    lacking = lacking_in(PACK, "ko")
    titled = [rule.id for rule in PACK.rules if "ko" in rule.title]
    assert len(titled) >= 5
    for rule in PACK.rules:
        assert ("title" in lacking[rule.id]) is (rule.id not in titled)
        assert "say" in lacking[rule.id]
    assert PACK.id not in lacking, "its name is told in Korean"
    assert told[0].values["count"] == str(sum(map(len, lacking.values())))


def test_a_pack_its_own_people_cannot_read_is_not_called_reviewed() -> None:
    told = [*untold([replace(PACK, status="reviewed")], LIBRARY.languages)]
    assert told[0].severity is Severity.ERROR


# --- a sauna in Seoul -------------------------------------------------------------------------------------


@pytest.fixture
def check_it(tmp_path: Path, build_py: Callable[..., Any]) -> Callable[..., Any]:
    """Check the sauna with some lines changed: `check_it({"audio: no": "audio: yes"})`."""

    def check(changes: dict[str, str] | None = None) -> Any:
        text = VENUE.read_text("utf-8")
        for old, new in (changes or {}).items():
            assert old in text
            text = text.replace(old, new)
        (tmp_path / VENUE.name).write_text(text, "utf-8")
        content = [part for folder in FOLDERS for part in ("--content", folder)]
        return build_py("check", "--venues", tmp_path, *content, "--as-of", "2026-11-21")

    return check


def test_the_sauna_checks_and_is_told_what_has_no_korean(check_it: Callable[..., Any]) -> None:
    run = check_it()
    assert run.code == 0, run.told
    (told,) = [line for line in run.lines if " says nothing in ko at " in line]
    assert "KR-CAM-01 (say); KR-CAM-02 (title, say)" in told
    assert any("nothing here is written in it" in line for line in run.lines)
    assert "8 of 8 documents made" in run.told


def test_its_own_law_is_named_where_it_is_broken(check_it: Callable[..., Any]) -> None:
    run = check_it({"sees: [desk]": "sees: [desk, bath-men]", "reply: 10 days": "reply: 30 days"})
    assert run.code == 1
    errors = [line for line in run.lines if ": error: " in line]
    assert len(errors) == 2
    camera, reply = errors
    assert "KR-CAM-01: Personal Information Protection Act (개인정보 보호법), art. 25(2)" in camera
    assert "HOUSE-CAM-01" in camera
    assert "KR-RGT-01" in reply


def test_what_no_field_can_show_is_asked_until_somebody_answers(check_it: Callable[..., Any]) -> None:
    assert "answers: {KR-" not in check_it().told
    answer = "  KR-DPO-01: {answer: the owner is the officer, by: Kim Invented, date: 2026-11-20}\n"
    changes = {
        "minors: refused, minimum_age: 19": "minors: accepted, minimum_age: none",
        "kind: fixed": "kind: worn",
    }
    run = check_it({**changes, f"answers:\n{answer}": ""})
    asked = {rule.id for rule in ASKING for line in run.lines if f"answers: {{{rule.id}:" in line}
    assert asked == {rule.id for rule in ASKING} == {"KR-CAM-05", "KR-BATH-03", "KR-MIN-01", "KR-DPO-01"}


def test_pages_written_for_other_laws_are_missed_at_each_place(check_it: Callable[..., Any]) -> None:
    run = check_it({"type: jjimjilbang": "type: bathhouse"})
    assert run.code == 1
    missed = [line for line in run.lines if "none applies of the clauses" in line]
    assert len({line.split(":")[0] for line in missed}) >= 6
    assert not [line for line in run.lines if ": error: " in line and line not in missed]
