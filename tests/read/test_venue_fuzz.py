"""Whatever somebody does to a venue file, reading and checking it tell findings at a line, and never fall.

The suite tries the same few hundred files every time. With `PLACARD_FUZZ=20000` in the environment it tries
so many others for each story, and another lot each time.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from placard.check.references import rest_findings
from placard.check.run import check
from placard.findings import Finding, stops
from placard.library.library import Library
from placard.model.paths import every_field
from placard.read.messages import Messages
from placard.read.venue import Reading, read_to_its_end

pytestmark = pytest.mark.slow

ROOT = Path(__file__).resolve().parents[2]
SMALL = (ROOT / "tests" / "corpus" / "accepted" / "no-line-end.yml").read_text("utf-8")
SAMPLES = [path.read_text("utf-8") for path in sorted((ROOT / "venues").glob("*.yml"))]
ENGLISH = Messages.load([ROOT / "content"], "en")
AS_OF = date(2026, 12, 1)
MORE = int(os.environ.get("PLACARD_FUZZ", "0"))


def tries(number: int) -> settings:
    """So many tries, the same in every run, unless many more are asked for."""
    return settings(
        max_examples=MORE or number,
        derandomize=not MORE,
        database=None,
        deadline=None,
        suppress_health_check=list(HealthCheck),
    )


ODD = [
    *"-#,，[]{}&*!|>'\"%@`?~\\“”:： \t\n\r=;/\u3000\u00a0\u200b\u202e\ue000\x00\x85é店",
    *(
        "- ",
        ": ",
        "\n  ",
        "<<: ",
        "---\n",
        "...\n",
        "null",
        "none",
        "unanswered",
        '"none"',
        "[]",
        "{}",
        "[[]]",
    ),
    *(
        "{a: b}",
        "[a, {b: c}]",
        "0",
        "-1",
        "1.5",
        "999999999",
        "22:00",
        "yes",
        "P1D",
        "2027-02-30",
        "０",
        "١٤",
    ),
    *(
        "&a ",
        "*a",
        "!!str ",
        "!x ",
        "{{ x }}",
        "../x",
        "outside",
        "entrance",
        "con",
        "x" * 500,
        "ı",
        "ß",
        "İ",
    ),
    *(
        "\n- ",
        "{id: a, kind: b}",
        "remove: true",
        "extends: _shared.yml",
        "schema: 2",
        "🧖",
        "\ud7ff",
        "\u0301",
    ),
]
WORD = st.sampled_from(ODD) | st.text(max_size=8) | st.lists(st.sampled_from(ODD), max_size=4).map("".join)
PATHS = [path for path, _ in every_field()]


@pytest.fixture(scope="module")
def tell(library: Library, tmp_path_factory: pytest.TempPathFactory) -> Callable[[bytes], Reading]:
    """Read and check one file as a person has it, look at everything that is told, and return the reading."""
    path = tmp_path_factory.mktemp("venues") / "no-line-end.yml"

    def looked_at(content: bytes) -> Reading:
        path.write_bytes(content)
        reading = read_to_its_end(path, path.name)
        findings = list(reading.findings)
        if reading.file is not None:
            assert not stops(findings), content
            findings += check(reading.file, library, AS_OF)
        else:
            assert stops(findings), content
        if reading.rest is not None:
            findings += rest_findings(reading.rest, library, AS_OF)
        lines = content.replace(b"\r\n", b"\n").replace(b"\r", b"\n").count(b"\n") + 1
        for each in findings:
            assert_tellable(each, lines)
        return reading

    return looked_at


def assert_tellable(finding: Finding, lines: int) -> None:
    assert finding.place.file == "no-line-end.yml"
    assert 0 <= finding.place.line <= lines, finding
    said = ENGLISH.say(finding, "en")
    assert said
    assert finding.code != said.partition(" ")[0], said


def test_the_files_to_be_spoiled_are_sound(tell: Callable[[bytes], Reading]) -> None:
    assert len(SAMPLES) >= 3
    assert len(PATHS) > 100
    for text in (SMALL, *SAMPLES):
        assert tell(text.encode()).file is not None


@tries(60)
@given(
    content=st.binary(max_size=200) | st.text(max_size=200).map(lambda text: text.encode("utf-8", "replace"))
)
def test_no_bytes_and_no_letters_fell_it(tell: Callable[[bytes], Reading], content: bytes) -> None:
    tell(content)


EDIT = st.tuples(
    st.sampled_from(["out", "twice", "swap", "further in", "further out", "letters"]),
    st.integers(0, 10**6),
    WORD,
)


def spoiled(text: str, edits: list[tuple[str, int, str]]) -> str:
    """Lines taken out, doubled, swapped or moved, and odd letters put in."""
    for what, number, word in edits:
        lines = text.split("\n")
        row = number % len(lines)
        match what:
            case "out":
                del lines[row]
            case "twice":
                lines.insert(row, lines[row])
            case "swap":
                other = number // 7 % len(lines)
                lines[row], lines[other] = lines[other], lines[row]
            case "further in":
                lines[row] = " " * (1 + number % 3) + lines[row]
            case "further out":
                lines[row] = lines[row][1 + number % 2 :]
            case _:
                column = number // 11 % (len(lines[row]) + 1)
                lines[row] = lines[row][:column] + word + lines[row][column + number % 4 :]
        text = "\n".join(lines)
    return text


@tries(220)
@given(text=st.sampled_from([SMALL] * 6 + SAMPLES), edits=st.lists(EDIT, min_size=1, max_size=4))
def test_no_slip_of_the_hand_fells_it(
    tell: Callable[[bytes], Reading], text: str, edits: list[tuple[str, int, str]]
) -> None:
    tell(spoiled(text, edits).encode("utf-8", "surrogatepass"))


def values() -> st.SearchStrategy[Any]:
    return st.recursive(
        WORD
        | st.sampled_from(
            ["14 days", "2027-01-04", "en", "GB", "manager", "a@b.example", "+44 20 7946 0123"]
        ),
        lambda below: st.lists(below, max_size=3) | st.dictionaries(KEYS, below, max_size=3),
        max_leaves=5,
    )


KEYS = st.sampled_from(
    sorted({path[-1] for path in PATHS} | {"en", "zh-Hans", "", "on", "x y", "HOUSE-CAM-01"})
)


def put(facts: Any, path: tuple[str, ...], value: Any) -> None:
    """Put a value at a path of keys, into the first entry of each list on the way."""
    for key in path[:-1]:
        if isinstance(facts, list):
            facts = next((each for each in facts if isinstance(each, dict)), {})
        if not isinstance(facts.get(key), (dict, list)):
            facts[key] = {}
        facts = facts[key]
    if isinstance(facts, list):
        facts = next((each for each in facts if isinstance(each, dict)), {})
    facts[path[-1]] = value


@tries(350)
@given(
    text=st.sampled_from([SMALL] * 6 + SAMPLES),
    changes=st.lists(st.tuples(st.sampled_from(PATHS), values()), min_size=1, max_size=3),
)
def test_no_value_in_any_field_fells_it(
    tell: Callable[[bytes], Reading], text: str, changes: list[tuple[tuple[str, ...], Any]]
) -> None:
    facts = yaml.load(text, yaml.BaseLoader)
    for path, value in changes:
        put(facts, path, value)
    tell(
        yaml.safe_dump(facts, sort_keys=False, allow_unicode=True, width=200).encode("utf-8", "surrogatepass")
    )
