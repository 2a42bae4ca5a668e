"""`build.py words`: what lags, is missing, is a draft or is used by nothing, and in which file."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest

pytestmark = pytest.mark.slow

Run = Callable[..., Any]
ROOT = Path(__file__).parents[1]
CLAUSE = "public/clauses/privacy/who-we-are"
OLD_MILL = "old-mill-bathhouse"


@pytest.fixture
def listed(build_py: Run, tmp_path: Path) -> Run:
    """Ask for the list with files of one's own laid over ours: `listed({"a/b.md": "…"}, "--strict")`."""

    def ask(files: Mapping[str, str], *more: str, command: tuple[str, ...] = ("words",)) -> Any:
        own = tmp_path / "own"
        own.mkdir(exist_ok=True)
        for name, text in files.items():
            (own / name).parent.mkdir(parents=True, exist_ok=True)
            (own / name).write_text(text, encoding="utf-8")
        laid = ("--content", str(ROOT / "content"), "--content", str(own))
        return build_py(*command, "--out", str(tmp_path / "out"), *laid, *more)

    return ask


def of_language(run: Any, language: str) -> dict[str, Any]:
    rows = json.loads(run.told)["rows"]
    (head,) = [row for row in rows if row["kind"] == "language" and row["language"] == language]
    return dict(head)


def test_all_is_up_to_date_in_the_languages_we_keep_whole(listed: Run) -> None:
    for language in ("en", "pl", "zh-Hans"):
        run = listed({}, "--language", language, "--format", "json")
        assert run.code == 0, run.told
        head = of_language(run, language)
        assert (head["lags"], head["missing"], head["draft"]) == (0, 0, 0)
        assert head["texts"] > 1000


def test_a_raised_revision_names_the_file_of_each_language_that_lags(listed: Run) -> None:
    raised = {f"{CLAUSE}/clause.yml": "revision: 99\n"}
    run = listed(raised, "--language", "pl")
    assert run.code == 1
    assert f"content/{CLAUSE}/pl.md:4: " in run.told
    assert "ustaw of_revision na 99" in run.told
    assert "Polski (pl): " in run.told
    assert "nieaktualne: 1, brakujące: 0, szkice: 0" in run.told
    assert "zh-Hans.md" not in run.told, "a translator is shown one language"
    rows = json.loads(listed(raised, "--format", "json").told)["rows"]
    lagging = {(row["language"], row["file"]) for row in rows if row["kind"] == "lags"}
    assert lagging == {(each, f"content/{CLAUSE}/{each}.md") for each in ("pl", "zh-Hans")}


def test_what_lags_withholds_its_pages_and_fails_the_check(listed: Run) -> None:
    run = listed({f"{CLAUSE}/clause.yml": "revision: 99\n"}, "--language", "en", command=("check", OLD_MILL))
    assert run.code == 1
    assert f"content/{CLAUSE}/pl.md:4: error: this translates revision 1, the English is at 99" in run.told
    plan = listed({}, "--language", "en", command=("plan", OLD_MILL)).told.splitlines()
    at = plan.index(next(line for line in plan if "notice.pl" in line and "paper" not in line))
    assert any("withheld" in line for line in plan[at + 1 : at + 3]), plan[at : at + 3]
    english = plan.index(next(line for line in plan if "notice.en" in line and "paper" not in line))
    assert not any("withheld" in line for line in plan[english + 1 : english + 2])


def test_words_nobody_has_written_yet_are_missing(listed: Run) -> None:
    new = "public/clauses/privacy/brand-new"
    files = {
        f"{new}/clause.yml": "revision: 1\nsource: [house]\n",
        f"{new}/en.md": "We keep bees on the roof.\n",
        f"{new}/zh-Hans.md": "---\nof_revision: 1\ndraft: true\n---\n屋顶上养着蜜蜂。\n",
    }
    run = listed(files, "--format", "json")
    assert run.code == 1
    rows = json.loads(run.told)["rows"]
    own = {(row["language"], row["kind"], row["file"]) for row in rows if "brand-new" in row.get("file", "")}
    assert own == {
        ("pl", "missing", f"own/{new}/clause.yml"),
        ("zh-Hans", "draft", f"own/{new}/zh-Hans.md"),
        ("en", "unused", f"own/{new}/en.md"),
        ("zh-Hans", "unused", f"own/{new}/zh-Hans.md"),
    }


def test_what_nothing_uses_is_told_and_fails_nothing(listed: Run) -> None:
    new = "public/clauses/privacy/brand-new"
    files = {f"{new}/{each}.md": "---\nof_revision: 1\n---\nWords.\n" for each in ("en", "pl", "zh-Hans")}
    run = listed({**files, f"{new}/clause.yml": "revision: 1\nsource: [house]\n"}, "--language", "en")
    assert run.code == 0, run.told
    assert f"own/{new}/en.md:4: info: the clause brand-new stands in no document" in run.told


def test_a_language_just_begun_is_told_from_the_files_it_lacks(listed: Run) -> None:
    entry = (
        "de: {own_name: Deutsch, cldr: de_DE, theme: de, script: latin, tag: DE, "
        'readability: none, tie: none, quotes: ["„", "“"]}\n'
    )
    run = listed({"languages.yml": entry}, "--format", "json")
    assert run.code == 1
    assert of_language(run, "de")["missing"] > 500


def test_a_language_there_is_not_is_told_with_those_there_are(listed: Run) -> None:
    run = listed({}, "--language", "xx")
    assert run.code == 1
    assert "write one of: en, zh-Hans, pl" in run.told
