"""The hanging plan: everything needed at the door, on paper that shows whether it was printed to size."""

from pathlib import Path

import pypdfium2
import pytest
import yaml
from markupsafe import Markup

from placard.press.fonts import FontSet
from placard.press.hanging import Hanging, HangingPlan, print_plan
from placard.press.outcome import Refusal

LABELS = Path(__file__).parents[2] / "content" / "labels"
ROW = Hanging(
    room=Markup("locker row"),
    door=Markup("locker row → changing room"),
    sheet="a3",
    sign=Markup("PHO-01 No photos"),
    file_name="pho-01.changing-women.a3.pdf",
    copies=2,
    environment="humid",
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


@pytest.mark.parametrize("language", ["en", "pl", "zh-Hans"])
def test_the_plan_names_room_door_sheet_file_height_and_material(language: str, faces: FontSet) -> None:
    spoken = words(language)
    content = print_plan(plan(language), spoken, faces)
    assert isinstance(content, bytes)
    text = "".join(pypdfium2.PdfDocument(content)[0].get_textpage().get_text_bounded().split())
    for part in ("locker row", "A3", "pho-01.changing-women.a3.pdf", "140–170", "7K3F-92QD", "proof"):
        assert "".join(part.split()) in text
    assert "".join(spoken["material_humid"].split()) in text


def test_the_ruler_is_a_hundred_millimetres_long(faces: FontSet) -> None:
    content = print_plan(plan("en"), words("en"), faces)
    assert isinstance(content, bytes)
    page = pypdfium2.PdfDocument(content)[0].get_textpage()
    lefts = {}
    for label in ("0", "100"):
        search = page.search(label, match_whole_word=True)
        index, _ = search.get_next()
        lefts[label] = page.get_charbox(index)[0] * 25.4 / 72
    assert lefts["100"] - lefts["0"] == pytest.approx(100, abs=0.3)


def test_a_long_plan_repeats_its_head_and_numbers_its_pages(faces: FontSet) -> None:
    content = print_plan(plan("en", rows=30), words("en"), faces)
    assert isinstance(content, bytes)
    pages = [page.get_textpage().get_text_bounded() for page in pypdfium2.PdfDocument(content)]
    assert len(pages) > 1
    assert all("Material" in page for page in pages[:-1])
    assert f"Page 2 of {len(pages)}" in pages[1]


def test_a_letter_no_font_has_is_reported(faces: FontSet) -> None:
    outcome = print_plan(plan("en", why="🦖"), words("en"), faces)
    assert isinstance(outcome, Refusal)
    assert outcome.findings[0].code == "press.missing_glyph"
