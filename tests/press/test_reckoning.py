"""Styles told at once: pages come out as the engine makes them by itself, byte for byte."""

from __future__ import annotations

import pytest
import weasyprint
from weasyprint import css

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
