"""`build.py watch`: the whole list on request, sorted by day, for a person and for a machine."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

pytestmark = pytest.mark.slow

Run = Callable[..., Any]
OLD_MILL = "old-mill-bathhouse"
LIST = """\
entries:
  a-bill:
    {when}
    cite: [soa-67]
    seen: secondary
    what: {what}
    changes: {{en: Nothing}}
"""


@pytest.fixture
def listed(build_py: Run, tmp_path: Path) -> Run:
    """Ask for the list of one sample, with words of one's own laid over ours."""

    def ask(*more: str, venue: str = OLD_MILL, entries: str = "") -> Any:
        own = tmp_path / "own" / "law" / "gb"
        own.mkdir(parents=True, exist_ok=True)
        content: tuple[str, ...] = ()
        if entries:
            (own / "watch.yml").write_text(entries, encoding="utf-8")
            content = ("--content", "content", "--content", str(tmp_path / "own"))
        return build_py("watch", venue, "--out", str(tmp_path / "out"), *content, *more)

    return ask


def rows(run: Any) -> list[dict[str, Any]]:
    told: list[dict[str, Any]] = json.loads(run.told)["rows"]
    return told


def test_the_british_line_on_complaints_is_on_the_list_before_it_begins(listed: Run) -> None:
    run = listed("--as-of", "2026-06-18", "--language", "en")
    assert run.code == 0
    assert (
        "2026-06-19, in 1 day: United Kingdom: begins: GB-CMP-01 The notice can say how to complain"
        in run.told
    )
    today = listed("--as-of", "2026-06-19", "--language", "en").told
    assert "2026-06-19, today: United Kingdom: begins: GB-CMP-01" in today
    assert "GB-CMP-01 The" not in listed("--as-of", "2026-09-01", "--language", "en").told


def test_a_machine_reads_the_same_in_the_same_order(listed: Run) -> None:
    told = rows(listed("--as-of", "2026-11-23", "--format", "json"))
    days = [row["day"] for row in told]
    dated = [day for day in days if day]
    assert dated == sorted(dated) != []
    assert days[: len(dated)] == dated
    assert {row["law"] for row in told if "law" in row} == {"house", "gb"}
    (fee,) = [row for row in told if row.get("id") == "fee"]
    assert (fee["day"], fee["seen"], fee["rules"]) == ("2027-11-22", "text", ["GB-FEE-01", "GB-FEE-02"])
    assert fee["what"]["zh-Hans"]
    assert {row["kind"] for row in told} >= {"entry", "sources", "unsigned", "reading"}


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", "before printing: United Kingdom: The Information Commission"),
        ("pl", "przed drukiem: Wielka Brytania: Information Commission działa"),
        ("zh-Hans", "印制之前：英国：据对 SI 2026/1015 的若干公开介绍"),
    ],
)
def test_it_is_told_in_the_language_of_the_report(listed: Run, language: str, words: str) -> None:
    assert words in listed("--as-of", "2026-11-23", "--language", language).told


def test_what_is_past_its_day_is_counted(listed: Run) -> None:
    run = listed("--as-of", "2028-01-01", "--language", "en")
    assert "2027-11-22, 40 days ago: United Kingdom: The tiers of the data protection fee" in run.told
    (count,) = [line for line in run.told.splitlines() if "lines as of 2028-01-01" in line]
    assert "of which 0 past" not in count
    assert run.code == 0, "a list is no fault of anybody's"


@pytest.mark.parametrize("day", ["2026-02-30", "soon", "2026-13-01", "'; drop"])
def test_a_day_the_calendar_does_not_have_is_wrong_use(listed: Run, day: str) -> None:
    run = listed("--as-of", day)
    assert run.code == 2
    assert "Traceback" not in run.progress


def test_the_first_and_the_last_day_there_are_can_be_asked_for(listed: Run) -> None:
    for day in ("0001-01-01", "9999-12-31"):
        run = listed("--as-of", day)
        assert run.code == 0, run.told + run.progress
        assert "Traceback" not in run.progress


def test_an_impossible_day_in_a_list_is_told_at_its_line(listed: Run) -> None:
    run = listed(entries=LIST.format(when="on: 2027-02-30", what="{en: A bill}"))
    assert run.code == 1
    assert 'law/gb/watch.yml:3: error: on is "2027-02-30"' in run.told


def test_what_somebody_typed_is_told_as_it_stands(listed: Run) -> None:
    what = "{en: '<script>alert(1)</script> {pack} {{7*7}} %s'}"
    run = listed(
        "--as-of", "2026-11-23", "--language", "en", entries=LIST.format(when="on: 2027-02-01", what=what)
    )
    assert run.code == 0, run.told + run.progress
    assert "<script>alert(1)</script> {pack} {{7*7}} %s" in run.told


def test_characters_nobody_can_see_are_refused(listed: Run) -> None:
    run = listed(entries=LIST.format(when="on: 2027-02-01", what="{en: 'A \u202e bill'}"))
    assert run.code == 1
    assert "law/gb/watch.yml:6" in run.told
