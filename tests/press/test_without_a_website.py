"""A place without a website: every sheet is whole, and the desk stands in for the address."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from placard.compose.outputs import SheetWords
from placard.compose.venue import ComposedVenue
from placard.findings import stops
from placard.library.library import Library
from placard.press.fonts import FontSet
from placard.press.planning import PlannedSheet, plan_sheet
from placard.read.venue import read_venue

VENUES = Path(__file__).resolve().parents[2] / "venues"
SALON = VENUES / "jade-mirror-salon.yml"


@pytest.fixture(scope="module")
def salon(tmp_path_factory: pytest.TempPathFactory, composed: Callable[..., ComposedVenue]) -> ComposedVenue:
    """The salon, as if it had never had a website."""
    typed = re.sub(r"(?m)^web: .*$", "web: none", SALON.read_text("utf-8"))
    path = tmp_path_factory.mktemp("venues") / SALON.name
    path.write_text(typed, "utf-8")
    file, findings = read_venue(path, SALON.name)
    assert file is not None, findings
    assert file.venue.web is None
    return composed(file)


def sheets(salon: ComposedVenue) -> list[SheetWords]:
    return [words for _, words in salon.sheets]


def test_no_sign_waits_for_a_website_and_none_shows_a_code_or_an_address(salon: ComposedVenue) -> None:
    signs = {planned.sign.id for planned, _ in salon.sheets}
    assert signs == {sheet.sign.id for sheet in salon.plan.sheets}
    assert len(signs) >= 8
    assert [words.stem for words in sheets(salon) if words.qr or words.address] == []


def test_a_sign_that_points_to_the_notice_points_to_the_desk_in_every_language(
    salon: ComposedVenue, library: Library
) -> None:
    pointing = [words for planned, words in salon.sheets if planned.sign.notice != "none"]
    assert pointing
    told = tuple(library.labels[language].words["notice_at_desk"] for language in ("zh-Hans", "en"))
    assert {tuple(map(str, words.desk)) for words in pointing} == {told}
    silent = [words for planned, words in salon.sheets if planned.sign.notice == "none"]
    assert all(words.desk == () for words in silent)


@pytest.mark.parametrize("sign", ["cam-01.entrance", "pho-01.changing", "rgt-01", "trt-01.body"])
def test_such_a_sheet_is_planned_and_passes_every_check(
    salon: ComposedVenue, library: Library, faces: FontSet, sign: str
) -> None:
    words = next(words for words in sheets(salon) if words.stem == sign)
    labels = {language: labels.words for language, labels in library.labels.items()}
    planned = plan_sheet(words, faces, labels)
    assert isinstance(planned, PlannedSheet), planned.findings
    assert not stops(planned.findings)
    assert 'data-zone="qr"' not in planned.html
    assert "http" not in re.sub(r"xmlns=\S+", "", planned.html)
