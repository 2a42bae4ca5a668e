"""The drawings: our grid, our colours, one class each."""

import xml.etree.ElementTree as ET

import pytest

from placard.press import templates

SVG = "{http://www.w3.org/2000/svg}"
INK, BLUE, RED, WHITE = "#1A1A1A", "#005387", "#9B2423", "#FFFFFF"
NAMES = sorted(templates.pictogram_names())


def drawing(name: str) -> ET.Element:
    return ET.parse(templates.PICTOGRAMS / f"{name}.svg").getroot()


def colours(root: ET.Element) -> set[str]:
    return {
        each.attrib[kind] for each in root.iter() for kind in ("fill", "stroke") if kind in each.attrib
    } - {"none"}


def test_the_signs_of_the_first_release_have_their_drawings() -> None:
    assert {"camera-fixed", "camera-hand-none", "complaint"} <= set(NAMES)


@pytest.mark.parametrize("name", NAMES)
def test_a_drawing_keeps_the_grid_and_says_what_it_is(name: str) -> None:
    root = drawing(name)
    assert root.attrib["viewBox"] == "0 0 100 100"
    assert root.findtext(f"{SVG}title") == name
    assert {each.tag.removeprefix(SVG) for each in root.iter()} <= {
        "svg",
        "title",
        "g",
        "path",
        "rect",
        "circle",
    }
    assert colours(root) <= {INK, BLUE, RED, WHITE}
    widths = [float(each.attrib["stroke-width"]) for each in root.iter() if "stroke-width" in each.attrib]
    assert not widths or min(widths) >= 3


def test_red_is_for_what_a_guest_must_not_do_and_nothing_else() -> None:
    assert [name for name in NAMES if RED in colours(drawing(name))] == ["camera-hand-none"]


def test_a_prohibition_has_a_ring_of_a_tenth_and_a_bar_of_eight_hundredths() -> None:
    *_, ring, bar = drawing("camera-hand-none")
    assert (ring.attrib["r"], ring.attrib["stroke-width"]) == ("45", "10")
    assert bar.attrib["stroke-width"] == "8"
    assert bar.attrib["d"] == "M18.200 18.200 L81.800 81.800"


def test_information_is_a_blue_square_and_its_border_is_white() -> None:
    _, square, border, *_ = drawing("camera-fixed")
    assert (square.attrib["width"], square.attrib["height"], square.attrib["fill"]) == ("100", "100", BLUE)
    assert border.attrib["stroke"] == WHITE


def test_the_title_is_the_alternative_in_the_language_of_the_sheet() -> None:
    svg = templates.pictogram("complaint", 'Dymek <z> "haczykiem"')
    assert "<title>Dymek &lt;z&gt; &#34;haczykiem&#34;</title>" in svg
    assert svg.count("<title>") == 1
    assert "<!--" not in svg
