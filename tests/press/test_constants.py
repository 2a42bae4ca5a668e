"""Names of a style sheet: values take their place, unless a page may give them others."""

from __future__ import annotations

from pathlib import Path

import pytest

from placard.press import templates
from placard.press.constants import Constants
from placard.press.fonts import FontSet
from placard.press.render import Press


def spelt_out(sheet: str) -> str:
    return Constants.of(sheet).spelt_out(sheet)


def test_what_is_said_once_takes_the_place_of_its_name() -> None:
    sheet = ":root { --ink: #111; --other: var(--ink) } p { color: var(--other); margin: var( --wide ) }"
    assert spelt_out(sheet) == ":root { --ink: #111; --other: #111 } p { color: #111; margin: var( --wide ) }"


def test_what_is_said_differently_in_two_places_stays_a_name() -> None:
    sheet = ":root { --ink: #111 } .dark { --ink: #eee } p { color: var(--ink) }"
    assert spelt_out(sheet) == sheet


def test_names_that_explain_each_other_come_to_an_end() -> None:
    assert "var(--a)" in spelt_out(":root{--a:var(--b);--b:var(--a)} p{color:var(--a)}")


def test_a_page_with_a_colour_of_its_own_is_told_from_one_without() -> None:
    constants = Constants.of("\n".join(templates.style_sheets("card")))
    assert constants.are_given_in('<html style="--information: #700">')
    assert not constants.are_given_in("<html><style>:root { --head: 20pt }</style>")


@pytest.mark.parametrize("own", ["", "--information: #700020; --tint: #eee"])
def test_a_page_is_printed_the_same_whether_names_are_spelt_out_or_not(
    faces: FontSet, own: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = (
        f'<html lang="en" style="{own}"><head><title>Cameras</title></head>'
        "<body><h1>Cameras</h1><p>Seven <b>days</b></p></body></html>"
    )
    ours = Press(faces, "handbook").write(document := Press(faces, "handbook").lay_out(page), True)
    monkeypatch.setattr(Constants, "of", lambda sheet: Constants({}))
    as_written = Press(faces, "handbook")
    assert as_written.write(as_written.lay_out(page), True) == ours
    assert document.pages


def test_nearly_every_name_of_a_sign_is_spelt_out() -> None:
    rules = "\n".join(templates.style_sheets("sheet"))
    spelt = Constants.of(rules).spelt_out(rules)
    assert {part.split(")")[0] for part in spelt.split("var(")[1:]} == {"--head", "--key", "--body", "--foot"}
    assert Path(templates.FOLDER, "sheet.html").read_text("utf-8").count("--head:") == 1
