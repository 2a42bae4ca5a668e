"""A map of a content file asked for numbers: what is none is told where it stands."""

from __future__ import annotations

import pytest

from placard.findings import Finding
from placard.read.record import Record
from placard.read.yamlfile import parse_yaml


@pytest.mark.parametrize("written", ["²", "①", "９9", "9" * 5000, "1.5", "-1"])
def test_what_is_no_plain_number_is_told_and_never_reckoned_with(written: str) -> None:
    node, _ = parse_yaml(f"rows: '{written}'\n", "content/forms/a.yml")
    assert node is not None
    findings: list[Finding] = []
    assert Record(node, findings).whole("rows", 3) == 3
    assert [(finding.code, finding.place.line) for finding in findings] == [("content.not_number", 1)]


def test_a_plain_number_is_taken() -> None:
    node, _ = parse_yaml("rows: 12\n", "content/forms/a.yml")
    assert node is not None
    assert Record(node, []).whole("rows") == 12
