"""The first language leads on every sheet, and a page somebody tampered with is caught."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from placard.compose.outputs import SheetWords
from placard.press.boxes import lines
from placard.press.filling import Labels
from placard.press.fonts import HAN_FACE_EM, LATIN_CAP_EM, FontSet
from placard.press.planning import PlannedSheet, plan_sheet

Sign = Callable[..., SheetWords]
Planned = Callable[[SheetWords], PlannedSheet]
Faults = Callable[[PlannedSheet, str], set[str]]

PAIRS = [("zh-Hans", "en"), ("en", "pl"), ("pl", "en"), ("en", "zh-Hans")]


@pytest.mark.parametrize("languages", PAIRS, ids="-".join)
@pytest.mark.parametrize("name", ["cam-01", "pho-01", "rgt-03"])
def test_as_planned_the_first_language_leads(
    sign: Sign, planned: Planned, faults: Faults, name: str, languages: tuple[str, str]
) -> None:
    sheet = planned(sign(name, *languages))
    assert faults(sheet, sheet.html) == set()


def test_a_chinese_headline_is_taller_than_the_english_one(sign: Sign, planned: Planned) -> None:
    sheet = planned(sign("pho-01", "zh-Hans", "en"))
    points = {line.name: line.runs[0].points for line in lines(sheet.document)}
    assert points["head.0"] * HAN_FACE_EM > points["head.1"] * LATIN_CAP_EM


def test_chinese_after_english_is_caught(sign: Sign, planned: Planned, faults: Faults) -> None:
    sheet = planned(sign("cam-01", "zh-Hans", "en"))
    swapped = sheet.html
    for before, after in (("head.0", "@"), ("head.1", "head.0"), ("@", "head.1")):
        swapped = swapped.replace(f'data-text="{before}"', f'data-text="{after}"')
    assert "press.not_first" in faults(sheet, swapped)


def test_chinese_smaller_than_english_is_caught(sign: Sign, planned: Planned, faults: Faults) -> None:
    sheet = planned(sign("cam-01", "zh-Hans", "en"))
    small = sheet.html.replace("</style>", ".key.han { font-size: 15pt }</style>", 1)
    assert small != sheet.html
    assert "press.not_equal" in faults(sheet, small)


def test_polish_larger_than_english_is_caught_where_english_comes_first(
    sign: Sign, planned: Planned, faults: Faults
) -> None:
    sheet = planned(sign("cam-01", "en", "pl"))
    larger = re.sub(r'(data-text="key\.1" style=")', r"\1font-size: 60pt; ", sheet.html)
    assert larger != sheet.html
    assert "press.not_equal" in faults(sheet, larger)


def test_a_language_nobody_knows_is_set_as_its_script_says(
    sign: Sign, block: Callable[..., Any], planned: Planned, faults: Faults, faces: FontSet, labels: Labels
) -> None:
    """Gan Chinese: its code stands nowhere in the program or its style sheets."""
    gan = replace(block("cam-01", "zh-Hans"), language="gan")
    spoken = {**labels, "gan": labels["zh-Hans"]}
    sheet = plan_sheet(sign("cam-01", blocks=(gan, block("cam-01", "en"))), faces, spoken)
    assert isinstance(sheet, PlannedSheet), sheet.findings
    assert faults(sheet, sheet.html) == set()
    chinese = planned(sign("cam-01", "zh-Hans", "en"))
    assert sheet.setting.zones == chinese.setting.zones, "set and measured as Chinese is"


def test_ties_are_those_of_the_language_and_not_of_its_code(
    sign: Sign, planned: Planned, faults: Faults
) -> None:
    polish = planned(sign("cam-01", "pl"))
    torn = re.sub(r'(data-text="key\.0" style="[^"]*">)[^<]*', r"\1Kamery w<br>holu", polish.html)
    assert torn != polish.html
    assert "press.torn" in faults(polish, torn)
    untied = replace(polish.words.blocks[0], tie="none")
    other = replace(polish, words=replace(polish.words, blocks=(untied,)))
    assert "press.torn" not in faults(other, torn)
