"""Our own files can be read by any reader of YAML, and not only by ours, which forgives an owner's habits."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

ROOT = Path(__file__).resolve().parents[2]


@pytest.mark.slow
def test_every_file_of_ours_is_yaml_to_anybody() -> None:
    files = [*sorted((ROOT / "content").rglob("*.yml")), *sorted((ROOT / "venues").rglob("*.yml"))]
    assert len(files) > 200
    refused = {}
    for file in files:
        try:
            yaml.load(file.read_text("utf-8"), yaml.BaseLoader)
        except yaml.YAMLError as fault:
            refused[file.relative_to(ROOT).as_posix()] = str(fault)
    assert refused == {}, "put quotes around a value with a question mark, a colon or a brace"
