"""Whatever prove and publish say has its words, and every slot of them is filled."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

from placard.read.messages import Messages, slots_of

ROOT = Path(__file__).parents[2]
SENTENCES = Messages.load([ROOT / "content"], "en").sentences["en"]
# Each of these fills the slot of the output, or of `out/`, by itself.
MAKERS = {"fault": "output", "error": "out"}


def calls() -> list[tuple[str, str, frozenset[str]]]:
    found = []
    for package in ("prove", "publish"):
        for path in sorted((ROOT / "placard" / package).glob("*.py")):
            for node in ast.walk(ast.parse(path.read_text("utf-8"))):
                if isinstance(node, ast.Call) and node.args and isinstance(node.args[0], ast.Constant):
                    maker = getattr(node.func, "attr", getattr(node.func, "id", ""))
                    code = str(node.args[0].value)
                    if maker in MAKERS and code.startswith(f"{package}."):
                        names = {keyword.arg for keyword in node.keywords if keyword.arg}
                        found.append((code, f"{path.name}:{node.lineno}", frozenset({*names, MAKERS[maker]})))
    return found


CALLS = calls()


def test_there_is_much_to_compare() -> None:
    assert len(CALLS) > 50
    assert {code.split(".")[0] for code, *_ in CALLS} == {"prove", "publish"}


@pytest.mark.parametrize(
    ("code", "where", "names"), CALLS, ids=[f"{code} {where}" for code, where, _ in CALLS]
)
def test_every_slot_is_filled(code: str, where: str, names: frozenset[str]) -> None:
    assert code in SENTENCES, where
    assert slots_of(SENTENCES[code]) <= names, where
