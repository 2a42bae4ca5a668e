"""Every QR code is read back from the picture of the page, and leads to a page that is there."""

from __future__ import annotations

from pathlib import Path

import pytest
import segno

from placard.prove.outputs import Origin
from placard.prove.qr import codes_in, prove_codes

from .conftest import ADDRESS, VENUE, press

GOOD = f"{ADDRESS}/q/old-mill/cam-01/"
SITE = frozenset({"q/old-mill/cam-01/index.html"})
ORIGIN = Origin("old-mill", VENUE)


def sheet(file: Path, *addresses: str) -> Path:
    drawn = "".join(
        f'<p><img style="width: 40mm" src="{segno.make(address, error="m").svg_data_uri(border=4)}"></p>'
        for address in addresses
    )
    return press(file, f"<h1>CCTV</h1>{drawn}", "CAM-01")


def proved(file: Path, address: str) -> list[str]:
    findings = prove_codes([("print/a.pdf", file, address, ORIGIN)], SITE, {ADDRESS})
    assert all(finding.place == VENUE for finding in findings)
    return sorted(finding.code for finding in findings)


def test_a_code_that_opens_its_page(tmp_path: Path) -> None:
    file = sheet(tmp_path / "a.pdf", GOOD)
    assert codes_in(file) == [GOOD]
    assert proved(file, GOOD) == []


def test_a_sheet_without_website_has_no_code(tmp_path: Path) -> None:
    file = sheet(tmp_path / "a.pdf")
    assert codes_in(file) == []
    assert proved(file, "") == []


@pytest.mark.parametrize(
    ("drawn", "expected", "codes"),
    [
        ([f"{ADDRESS}/q/old-mill/cam-02/"], f"{ADDRESS}/q/old-mill/cam-02/", ["prove.dead_code"]),
        (["https://x.example/q/old-mill/cam-01/"], GOOD, ["prove.dead_code", "prove.other_code"]),
        ([], GOOD, ["prove.other_code"]),
        ([GOOD], "", ["prove.other_code"]),
        ([GOOD, f"{ADDRESS}/gone/"], GOOD, ["prove.dead_code", "prove.other_code"]),
    ],
)
def test_a_code_that_does_not(tmp_path: Path, drawn: list[str], expected: str, codes: list[str]) -> None:
    assert proved(sheet(tmp_path / "a.pdf", *drawn), expected) == codes


def test_no_sheet_at_all_proves_nothing() -> None:
    assert [f.code for f in prove_codes([], SITE, {ADDRESS})] == ["prove.no_sheet"]
