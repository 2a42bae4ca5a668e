"""What `build.py` tells: line, rule and source, in text and JSON, each venue in its own language."""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest

from tests.desk import AS_OF, INTO_THE_CHANGING_ROOM, SAMPLE, SAMPLES, Desk, line_of


def test_a_camera_that_meets_a_changing_room_is_refused_with_line_camera_room_rule_and_source(
    desk: Desk, snapshot: Callable[..., Any]
) -> None:
    desk.type(INTO_THE_CHANGING_ROOM)
    desk.out.mkdir()
    (desk.out / "manifest.json").write_text("[\n\n]\n", "utf-8")
    (desk.out / "mine.txt").write_text("mine", "utf-8")
    before = snapshot(desk.out)
    run = desk.run()
    assert run.code == 1
    assert snapshot(desk.out) == before
    (told,) = (line for line in run.lines if ": error: " in line)
    assert told.startswith(f"venues/{SAMPLE}.yml:{line_of(desk, 'sees: [changing-women]')}: error: ")
    for part in ("c1", "changing-women", "HOUSE-CAM-01", "GB-CAM-02", "Surveillance Camera Code"):
        assert part in told, part
    assert re.search(r"^1 error,.*; exit 1\.$", run.lines[-1])
    assert "documents made" not in run.told
    assert desk.run("check").told == run.told


@pytest.mark.slow
def test_the_same_fault_in_warsaw_names_the_practice_of_authorities_and_our_rule(
    tmp_path: Path, build_py: Callable[..., Any]
) -> None:
    venues = tmp_path / "venues"
    shutil.copytree(SAMPLES, venues)
    studio = venues / "river-light-studio.yml"
    studio.write_text(studio.read_text("utf-8").replace("sees: [entrance]", "sees: [dressing]"), "utf-8")
    lines = studio.read_text("utf-8").splitlines()
    line = next(n for n, words in enumerate(lines, start=1) if "sees: [dressing]" in words)
    run = build_py("check", "river-light-studio", "--venues", venues, "--as-of", AS_OF, "--language", "en")
    assert run.code == 1
    (told,) = (each for each in run.lines if ": error: " in each)
    assert told.startswith(f"venues/river-light-studio.yml:{line}: error: ")
    for part in (
        "c1",
        "dressing",
        "HOUSE-CAM-01, our own rule",
        "EU-CAM-03: EDPB Guidelines",
        "PL-CAM-04: UODO",
    ):
        assert part in told, part


@pytest.mark.slow
def test_the_same_fault_in_shanghai_names_the_order_and_says_that_it_is_our_reading(
    tmp_path: Path, build_py: Callable[..., Any]
) -> None:
    venues = tmp_path / "venues"
    shutil.copytree(SAMPLES, venues)
    salon = venues / "jade-mirror-salon.yml"
    salon.write_text(salon.read_text("utf-8").replace("sees: [entrance]", "sees: [facial-a]"), "utf-8")
    lines = salon.read_text("utf-8").splitlines()
    line = next(n for n, words in enumerate(lines, start=1) if "sees: [facial-a]" in words)
    run = build_py("check", "jade-mirror-salon", "--venues", venues, "--as-of", AS_OF, "--language", "en")
    assert run.code == 1
    (told,) = (
        each for each in run.lines if each.startswith("venues/jade-mirror-salon.yml") and ": error: " in each
    )
    assert told.startswith(f"venues/jade-mirror-salon.yml:{line}: error: ")
    for part in (
        "c1",
        "facial-a",
        "CN-CAM-02",
        "art. 8(1)(4)",
        "we read State Council Order 799",
        "HOUSE-CAM-01",
    ):
        assert part in told, part


@pytest.mark.slow
@pytest.mark.parametrize("command", ["check", "site"])
def test_an_unknown_venue_is_told_with_those_there_are(desk: Desk, command: str) -> None:
    desk.type()
    run = desk.run(command, "new-mill")
    assert run.code == 1
    assert run.lines[0] == f"venues: error: there is no venue called new-mill; write one of: {SAMPLE}"
    assert not desk.out.exists()


@pytest.mark.parametrize(
    "arguments",
    [
        ["--colour", "red"],
        ["polish"],
        ["check", "--as-of", "tomorrow"],
        ["check", "--jobs", "-1"],
        ["check", "--format", "xml"],
        ["explain"],
        ["check", "--venues", "build.py"],
    ],
    ids=" ".join,
)
def test_wrong_use_is_exit_two_and_a_line_of_help(build_py: Callable[..., Any], arguments: list[str]) -> None:
    run = build_py(*arguments)
    assert run.code == 2
    assert run.told == ""
    assert run.progress.startswith("Usage: build.py")
    assert "Traceback" not in run.progress


@pytest.mark.slow
def test_text_and_json_tell_the_same_findings_in_the_same_order(desk: Desk) -> None:
    """The options stand once before the command and once behind it: they count in both places."""
    desk.type({**INTO_THE_CHANGING_ROOM, "retention: 14 days ": "retention: unanswered "})
    here = ("--venues", desk.venues, "--out", desk.out, "--as-of", AS_OF, "--strict")
    text, machine = desk.build_py("check", *here), desk.build_py(*here, "--format", "json", "check")
    assert text.code == machine.code == 1
    told = json.loads(machine.told)
    assert told["exit_code"] == 1
    assert len(told["findings"]) >= 5
    assert {finding["severity"] for finding in told["findings"]} >= {"error", "warning"}
    for line, finding in zip(text.lines, told["findings"], strict=False):
        source = f" [{finding['source']}]" if finding["source"] else ""
        where = f"{finding['file']}:{finding['line']}"
        assert line == f"{where}: {finding['severity']}: {finding['message']}{source}"
        assert finding["venue"] == SAMPLE


@pytest.mark.slow
def test_plan_tells_each_document_its_doors_and_why(desk: Desk) -> None:
    desk.type()
    run = desk.run("plan")
    assert run.code == 0
    told = run.told
    assert "  cam-01.yard  " in told
    assert "    1 x in locker-row: at the door to yard" in told
    assert "    1 x yard: on the side of Weir Lane Brewery" in told
    documents = re.findall(r"^  \S+  ", told, re.MULTILINE)
    assert told.count("    because ") == len(documents) > 40
    for document in ("privacy.en", "complaints.pl", "request.pl", "handbook.pl", "quiz-a.en"):
        assert re.search(rf"^  {re.escape(document)}  ", told, re.MULTILINE), document
    assert not desk.out.exists()


@pytest.mark.slow
def test_explain_tells_each_value_with_its_line_and_who_put_it_there(desk: Desk) -> None:
    length = desk.type()
    run = desk.run("explain", SAMPLE)
    assert run.code == 0
    values = [
        re.fullmatch(r"  venues/old-mill-bathhouse\.yml:(\d+) +(\S+)  +(.+)  \((\w+)\)", line)
        for line in run.lines
    ]
    found = {match[2]: match for match in values if match}
    assert len(found) > 150
    assert all(1 <= int(match[1]) <= length for match in found.values())
    kept = found["surveillance.retention"]
    assert (int(kept[1]), kept[4]) == (line_of(desk, "retention: 14 days"), "typed")
    assert found["operator.regulator_registration.number"][3] == "unanswered"
    assert found["brand"][4] == "default"
    assert "What follows from these facts:" in run.lines
    assert desk.run("explain", SAMPLE, "requests.reply").lines[1].split("  ")[-2:] == ["1 month", "(typed)"]
    slip = desk.run("explain", SAMPLE, "request.reply")
    assert (slip.code, "write requests.reply" in slip.told) == (1, True)


def test_doctor_tells_what_the_machine_has(build_py: Callable[..., Any]) -> None:
    run = build_py("doctor")
    assert run.code in (0, 1)
    assert len(run.lines) >= 3
    assert all(re.match(r"(ok  |lack) \S.*: \S", line) for line in run.lines)
    assert run.code == int(any(line.startswith("lack") for line in run.lines))


def test_the_repository_as_it_stands_has_no_error(build_py: Callable[..., Any], tmp_path: Path) -> None:
    run = build_py("check", "--samples", "--out", tmp_path / "out", "--as-of", AS_OF)
    assert run.code == 0, run.told


@pytest.mark.slow
def test_messages_come_in_the_owners_language(desk: Desk) -> None:
    desk.type(INTO_THE_CHANGING_ROOM)
    run = desk.run("check", "--language", "pl")
    assert run.code == 1
    (told,) = (line for line in run.lines if ": błąd: " in line)
    assert "Kamera" in told


def samples_with_slips(folder: Path, name: str, slips: Mapping[str, str]) -> Path:
    """One of our samples with a few lines typed wrong; the folder it lies in."""
    venues = folder / "venues"
    venues.mkdir(exist_ok=True)
    text = (SAMPLES / f"{name}.yml").read_text("utf-8")
    for right, wrong in slips.items():
        assert right in text
        text = text.replace(right, wrong, 1)
    (venues / f"{name}.yml").write_text(text, "utf-8")
    return venues


@pytest.mark.slow
def test_a_polish_studio_with_three_mistakes_is_told_in_polish(
    tmp_path: Path, build_py: Callable[..., Any]
) -> None:
    slips = {
        "retention: 7 days": "retention: 7 dni",
        "kind: studio_floor": "kind: studio_flor",
        "web:": "wbe:",
    }
    venues = samples_with_slips(tmp_path, "river-light-studio", slips)
    run = build_py("check", "--venues", venues, "--out", tmp_path / "out", "--as-of", AS_OF)
    assert run.code == 1
    mistakes = [line for line in run.lines if ": błąd: " in line]
    assert len(mistakes) == 3, run.told
    assert all("; wpisz " in line for line in mistakes)
    assert re.search(r"^3 błędy(, .*)?; kod wyjścia 1\.$", run.lines[-1])
    assert "error" not in run.told


@pytest.mark.slow
def test_a_chinese_salon_whose_colon_is_full_width_is_told_in_chinese(
    tmp_path: Path, build_py: Callable[..., Any]
) -> None:
    venues = samples_with_slips(tmp_path, "jade-mirror-salon", {"\ntype: ": "\ntype："})
    run = build_py("check", "--venues", venues, "--out", tmp_path / "out", "--as-of", AS_OF)
    assert run.code == 1
    assert "：“type”后面是全角冒号 ：；请写成 type:，用半角冒号加一个空格" in run.lines[0]
    assert run.lines[-1].endswith("；退出码 1。")


@pytest.mark.slow
def test_two_houses_are_told_each_in_its_own_language_and_a_machine_is_told_which(
    tmp_path: Path, build_py: Callable[..., Any]
) -> None:
    samples_with_slips(tmp_path, "river-light-studio", {"audio: no": "audio: nie wiem"})
    venues = samples_with_slips(tmp_path, "jade-mirror-salon", {"audio: no": "audio: 不知道"})
    run = build_py("check", "--venues", venues, "--as-of", AS_OF, "--format", "json")
    told = json.loads(run.told)["findings"]
    assert {each["venue"]: each["language"] for each in told} == {
        "jade-mirror-salon": "zh-Hans", "river-light-studio": "pl",
    }  # fmt: skip
    (polish,) = (
        each for each in told if each["venue"] == "river-light-studio" and "nie wiem" in each["message"]
    )
    assert polish["message"].startswith("audio ma wartość „nie wiem”; ")
    (chinese,) = (each for each in told if "不知道" in each["message"])
    assert chinese["message"].startswith("audio 的值是“不知道”；请")


@pytest.mark.slow
def test_a_language_without_messages_is_answered_with_those_there_are(
    desk: Desk,
) -> None:
    desk.type()
    run = desk.run("check", "--language", "zh")
    assert run.code == 1
    assert run.lines[0] == "--language: error: messages are not told in zh; write one of: en, pl, zh-Hans"
