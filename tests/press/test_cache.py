"""A cache entry that is torn was never kept: the sheet is printed again."""

from __future__ import annotations

from pathlib import Path

import pytest

from placard.findings import Finding, Place, Severity, said
from placard.press.cache import PressCache

FINDING = Finding(
    "press.room", Severity.WARNING, Place("a.yml", 3), {"share": "40", "quarter": said("words.lower_left")}
)


@pytest.fixture
def kept(tmp_path: Path) -> PressCache:
    cache = PressCache(tmp_path)
    path = cache.keep_sheet("s", b"%PDF whole", (FINDING,))
    assert cache.sheet("s") == (path, (FINDING,))
    return cache


@pytest.mark.parametrize("raw", [b"", b"%PDF wh", b"%PDF other"])
def test_a_pdf_that_is_not_the_one_kept_is_a_miss(kept: PressCache, raw: bytes) -> None:
    (kept.folder / "s.pdf").write_bytes(raw)
    assert kept.sheet("s") is None


@pytest.mark.parametrize("raw", [b"", b"{", b"[]", b"null", b"{}", b"\xff", b'{"sha256": 1, "findings": []}'])
def test_findings_that_cannot_be_read_are_a_miss(kept: PressCache, raw: bytes) -> None:
    (kept.folder / "s.findings.json").write_bytes(raw)
    assert kept.sheet("s") is None


@pytest.mark.parametrize("raw", [b"", b"{", b"[]", b"null", b"{}", b"\xff", b'{"choice": 1}'])
def test_a_plan_that_cannot_be_read_is_a_miss(kept: PressCache, raw: bytes) -> None:
    (kept.folder / "k.plan.json").write_bytes(raw)
    assert kept.plan("k") is None
