"""Each line of the research on a law has one home: a rule, a question, refused words, words that always stand
there, a thing that cannot be built, or none, with the reason. `tests/law-ids.txt` is the list of lines."""

from __future__ import annotations

import ast
import re
from collections import Counter
from pathlib import Path

import pytest

from placard.check.homes import home_findings, required_findings
from placard.findings import Finding
from placard.library.homes import Homes
from placard.read.homes import read_homes
from placard.read.law import chain
from placard.read.layers import Layers
from placard.read.library import read_library

ROOT = Path(__file__).parents[2]
KOREA = ROOT / "tests" / "by_data_alone" / "korea"
CONTENT = [ROOT / "content", KOREA / "content"]
LIBRARY, _ = read_library(CONTENT)
PREFIXES = {"cn": "CN", "eu": "EU", "pl": "PL", "gb": "UK", "kr": "KR"}
"""What the lines of each pack begin with; those the other research left for China begin CN-X."""


def lines_of(path: Path) -> dict[str, bool]:
    """Every line, and whether it asks nothing of a venue file."""
    rows = [row.split() for row in path.read_text("utf-8").splitlines() if row and not row.startswith("#")]
    assert all(row[1:] in ([], ["content"]) for row in rows)
    assert len({row[0] for row in rows}) == len(rows), "a line stands here twice"
    return {row[0]: row[1:] == ["content"] for row in rows}


LINES = lines_of(ROOT / "tests" / "law-ids.txt") | lines_of(KOREA / "law-ids.txt")


def told(findings: list[Finding]) -> list[str]:
    return [f"{f.place}: {f.code} {dict(f.values)}" for f in findings]


@pytest.fixture(params=PREFIXES)
def pack(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
def lines(pack: str) -> dict[str, bool]:
    ours = {line: bare for line, bare in LINES.items() if line.startswith(f"{PREFIXES[pack]}-")}
    assert len(ours) > 25
    return ours


@pytest.fixture
def homes(pack: str) -> Homes:
    layers = Layers(CONTENT, [])
    read = read_homes(layers, pack)
    assert told(layers.findings) == []
    return read


def test_every_line_belongs_to_a_pack() -> None:
    assert len(LINES) == 347 + 27
    assert {line.split("-")[0] for line in LINES} == set(PREFIXES.values())


def test_each_line_has_one_home_or_a_reason_and_nothing_else_has(
    homes: Homes, lines: dict[str, bool]
) -> None:
    omitted = Counter(each.line for each in homes.omitted)
    wrong = {
        "without a home": [line for line in lines if line not in homes.kept and line not in omitted],
        "kept and left out": sorted(set(homes.kept) & set(omitted)),
        "left out twice": [line for line, times in omitted.items() if times > 1],
        "not in the research": sorted((set(homes.kept) | set(omitted)) - set(lines)),
    }
    told = [f"{len(found)} {what}: {', '.join(found)}" for what, found in wrong.items() if found]
    assert not told, "\n".join(told)


def test_only_a_line_that_asks_nothing_is_content(homes: Homes, lines: dict[str, bool]) -> None:
    content = [home for home in homes.kept.values() if home.kind == "content"]
    assert [f"{home.place}: {home.line}" for home in content if not lines.get(home.line)] == []


def test_each_home_is_there_and_holds_the_line(homes: Homes, pack: str) -> None:
    assert homes.kept, "no homes.yml yet"
    assert told(list(home_findings(homes, chain(LIBRARY.packs, pack), LIBRARY))) == []


@pytest.mark.parametrize("name", ["eu", "pl", "gb", "cn"])
def test_what_a_pack_requires_always_stands_there(name: str) -> None:
    required = LIBRARY.packs[name]
    assert sum(len(targets) for targets in required.required.values()) > 2
    assert told(list(required_findings(required, chain(LIBRARY.packs, name), LIBRARY))) == []


def test_what_is_impossible_is_shown_by_a_test(homes: Homes) -> None:
    named = [home for home in homes.kept.values() if home.kind == "impossible"]
    assert [f"{home.place}: {home.target}" for home in named if not is_a_test(home.target)] == []


def test_a_reason_is_a_sentence(homes: Homes) -> None:
    short = [f"{each.place}: {each.line}" for each in homes.omitted if len(each.reason.split()) < 5]
    assert short == []


def is_a_test(target: str) -> bool:
    file, _, name = target.partition("::")
    path = ROOT / file
    if not re.fullmatch(r"tests/\S+\.py", file) or not path.is_file() or not name.startswith("test_"):
        return False
    tree = ast.parse(path.read_text("utf-8"))
    return any(isinstance(node, ast.FunctionDef) and node.name == name for node in tree.body)


def test_a_test_nobody_wrote_shows_nothing() -> None:
    here = Path(__file__).relative_to(ROOT).as_posix()
    assert is_a_test(f"{here}::test_a_reason_is_a_sentence")
    assert not is_a_test(f"{here}::test_nobody_wrote_this")
    assert not is_a_test(f"{here}::told")
    assert not is_a_test("tests/content/test_nowhere.py::test_a_reason_is_a_sentence")
