"""A translator looks at one document of one venue, and finds beside each paragraph the file to open."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import replace
from html import unescape
from pathlib import Path
from typing import Any

import pytest

from placard.begun import begin
from placard.composing import composed
from placard.preview.blocks import Block, Shown, Sources
from placard.preview.lines import Lines
from placard.preview.shown import shown
from placard.read.roots import Project

pytestmark = pytest.mark.slow

Run = Callable[..., Any]
ROOT = Path(__file__).parents[2]
OLD_MILL = "old-mill-bathhouse"
_ROW = re.compile(r'<section class="row ?(\w*)">(.*?)<code>([^<]+)</code>', re.DOTALL)


@pytest.fixture
def look(build_py: Run, tmp_path: Path) -> Run:
    """Look at a document: `look("notice", "pl")` returns the run and the rows of the page."""

    def at(document: str, language: str, *more: str, venue: str = OLD_MILL) -> Any:
        out = ("--out", str(tmp_path / "out"))
        run = build_py("preview", document, "--venue", venue, "--language", language, *out, *more)
        file = tmp_path / ".out-staging" / "preview" / venue / f"{document}.{language}.html"
        return run, file.read_text(encoding="utf-8") if file.exists() else ""

    return at


def rows(page: str) -> list[tuple[str, str, str]]:
    """Return mark, words and place of each row."""
    return [
        (m[1], " ".join(re.sub(r"<[^>]+>", "", m[2]).split()), unescape(m[3])) for m in _ROW.finditer(page)
    ]


def test_beside_a_paragraph_of_a_page_stands_the_file_of_its_words(look: Run) -> None:
    run, page = look("notice", "pl")
    assert run.code == 0, run.told
    assert "notice.pl.html" in run.told
    assert "Nie do publikacji, druku ani wieszania." in page
    places = {place for _, _, place in rows(page)}
    assert "content/public/clauses/privacy/who-we-are/pl.md:4" in places
    assert all(not place.split(":")[0].endswith("/en.md") for place in places)


@pytest.mark.parametrize(
    ("document", "language", "words", "file"),
    [
        ("cam-01", "en", "Cameras", "content/public/signs/cam-01.yml"),
        ("complaint", "pl", "Kontaktujemy się w ciągu 24 godzin", "content/public/forms/complaint.yml:16"),
        ("paper-notice", "en", "Old Mill Bathhouse Ltd", "content/public/clauses/"),
        ("partner-terms.1", "pl", "W jaki sposób", "content/staff/forms/partner-terms.yml"),
        ("handbook", "pl", "telefon", "content/staff/situations/lost-phone.yml"),
        ("card-first-hour", "en", "", "content/staff/cards/first-hour.yml"),
        ("own-quiet-hours", "en", "", f"venues/{OLD_MILL}.yml"),
    ],
)
def test_every_kind_of_document_can_be_looked_at(
    look: Run, document: str, language: str, words: str, file: str
) -> None:
    run, page = look(document, language)
    assert run.code == 0, run.told
    told = [row for row in rows(page) if words.casefold() in row[1].casefold() and row[2].startswith(file)]
    assert told, rows(page)[:8]


@pytest.mark.parametrize(
    ("venue", "language"), [(OLD_MILL, "pl"), ("jade-mirror-salon", "zh-Hans"), ("river-light-studio", "en")]
)
def test_the_line_named_is_the_line_of_the_words(venue: str, language: str) -> None:
    project = replace(Project.here(), only=(venue,))
    begun = begin(project)
    made = composed(begun.read, begun.read.venues[0])
    lines = Lines((*project.content, project.venues))
    looked = 0
    for block in _blocks(shown(made, Sources(begun.read.library, language))):
        place = lines.place(block)
        text = (ROOT / place.file).read_text(encoding="utf-8").splitlines()[max(place.line - 1, 0)]
        assert not block.raw or block.raw.strip()[:24] in text, (place, block.raw)
        looked += bool(block.raw)
    assert looked > 200


def _blocks(documents: Iterator[Shown]) -> list[Block]:
    return [block for each in documents for block in each.blocks]


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (
            ("nowhere", "--venue", OLD_MILL, "--language", "en"),
            "has no document called nowhere; write one of: about, ask-01",
        ),
        (
            ("notice", "--venue", OLD_MILL, "--language", "hu"),
            "there are no words in hu; write one of: en, zh-Hans, pl",
        ),
        (
            ("notice", "--venue", "nobodys"),
            "there is no venue called nobodys; write one of: jade-mirror-salon",
        ),
        (
            ("notice", "--language", "en"),
            "it is not said whose document this is; write --venue and one of: jade-mirror-salon",
        ),
        (("--venue", OLD_MILL, "--language", "pl"), "nie ma dokumentu –; wpisz jeden z: about"),
        (
            ("../../etc/passwd", "--venue", OLD_MILL, "--language", "en"),
            "has no document called ../../etc/passwd",
        ),
        (("<script>", "--venue", OLD_MILL, "--language", "en"), "has no document called <script>"),
    ],
)
def test_what_is_not_there_is_told_with_what_there_is(
    build_py: Run, tmp_path: Path, arguments: tuple[str, ...], words: str
) -> None:
    run = build_py("preview", *arguments, "--out", str(tmp_path / "out"))
    assert run.code == 1
    assert words in run.told
    assert "Traceback" not in run.told + run.progress
    assert not (tmp_path / ".out-staging" / "preview").exists()


def test_a_machine_is_told_the_file(look: Run) -> None:
    run, page = look("cam-01", "en", "--format", "json")
    told = json.loads(run.told)["rows"]
    assert {row["document"] for row in told} == {"cam-01.entrance", "cam-01.yard"}
    assert all(Path(row["file"]).read_text(encoding="utf-8") == page for row in told)


def test_a_mistake_in_the_words_is_told_by_its_file(look: Run, tmp_path: Path) -> None:
    folder = tmp_path / "own" / "public" / "clauses" / "privacy" / "who-we-are"
    folder.mkdir(parents=True)
    (folder / "pl.md").write_text("---\nof_revision: 1\n---\n\nPisz: {{ operator.nmae | name }}\n", "utf-8")
    run, page = look("notice", "pl", "--content", str(ROOT / "content"), "--content", str(tmp_path / "own"))
    assert run.code == 1
    assert "own/public/clauses/privacy/who-we-are/pl.md:4: błąd: operator.nmae" in run.told
    assert page == ""


def test_a_language_the_venue_does_not_speak_can_be_looked_at_before_it_does(look: Run) -> None:
    run, page = look("privacy", "zh-Hans")
    assert run.code == 0, run.told
    assert "仅供查看文字" in page
    assert any(place.endswith("/zh-Hans.md:4") for _, _, place in rows(page))


def test_a_draft_is_seen_by_its_author_and_by_nobody_else(look: Run, build_py: Run, tmp_path: Path) -> None:
    own = tmp_path / "own"
    folder = own / "public" / "clauses" / "privacy" / "who-we-are"
    folder.mkdir(parents=True)
    typed = (ROOT / "content/public/clauses/privacy/who-we-are/pl.md").read_text(encoding="utf-8")
    (folder / "pl.md").write_text(typed.replace("---\n", "---\ndraft: true\n", 1), encoding="utf-8")
    laid = ("--content", str(ROOT / "content"), "--content", str(own))
    run, page = look("notice", "pl", *laid)
    assert run.code == 0, run.told
    assert "1 akapit jeszcze się nie drukuje" in run.told
    (drafted,) = [row for row in rows(page) if row[0] == "draft"]
    assert drafted[2] == "own/public/clauses/privacy/who-we-are/pl.md:5"
    checked = build_py("check", OLD_MILL, "--language", "en", "--out", str(tmp_path / "out"), *laid)
    assert checked.code == 1
    assert "own/public/clauses/privacy/who-we-are/pl.md:5: error: this text is still a draft" in checked.told


def test_a_page_can_be_looked_at_where_nothing_can_be_printed(tmp_path: Path) -> None:
    code = (
        "import sys; sys.modules['weasyprint'] = None; "
        f"out = {str(tmp_path / 'out')!r}; "
        f"sys.argv = ['build.py', 'preview', 'notice', '--venue', '{OLD_MILL}', '--language', 'en']; "
        "sys.argv += ['--out', out]; "
        "from placard.cli import main; main()"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "notice.en.html" in done.stdout


def test_what_an_owner_typed_is_shown_as_letters(build_py: Run, type_venue: Any, tmp_path: Path) -> None:
    type_venue(tmp_path / "venues", {"Old Mill Bathhouse Ltd": "Mill <script>alert(1)</script> Ltd"}, "quay")
    run = build_py(
        "preview", "notice", "--venues", tmp_path / "venues", "--language", "en", "--out", tmp_path / "out"
    )
    assert run.code == 0, run.told
    page = (tmp_path / ".out-staging/preview/quay/notice.en.html").read_text(encoding="utf-8")
    assert "<script>alert" not in page
    assert "Mill &lt;script&gt;alert(1)&lt;/script&gt; Ltd" in page
