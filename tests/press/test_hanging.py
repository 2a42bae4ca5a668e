"""The hanging plan: everything needed at the door, on paper that shows whether it was printed to size."""

import re
import subprocess
import sys
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
    sign=Markup("PHO-01 No photos"),
    file_name="pho-01.changing-women.a3.pdf",
    copies=2,
    environment="humid",
    read_from=Markup("read from 2 m"),
    why=Markup("People undress behind this door"),
)


def plan(language: str, rows: int = 1, why: str = "People undress behind this door") -> HangingPlan:
    row = Hanging(**{**{name: getattr(ROW, name) for name in ROW.__slots__}, "why": Markup.escape(why)})
    return HangingPlan(
        language, Markup("Old Mill Bathhouse"), Markup("in force from 4 January 2027"), Markup("proof"),
        (row,) * rows, ((ROW.file_name, "7K3F-92QD"),),
    )  # fmt: skip


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
    for part in ("locker row", "A3", "pho-01.changing-women.a3.pdf", "140–170", "7K3F-92QD", "proof"):
        assert "".join(part.split()) in text
    assert "".join(spoken["material_humid"].split()) in text


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
