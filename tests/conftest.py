"""What the stories share: the real words, a believable venue, and a small project on disk."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

import pytest

from placard.library.library import Library
from placard.read.library import read_library
from placard.read.venue import VenueFile, read_venue

ROOT = Path(__file__).resolve().parents[1]
SAMPLE = ROOT / "venues" / "old-mill-bathhouse.yml"


@pytest.fixture(scope="session")
def library() -> Library:
    """The words as they stand in content/."""
    read, findings = read_library([ROOT / "content"])
    assert not findings, [f"{f.place}: {f.code} {dict(f.values)}" for f in findings]
    return read


@pytest.fixture(scope="session")
def sample_text() -> str:
    """The sample venue as it is typed."""
    return SAMPLE.read_text(encoding="utf-8")


@dataclass(frozen=True)
class Typed:
    """A venue file somebody typed, and what reading made of it."""

    file: VenueFile | None
    findings: list[str]


@pytest.fixture
def typed(tmp_path: Path, sample_text: str) -> Callable[..., Typed]:
    """Type the sample with some lines changed: `typed({"14 days": "3 days"})`."""

    def type_it(changes: Mapping[str, str] | None = None, name: str = "old-mill-bathhouse") -> Typed:
        text = sample_text
        for old, new in (changes or {}).items():
            assert old in text, f"the sample no longer says {old!r}"
            text = text.replace(old, new)
        path = tmp_path / f"{name}.yml"
        path.write_text(text, encoding="utf-8")
        file, findings = read_venue(path, f"venues/{name}.yml")
        return Typed(file, [f"{f.place.line}: {f.code}" for f in findings])

    return type_it
