"""One fact, one value: another one, planted in any output, is found; the right one is found where it is."""

from __future__ import annotations

import dataclasses
from pathlib import Path

import pytest

from placard.prove.one_value import (
    KeyFact,
    Said,
    number_with,
    prove_one_value,
)
from placard.prove.outputs import Origin
from placard.prove.pdf import open_pdf
from placard.prove.readings import Reading, read_html, read_pdf

from .conftest import VENUE, press

ORIGIN = Origin("old-mill", VENUE)
EN_DAYS, PL_DAYS, ZH_DAYS = (
    number_with(["day", "days"]),
    number_with(["dzień", "dni", "dnia", "dniach"]),
    number_with(["天", "日"]),
)
KEPT = KeyFact(
    "surveillance.retention",
    {
        "en": Said(("14 days",), r"recording|kept|deleted", EN_DAYS),
        "pl": Said(("14 dni", "14 dniach"), r"nagra|usuw", PL_DAYS),
        "zh-Hans": Said(("14 天", "14 日"), r"录像|影像|保存", ZH_DAYS),
    },
    ORIGIN,
)
REPLY = KeyFact(
    "requests.reply",
    {
        "en": Said(("30 days",), r"repl(?:y|ies)|answer", EN_DAYS),
        "pl": Said(("30 dni",), r"odpowi", PL_DAYS),
        "zh-Hans": Said(("30 天",), r"答复", ZH_DAYS),
    },
    ORIGIN,
)


def said(output: str, language: str, *paragraphs: str, venue: str = "old-mill") -> Reading:
    return Reading(output, venue, (language,), paragraphs)


CLEAN = (
    said("site/en", "en", "Recordings are kept for 14 days.", "We answer within 30 days."),
    said("print/door", "en", "Kept: 14 days Reply: 30 days CAM-01"),
    said("site/pl", "pl", "Nagrania usuwamy po 14 dniach. Odpowiadamy w 30 dni."),
    said("site/zh", "zh-Hans", "录像保存14天，30 天内答复。"),
)


def told(*readings: Reading, facts: tuple[KeyFact, ...] = (KEPT, REPLY)) -> set[tuple[str, str, str]]:
    return {
        (finding.code, finding.values["output"], finding.values.get("found", ""))
        for finding in prove_one_value(facts, readings)
    }


def test_one_value_everywhere() -> None:
    assert told(*CLEAN) == set()


@pytest.mark.parametrize(
    ("language", "paragraph", "found"),
    [
        ("en", "Recordings are kept for 30 days.", "30 days"),
        ("en", "We delete nothing by hand: after 7 days it is deleted.", "7 days"),
        ("en", "RECORDINGS: 15 DAYS", "15 DAYS"),
        ("en", "Recordings are kept 114 days", "114 days"),
        ("en", "Recordings are kept 14.5 days", "14.5 days"),
        ("en", "a 21-day recording", "21-day"),
        ("en", "We reply within 14 days.", "14 days"),
        ("pl", "Nagrania usuwamy po 30 dniach.", "30 dniach"),
        ("pl", "Nagrania przechowujemy 7 dni", "7 dni"),
        ("zh-Hans", "录像保存30天。", "30天"),
        ("zh-Hans", "影像保存 90 日", "90 日"),
        ("zh-Hans", "14 天内答复", "14 天"),
    ],
)
def test_another_value_is_found_in_any_language(language: str, paragraph: str, found: str) -> None:
    faulty = said("staff/handbook", language, "Handbook", paragraph)
    assert told(*CLEAN, faulty) == {("prove.other_value", "staff/handbook", found)}


@pytest.mark.parametrize(
    ("language", "paragraph"),
    [
        ("en", "Recordings are kept for 14\u00a0days, and not a day more."),
        ("en", "Ask within 30 days, and you get an answer."),
        ("en", "Complaints about a recording: we reply within 30 days."),
        ("en", f"Recordings are kept as the law asks. {'x' * 90} Open on 6 days of the week."),
        ("en", "Open on 6 days of the week."),
        ("en", "Recordings of 2024 and room 14 are kept."),
        ("pl", "Nagrania usuwamy po 14\ndniach."),
        ("zh-Hans", "录像保存14天，收到请求后30天内答复。"),
    ],
)
def test_values_of_other_things_are_left_alone(language: str, paragraph: str) -> None:
    assert told(*CLEAN, said("staff/handbook", language, paragraph)) == set()


def test_a_value_of_one_area_may_stand_beside_when_it_is_named() -> None:
    yard = said("print/yard", "en", "Yard: recordings are kept for 7 days.")
    assert told(*CLEAN, yard) == {("prove.other_value", "print/yard", "7 days")}
    wider = dataclasses.replace(KEPT, besides=("7 days",))
    assert told(*CLEAN, yard, facts=(wider, REPLY)) == set()


def test_a_fact_said_in_one_output_only_or_in_none() -> None:
    findings = prove_one_value([KEPT, REPLY], CLEAN[:1])
    assert {(f.code, f.values["fact"], f.values["found"]) for f in findings} == {
        ("prove.said_once", "surveillance.retention", "1"),
        ("prove.said_once", "requests.reply", "1"),
    }
    assert {finding.place for finding in findings} == {VENUE}
    assert told(CLEAN[0], facts=(dataclasses.replace(KEPT, at_least=1),)) == set()


def test_a_word_around_the_value_makes_it_no_other_value_but_also_no_mention() -> None:
    assert {
        code for code, *_ in told(*(said(f"x{n}", "en", "kept 14 daysies") for n in range(3)), facts=(KEPT,))
    } == {"prove.said_once"}


def test_venues_do_not_answer_for_each_other() -> None:
    elsewhere = said("site/studio", "en", "Recordings are kept for 30 days.", venue="studio")
    assert told(*CLEAN, elsewhere) == set()


def test_nothing_to_compare_proves_nothing() -> None:
    assert {finding.code for finding in prove_one_value([], CLEAN)} == {"prove.no_fact"}
    assert "prove.no_fact" in {finding.code for finding in prove_one_value([KEPT], [])}


def test_a_page_is_read_as_a_reader_reads_it(tmp_path: Path) -> None:
    page = tmp_path / "index.html"
    page.write_text(
        '<title>Kept</title><p>Recordings are kept for <b>30</b>&nbsp;<span lang="en">days</span></p>'
        '<p title="kept 60 days">x</p><script>"kept 90 days"</script><!-- kept 91 days -->'
    )
    reading = read_html("site/x", "old-mill", ("en",), page)
    assert told(*CLEAN, reading) == {("prove.other_value", "site/x", "30 days")}


@pytest.mark.parametrize(("days", "expected"), [(14, set()), (30, {"30 days"})])
def test_a_pdf_is_read_over_its_line_ends(tmp_path: Path, days: int, expected: set[str]) -> None:
    body = f"<p>All of the recordings of the cameras in this yard are kept for {days} days, not more.</p>"
    file = press(tmp_path / "x.pdf", body, "CAM-01")
    reading = read_pdf("print/x.pdf", "old-mill", ("en", "pl"), open_pdf(file.read_bytes()))
    assert "yard are kept for" in reading.paragraphs[0]
    assert {found for _, _, found in told(*CLEAN, reading)} == expected
