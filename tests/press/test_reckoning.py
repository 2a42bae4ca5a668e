"""Styles told at once: pages come out as the engine makes them by itself, byte for byte."""

from __future__ import annotations

from itertools import product
from typing import Any

import pytest
import weasyprint
from weasyprint import css
from weasyprint.css.properties import INITIAL_VALUES, Dimension

from placard.press import reckoning

OURS = (reckoning.Told, reckoning.ToldAround)
ENGINES = tuple(ours.__base__ for ours in OURS)

RULES = """
  @page { size: A5; margin: 12mm; @bottom-right { content: counter(page) } }
  html { font-size: 11pt; color: #123; line-height: 1.4; --wide: 3mm }
  h1 { letter-spacing: .02em; border-block-end: 1pt solid; margin-inline-start: 4mm }
  p.set { width: 40%; margin-left: 2mm; margin-inline-start: 9mm }
  p.set { padding: var(--wide); text-indent: calc(1em + 2mm) }
  p.reset { color: initial; margin: inherit; position: relative; left: 3mm }
  aside { float: right; width: 30mm; outline: 1pt dotted; text-decoration: underline }
  aside b { text-decoration: line-through; display: block; column-gap: normal }
  table { border-collapse: collapse } td { border: 1pt solid; padding: 1mm }
  .pages { page: other; break-before: page } @page other { margin: 30mm }
  li::marker { color: red } q::before { content: open-quote } ul { columns: 2 }
"""
WORDS = """
  <h1>Cameras</h1><aside>Beside <b>the <i>words</i></b></aside>
  <p class="set">Pictures are kept for <q>seven</q> days, and then they are gone.</p>
  <p class="reset" style="margin-block-start: 7mm">Ask at the desk.</p>
  <table><tr><td>one</td><td>two <em>three</em></td></tr></table>
  <ul><li>a</li><li>b</li></ul><div class="pages"><p>Behind</p></div>
"""


def printed(styles: tuple[type, type], asked: pytest.MonkeyPatch) -> bytes:
    asked.setattr(css, "ComputedStyle", styles[0])
    asked.setattr(css, "AnonymousStyle", styles[1])
    page = (
        f"<html lang=en><head><title>Cameras</title><style>{RULES}</style></head><body>{WORDS}</body></html>"
    )
    return bytes(weasyprint.HTML(string=page).write_pdf(pdf_tags=True, uncompressed_pdf=True))


def test_a_page_is_the_same_byte_for_byte(monkeypatch: pytest.MonkeyPatch) -> None:
    engines, ours = printed(ENGINES, monkeypatch), printed(OURS, monkeypatch)
    assert engines == ours
    assert b"/Count 2>>" in engines  # pages, one of them named


WEIGHT = (1, 0, (0, 0, 1))
SAID: list[dict[str, Any]] = [
    {},
    {"visibility": "hidden", "font_style": "italic", "text_transform": "uppercase"},
    {"border_top_style": "solid", "outline_style": "dotted", "column_rule_style": "solid"},
    {"border_left_width": Dimension(3, "px"), "border_block_end_style": "double"},
    {"text_decoration_line": {"underline"}, "text_decoration_color": "currentcolor"},
    {"page": "other", "position": "absolute", "display": ("inline",)},
    {"float": "left", "display": ("table-cell",), "direction": "rtl"},
    {"position": "relative", "margin_inline_start": Dimension(2, "px"), "widows": 5},
]
"""What style sheets may say of an element."""


def chain(kinds: tuple[type, type], said: tuple[dict[str, Any], ...]) -> list[Any]:
    """Return styles of elements one in the other, and of the nameless boxes in them."""
    styles: list[Any] = []
    parent = root = None
    for each in said:
        cascaded = {name: (value, WEIGHT) for name, value in each.items()}
        parent = kinds[0](parent, cascaded, None, root, None, None, {"box": None, "area": None})
        root = root or parent
        styles += [parent, kinds[1](parent), kinds[1](kinds[1](parent))]
    return styles


@pytest.mark.parametrize("said", [*product(SAID, SAID), *((SAID[0], each, SAID[0], each) for each in SAID)])
def test_every_property_is_what_the_engine_says(
    said: tuple[dict[str, Any], ...],
) -> None:
    engines, ours = chain(ENGINES, said), chain(OURS, said)
    # Nobody asks for the lines along and across text, and the engine has no answer.
    names = [name for name in INITIAL_VALUES if not name.startswith(("border_block_", "border_inline_"))]
    for one, other in zip(engines, ours, strict=True):
        assert {name: other[name] for name in names} == {name: one[name] for name in names}


def test_far_less_is_asked_of_the_engine(monkeypatch: pytest.MonkeyPatch) -> None:
    asks = []
    reckon = ENGINES[0].__missing__

    def counted(style: object, name: str) -> object:
        asks.append(name)
        return reckon(style, name)

    monkeypatch.setattr(ENGINES[0], "__missing__", counted)
    printed(ENGINES, monkeypatch)
    engines, asks = len(asks), []
    printed(OURS, monkeypatch)
    assert 0 < len(asks) < engines / 2


def test_the_press_prints_with_it() -> None:
    import placard.press.render  # noqa: F401

    assert (css.ComputedStyle, css.AnonymousStyle) == OURS
