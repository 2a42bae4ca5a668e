"""Our own pages are read as XML, and that is the very tree the engine's reader of HTML makes of them."""

from __future__ import annotations

from collections.abc import Iterator
from xml.etree.ElementTree import Element

import pytest
import weasyprint

from placard.press import presumed
from placard.press.markup import tree_of

PAGE = """<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><title>Hours</title></head><body>{}</body></html>"""
OURS = [
    '<p class="note">Ten to six<br>on <b>Mondays</b> &amp; q/<wbr>hours &#34;closed&#34;</p>',
    '<p><input type="radio" name="a" title="1 &gt; 0"><span>one</span> <input type="text"/></p>',
    "<table><thead><tr><th>Day</th></tr></thead><tbody><tr><td>Monday</td></tr></tbody></table>",
    '<div><svg viewBox="0 0 1 1"><title>a door</title><path d="M0 0h1"/></svg></div>',
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"><circle r="1"/></svg>',
    '<p><img src="data:," alt="x > y"></p>',
]
MENDED = {
    "an element left open": "<ul><li>Towels<li>Soap</ul>",
    "a body of a table nobody wrote": "<table><tr><td>Monday</td></tr></table>",
    "a letter by its name": "<p>Ten&nbsp;o’clock</p>",
}


def test_a_page_of_ours_is_read_as_the_engine_would() -> None:
    for body in OURS:
        tree = tree_of(PAGE.format(body))
        assert tree is not None, body
        assert list(_parts(tree)) == list(_parts(weasyprint.HTML(string=PAGE.format(body)).etree_element))


@pytest.mark.parametrize("body", MENDED.values(), ids=MENDED)
def test_what_html_would_mend_is_left_to_the_engine(body: str) -> None:
    assert tree_of(PAGE.format(body)) is None
    page = presumed.Page(string=PAGE.format(body))
    engine = weasyprint.HTML(string=PAGE.format(body))
    assert list(_parts(page.etree_element)) == list(_parts(engine.etree_element))


def test_a_page_without_a_head_is_left_to_the_engine() -> None:
    assert tree_of("<html><body><p>x</p></body></html>") is None
    assert presumed.Page(string="<p>x</p>").etree_element.find("body/p") is not None


def _parts(element: Element) -> Iterator[tuple[object, ...]]:
    """Yield elements with what they say; where a drawing is declared one is no attribute of it."""
    attributes = {name: value for name, value in element.attrib.items() if "xmlns" not in name}
    yield element.tag, attributes, element.text or "", element.tail or ""
    for child in element:
        yield from _parts(child)
