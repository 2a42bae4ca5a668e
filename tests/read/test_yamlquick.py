"""libyaml reads what it is let read exactly as the Python scanner does, and every fault is the latter's."""

import ast
import random
from collections.abc import Iterator
from pathlib import Path

import pytest

from placard.findings import Finding
from placard.read import yamlquick
from placard.read.letters import without_unwanted
from placard.read.nodes import Map
from placard.read.yamlfile import parse_yaml
from placard.read.yamlquick import grow, grow_quickly, grow_slowly

pytestmark = pytest.mark.slow

ROOT = Path(__file__).resolve().parents[2]
FILES = sorted(path for folder in ("content", "venues") for path in (ROOT / folder).rglob("*.y*ml"))
needs_libyaml = pytest.mark.skipif(yamlquick.C_PARSER is None, reason="PyYAML came without this libyaml")

ODD = [
    *("'", '"', "''", '""', ":", ": ", " :", "-", "- ", "\n- ", "---", "...", "{", "}", "[", "]", ",", ", "),
    *("?", "? ", " ?", "\n? ", "#", " #", "# ", "店", "：", "，", "“", "\u3000", "\xa0", "é", "𝒳", "\ufeff"),
    *("\n", "\n\n", "\n  ", "\n    ", "\r\n", "\r", "\x85", "\u2028", "\t", " \t", "\n\t", " ", "  "),
    *("|\n", "|-\n  ", "|#\n ", ">+\n", ">2\n", "|1-\n", "\\", "\\n", "\\'", "\\ud800", "\\x41", "%", "@"),
    *("`", "!", "!!str ", "&a ", "*a", "&b ", "*b, ", "null", "~", "<<: ", "a: ", "b", "0", "="),
    *("http://a.b/c?d", ""),
]

# What libyaml lets pass, or tells otherwise, must not come from it.
PARTING = [
    "a: b\tc\n",
    "a:\tb\n",
    "a: [b,\tc]\n",
    "a: {b: c?}\n",
    "a: [why?, b]\n",
    "a: {?b: c}\n",
    "? a\n: b\n",
    "a: |#\n  b\n",
    'a: "\\\'"\n',
    'a: "\\ud800"\n',
    "a: b\x85c: d\n",
    "a: b\u2028c\n",
    "\ufeffa: b\n",
    "%YAML 1.1\n---\na: b\n",
    "---\na: b\n",
    "a: b\n...\n",
    "a: !!str b\n",
    "a: &x b\n",
    "a: &x\n",
    "a: &x [*x]\n",
    "a:\n",
    "a: [b, ]\nc: {d}",
    f"{'k' * 1100}: v\n",
    "a: {" + " " * 1100 + "b: c}\n",
    "a: [b\n",
    "a: b\na: c\n",
]


def own_cases() -> list[str]:
    """Every text that stands in a test of reading."""
    trees = [ast.parse(path.read_text("utf-8")) for path in sorted(Path(__file__).parent.glob("*.py"))]
    nodes = [node for tree in trees for node in ast.walk(tree) if isinstance(node, ast.Constant)]
    return [node.value for node in nodes if isinstance(node.value, str)]


def mutated(seed: int, count: int) -> Iterator[str]:
    """Passages of real files, real lines in any order, our own cases and heaps of marks, all spoiled."""
    draw = random.Random(seed)
    files = [path.read_text("utf-8").split("\n") for path in FILES]
    short = [line for lines in files for line in lines if line.strip() and len(line) < 90]
    cases = own_cases()
    for _ in range(count):
        lines = draw.choice(files)
        start = draw.randrange(len(lines))
        passage = lines[start : start + draw.randint(1, 8)]
        margin = min((len(line) - len(line.lstrip()) for line in passage if line.strip()), default=0)
        mixed = [line[draw.choice([0, 0, 0, 2, 4]) :] for line in draw.choices(short, k=draw.randint(1, 4))]
        heap = draw.choices([*ODD, "a", "c: ", "d: ", "\n"], k=draw.randint(2, 20))
        flush = "\n".join(line[margin:] for line in passage)
        text = draw.choice(["\n".join(passage), flush, draw.choice(cases), "\n".join(mixed), "".join(heap)])
        for _ in range(draw.randint(0, 3)):
            cut = draw.randint(0, len(text))
            text = text[:cut] + draw.choice(ODD) + text[cut + draw.choice([0, 0, 0, 1, 2, 5]) :]
        yield draw.choice([text] * 6 + ["k: {a: " + text + "}", "k: [" + text + "]\nz: 1\n"])


def slow_outcome(text: str) -> tuple[Map | None, list[Finding]]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(yamlquick, "C_PARSER", None)
        return parse_yaml(text, "v.yml")


def check(text: str) -> bool:
    """True where libyaml read the text."""
    assert parse_yaml(text, "v.yml") == slow_outcome(text), repr(text)
    return check_tree(text)


def check_tree(text: str) -> bool:
    clean, _ = without_unwanted(text, "v.yml")
    quick, slow = grow_quickly(clean, "v.yml"), grow_slowly(clean, "v.yml")
    assert quick in (None, slow), repr(text)
    assert grow(clean, "v.yml") == slow, repr(text)
    return quick is not None


@needs_libyaml
def test_both_read_every_file_of_ours_alike_and_libyaml_reads_most() -> None:
    slow = [path.name for path in FILES if not check_tree(path.read_text("utf-8"))]
    assert len(FILES) > 100
    assert len(slow) < 0.05 * len(FILES), slow
    # Read first, and as large as any: a backslash in one of them would cost each command a tenth of a second.
    assert not [name for name in slow if name in ("en.yml", "pl.yml", "zh-Hans.yml")]


@needs_libyaml
def test_both_read_our_own_cases_alike() -> None:
    assert sum(check(text) for text in own_cases()) > 100


@needs_libyaml
@pytest.mark.parametrize("seed", range(4))
def test_both_read_spoiled_texts_alike(seed: int) -> None:
    assert sum(check(text) for text in mutated(seed, 1000)) > 100


@needs_libyaml
@pytest.mark.parametrize("text", PARTING)
def test_a_text_the_two_may_differ_in_is_left_to_the_python_scanner(text: str) -> None:
    assert grow_quickly(text, "v.yml") is None


@needs_libyaml
def test_a_letter_that_has_no_bytes_is_left_to_the_python_scanner() -> None:
    assert grow_quickly("a: \ud800\n", "v.yml") is None


def test_without_libyaml_everything_is_read_as_ever(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(yamlquick, "C_PARSER", None)
    assert grow_quickly("a: b\n", "v.yml") is None
    assert grow("a: b\n", "v.yml") == grow_slowly("a: b\n", "v.yml")
