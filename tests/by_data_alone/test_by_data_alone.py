"""A kind of venue, a country and a language nobody of us has thought of: no line of Python knows them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from placard.prove.markup import text as read_words
from placard.prove.pdf import Pdf, open_pdf

pytestmark = pytest.mark.slow

ROOT = Path(__file__).parents[2]
TATTOO = Path(__file__).parent / "tattoo"
WORDS = {".yml", ".md"}
CODE = "qx"
"""The code of Ixian, which `conftest.py` writes."""


def files_of(folder: Path) -> list[Path]:
    files = [path for path in sorted(folder.rglob("*")) if path.is_file()]
    assert files
    return files


def text(pdf: Pdf) -> str:
    return " ".join(" ".join(page.text.split()) for page in pdf.pages)


def page_text(path: Path) -> str:
    return " ".join(read_words(path.read_text("utf-8")).split())


# --- a tattoo parlour in Ruritania -----------------------------------------------------------------------


@pytest.fixture(scope="module")
def parlour(once: Callable[..., Path], build_py: Callable[..., Any]) -> Path:
    """What comes of the parlour, built once."""

    def make(folder: Path) -> None:
        run = build_py(
            *("--venues", TATTOO / "venues", "--out", folder / "out"),
            *("--content", ROOT / "content", "--content", TATTOO / "content"),
        )
        assert run.code == 0, run.told + run.progress

    return once("tattoo-parlour", make) / "out"


def test_the_parlour_and_its_country_are_yaml_and_markdown() -> None:
    files = files_of(TATTOO)
    assert len(files) >= 10
    assert {path.suffix for path in files} == WORDS


def test_nothing_of_ours_has_heard_of_either() -> None:
    known = "\n".join(path.read_text("utf-8") for path in files_of(ROOT / "placard") if path.suffix == ".py")
    assert "bathhouse" in known or "venue" in known
    assert "tattoo" not in known.lower()
    assert "ruritania" not in known.lower()


def test_a_sign_of_its_own_hangs_at_the_door_of_each_room_of_its_own_kind(parlour: Path) -> None:
    sheets = sorted(path.name for path in (parlour / "print" / "bare-back").glob("booth-01*"))
    assert sheets == ["booth-01.booth-1.a4.pdf", "booth-01.booth-2.a4.pdf"]
    sheet = open_pdf((parlour / "print" / "bare-back" / sheets[0]).read_bytes())
    assert "Wait for an answer outside the tattoo booth." in text(sheet)


def test_its_page_names_its_law_its_authority_and_its_clock(parlour: Path) -> None:
    page = page_text(parlour / "site" / "bare-back" / "en" / "booths" / "index.html")
    assert "Keeper of Curtains" in page
    assert "within 9 days; the law leaves us 9 days" in page
    assert "in the tattoo booth" in page


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("sees: [shop]", "sees: [shop, booth-1]", "booth-1"),
        ("written_answer: 9 days", "written_answer: 14 days", "Privacy Act of Ruritania, s.1"),
    ],
)
def test_our_floor_and_its_law_hold_there_too(
    tmp_path: Path, build_py: Callable[..., Any], old: str, new: str, told: str
) -> None:
    typed = (TATTOO / "venues" / "bare-back.yml").read_text("utf-8")
    assert old in typed
    (tmp_path / "bare-back.yml").write_text(typed.replace(old, new), "utf-8")
    run = build_py(
        "check", "--venues", tmp_path, "--content", ROOT / "content", "--content", TATTOO / "content"
    )
    assert run.code == 1
    assert told in next(line for line in run.lines if ": error: " in line)


# --- the old mill, in Ixian ------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def mill(
    once: Callable[..., Path], build_py: Callable[..., Any], write_ixian: Callable[[Path, Path], str]
) -> Path:
    """The sample for guests who speak Ixian and English, and staff who speak Ixian only."""

    def make(folder: Path) -> None:
        assert write_ixian(ROOT / "content", folder / "content") == CODE
        typed = (ROOT / "venues" / "old-mill-bathhouse.yml").read_text("utf-8")
        changes = {"languages: [en, pl]": f"languages: [{CODE}, en]", "id: old-mill-bathhouse": "id: mill"}
        for old, new in changes.items():
            assert old in typed
            typed = typed.replace(f"\n{old}", f"\n{new}")
        typed = typed.replace("staff_languages: [en, pl]", f"staff_languages: [{CODE}]")
        (folder / "venues").mkdir()
        (folder / "venues" / "mill.yml").write_text(typed, "utf-8")
        run = build_py(
            *("--venues", folder / "venues", "--out", folder / "out"),
            *("--content", ROOT / "content", "--content", folder / "content"),
        )
        assert run.code == 0, run.told + run.progress

    return once("ixian-mill", make)


def test_ixian_is_yaml_and_markdown(mill: Path) -> None:
    files = files_of(mill / "content")
    assert len(files) > 100
    assert {path.suffix for path in files} == WORDS


def test_its_pages_say_what_they_are_and_lead_to_english(mill: Path) -> None:
    english = sorted(path.name for path in (mill / "out" / "site" / "mill" / "en").iterdir() if path.is_dir())
    pages = sorted((mill / "out" / "site" / "mill" / CODE).glob("*/index.html"))
    # What was changed after complaints the owner has told in English and Polish only.
    waiting = ["complaints", "search"]
    assert [path.parent.name for path in pages] == [name for name in english if name not in waiting]
    for path in pages:
        page = path.read_text("utf-8")
        assert f'<html lang="{CODE}"' in page, path
        assert 'hreflang="en"' in page, path


def test_numbers_take_the_plural_class_of_the_borrowed_locale(mill: Path) -> None:
    page = page_text(mill / "out" / "site" / "mill" / CODE / "cameras" / "index.html")
    assert "2 äreäs-two, 4 cämeräs." in page
    assert "4 Ionawr 2027" in page


def test_its_sheets_stand_beside_english_and_its_handbook_alone(mill: Path) -> None:
    out = mill / "out"
    sheet = text(open_pdf(next((out / "print" / "mill").glob("cam-01.entrance.*.pdf")).read_bytes()))
    assert "Cameras in use" in sheet
    assert "Cämeräs in üse" in sheet
    papers = {path.name for path in (out / "staff" / "mill").glob("*.pdf")}
    assert f"handbook.{CODE}.pdf" in papers
    # Letters go to guests, in a language of theirs; all else here is read by staff.
    assert all(name.startswith("letter-") for name in papers if ".en." in name)
