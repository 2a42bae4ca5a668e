"""A person gives `build.py` broken files: each is told at its line, nothing falls, nothing is published."""

from __future__ import annotations

import json
import random
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

pytestmark = pytest.mark.slow

ROOT = Path(__file__).resolve().parents[1]
CORPUS = ROOT / "tests" / "corpus"
AS_OF = ("--as-of", "2026-12-01", "--samples")
FAULT_OF_OURS = 70
MARKS = ["\t", "：", "“", "'", "[", "}", "#", "- ", ": ", "@", "%", "\x00", "\n", "&a ", "*a", "!!x "]


@pytest.fixture
def broken(tmp_path: Path) -> Path:
    """Every broken file of the corpus in one folder, beside one that is sound."""
    folder = tmp_path / "venues"
    folder.mkdir()
    for path in [*(CORPUS / "broken").iterdir(), CORPUS / "accepted" / "emoji.yml"]:
        shutil.copy(path, folder)
    return folder


def test_a_folder_full_of_mistakes_is_told_whole(broken: Path, build_py: Callable[..., Any]) -> None:
    run = build_py("check", "--venues", broken, "--format", "json", *AS_OF)
    assert run.code == 1, run.told + run.progress
    assert run.progress == ""
    errors = [each for each in json.loads(run.told)["findings"] if each["severity"] == "error"]
    told_of = {Path(each["file"]).stem for each in errors}
    expected = {path.stem for path in broken.iterdir()} - {"emoji", "hash-cuts-a-phone"}
    assert expected - told_of == set()
    assert told_of - expected == set()
    assert len(expected) > 100


def test_all_mistakes_of_one_file_are_told_in_one_run(broken: Path, build_py: Callable[..., Any]) -> None:
    run = build_py("check", "several-mistakes", "--venues", broken, "--language", "en", *AS_OF)
    assert run.code == 1
    assert [line.split(": ")[0] for line in run.lines if ": error: " in line] == [
        f"venues/several-mistakes.yml:{line}" for line in (7, 11, 16, 21, 27)
    ]


def test_a_broken_venue_is_explained_by_its_mistakes(broken: Path, build_py: Callable[..., Any]) -> None:
    run = build_py("explain", "tabs", "--venues", broken, *AS_OF)
    assert run.code == 1
    assert "venues/tabs.yml:20: " in run.told


@pytest.mark.parametrize("command", ["check", "explain"])
def test_no_slip_of_the_hand_is_a_fault_of_ours(
    command: str, tmp_path: Path, build_py: Callable[..., Any]
) -> None:
    draw = random.Random(4)
    sound = (CORPUS / "accepted" / "no-line-end.yml").read_text("utf-8")
    for number in range(40):
        text = sound.replace("id: no-line-end", f"id: slip-{number}")
        for _ in range(draw.randint(1, 3)):
            cut = draw.randrange(len(text))
            text = text[:cut] + draw.choice(MARKS) + text[cut + draw.choice([0, 0, 1, 6, 30]) :]
        (tmp_path / f"slip-{number}.yml").write_text(text, "utf-8")
    named = ["slip-0"] if command == "explain" else []
    run = build_py(command, *named, "--venues", tmp_path, *AS_OF)
    assert run.code != FAULT_OF_OURS, run.progress
    assert "Traceback" not in run.progress
    assert run.code == 1
