"""`build.py` as a person runs it: what is made, what is told, and that `out/` is whole or as it was."""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

SAMPLE = "old-mill-bathhouse"
SAMPLES = Path(__file__).resolve().parents[1] / "venues"
AS_OF = "2026-12-01"
INTO_THE_CHANGING_ROOM = {"sees: [entrance]": "sees: [changing-women]"}


@dataclass(frozen=True)
class Desk:
    """A folder of venue files and an `out/` beside it, with `build.py` at hand."""

    folder: Path
    type_venue: Callable[..., Path]
    build_py: Callable[..., Any]

    @property
    def venues(self) -> Path:
        return self.folder / "venues"

    @property
    def out(self) -> Path:
        return self.folder / "out"

    def type(self, changes: Mapping[str, str] | None = None, name: str = SAMPLE) -> int:
        """Type the sample with some lines changed; return how many lines it has."""
        return len(self.type_venue(self.venues, changes, name).read_text("utf-8").splitlines())

    def run(self, *arguments: object, **environment: str) -> Any:
        here = ("--venues", self.venues, "--out", self.out, "--as-of", AS_OF)
        return self.build_py(*arguments, *here, **environment)


@pytest.fixture
def desk(tmp_path: Path, type_venue: Callable[..., Path], build_py: Callable[..., Any]) -> Desk:
    return Desk(tmp_path, type_venue, build_py)


@pytest.fixture
def two_houses(
    once: Callable[..., Path], type_venue: Callable[..., Path], build_py: Callable[..., Any]
) -> Path:
    """The folder of two venues whose site was built."""

    def make(folder: Path) -> None:
        both = Desk(folder, type_venue, build_py)
        both.type()
        both.type({"name: Old Mill Bathhouse\n": "name: Quay Baths\n"}, "quay-baths")
        run = both.run("site")
        assert run.code == 0, run.told

    return once("two-houses", make)


def line_of(desk: Desk, words: str, name: str = SAMPLE) -> int:
    lines = (desk.venues / f"{name}.yml").read_text("utf-8").splitlines()
    (found,) = (number for number, line in enumerate(lines, start=1) if words in line)
    return found


PAGES = ("privacy", "notice", "cameras", "images", "children", "rights", "complaints", "incidents", "about")
SIGNS = (
    *(
        "cam-01",
        "cam-04",
        "pho-01",
        "pho-02",
        "rgt-01",
        "rgt-02",
        "rgt-03",
        "ask-01",
    ),
    *("chg-01", "chg-03", "chg-05", "rec-01"),
)
FORMS = ("request", "complaint", "opinion", "survey", "not-filmed")
STAFF_FORMS = (
    "complaint-log", "follow-up", "incident-drill", "incident-record", "investigation", "partner-choice",
    "partner-look", "partner-report", "partner-terms.1", "put-right", "quarterly-review", "review-calendar",
    "staff-cameras", "staff-promise", "survey-count",
)  # fmt: skip
LETTERS = ("incident", "no", "outcome", "put-right", "refusal")
BOOKLETS = ("notice", "notice-large", "leaflet")


# --- what is made -----------------------------------------------------------------------------------------


@pytest.mark.slow
def test_the_sample_becomes_a_site_sheets_and_a_staff_pack(sample_built: Any) -> None:
    made = {
        path.relative_to(sample_built.out).as_posix()
        for path in sample_built.out.rglob("*")
        if path.is_file()
    }
    venue = re.escape(SAMPLE)
    expected = [
        r"manifest\.json",
        r"site/index\.html",
        r"site/404\.html",
        r"site/sitemap\.xml",
        rf"site/{venue}/listing\.json",
        *(
            rf"site/{venue}/{language}/{page}index\.html"
            for language in ("en", "pl")
            for page in ("", *(f"{page}/" for page in PAGES))
        ),
        *(rf"site/{venue}/{language}/search/search_index\.json" for language in ("en", "pl")),
        *(rf"site/q/{venue}/{sign}/index\.html" for sign in SIGNS),
        *(rf"print/{venue}/cam-01\.{area}\.a\d\.pdf" for area in ("entrance", "yard")),
        *(
            rf"print/{venue}/pho-01\.{room}\.a\d\.pdf"
            for room in ("changing-women", "changing-men", "showers", "finnish-sauna", "steam")
        ),
        *(rf"print/{venue}/chg-01\.{room}\.a\d\.pdf" for room in ("changing-women", "changing-men")),
        *(rf"print/{venue}/{sign}\.a\d\.pdf" for sign in SIGNS if sign not in ("cam-01", "pho-01", "chg-01")),
        rf"print/{venue}/all\.a\d\.pdf",
        *(rf"print/{venue}/{form}\.{lang}\.a4\.pdf" for form in FORMS for lang in ("en", "pl")),
        *(rf"print/{venue}/{book}\.{lang}\.a4\.pdf" for book in BOOKLETS for lang in ("en", "pl")),
        *(
            rf"staff/{venue}/{re.escape(form)}\.{lang}\.a4\.pdf"
            for form in STAFF_FORMS
            for lang in ("en", "pl")
        ),
        *(
            rf"staff/{venue}/letter-{letter}\.{lang}\.{end}"
            for letter in LETTERS
            for lang in ("en", "pl")
            for end in (r"a4\.pdf", "txt")
        ),
        *(
            rf"print/{venue}/{text}"
            for lang in ("en", "pl")
            for text in (
                *(rf"booking\.{lang}\.{end}" for end in ("txt", "html")),
                rf"social\.{lang}\.txt",
                *(rf"social-{shape}\.{lang}\.png" for shape in ("square", "wide")),
            )
        ),
        *(rf"{folder}/{venue}/index{lang}\.html" for folder in ("print", "staff") for lang in ("", r"\.pl")),
        *(
            rf"{folder}\.{language}\.pdf"
            for folder in (
                f"print/{venue}/hanging-plan",
                f"staff/{venue}/handbook",
                f"staff/{venue}/register",
                f"staff/{venue}/quiz-(?:key-)?[ab]",
                f"staff/{venue}/card-[a-z-]+",
            )
            for language in ("en", "pl")
        ),
        *(
            rf"records/{venue}/{record}\.(?:html|csv)"
            for record in ("sources", "camera-register", "retention", "recipients")
        ),
        *(rf"records/_law/{pack}/review\.en\.pdf" for pack in ("house", "gb")),
    ]
    for pattern in expected:
        assert [path for path in made if re.fullmatch(pattern, path)], f"nothing was made like {pattern}"
    others = [path for path in made if not any(re.fullmatch(pattern, path) for pattern in expected)]
    allowed = re.compile(r"site/(assets/.+|favicon\.svg|s/[0-9a-z]{4}-[0-9a-z]{4}/index\.html)")
    assert [path for path in others if not allowed.fullmatch(path)] == []
    assert re.search(r"^old-mill-bathhouse: (\d+) of \1 documents made$", sample_built.run.told, re.MULTILINE)
    assert re.search(rf"^out: {len(made) - 1} new, 0 changed, 0 removed", sample_built.run.told, re.MULTILINE)


@pytest.mark.slow
def test_a_place_without_a_website_has_sheets_that_name_the_desk_instead_of_a_code(desk: Desk) -> None:
    from placard.prove.pdf import open_pdf
    from placard.prove.qr import codes_in

    desk.type({'web: {address: "https://privacy.oldmill.example/"}': "web: none"})
    run = desk.run("print")
    assert run.code == 0, run.told
    sheets = [path for path in (desk.out / "print" / SAMPLE).glob("*.pdf") if "plan" not in path.name]
    assert len(sheets) > 20
    pointing = 0
    for sheet in sheets:
        assert codes_in(sheet) == [], sheet.name
        words = " ".join(" ".join(page.text for page in open_pdf(sheet.read_bytes()).pages).split())
        pointing += "on paper at the desk" in words
        assert "://" not in words.replace("ico.org.uk", ""), sheet.name
        assert "privacy.oldmill.example" not in words.replace("@oldmill.example", ""), sheet.name
    assert pointing >= 6, "signs that lead to the full notice lead to the desk"


@pytest.mark.slow
@pytest.mark.parametrize(("part", "ending"), [("site", ".html"), ("print", ".pdf"), ("staff", ".pdf")])
def test_one_part_alone_is_made_and_the_others_stay(
    desk: Desk, sample_built: Any, snapshot: Callable[..., Any], part: str, ending: str
) -> None:
    shutil.copytree(sample_built.out, desk.out)
    before = snapshot(desk.out)
    desk.type({"+44 20 7946 0199": "+44 20 7946 0197", "hello@oldmill": "good-day@oldmill"})
    run = desk.run(part)
    assert run.code == 0, run.told + run.progress
    after = snapshot(desk.out)
    changed = {path for path in before.keys() | after.keys() if before.get(path) != after.get(path)}
    changed.discard("manifest.json")
    assert {path.split("/")[0] for path in changed} == {part}
    assert any(path.endswith(ending) for path in changed)


@pytest.mark.slow
def test_two_venues_are_built_side_by_side_and_one_command_may_name_one(
    desk: Desk, two_houses: Path, snapshot: Callable[..., Any]
) -> None:
    shutil.copytree(two_houses, desk.folder, dirs_exist_ok=True)
    both = snapshot(desk.out / "site")
    assert {path.split("/")[0] for path in both} >= {SAMPLE, "quay-baths", "q", "s", "assets"}
    assert b"Quay Baths" in both["index.html"]
    assert b"Old Mill Bathhouse" in both["index.html"]
    desk.type({"name: Old Mill Bathhouse\n": "name: New Mill Bathhouse\n"})
    desk.type({"name: Old Mill Bathhouse\n": "name: Harbour Baths\n"}, "quay-baths")
    run = desk.run("site", "quay-baths")
    assert run.code == 0, run.told
    after = snapshot(desk.out / "site")
    for path in (path for path in both if path.startswith(f"{SAMPLE}/") and path.endswith(".html")):
        assert after[path] == both[path], path
    assert b"Harbour Baths" in after["quay-baths/en/privacy/index.html"]


# --- an error stops it all, and `out/` stays ----------------------------------------------------------------


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
def test_after_an_error_what_was_published_before_is_there_byte_for_byte(
    desk: Desk, sample_built: Any, snapshot: Callable[..., Any]
) -> None:
    shutil.copytree(sample_built.out, desk.out)
    before = snapshot(desk.out)
    assert len(before) > 40
    desk.type(INTO_THE_CHANGING_ROOM)
    assert desk.run().code == 1
    assert snapshot(desk.out) == before


@pytest.mark.slow
def test_a_sheet_that_fits_on_no_paper_is_refused_and_nothing_is_published(desk: Desk) -> None:
    desk.type({"effective_on:": "signs:\n  - {sign: cam-01, read_from: 12 m}\neffective_on:"})
    run = desk.run("print")
    assert run.code == 1
    assert not desk.out.exists()
    errors = [line for line in run.lines if ": error: " in line]
    assert any("cam-01.entrance" in line for line in errors), run.told


@pytest.mark.slow
def test_keep_going_publishes_the_good_venue_and_keeps_the_last_good_output_of_the_other(
    desk: Desk, two_houses: Path, snapshot: Callable[..., Any]
) -> None:
    shutil.copytree(two_houses, desk.folder, dirs_exist_ok=True)
    before = snapshot(desk.out / "site")
    desk.type({"hello@oldmill": "good-day@oldmill"})
    desk.type(INTO_THE_CHANGING_ROOM, "quay-baths")
    stopped = desk.run("site")
    assert stopped.code == 1
    assert snapshot(desk.out / "site") == before, "without --keep-going one error stops everybody"
    run = desk.run("site", "--keep-going")
    assert run.code == 1
    after = snapshot(desk.out / "site")
    kept = [path for path in before if "quay-baths/" in path]
    assert len(kept) > 12
    assert all(after[path] == before[path] for path in kept)
    assert b"good-day@oldmill" in after[f"{SAMPLE}/en/complaints/index.html"]
    assert b"good-day@oldmill" not in before[f"{SAMPLE}/en/complaints/index.html"]


@pytest.mark.slow
def test_a_venue_file_nobody_can_read_stops_the_others_too_unless_they_keep_going(desk: Desk) -> None:
    desk.type()
    (desk.venues / "quay-baths.yml").write_text("name: [Quay Baths\n", "utf-8")
    run = desk.run()
    assert run.code == 1
    assert not desk.out.exists()
    assert [line for line in run.lines if line.startswith("venues/quay-baths.yml:1: error: ")], run.told


@pytest.mark.slow
def test_an_empty_folder_of_venues_says_what_to_do(desk: Desk) -> None:
    desk.venues.mkdir()
    run = desk.run()
    assert run.code == 1
    assert run.lines[0] == (
        "venues: error: there is no venue in this folder; copy a sample from venues/ and change it, "
        "one file to a business"
    )
    assert not desk.out.exists()


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


# --- what is told -----------------------------------------------------------------------------------------


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


# --- what waits for an answer -----------------------------------------------------------------------------


@pytest.mark.slow
def test_a_withheld_document_is_listed_with_the_one_question_that_frees_it(desk: Desk) -> None:
    desk.type({"retention: 14 days ": "retention: unanswered "})
    run = desk.run("check")
    assert run.code == 0, run.told
    withheld = [line for line in run.lines if line.startswith("  withheld: ")]
    assert any("CAM-01 " in line and line.endswith("(en), waits for answer 1") for line in withheld)
    assert any("Cameras (en, pl)" in line for line in withheld)
    where = f"venues/{SAMPLE}.yml:{line_of(desk, 'retention: unanswered')}"
    (answer,) = [line for line in run.lines if re.match(r"  \d+\. ", line)]
    assert f"surveillance.retention at {where}" in answer
    assert re.search(r"1 answer frees \d+ more", run.told)
    assert desk.run("check", "--strict").code == 1


@pytest.mark.slow
def test_what_does_not_wait_is_published_and_the_rest_is_not(desk: Desk) -> None:
    desk.type({"retention: 14 days ": "retention: unanswered "})
    run = desk.run()
    assert run.code == 0, run.told + run.progress
    made = {path.name.split(".")[0] for path in (desk.out / "print" / SAMPLE).glob("*.pdf")}
    assert made >= {"pho-01", "rgt-03", "chg-01", "complaint", "hanging-plan", "all"}
    assert not made & {"cam-01", "rgt-02"}, "these say how long pictures are kept"
    assert (desk.out / "site" / SAMPLE / "en" / "privacy" / "index.html").exists()
    assert not (desk.out / "site" / SAMPLE / "en" / "cameras").exists()
    # The other quiz asks how long pictures are kept; a register is bound to a handbook.
    papers = {path.name.split(".")[0] for path in (desk.out / "staff" / SAMPLE).glob("*.pdf")}
    assert papers >= {"quiz-a", "quiz-key-a", "card-first-hour"}
    assert papers & {"handbook", "register", "quiz-b", "quiz-key-b"} == set()


@pytest.mark.slow
def test_where_every_page_waits_the_questions_are_told_and_nothing_breaks(desk: Desk) -> None:
    """What a new owner meets on the first day: hardly anything is answered yet."""
    desk.type({"legal_name: Old Mill Bathhouse Ltd": "legal_name: unanswered"})
    run = desk.run()
    assert run.code == 0, run.told + run.progress
    assert any("operator.legal_name at " in line for line in run.lines)


# --- samples ----------------------------------------------------------------------------------------------


@pytest.mark.slow
@pytest.mark.parametrize("wanted", [False, True])
def test_a_sample_stands_back_behind_a_venue_of_the_owners_own_unless_asked_for(
    desk: Desk, wanted: bool
) -> None:
    desk.type()
    desk.type({"sample: true\n": "", "name: Old Mill Bathhouse\n": "name: Quay Baths\n"}, "quay-baths")
    run = desk.run("plan", *(["--samples"] if wanted else []))
    assert run.code == 0, run.told
    planned = [line for line in run.lines if re.fullmatch(r"[a-z0-9-]+:", line)]
    assert planned == ([f"{SAMPLE}:"] if wanted else []) + ["quay-baths:"]


# --- the build in which nothing has changed ---------------------------------------------------------------

TRACER = """
import atexit, os, sys
def tell():
    with open(os.environ["TRACED"], "w") as file:
        file.write("\\n".join(sorted({name.split(".")[0] for name in sys.modules})))
atexit.register(tell)
"""
ENGINES = {"weasyprint", "mkdocs", "pydantic", "markdown", "babel", "pypdfium2"}


@pytest.mark.slow
def test_a_build_in_which_nothing_has_changed_loads_no_engine_and_says_so(
    desk: Desk, sample_built: Any, snapshot: Callable[..., Any]
) -> None:
    (desk.folder / "tracer").mkdir()
    (desk.folder / "tracer" / "sitecustomize.py").write_text(TRACER, "utf-8")
    traced = desk.folder / "traced.txt"
    tracing = {"PYTHONPATH": str(desk.folder / "tracer"), "TRACED": str(traced)}

    def build() -> tuple[Any, set[str]]:
        here = ("--venues", sample_built.venues, "--out", desk.out, "--as-of", AS_OF)
        run = desk.build_py("site", *here, **tracing)
        return run, set(traced.read_text("utf-8").split())

    first, loaded = build()
    assert first.code == 0
    assert {"mkdocs", "pydantic", "markdown"} <= loaded, "the tracer sees nothing"
    before = snapshot(desk.out)
    again, loaded = build()
    assert again.code == 0
    assert "placard" in loaded
    assert loaded & ENGINES == set()
    assert "nothing to make, everything is as it was" in again.told
    told = [line for line in first.lines if not line.startswith("out: ")]
    assert [line for line in again.lines if not line.startswith("out: ")] == told
    assert snapshot(desk.out) == before
    (desk.out / "site" / "index.html").unlink()
    mended, loaded = build()
    assert mended.code == 0
    assert "mkdocs" in loaded
    assert snapshot(desk.out) == before


# --- broken inputs: a finding, never a traceback ----------------------------------------------------------

BROKEN: dict[str, dict[str, str] | bytes] = {
    "tab": {"operator:\n  legal_name": "operator:\n\tlegal_name"},
    "open-quote": {'phone: "+44 20 7946 0123"': 'phone: "+44 20 7946 0123'},
    "repeated-key": {"law: gb\n": "law: gb\nlaw: pl\n"},
    "misspelt-key": {"retention_reason:": "retenton_reason:"},
    "one-word-for-a-list": {"cameras:\n": "cameras: four\nkameras:\n"},
    "one-word-for-a-map": {"web: {address:": "web: {address: [x], adress:"},
    "no-such-room": {"sees: [yard]": "sees: [yadr]"},
    "no-such-kind-of-room": {"kind: plant_room": "kind: dungeon"},
    "no-such-role": {"access_roles: [manager, owner]": "access_roles: [manager, king]"},
    "no-such-type": {"type: bathhouse": "type: brewery"},
    "no-such-law": {"law: gb": "law: atlantis"},
    "no-such-language": {"\nlanguages: [en, pl]": "\nlanguages: [en, tlh]"},
    "no-language-at-all": {"\nlanguages: [en, pl]": "\nlanguages: []"},
    "door-to-itself": {"doors_to: [outside, plant]": "doors_to: [outside, yard]"},
    "two-cameras-of-one-name": {"{id: c2": "{id: c1"},
    "a-fortnight": {"retention: 14 days ": "retention: a fortnight "},
    "next-monday": {"effective_on: 2027-01-04": "effective_on: next Monday"},
    "no-phone-number": {'"+44 20 7946 0123"': "ask at the desk"},
    "address-without-https": {"https://privacy.oldmill": "privacy.oldmill"},
    "address-with-a-bracket": {"https://privacy.oldmill.example/": "https://[privacy"},
    "distance-in-words": {"effective_on:": "signs:\n  - {sign: cam-01, read_from: far}\neffective_on:"},
    "file-outside": {"type: bathhouse": "extends: ../../../etc/passwd\ntype: bathhouse"},
    "another-id": {"id: old-mill-bathhouse": "id: somewhere-else"},
    "empty": b"",
    "a-list": b"- Old Mill\n- Bathhouse\n",
    "not-utf8": "name: Łaźnia\n".encode("iso-8859-2"),
    "a-picture": bytes(range(256)) * 8,
    "too-deep": b"name: " + b"[" * 500 + b"]" * 500,
    "too-large": b"name: Old Mill\n#" + b"x" * 1_100_000,
    "grows-beyond-bounds": b"a: &a [x, x, x, x, x, x, x, x]\n"
    + b"".join(
        f"{key}: &{key} [{', '.join([f'*{below}'] * 8)}]\n".encode()
        for below, key in zip("abcdef", "bcdefg", strict=True)
    ),
}


@pytest.fixture(scope="module")
def broken(
    once: Callable[..., Path], type_venue: Callable[..., Path], build_py: Callable[..., Any]
) -> dict[str, Any]:
    """Every broken file in one folder, and what one check told of them all."""

    def make(folder: Path) -> None:
        for name, what in BROKEN.items():
            if isinstance(what, bytes):
                (folder / "venues").mkdir(exist_ok=True)
                (folder / "venues" / f"{name}.yml").write_bytes(what)
            else:
                type_venue(folder / "venues", what, name, keep_id=name == "another-id")
        # The broken ones are samples too; beside a file nobody can read they are built only when asked for.
        where = ("--venues", folder / "venues", "--out", folder / "out")
        run = build_py("--format", "json", "--samples", *where)
        told = {
            "code": run.code,
            "told": run.told,
            "progress": run.progress,
            "out": (folder / "out").exists(),
        }
        (folder / "run.json").write_text(json.dumps(told), "utf-8")

    return dict(json.loads((once("broken", make) / "run.json").read_text("utf-8")))


@pytest.mark.slow
def test_broken_files_end_in_findings_and_nothing_is_made(broken: dict[str, Any]) -> None:
    assert len(BROKEN) >= 15
    assert "Traceback" not in broken["progress"], broken["progress"]
    assert broken["code"] == 1
    assert not broken["out"]


@pytest.mark.parametrize("name", BROKEN)
def test_a_broken_file_is_told_by_its_name(broken: dict[str, Any], name: str) -> None:
    assert broken["told"], broken["progress"]
    findings = json.loads(broken["told"])["findings"]
    errors = [f for f in findings if f["file"] == f"venues/{name}.yml" and f["severity"] == "error"]
    assert errors, f"nothing is told of {name}.yml"
    for finding in errors:
        assert "; " in finding["message"] or ". " in finding["message"], (
            "says what is there, not what to write"
        )
        assert "{" not in finding["message"].replace("{ ", "").replace("“{”", ""), finding["message"]


@pytest.mark.slow
@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["check", "--language", "tlh"], "tlh"),
        (["check", "--content", "{folder}/words"], ""),
        (["site", "--out", "{folder}/file/out"], ""),
    ],
    ids=["language", "content", "out"],
)
def test_a_wrong_folder_or_language_is_no_traceback_either(
    desk: Desk, build_py: Callable[..., Any], arguments: list[str], says: str
) -> None:
    desk.type()
    (desk.folder / "file").write_text("a file", "utf-8")
    run = build_py(*(each.format(folder=desk.folder) for each in arguments), "--venues", desk.venues)
    assert run.code in (1, 2), run.told + run.progress
    assert "Traceback" not in run.progress
    assert says in run.told + run.progress
