"""Cases of the field: every point of each is found at its line and names its source; mended, it is gone."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

from placard.check.run import check
from placard.findings import Finding
from placard.library.library import Library
from placard.read.venue import read_venue

HERE = Path(__file__).parent
CASES = sorted(path.parent for path in HERE.glob("*/expected.yml"))
POINTS = [
    pytest.param(case, point, id=f"{case.name}: {point['point']}")
    for case in CASES
    for point in yaml.load((case / "expected.yml").read_text("utf-8"), yaml.BaseLoader)["points"]
]


def findings(text: str, case: Path, folder: Path, library: Library) -> list[Finding]:
    path = folder / "venue.yml"
    path.write_text(text, encoding="utf-8")
    file, slips = read_venue(path, f"venues/{case.name}.yml")
    assert file is not None, slips
    assert not slips
    return check(file, library, date(2026, 12, 1))


def test_the_cases_are_all_there() -> None:
    named = {"budapest-salon", "waxing-salon", "hidden-devices", "stale-signs", "water-park"}
    assert {case.name for case in CASES} == named
    assert (HERE / "budapest-salon" / "venue.yml").read_text("utf-8").count("kind: fixed") == 32


@pytest.mark.parametrize(("case", "point"), POINTS)
def test_a_point_is_found_and_its_mended_twin_is_clear(
    case: Path, point: Mapping[str, Any], tmp_path: Path, library: Library
) -> None:
    text = (case / "venue.yml").read_text("utf-8")

    def found(typed: str) -> list[Finding]:
        lines = ["", *typed.splitlines()]
        every = findings(typed, case, tmp_path, library)
        about = [each for each in every if each.code == point["finds"]]
        return [each for each in about if point["at"] in lines[each.place.line]]

    first = found(text)
    assert first, [f"{f.place.line} {f.code}" for f in findings(text, case, tmp_path, library)]
    assert {str(each.severity) for each in first} == {point["severity"]}
    assert all(point["source"] in each.source for each in first), first[0].source
    mended = text
    for old, new in point["mend"].items():
        assert old in mended, old
        mended = mended.replace(old, new)
    gone = [each for each in findings(mended, case, tmp_path, library) if each.code == point["finds"]]
    assert len(gone) < len([f for f in findings(text, case, tmp_path, library) if f.code == point["finds"]])
    assert not found(mended)


def test_words_rest_on_citations_there_are_and_are_refused(library: Library) -> None:
    resting = [pack for pack in library.packs.values() if pack.wording and pack.wording.rests_on]
    assert {pack.id for pack in resting} >= {"eu", "pl"}
    for pack in resting:
        wording = pack.wording
        assert wording is not None
        lists = (wording.never_printed, wording.never_to_guests)
        refused = {word for each in lists for words in each.values() for word in words}
        for name, words in wording.rests_on.items():
            assert name in pack.citations
            assert set(words) <= refused, name
