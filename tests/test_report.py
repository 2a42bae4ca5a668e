"""What a command tells at its end: every finding once, in order, counted; the same for a machine."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from placard.findings import Finding, Place, Said, Severity, UserMistake, said
from placard.machine import as_json
from placard.made import Wall
from placard.outcome import Held, OpenQuestion, Outcome, Reached, VenueOutcome
from placard.read.messages import Messages
from placard.read.roots import Project
from placard.read.voice import Voice
from placard.report import as_text, told, told_mistake

ROOT = Path(__file__).resolve().parents[1]
MESSAGES = Messages.load([ROOT / "content"], "pl", "zh-Hans")
MADE = Said("report.published", {"new": 6, "changed": 0, "removed": 0, "unchanged": 2})


def in_language(language: str) -> Voice:
    return Voice(MESSAGES, language, {})


ENGLISH = in_language("en")


def missing(file: str, line: int, key: str = "name", **more: Any) -> Finding:
    return Finding(
        "model.missing", more.pop("severity", Severity.ERROR), Place(file, line), {"key": key}, **more
    )


def lines(*findings: Finding, **more: Any) -> list[str]:
    return as_text(Outcome(tuple(findings), **more), ENGLISH).split("\n")


def test_findings_are_sorted_by_file_and_line_whatever_order_they_come_in() -> None:
    said = lines(missing("b.yml", 2), missing("a.yml", 10), missing("a.yml", 9), missing("b.yml", 0))
    assert [line.split(": error")[0] for line in said[:-1]] == ["a.yml:9", "a.yml:10", "b.yml", "b.yml:2"]


def test_on_one_line_the_gravest_comes_first() -> None:
    said = lines(*(missing("a.yml", 1, f"k{s}", severity=s) for s in reversed(Severity)))
    assert [line.split(": ")[1] for line in said[:-1]] == ["error", "warning", "question", "info"]


def test_a_finding_made_twice_is_told_once_and_its_like_elsewhere_too() -> None:
    said = lines(missing("a.yml", 1), missing("a.yml", 1), missing("a.yml", 1, "type"), missing("a.yml", 2))
    assert len(said) == 4
    assert said[-1] == "3 errors; exit 1."


def test_a_line_says_place_severity_sentence_and_what_it_rests_on() -> None:
    (line, _) = lines(missing("venues/a.yml", 7, source="GB-CAM-02: the code"))
    assert line == "venues/a.yml:7: error: name is missing; add the line name: … [GB-CAM-02: the code]"


def test_a_rule_brings_its_own_words_in_the_language_asked_for() -> None:
    words = {"en": "Camera: {camera}.", "pl": "Kamera: {camera}."}
    rule = Finding("GB-X", Severity.WARNING, Place("a.yml", 1), {"camera": "c1"}, words)
    outcome = Outcome((rule,))
    assert "warning: Camera: c1." in as_text(outcome, ENGLISH)
    assert ": Kamera: c1." in as_text(outcome, in_language("pl"))
    assert "Camera: c1." in as_text(outcome, in_language("zh-Hans")), "English where a language has none"


def test_a_code_without_a_sentence_still_tells_its_facts() -> None:
    (line, _) = lines(Finding("nobody.knows", Severity.ERROR, Place("a.yml", 1), {"key": "x"}))
    assert line == "a.yml:1: error: nobody.knows (key: x)"


@pytest.mark.parametrize(
    ("severities", "count"),
    [
        ([], "nothing to mend."),
        ([Severity.ERROR], "1 error; exit 1."),
        ([Severity.INFO, Severity.INFO], "2 info."),
        ([Severity.QUESTION], "1 question."),
        ([Severity.ERROR, Severity.ERROR, Severity.WARNING], "2 errors, 1 warning; exit 1."),
        (
            [Severity.WARNING, Severity.WARNING, Severity.QUESTION, Severity.QUESTION],
            "2 warnings, 2 questions.",
        ),
    ],
)
def test_the_last_line_counts_and_tells_the_exit_code(severities: list[Severity], count: str) -> None:
    found = [missing("a.yml", number, severity=each) for number, each in enumerate(severities)]
    assert lines(*found)[-1] == count


@pytest.mark.parametrize(
    ("severity", "withheld", "strict", "code"),
    [
        (Severity.ERROR, False, False, 1),
        (Severity.WARNING, False, False, 0),
        (Severity.WARNING, False, True, 0),
        (Severity.QUESTION, False, False, 0),
        (Severity.QUESTION, False, True, 1),
        (Severity.INFO, False, True, 0),
        (Severity.INFO, True, False, 0),
        (Severity.INFO, True, True, 1),
    ],
)
def test_open_questions_and_what_waits_for_them_count_only_when_strict(
    severity: Severity, withheld: bool, strict: bool, code: int
) -> None:
    venue = VenueOutcome("mill", 3, (Held("cameras", "en"),) if withheld else ())
    outcome = Outcome((missing("a.yml", 1, severity=severity),), (venue,), strict=strict)
    assert outcome.exit_code == code
    assert as_text(outcome, ENGLISH).endswith("; exit 1." if code else ".")


RETENTION = OpenQuestion(
    "mill",
    "surveillance.retention",
    "venues/mill.yml:39",
    2,
    "retention: 14 days",
    ("cam-01.yard", "cameras"),
    waits=("surveillance.retention",),
)
WAITING = (
    Held("cam-01.yard", "en", ("surveillance.retention",)),
    Held("cameras", "pl", ("surveillance.retention",)),
)


def test_a_venue_tells_what_was_made_what_waits_and_the_answer_that_frees_it() -> None:
    tonight = Reached({"en": "signs tonight"}, 5, 6)
    venue = VenueOutcome("mill", 6, WAITING, (RETENTION,), levels=(tonight,))
    assert lines(venues=(venue,), notes=(MADE,), lines=(said("report.plan_venue", venue="mill"),)) == [
        "mill:",
        "mill: you can print 6 of 8; 1 answer frees 2 more",
        "  signs tonight: 5 of 6",
        "  withheld: cam-01.yard (en), waits for answer 1",
        "  withheld: cameras (pl), waits for answer 1",
        "  1. surveillance.retention at venues/mill.yml:39: how long recordings are kept;"
        " write retention: 14 days (frees cam-01.yard, cameras)",
        "out: 6 new, 0 changed, 0 removed, 2 as they were",
        "nothing to mend.",
    ]


def test_a_venue_with_everything_made_is_told_in_one_line() -> None:
    venue = VenueOutcome("mill", 6, levels=(Reached({"en": "signs tonight"}, 6, 6),))
    assert lines(venues=(venue,))[:-1] == ["mill: 6 of 6 documents made"]


def test_the_first_line_counts_three_answers_or_as_many_more_as_it_takes_to_free_something() -> None:
    first, second, third = (OpenQuestion("mill", f, "a.yml:1", 1, f"{f}: x", further=1) for f in "abc")
    last = OpenQuestion("mill", "d", "a.yml:1", 1, "d: x", ("notice",))
    venue = VenueOutcome("mill", 6, (Held("notice", "en", ("a", "d")),), (first, second, third, last))
    said_first, *_ = lines(venues=(venue,))
    assert said_first == "mill: you can print 6 of 7; 4 answers free 1 more"
    assert "needed together with the next 1 answer)" in lines(venues=(venue,))[2]


def test_where_no_answer_frees_anything_none_is_promised() -> None:
    venue = VenueOutcome("mill", 6, (Held("notice", "en"),))
    assert lines(venues=(venue,))[:2] == ["mill: you can print 6 of 7", "  withheld: notice (en)"]


def test_a_machine_is_told_the_same_in_the_same_order() -> None:
    question = OpenQuestion("mill", "web", "venues/mill.yml:21", 1, "web: none", ("rgt-03",))
    outcome = Outcome(
        (missing("b.yml", 1), missing("a.yml", 1, source="ours", venue="mill"), missing("b.yml", 1)),
        (VenueOutcome("mill", 6, (Held("rgt-03", "en", ("web",)),), (question,), published=True),),
        notes=(MADE,),
    )
    machine = json.loads(as_json(outcome, ENGLISH))
    assert machine["exit_code"] == 1
    assert [(f["file"], f["line"], f["severity"]) for f in machine["findings"]] == [
        ("a.yml", 1, "error"), ("b.yml", 1, "error"),
    ]  # fmt: skip
    assert [line.split(": ", 2)[2] for line in as_text(outcome, ENGLISH).split("\n")[:2]] == [
        f["message"] + (f" [{f['source']}]" if f["source"] else "") for f in machine["findings"]
    ]
    (venue,) = machine["venues"]
    assert venue["withheld"] == [
        {"document": "rgt-03", "title": None, "language": "en", "waits_for": ["web"]}
    ]
    assert venue["questions"] == [
        {
            "fact": "web",
            "where": "venues/mill.yml:21",
            "line": "web: none",
            "holds_up": 1,
            "frees": ["rgt-03"],
            "further": 0,
            "others": [],
        }
    ]
    assert venue["published"] is True
    assert machine["notes"] == ["out: 6 new, 0 changed, 0 removed, 2 as they were"]


def test_letters_of_any_language_stay_letters_in_json() -> None:
    assert "Łaźnia 浴场" in as_json(Outcome((missing("Łaźnia 浴场.yml", 1),)), ENGLISH)


@pytest.mark.parametrize("as_a_machine", [False, True])
def test_a_mistake_that_stops_a_command_is_told_like_any_other_finding(as_a_machine: bool) -> None:
    project = Project(ROOT / "venues", (ROOT / "content",), ROOT / "out", as_json=as_a_machine)
    mistake = UserMistake([missing("a.yml", 3), missing("a.yml", 3)])
    assert told_mistake(mistake, project) == told(Outcome((missing("a.yml", 3),)), project)
    assert mistake.findings == [missing("a.yml", 3)]


def test_a_folder_of_words_laid_over_ours_may_say_a_message_its_own_way(tmp_path: Path) -> None:
    (tmp_path / "messages").mkdir()
    (tmp_path / "messages" / "en.yml").write_text('model.missing: "Put in {key}."\n', "utf-8")
    project = Project(ROOT / "venues", (ROOT / "content", tmp_path), ROOT / "out")
    assert told(Outcome((missing("a.yml", 1),)), project).startswith("a.yml:1: error: Put in name.\n")


def test_what_hangs_and_has_to_be_replaced_is_one_line_of_its_venue() -> None:
    wall = Wall((("cam-01.yard", "A1", "A2"), ("img-01", "B1", "B2")), ("loc-01",), ("net-01",))
    outcome = Outcome(venues=(VenueOutcome("hazel", 3, published=True, wall=wall),))
    report = as_text(outcome, ENGLISH).splitlines()
    changes = "replace cam-01.yard (code A1 -> A2), img-01 (code B1 -> B2); new: loc-01; take down: net-01"
    assert f"  on the wall: {changes}" in report
    machine = json.loads(as_json(outcome, ENGLISH))
    assert machine["venues"][0]["wall"] == {
        "replace": [
            {"sheet": "cam-01.yard", "old": "A1", "new": "A2"},
            {"sheet": "img-01", "old": "B1", "new": "B2"},
        ],
        "new": ["loc-01"],
        "take_down": ["net-01"],
    }


TITLES = {
    "trt-01.one": {"en": "TRT-01 Knock", "pl": "TRT-01 Zapukaj"},
    "trt-01.two": {"en": "TRT-01 Knock", "pl": "TRT-01 Zapukaj"},
    "notice": {"en": "Full notice", "pl": "Pełna informacja"},
}


def of_titles() -> VenueOutcome:
    held = (
        Held("trt-01.one", "en", ("web",)),
        Held("trt-01.two", "en", ("web",)),
        Held("notice", "en", ("activities.a.retention", "activities.b.retention", "web")),
        Held("notice", "pl", ("activities.a.retention", "activities.b.retention", "web")),
    )
    web = OpenQuestion(
        "mill", "web", "a.yml:1", 4, "web: none", ("trt-01.one", "trt-01.two"),
        waits=("web",), hint={"en": "if there is none", "pl": "jeśli nie ma"},
    )  # fmt: skip
    kept = OpenQuestion(
        "mill", "activities.a.retention", "a.yml:2", 2, "retention: 14 days", ("notice", "notice"),
        keys="activities.retention", others=("a.yml:3",),
        waits=("activities.a.retention", "activities.b.retention"),
    )  # fmt: skip
    level = Reached({"en": "signs tonight"}, 0, 1, ("trt-01.one",))
    return VenueOutcome(
        "mill",
        0,
        held,
        (web, kept),
        levels=(level,),
        titles=TITLES,
        large=("trt-01.one",),
        pointed_at=("notice",),
    )


def test_documents_are_told_by_title_once_for_all_rooms_and_languages() -> None:
    assert lines(venues=(of_titles(),))[:-1] == [
        "mill: you can print 0 of 4; 3 answers free 4 more",
        "  needs A3 paper (most copy shops print it): TRT-01 Knock",
        "  signs tonight: 0 of 1; not yet: TRT-01 Knock",
        "  sheets you can hang send guests to what is not made yet: Full notice; answer for these first",
        "  withheld: TRT-01 Knock (en), waits for answer 1",
        "  withheld: Full notice (en, pl), waits for answer 1–2",
        "  1. web at a.yml:1: website of the privacy pages; write web: none (if there is none)"
        " (frees TRT-01 Knock)",
        "  2. activities.retention (2 times) at a.yml:2: how long the data is kept;"
        " write retention: 14 days (frees Full notice)",
    ]


def test_titles_and_hints_are_told_in_the_owners_language() -> None:
    polish = as_text(Outcome(venues=(of_titles(),)), in_language("pl"))
    assert "TRT-01 Zapukaj" in polish
    assert "web: none (jeśli nie ma)" in polish
    assert "Knock" not in polish
