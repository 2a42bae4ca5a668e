"""The fonts: what they can draw, and how they come to be."""

import re
import subprocess
import sys
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest
from fontTools.pens.boundsPen import BoundsPen
from fontTools.ttLib import TTFont

from placard import libraries
from placard.press import fonts
from placard.press.fonts import HAN, SANS, Face, FontSet

POLISH = "ąćęłńóśźżĄĆĘŁŃÓŚŹŻ„”—–…"
CHINESE = "您的影像保存十四天，更衣室内没有摄像头。“”《》·①"
PREPARE = "import sys, pathlib; from placard.press import fonts; fonts.prepare(pathlib.Path(sys.argv[1]))"


@pytest.fixture(scope="module")
def ready() -> FontSet:
    return fonts.prepare()


def test_the_fonts_can_be_looked_up_on_a_machine_without_pango() -> None:
    code = "import sys, placard.press.fonts; sys.exit('weasyprint' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_no_two_files_share_a_family_and_weight(ready: FontSet) -> None:
    rules = re.findall(r'font-family: "([^"]+)"; font-weight: (\d+);', ready.css())
    assert sorted(rules) == [(HAN, "400"), (HAN, "700"), (SANS, "400"), (SANS, "700")]


def test_the_style_sheet_names_files_that_are_there(ready: FontSet) -> None:
    files = [Path(unquote(urlsplit(uri).path)) for uri in re.findall(r'url\("([^"]+)"\)', ready.css())]
    assert files == [face.path for face in ready.faces]
    assert all(file.is_file() for file in files)


def test_a_checkout_may_lie_in_a_folder_with_spaces_and_quotes() -> None:
    face = Face(SANS, 400, Path('/home/ada/my "own" shop/a.ttf').absolute())
    assert 'my%20%22own%22%20shop/a.ttf")' in FontSet((face,), "").css()


def test_polish_is_drawn_by_the_latin_family_alone(ready: FontSet) -> None:
    assert ready.missing(POLISH, [SANS]) == ""


def test_the_han_family_needs_the_latin_one_for_polish_names(ready: FontSet) -> None:
    assert set("ąćęłśźż") <= set(ready.missing(POLISH, [HAN]))
    assert ready.missing(POLISH + CHINESE, [HAN, SANS]) == ""


def test_every_han_character_of_gbk_is_drawn(ready: FontSet) -> None:
    everything = "".join(
        bytes((lead, trail)).decode("gbk", errors="ignore")
        for lead in range(0x81, 0xFF)
        for trail in range(0x40, 0xFF)
    )
    han = [character for character in everything if "\u4e00" <= character <= "\u9fff"]
    assert len(han) > 20_000
    assert ready.missing("".join(han), [HAN]) == ""


def test_names_from_other_countries_are_drawn(ready: FontSet) -> None:
    assert ready.missing("Nguyễn Thị Hương, Олена Ґонта, Ελένη, Đorđe, Œuvre, 𬸚", [SANS, HAN]) == ""


def test_what_no_family_draws_is_named_once_and_in_order(ready: FontSet) -> None:
    assert ready.missing("✗ smile 🙂 and 🙂 again", [SANS, HAN]) == "✗🙂"


def test_what_is_never_drawn_is_never_missing(ready: FontSet) -> None:
    assert ready.missing("one\ntwo\tthree\u00adfour\u200bfive\u2028six", [HAN]) == ""


def test_a_family_that_does_not_exist_is_a_fault_of_ours(ready: FontSet) -> None:
    with pytest.raises(LookupError, match="Comic Sans"):
        ready.missing("a", ["Comic Sans"])


def test_both_weights_draw_the_same_characters(ready: FontSet) -> None:
    drawn = {(face.family, face.weight): set(TTFont(face.path).getBestCmap()) for face in ready.faces}
    assert drawn[SANS, 400] == drawn[SANS, 700]
    assert drawn[HAN, 400] == drawn[HAN, 700]


def test_the_files_are_static_truetype_without_hinting(ready: FontSet) -> None:
    for face in ready.faces:
        tables = TTFont(face.path).keys()
        assert "glyf" in tables
        assert not {"CFF ", "fvar", "fpgm", "prep"} & set(tables)


def test_a_latin_capital_is_as_high_as_signs_count_on(ready: FontSet) -> None:
    for font in (TTFont(face.path) for face in ready.faces if face.family == SANS):
        assert font["OS/2"].sCapHeight / font["head"].unitsPerEm == fonts.LATIN_CAP_EM


@pytest.mark.parametrize("character", "您监鬱")
def test_a_han_character_is_as_high_as_signs_count_on(ready: FontSet, character: str) -> None:
    regular, bold = (height_of(character, face) for face in ready.faces if face.family == HAN)
    assert regular == pytest.approx(fonts.HAN_FACE_EM, abs=0.03)
    assert bold >= regular


def height_of(character: str, face: Face) -> float:
    font = TTFont(face.path)
    pen = BoundsPen(font.getGlyphSet())
    font.getGlyphSet()[font.getBestCmap()[ord(character)]].draw(pen)
    _, bottom, _, top = pen.bounds
    return (top - bottom) / font["head"].unitsPerEm


def test_the_licence_lies_beside_the_fonts(ready: FontSet) -> None:
    beside = ready.faces[0].path.parent
    assert all("SIL OPEN FONT LICENSE" in (beside / name).read_text("utf-8") for name in fonts.LICENCES)
    assert len(fonts.LICENCES) == 2


def test_nothing_is_ready_in_an_empty_cache(tmp_path: Path) -> None:
    assert fonts.prepared(tmp_path) is None


def test_fonts_that_are_ready_are_not_cut_again(ready: FontSet) -> None:
    heard: list[str] = []
    assert fonts.prepare(progress=heard.append) == ready
    assert heard == []


@pytest.mark.slow
def test_two_that_prepare_at_once_leave_one_and_the_same_result(ready: FontSet, tmp_path: Path) -> None:
    cache = tmp_path / "a folder" / "fonts"
    both = [subprocess.Popen([sys.executable, "-c", PREPARE, str(cache)]) for _ in range(2)]
    assert [one.wait() for one in both] == [0, 0]
    assert [path.name for path in cache.iterdir()] == [ready.digest]
    again = fonts.prepared(cache)
    assert again is not None
    assert [face.path.read_bytes() for face in again.faces] == [
        face.path.read_bytes() for face in ready.faces
    ]


@pytest.mark.slow
def test_a_preparation_that_was_cut_short_is_not_taken_for_a_result(tmp_path: Path) -> None:
    heard: list[str] = []

    def pull_the_plug(line: str) -> None:
        heard.append(line)
        if len(heard) == 2:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        fonts.prepare(tmp_path, pull_the_plug)
    assert fonts.prepared(tmp_path) is None
    assert fonts.prepare(tmp_path, heard.append).faces[0].path.is_file()
    assert len(heard) == 2 + 4


@pytest.mark.skipif(libraries.needs_pango() is not None, reason="Pango is not on this machine")
def test_a_sheet_in_three_languages_is_set_in_our_families_only(ready: FontSet) -> None:
    from weasyprint import HTML

    style = f"<style>{ready.css()} body {{ font-family: '{HAN}', '{SANS}' }}</style>"
    document = HTML(string=f"{style}<h1>{CHINESE}</h1><p>{POLISH}<p>No cameras").render()
    document.write_pdf()
    used = list(document.fonts.values())
    assert {font.family for font in used} == {HAN, SANS}
    assert not any(font.missing for font in used)
