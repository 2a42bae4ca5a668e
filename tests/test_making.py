"""What is handed on after the outputs were made: nothing of a site that was not built."""

from __future__ import annotations

from pathlib import Path

import pytest

from placard import making
from placard.findings import Finding, Place, Severity
from placard.site.inputs import SiteInput


def test_a_site_that_was_not_built_is_neither_proven_nor_put_down_to_one_venue(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    taken = Finding("site.address_taken", Severity.ERROR, Place("venues"), {"name": "x"}, venue="x")
    monkeypatch.setattr(making, "build_site", lambda public, into: [taken])
    made, site, findings = making._site(SiteInput((), ()), tmp_path / "site")
    assert (made, site) == ([], None)
    assert [(each.code, each.venue) for each in findings] == [("site.address_taken", "")]
