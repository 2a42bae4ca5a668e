"""A logo drawn as SVG: what draws is kept, whatever could do more is refused with its line in the drawing."""

from __future__ import annotations

import re
import time
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest

from placard.read.svg import read_svg
from placard.read.svgtree import Refused

HERE = Path(__file__).parent
HOSTILE = {
    "animated-handler": ("active", 2),
    "another-drawing": ("not_svg", 1),
    "billion-laughs": ("entities", 1),
    "deep": ("too_much", 1),
    "entity": ("entities", 1),
    "escaped-url": ("outside", 2),
    "filter": ("element", 2),
    "font-face": ("style", 2),
    "foreign-object": ("active", 3),
    "import": ("style", 2),
    "link": ("active", 2),
    "many": ("too_much", 1),
    "no-shape": ("empty", 1),
    "no-size": ("size", 1),
    "onclick-in-a-group": ("active", 2),
    "onload": ("active", 1),
    "outer-definitions": ("entities", 1),
    "outside-paint": ("outside", 2),
    "outside-paint-in-a-style": ("outside", 2),
    "outside-use": ("outside", 3),
    "outside-use-by-xlink": ("outside", 2),
    "page": ("not_svg", 1),
    "picture": ("picture", 3),
    "picture-of-data": ("picture", 3),
    "script": ("active", 3),
    "script-of-no-namespace": ("active", 3),
    "size-of-nothing": ("value", 1),
    "slow-number": ("value", 2),
    "slow-transform": ("value", 2),
    "style-of-another-file": ("outside", 2),
    "text": ("text", 3),
    "torn": ("broken", 4),
    "two-roots": ("broken", 2),
    "use-of-itself": ("use", 2),
    "uses-behind-decoys": ("twice", 5),
    "uses-of-uses": ("use", 3),
    "value-with-markup": ("value", 2),
}
KEPT = sorted(path.stem for path in (HERE / "kept").glob("*.svg"))
DRAWS = {"svg", "g", "defs", "path", "rect", "circle", "clipPath", "use", "linearGradient", "stop"}


def drawn(name: str) -> bytes:
    return read_svg((HERE / "kept" / f"{name}.svg").read_bytes()).content


def test_every_hostile_drawing_has_its_story() -> None:
    assert {path.stem for path in (HERE / "hostile").glob("*.svg")} == set(HOSTILE)


@pytest.mark.parametrize("name", HOSTILE)
def test_a_drawing_that_could_do_more_than_draw_is_refused_where_it_would(name: str) -> None:
    begun = time.monotonic()
    with pytest.raises(Refused) as refused:
        read_svg((HERE / "hostile" / f"{name}.svg").read_bytes())
    code, line = HOSTILE[name]
    assert (refused.value.code, refused.value.line) == (f"logo.svg_{code}", line)
    assert time.monotonic() - begun < 2, "it was refused, but only after it had kept us busy"


@pytest.mark.parametrize("name", KEPT)
def test_what_drawing_programs_write_is_kept_and_written_anew_without_anything_else(name: str) -> None:
    content = drawn(name)
    root = ET.fromstring(content)
    tags = {each.tag.removeprefix("{http://www.w3.org/2000/svg}") for each in root.iter()}
    assert tags <= DRAWS
    assert tags - {"svg"}
    assert {"viewBox", "width", "height"} <= set(root.attrib)
    assert not re.search(rb"style|class|inkscape|metadata|DOCTYPE|<!--|<\?", content)


@pytest.mark.parametrize("name", KEPT)
def test_what_was_written_anew_reads_as_itself(name: str) -> None:
    assert read_svg(drawn(name)).content == drawn(name)


def test_classes_of_a_style_sheet_become_what_they_say() -> None:
    assert b'd="M0 0h4v4z" fill="#123456"' in drawn("classes")
    assert b'd="M5 5h4v4z" fill="#123456" stroke="#fff"' in drawn("classes")


def test_a_drawing_all_in_white_is_pale_and_one_with_a_dark_shape_is_not() -> None:
    opening = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><g fill="#FFF">'
    white = f'{opening}<path d="M0 0h9v9z"/><path fill="#fefefe" d="M0 0h1v1z"/>'
    assert read_svg(f"{white}</g></svg>".encode()).pale
    assert not read_svg(f'{white}<path d="M2 2h1v1z" fill="#123"/></g></svg>'.encode()).pale


def test_letters_of_another_encoding_are_read_or_refused_but_never_raise_anything_else() -> None:
    opening = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9">'
    words = f'{opening}<title>ą</title><path d="M0 0h9v9z"/></svg>'
    assert b"M0 0h9v9z" in read_svg(words.encode("utf-16")).content
    for encoded in (words.encode("iso8859-2"), b'<?xml version="1.0" encoding="klingon"?>' + words.encode()):
        with pytest.raises(Refused):
            read_svg(encoded)
