"""Stories about one venue: `old-mill.yml` beside this file, with some lines changed, on one day."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from placard.check.run import check
from placard.findings import Finding
from placard.library.library import Library
from placard.read.venue import VenueFile, read_venue

HERE = Path(__file__).parent
LAST_LINE = "effective_on: 2027-01-04"


@pytest.fixture
def story() -> str:
    """The venue of the stories as it is typed."""
    return (HERE / "old-mill.yml").read_text(encoding="utf-8")


@pytest.fixture
def typed_in(tmp_path: Path, story: str) -> Callable[..., VenueFile]:
    """Type the venue with changes: `typed_in({"kind: dome": "kind: dummy"}, also="waivers: […]")`."""

    def type_it(changes: Mapping[str, str] | None = None, also: str = "", name: str = "") -> VenueFile:
        text = story
        for old, new in {**(changes or {}), **({LAST_LINE: f"{LAST_LINE}\n{also}"} if also else {})}.items():
            assert old in text, f"the venue of the stories does not say {old!r}"
            text = text.replace(old, new)
        path = tmp_path / "typed.yml"
        path.write_text(text, encoding="utf-8")
        file, findings = read_venue(path, f"venues/{name or 'old-mill-bathhouse'}.yml")
        assert file is not None, findings
        assert not findings, findings
        return file

    return type_it


@pytest.fixture
def checked(library: Library, typed_in: Callable[..., VenueFile]) -> Callable[..., list[Finding]]:
    """Check the venue with changes on a day: `checked({"kind: dome": "kind: dummy"}, strict=True)`."""

    def check_it(
        changes: Mapping[str, str] | None = None,
        also: str = "",
        on: date = date(2026, 11, 22),
        **asked: Any,
    ) -> list[Finding]:
        return check(typed_in(changes, also), library, on, **asked)

    return check_it
