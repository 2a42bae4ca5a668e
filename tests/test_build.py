"""`build.py` as a person runs it: what is made, and that `out/` is whole or as it was."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.desk import AS_OF, INTO_THE_CHANGING_ROOM, SAMPLE, Desk, line_of


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
    "search-log", "staff-cameras", "staff-promise", "survey-count",
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
                f"staff/{venue}/poster-six-rules",
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
