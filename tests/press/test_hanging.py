"""The hanging plan: everything needed at the door, on paper that shows whether it was printed to size."""

import re
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pypdfium2
import pytest
import yaml
from markupsafe import Markup

from placard.press.cache import PressCache
from placard.press.fonts import FontSet
from placard.press.hanging import STYLE, Hanging, HangingPlan, page
from placard.press.papers import PaperShop

ROOT = Path(__file__).parents[2]
LABELS = ROOT / "content" / "labels"
ROW = Hanging(
    room=Markup("locker row"),
    door=Markup("locker row → changing room"),
    sheet="a3",
    read_from=Markup("2 m"),
    sign_id="PHO-01",
    title=Markup("No photos"),
    file_name="pho-01.changing-women.a3.pdf",
    code="7k3f-92qd",
    copies=2,
    environment="humid",
    why=Markup("People undress behind this door"),
)


# Codes such as these, with a digit behind a letter and a letter at the end, broke in narrow columns.
FORMS = (
    (Markup("Your health and your treatment"), "health-consent.zh-Hans.a4.pdf", "jhqv-3a9w"),
    (Markup("Wniosek o dane lub nagranie"), "request.pl.a4.pdf", "fg9y-nq87"),
)


def plan(language: str, rows: int = 1) -> HangingPlan:
    return plan_of(language, (ROW,) * rows)


def plan_of(language: str, rows: tuple[Hanging, ...]) -> HangingPlan:
    return HangingPlan(
        language, Markup("Old Mill Bathhouse"), Markup("in force from 4 January 2027"), Markup("proof"),
        rows, FORMS,
    )  # fmt: skip


def lines(content: bytes) -> list[str]:
    """Return what stands beside one another on each line of the paper."""
    pages = pypdfium2.PdfDocument(content)
    return [line.strip() for page in pages for line in page.get_textpage().get_text_bounded().splitlines()]


def words(language: str) -> dict[str, str]:
    content = yaml.safe_load((LABELS / f"{language}.yml").read_text(encoding="utf-8"))
    return dict(content["words"])


def printed(of: HangingPlan, spoken: dict[str, str], faces: FontSet, folder: Path) -> bytes:
    outcome = PaperShop(faces, PressCache(folder)).print(page(of, spoken), STYLE, "hanging-plan")
    assert isinstance(outcome, Path)
    return outcome.read_bytes()


@pytest.mark.parametrize("language", ["en", "pl", "zh-Hans"])
def test_the_plan_names_room_door_sheet_file_height_and_material(
    language: str, faces: FontSet, tmp_path: Path
) -> None:
    spoken = words(language)
    content = printed(plan(language), spoken, faces, tmp_path)
    text = "".join(pypdfium2.PdfDocument(content)[0].get_textpage().get_text_bounded().split())
    for part in ("locker row", "A3", "pho-01.changing-women.a3.pdf", "140–170", "7k3f-92qd", "proof"):
        assert "".join(part.split()) in text
    assert "".join(spoken["material_humid"].split()) in text
    assert text.count(spoken["material_short_humid"]) == 2, "in the row, and in the legend that explains it"


def test_however_often_signs_hang_each_reason_and_each_material_is_told_once(
    faces: FontSet, tmp_path: Path
) -> None:
    wet = replace(ROW, environment="wet", file_name="pho-01.pool.a4.pdf")
    other = replace(ROW, sign_id="CAM-01", title=Markup("Camera notice"), why=Markup("Told beforehand"))
    content = printed(plan_of("en", (ROW, wet, other) * 3), words("en"), faces, tmp_path)
    text = " ".join(" ".join(lines(content)).split())
    for told in ("People undress behind this door", "Told beforehand"):
        assert text.count(told) == 1
    for environment in ("humid", "wet"):
        assert text.count(words("en")[f"material_{environment}"]) == 1
    assert words("en")["material_dry"] not in text, "nothing hangs where it is dry"
    assert text.index("Told beforehand") < text.index("People undress"), "one looks a sign up by its id"


def test_codes_and_titles_of_forms_stand_unbroken_on_their_lines(faces: FontSet, tmp_path: Path) -> None:
    told = lines(printed(plan("en", rows=5), words("en"), faces, tmp_path))
    for title, name, code in FORMS:
        assert f"{title} {name} {code}" in told
    assert told.count(f"{ROW.file_name} {ROW.code}") == 5


def test_a_legend_longer_than_a_page_goes_on_overleaf_and_loses_nothing(
    faces: FontSet, tmp_path: Path
) -> None:
    many = tuple(replace(ROW, sign_id=f"PHO-{n}", why=Markup(f"Reason {n}.")) for n in range(100, 160))
    text = " ".join(lines(printed(plan_of("en", many), words("en"), faces, tmp_path)))
    for n in range(100, 160):
        assert text.count(f"Reason {n}.") == 1
    for _, name, code in FORMS:
        assert text.count(name) == text.count(code) == 1


def test_the_ruler_stands_on_the_first_page(faces: FontSet, tmp_path: Path) -> None:
    content = printed(plan("en", rows=40), words("en"), faces, tmp_path)
    first, *others = [page.get_textpage().get_text_bounded() for page in pypdfium2.PdfDocument(content)]
    assert words("en")["print_check"] in first
    assert not [page for page in others if words("en")["print_check"] in page]


def test_the_ruler_is_a_hundred_millimetres_long(faces: FontSet, tmp_path: Path) -> None:
    content = printed(plan("en"), words("en"), faces, tmp_path)
    page = pypdfium2.PdfDocument(content)[0].get_textpage()
    text = page.get_text_range()
    marks = re.search(r"(?<!\d)0\s+10\s+20\s.*?90\s+(100)", text, re.DOTALL)
    assert marks is not None
    left, right = (page.get_charbox(mark)[0] * 25.4 / 72 for mark in (marks.start(), marks.start(1)))
    assert right - left == pytest.approx(100, abs=0.5)  # a 1 begins a little later than a 0


def test_a_long_plan_repeats_its_head_and_numbers_its_pages(faces: FontSet, tmp_path: Path) -> None:
    content = printed(plan("en", rows=30), words("en"), faces, tmp_path)
    pages = [page.get_textpage().get_text_bounded() for page in pypdfium2.PdfDocument(content)]
    assert len(pages) > 1
    assert all("Material" in page for page in pages[:-1])
    assert f"Page 2 of {len(pages)}" in pages[1]


def test_words_around_the_page_number_may_hold_what_ends_a_style_sheet(
    faces: FontSet, tmp_path: Path
) -> None:
    spoken = words("en") | {"page_of": "A\\ \"{n}\" </style> '{total}' 页"}
    content = printed(plan("en"), spoken, faces, tmp_path)
    assert "A\\ \"1\" </style> '1' 页" in pypdfium2.PdfDocument(content)[0].get_textpage().get_text_range()


def test_the_plan_can_be_written_without_the_engine() -> None:
    code = "import sys, placard.press.hanging; sys.exit('weasyprint' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], cwd=ROOT, check=False).returncode == 0
