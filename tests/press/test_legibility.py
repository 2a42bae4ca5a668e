"""How large things must be, by the distance they are read from (signage-standards 1.6)."""

import pytest

from placard.brand.contrast import ratio
from placard.press import paper
from placard.press.legibility import ACCESSIBLE, farthest, smallest_sizes

LATIN, HAN = ("You are on camera",), ("视频监控区域",)


@pytest.mark.parametrize(
    ("metres", "latin", "han", "pictogram"),
    [(1.5, 30.0, 31.5, 37.5), (2, 40.0, 42.0, 50), (3, 60.0, 63.0, 75), (5, 99.5, 105.0, 125)],
)
def test_headline_and_pictogram_grow_with_the_distance(
    metres: float, latin: float, han: float, pictogram: float
) -> None:
    assert smallest_sizes(metres, LATIN).head == latin
    assert smallest_sizes(metres, HAN).head == han
    assert smallest_sizes(metres, LATIN).pictogram == pictogram


def test_two_scripts_on_one_sheet_share_the_larger_size() -> None:
    assert smallest_sizes(2, LATIN + HAN) == smallest_sizes(2, HAN)


def test_a_key_line_is_read_from_the_same_place() -> None:
    assert smallest_sizes(3, LATIN).key == 40.0  # cap height D/300 = 10 mm


def test_no_wall_text_is_under_14_points_and_no_pictogram_under_20_mm() -> None:
    near = smallest_sizes(0.4, LATIN)
    assert near.body == 14
    assert near.key > near.body
    assert near.head > near.key
    assert near.pictogram == 20


def test_the_profile_for_weaker_eyes_doubles_the_headline() -> None:
    assert smallest_sizes(2, LATIN, ACCESSIBLE).head == 79.5


def test_a_sheet_knows_from_how_far_it_can_be_read() -> None:
    assert farthest(40, 50, LATIN) == 2
    assert farthest(40, 100, LATIN) == 2
    assert farthest(80, 50, LATIN) == 2


def test_sheets_are_tried_from_the_smallest_allowed_upward_in_their_own_series() -> None:
    assert [sheet.name for sheet in paper.from_smallest("a4")] == ["a4", "a3", "a2"]
    assert [sheet.name for sheet in paper.from_smallest("letter")] == ["letter", "ledger"]
    with pytest.raises(LookupError, match="tabloid"):
        paper.from_smallest("tabloid")


@pytest.mark.parametrize(("sheet", "margin"), [("a6", 8), ("a4", 10.5), ("a3", 14.85)])
def test_the_margin_is_8_mm_or_a_twentieth(sheet: str, margin: float) -> None:
    assert paper.SHEETS[sheet].margin == pytest.approx(margin)


def test_contrast_is_that_of_wcag() -> None:
    assert ratio((0, 0, 0), (1, 1, 1)) == pytest.approx(21)
    assert ratio((0, 0x53 / 255, 0x87 / 255), (1, 1, 1)) == pytest.approx(8.12, abs=0.01)
