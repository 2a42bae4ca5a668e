"""All sheets of one paper size in one file: what somebody prints who does not want to open twenty."""

from __future__ import annotations

import time
from pathlib import Path

import pypdfium2
import pytest

from placard.contact import bundles
from placard.contact.bundles import bundle
from placard.prove.pdf import open_pdf


@pytest.fixture
def sheets(tmp_path: Path) -> list[Path]:
    """Three PDFs told apart by their width."""
    paths = []
    for number, width in enumerate((200, 300, 400)):
        document = pypdfium2.PdfDocument.new()
        document.new_page(width, 500)
        document.save(tmp_path / f"{number}.pdf")
        paths.append(tmp_path / f"{number}.pdf")
    return paths


def widths(pdf: bytes) -> list[int]:
    return [round(page.get_width()) for page in pypdfium2.PdfDocument(pdf)]


def test_copies_stand_where_they_hang_and_as_often(sheets: list[Path]) -> None:
    made = bundle([(sheets[1], 1), (sheets[0], 3), (sheets[2], 1), (sheets[1], 1)], "All")
    assert widths(made) == [300, 200, 200, 200, 400, 300]


def test_the_same_sheets_make_the_same_bytes_a_second_later(sheets: list[Path]) -> None:
    first = bundle([(sheets[0], 2), (sheets[2], 1)], "All")
    time.sleep(1.1)  # the engine writes the second of the day into a file
    assert bundle([(sheets[0], 2), (sheets[2], 1)], "All") == first
    assert bundle([(sheets[0], 1), (sheets[2], 1)], "All") != first


def test_it_bears_the_title_of_the_house_in_any_script_and_no_date(sheets: list[Path]) -> None:
    told = open_pdf(bundle([(sheets[0], 1)], "玉镜 · Łaźnia")).metadata
    assert told == {"Title": "玉镜 · Łaźnia"}


def test_an_engine_that_ends_its_files_otherwise_is_not_trusted(sheets: list[Path]) -> None:
    with pytest.raises(ValueError, match="no end as we know it"):
        bundles._titled(bundle([(sheets[0], 1)], "All"), "All")
