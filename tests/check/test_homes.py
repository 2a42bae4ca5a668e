"""A line of the research says where it went, and that is true: told at its line in `homes.yml`."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from placard.check.filled import parts_called
from placard.check.homes import counted, home_findings
from placard.library.library import Library
from placard.read.homes import read_homes
from placard.read.law import chain
from placard.read.layers import Layers

CONTENT = Path(__file__).resolve().parents[2] / "content"
Told = Callable[..., list[tuple[str, str]]]


@pytest.fixture
def told(tmp_path: Path, library: Library) -> Told:
    """Write homes for a pack and what is left out; return code and line of what is found."""

    def tell(homes: str, omitted: str = "", pack: str = "cn") -> list[tuple[str, str]]:
        folder = tmp_path / "law" / pack
        folder.mkdir(parents=True)
        (folder / "homes.yml").write_text(homes, "utf-8")
        (folder / "OMITTED.md").write_text(omitted, "utf-8")
        layers = Layers([tmp_path], [])
        read = read_homes(layers, pack)
        law = chain(library.packs, pack)
        return [
            (f.code, f"{Path(f.place.file).name}:{f.place.line}")
            for f in (*layers.findings, *home_findings(read, law, library))
        ]

    return tell


@pytest.mark.parametrize(
    "home",
    [
        "content",
        "{rule: CN-CAM-01}",
        "{rule: HOUSE-CAM-01}",
        "{ask: CN-CAM-14}",
        "{wording: never_printed, words: [正当利益]}",
        "{section: notice.who}",
        "{section: sign:cam-01}",
        "{section: sign:cam-01.rights}",
        "{section: form:request}",
        "{section: form:request.good-to-know}",
        "{section: chapter:lockers}",
        "{section: handbook.people}",
        "{section: situation:filming}",
        "{section: card:daily-check}",
        "{impossible: tests/anywhere.py::test_it}",
    ],
)
def test_a_line_may_live_here(told: Told, home: str) -> None:
    assert told(f"CN-NEW-01: {home}\n") == []


@pytest.mark.parametrize(
    ("home", "code"),
    [
        ("somewhere", "content.not_a_home"),
        ("[CN-CAM-01]", "content.not_a_home"),
        ("{}", "content.not_a_home"),
        ("{note: everybody knows}", "content.not_a_home"),
        ("{rule: CN-CAM-01, ask: CN-CAM-14}", "content.not_a_home"),
        ("{rule: [CN-CAM-01]}", "content.not_text"),
        ("{rule: CN-CAM-01, words: [a]}", "content.unknown_key"),
        ("{wording: never_printed}", "content.missing"),
        ("{rule: CN-CAM-99}", "content.no_such_home"),
        ("{rule: GB-CAM-07}", "content.no_such_home"),
        ("{rule: CN-CAM-14}", "content.no_such_home"),
        ("{ask: CN-CAM-01}", "content.no_such_home"),
        ("{wording: never_heard, words: [正当利益]}", "content.no_such_home"),
        ("{wording: never_printed, words: [正当利益, 客人]}", "content.word_not_refused"),
        ("{section: notice.whom}", "content.no_such_home"),
        ("{section: notice}", "content.no_such_home"),
        ("{section: sign:cam-77}", "content.no_such_home"),
        ("{section: sign:cam-01.kettle}", "content.no_such_home"),
        ("{section: sheet:cam-01}", "content.no_such_home"),
        ("{section: sign:cam-01.ground}", "content.home_may_be_empty"),
        ("{section: sign:cam-01.software}", "content.home_may_be_empty"),
    ],
)
def test_a_home_that_is_none_is_told_at_its_line(told: Told, home: str, code: str) -> None:
    assert (code, "homes.yml:2") in told(f"CN-OLD-01: content\nCN-NEW-01: {home}\n")


def test_a_place_filled_for_one_law_is_no_home_under_another(told: Told) -> None:
    assert told("PL-NEW-01: {section: sign:cam-01.ground}\n", pack="pl") == []


def test_what_no_kind_of_venue_has_is_no_home(library: Library) -> None:
    assert parts_called("sign:cam-01", library)
    types = {
        code: replace(each, signs=tuple(sign for sign in each.signs if sign != "cam-01"))
        for code, each in library.types.items()
    }
    assert parts_called("sign:cam-01", replace(library, types=types)) == []


def test_a_line_written_twice_is_told(told: Told) -> None:
    assert [line for _, line in told("CN-NEW-01: content\nCN-NEW-01: content\n")] == ["homes.yml:2"]


HEAD = "| What | Why |\n|---|---|\n"


@pytest.mark.parametrize(
    ("row", "count", "right"),
    [
        ("| CN-GEN-01 | Nobody can see it from a venue file. |", 1, True),
        ("| `CN-GEN-01`, CN-X-02; CN-MIN-02a | Nobody can see it from a venue file. |", 3, True),
        ("| Hygiene | Another subject altogether. |", 0, True),
        ("| CN-LOC-01 to 03 | Nobody can see it from a venue file. |", 1, False),
        ("| CN-LOC-01 (mostly) | Nobody can see it from a venue file. |", 1, False),
        ("| CN-GEN-01 | |", 1, False),
        ("| CN-GEN-01 |", 1, False),
        ("CN-GEN-01 is not told here: this is no row.", 0, True),
    ],
)
def test_what_is_left_out_is_listed_line_by_line(
    tmp_path: Path, told: Told, row: str, count: int, right: bool
) -> None:
    found = told("CN-OLD-01: content\n", HEAD + row + "\n")
    assert found == ([] if right else [("content.not_an_omission", "OMITTED.md:3")])
    assert len(read_homes(Layers([tmp_path], []), "cn").omitted) == count


def test_the_table_counts_what_went_where_and_tells_what_is_wrong(tmp_path: Path) -> None:
    folder = tmp_path / "law" / "nw"
    folder.mkdir(parents=True)
    (folder / "pack.yml").write_text("name: {en: Nowhere}\nshort_name: {en: NW}\nstatus: draft\n", "utf-8")
    (folder / "homes.yml").write_text("NW-A-01: content\nNW-A-02: {rule: NW-NOT-THERE}\n", "utf-8")
    (folder / "OMITTED.md").write_text(HEAD + "| NW-A-03, NW-A-04 | Outside what we make. |\n", "utf-8")
    heading, *rows = counted([CONTENT, tmp_path])
    (row,) = [each for each in rows if each.startswith("nw ")]
    told = dict(zip(heading.split()[1:], row.split()[1:], strict=True))
    assert {kind: number for kind, number in told.items() if number != "0"} == {
        "rule": "1", "content": "1", "omitted": "2", "all": "4",
    }  # fmt: skip
    assert any("law/nw/homes.yml:2: content.no_such_home" in each for each in rows)
