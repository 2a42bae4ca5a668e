"""What the engine is told, keeps and remembers changes no byte of any page."""

from __future__ import annotations

import dataclasses
import tempfile
from collections.abc import Callable
from importlib import metadata
from pathlib import Path
from typing import Any

import pydyf
import pytest
import tinycss2
import weasyprint
from weasyprint import css, svg
from weasyprint.layout import background, inline
from weasyprint.pdf import fonts as engine_fonts
from weasyprint.text import ffi, line_break
from weasyprint.text.fonts import FontConfiguration

from placard.press import engine, lengths, remembered, typeset
from placard.press.fonts import FontSet, css_of
from placard.press.render import LockedFetcher, PressFault, heard
from placard.press.typecase import TypeCase

ROOT = Path(__file__).resolve().parents[2]
RULES = """
  @page { size: A5; margin: 12mm; @bottom-right { content: counter(page) } }
  html { font: 11pt/1.4 "Placard Sans", "Placard Han"; color: #123; --wide: 3mm }
  h1 { letter-spacing: .02em; width: 80%; padding: 2% 1mm; border: 1pt solid; border-radius: 2mm 10% }
  .even { text-align: justify; word-spacing: .2em; hyphens: auto; text-indent: 1em; min-width: 10% }
  .narrow { width: 0 } .kept { white-space: pre-wrap; max-height: 4em }
  .one { white-space: nowrap; overflow: hidden }
  .cut { width: 20mm; white-space: nowrap; overflow: hidden; text-overflow: ellipsis }
  .reckoned { width: calc(50% - 2mm); margin-left: calc(1mm + 1mm); box-sizing: border-box; padding: 2mm }
  .zone { position: absolute; left: 5mm; bottom: 5mm; width: 60mm; line-height: 5mm }
  .zone { padding-left: var(--wide) }
  .under { text-decoration: underline }
  .small { font-variant-caps: small-caps; font-feature-settings: "kern" 0 }
  .first::first-line { font-weight: 700 } aside { float: right; width: 30%; margin: 0 0 1mm 2mm }
  table { border-collapse: collapse; width: 100% } td { border: 1pt solid #888; padding: 1mm }
  .thick { border-width: 3pt }
  ul { columns: 2 } .flex { display: flex } .flex div { width: 40%; margin: auto }
"""
WORDS = """
  <h1>Cameras <span class="under">here</span></h1><aside>Beside it, in a column of its own.</aside>
  <p class="even">Pictures are kept for seven days, and then they are gone; nobody looks at them unless
  something has happened, and whoever does so writes down when, why and for how long.</p>
  <p class="narrow">Each word alone</p><p class="kept">two   lines
and	a tab</p>
  <p class="one">A line too long for its place, which ends where the page does and not before it.</p>
  <p class="cut">A line that ends early</p><p class="reckoned">Half of it.</p><p class="small first">Small and
  short, and long enough for a second line of words under the first one of them, and a third.</p>
  <p lang="zh">视频监控区域，<span lang="en">CCTV</span>：您可以随时询问前台。</p>
  <p lang="">No language</p>
  <p style="margin-left: 2mm; width: 30.5mm">Here</p><p style="margin-left: 2mm; width: 30.5mm">Here</p>
  <p style="color: red; width: calc(2mm*2)" id="a">There</p>
  <table><tr><td>one</td><td class="thick">two <em>three</em></td></tr>
  <tr><td>four</td><td>five</td></tr></table>
  <ul><li>a</li><li>b</li></ul><div class="flex"><div>left</div><div>right</div></div>
  <div class="zone">In its own place<br>at the foot</div>
  <svg viewBox="0 0 10 10" width="20mm"><path d="M0 0L1e1,10.5.5z" stroke-width="5%"/>
  <circle cx="5" cy="50%" r="1em"/>
  <rect width="3" height="3.0" rx="1"/></svg>
"""
SETS = [(line_break, "Layout", typeset.Line)]
LENGTHS: list[tuple[Any, str, Any]] = [
    (each, "resolve_percentages", lengths.resolve_lengths) for each in lengths._TRIED
]
LENGTHS.append((background, "resolve_radii_percentages", lengths.resolve_corners))
REMEMBERS = [
    (pydyf, "_to_bytes", remembered.to_bytes),
    (inline, "strut", remembered.strut_of),
    (svg, "size", svg.size),
    (engine_fonts, "ffi", engine_fonts.ffi),
    (css, "tinycss2", css.tinycss2),
]
ENGINES: dict[str, Any] = {
    "Layout": typeset.Line.__base__,
    "resolve_percentages": lengths.each_length,
    "resolve_radii_percentages": lengths.each_corner,
    "_to_bytes": remembered.written_out,
    "strut": remembered.strut,
    "size": svg.utils.size,
    "ffi": ffi.ffi,
    "tinycss2": tinycss2,
}
Prints = Callable[..., bytes]


@pytest.fixture
def printed(faces: FontSet, monkeypatch: pytest.MonkeyPatch) -> Prints:
    """Print the page with these things done our way, and all others the engine's."""
    fetcher = LockedFetcher((faces.faces[0].path.parent,))

    def prints(ours: list[tuple[Any, str, Any]], kind: type[FontConfiguration] = TypeCase) -> bytes:
        for module, name, _ in [*SETS, *LENGTHS, *REMEMBERS]:
            monkeypatch.setattr(module, name, ENGINES[name])
        for module, name, way in ours:
            monkeypatch.setattr(module, name, way)
        case = kind()
        style = [weasyprint.CSS(string=faces.css() + RULES, font_config=case, url_fetcher=fetcher)]
        page = f"<html lang=en><head><title>Cameras</title></head><body>{WORDS}</body></html>"
        pdf = weasyprint.HTML(string=page).write_pdf(
            font_config=case, stylesheets=style, pdf_tags=True, uncompressed_pdf=True
        )
        return bytes(pdf)

    return prints


@pytest.mark.parametrize("ours", [SETS, LENGTHS, REMEMBERS, [*SETS, *LENGTHS, *REMEMBERS]])
def test_a_page_is_the_same_byte_for_byte(printed: Prints, ours: list[tuple[Any, str, Any]]) -> None:
    engines = printed([])
    assert printed(ours) == engines
    assert engines.count(b" Tj") + engines.count(b" TJ") > 30


def test_fonts_told_where_they_lie_print_the_same_and_leave_no_copies(
    printed: Prints, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    in_place = printed([])
    assert not list(tmp_path.iterdir())
    assert printed([], FontConfiguration) == in_place


def test_a_font_outside_of_our_folders_or_not_there_is_a_fault(faces: FontSet, tmp_path: Path) -> None:
    outside = dataclasses.replace(faces.faces[0], path=tmp_path / "strange.ttf")
    case, fetcher = TypeCase(), LockedFetcher((faces.faces[0].path.parent,))
    with pytest.raises(ValueError, match="lies outside"):
        weasyprint.CSS(string=css_of([outside]), font_config=case, url_fetcher=fetcher)
    missing = dataclasses.replace(outside, path=faces.faces[0].path.with_name("missing.ttf"))
    with pytest.raises(PressFault, match="cannot be loaded"), heard():
        weasyprint.CSS(string=css_of([missing]), font_config=case, url_fetcher=fetcher)


def test_a_line_is_set_once_and_drawn_as_it_was_measured(
    printed: Prints, monkeypatch: pytest.MonkeyPatch
) -> None:
    sets: list[str] = []
    anew = ENGINES["Layout"].set_text

    def counted(line: Any, text: str, justify: bool = False) -> None:
        sets.append(text)
        anew(line, text, justify)

    monkeypatch.setattr(ENGINES["Layout"], "set_text", counted)
    printed([])
    engines, sets = len(sets), []
    printed(SETS)
    assert 0 < len(sets) < engines


def test_lengths_that_are_no_share_of_anything_are_reckoned_once_for_all_boxes(
    printed: Prints, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = []
    monkeypatch.setattr(
        lengths, "each_length", lambda box, around: asked.append(ENGINES["resolve_percentages"](box, around))
    )
    lengths._alone.cache_clear()
    printed(LENGTHS)
    known = lengths._alone.cache_info()
    assert known.hits > 2 * known.misses
    assert asked  # for what is a share, the engine


def test_words_that_are_spread_over_a_line_are_set_again(monkeypatch: pytest.MonkeyPatch) -> None:
    line = typeset.Line.__new__(typeset.Line)
    line._is_measured, line.justification_spacing = True, 2.0
    again: list[Any] = []
    monkeypatch.setattr(line, "setup", again.append)
    line.text, line.style = "", None
    monkeypatch.setattr(line, "set_text", lambda text, justify: again.append(justify))
    line.reactivate(None)
    assert again == [None, True]


def test_the_versions_told_are_those_of_the_lock() -> None:
    lock = (ROOT / "requirements.lock").read_text("utf-8")
    assert len(engine.KNOWN) == 3
    assert all(f"{name}=={version} " in lock for name, version in engine.KNOWN.items())
    assert engine.is_known()


def test_another_version_is_told_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    told: list[str] = []
    monkeypatch.setattr(typeset, "tell", lambda: told.append("typeset"))
    monkeypatch.setattr(metadata, "version", lambda name: "70.9")
    engine.tell()
    assert not told


def test_what_is_remembered_is_asked_again(printed: Prints) -> None:
    printed([*SETS, *LENGTHS, *REMEMBERS])
    before = {each: each.cache_info().hits for each in (remembered._known, svg.size)}
    printed([*SETS, *LENGTHS, *REMEMBERS])
    assert all(each.cache_info().hits > hits for each, hits in before.items())
