"""The contact sheets of the sample, opened from disk as its owner and its trainer would."""

from __future__ import annotations

import base64
import re
from io import BytesIO
from pathlib import Path
from typing import Any

import pypdfium2
import pytest
from PIL import Image

from placard.contact.pictures import Album
from placard.prove.pdf import open_pdf, squeezed
from placard.publish.manifest import Entry, read

pytestmark = pytest.mark.slow

SAMPLE = "old-mill-bathhouse"
FOLDERS = ("print", "staff")


@pytest.fixture(scope="module")
def entries(sample_built: Any) -> list[Entry]:
    """What the manifest says was made for the sample."""
    manifest = read(sample_built.out)
    assert manifest is not None
    return [entry for entry in manifest.entries if entry.venue == SAMPLE]


def page(sample_built: Any, root: str, name: str = "index.html") -> str:
    return (sample_built.out / root / SAMPLE / name).read_text("utf-8")


@pytest.mark.parametrize("root", FOLDERS)
def test_everything_of_the_folder_is_shown_and_opens_from_the_disk(sample_built: Any, root: str) -> None:
    folder = sample_built.out / root / SAMPLE
    there = {path.name for path in folder.glob("*.pdf")}
    if root == "print":
        # A text to paste and its picture stand there as well.
        there |= {path.name for path in folder.iterdir() if path.name.startswith(("social", "booking"))}
    assert len(there) >= 4
    shown = set(re.findall(r'<a class="pictures" href="([^"]+)"', page(sample_built, root)))
    assert shown == there


@pytest.mark.parametrize("root", FOLDERS)
def test_it_needs_nothing_but_itself_and_its_neighbours(sample_built: Any, root: str) -> None:
    folder = sample_built.out / root / SAMPLE
    names = [path.name for path in sorted(folder.glob("index*.html"))]
    assert names == ["index.html", "index.pl.html"]
    for name in names:
        addresses = re.findall(r'(?:href|src)="([^"]+)"', page(sample_built, root, name))
        assert len(addresses) > 10
        far = [each for each in addresses if not each.startswith("data:") and not (folder / each).is_file()]
        assert not far


def test_each_picture_is_a_picture_of_its_page(sample_built: Any) -> None:
    pictures = re.findall(r'src="data:image/png;base64,([^"]+)"', page(sample_built, "print"))
    assert len(pictures) >= 8
    for picture in pictures:
        drawn = Image.open(BytesIO(base64.b64decode(picture)))
        assert max(drawn.size) == 440
        assert len(drawn.convert("RGB").getcolors(100000) or []) > 3, "a blank page"


def test_a_sheet_tells_its_rooms_its_copies_and_its_code(sample_built: Any, entries: list[Entry]) -> None:
    yard = next(entry for entry in entries if "/cam-01.yard." in entry.path)
    _, _, behind = page(sample_built, "print").partition(f'class="pictures" href="{Path(yard.path).name}"')
    told = behind.partition('class="pictures"')[0]
    assert told.count("<b>1 ×</b>") == 3
    assert "Weir Lane Brewery" in told
    assert yard.code in told


def test_a_letter_leads_to_the_same_words_for_a_mail(sample_built: Any) -> None:
    texts = re.findall(r'href="([^"]+\.txt)"', page(sample_built, "staff"))
    assert "letter-outcome.en.txt" in texts
    assert set(texts) == {path.name for path in (sample_built.out / "staff" / SAMPLE).glob("*.txt")}


def test_a_paper_of_the_staff_goes_by_its_own_title(sample_built: Any) -> None:
    shown = page(sample_built, "staff")
    titles = re.findall(r'<h3><a href="(card-[a-z-]+\.en\.pdf)">([^<]+)</a>', shown)
    assert len(titles) >= 2
    assert len({title for _, title in titles}) == len(titles), "cards told apart by their titles"


def test_it_says_that_nobody_has_read_the_words_and_that_the_place_is_invented(sample_built: Any) -> None:
    assert "Not yet read by a named person" in page(sample_built, "print")
    assert "This place is invented" in page(sample_built, "print")
    assert "To miejsce jest fikcyjne" in page(sample_built, "staff", "index.pl.html")


def test_the_files_with_all_sheets_follow_the_hanging_plan(sample_built: Any, entries: list[Entry]) -> None:
    folder: Path = sample_built.out / "print" / SAMPLE
    plan = squeezed(
        " ".join(each.text for each in open_pdf((folder / "hanging-plan.en.pdf").read_bytes()).pages)
    )
    sheets = {entry.code + entry.sheet: entry for entry in entries if entry.kind == "sheet"}
    together = [entry for entry in entries if entry.kind == "bundle"]
    assert {Path(entry.path).name for entry in together} == {f"all.{e.sheet}.pdf" for e in sheets.values()}
    for entry in together:
        pages = [
            squeezed(each.text) for each in open_pdf((folder / Path(entry.path).name).read_bytes()).pages
        ]
        assert len(pages) == entry.pages
        here = 0
        for page_text in pages:
            found = [each for each in sheets.values() if squeezed(each.code) in page_text]
            rows = [
                match.start() for each in found for match in re.finditer(squeezed(Path(each.path).name), plan)
            ]
            # The next row of the plan that names this sheet; a row below stands for the next of its copies.
            here = min((row for row in rows if row >= here), default=-1)
            assert here >= 0, "not the order in which one walks"
    copies = sum(entry.pages for entry in together)
    assert copies > len(sheets), "a sheet that hangs twice is printed twice"


def test_pictures_nobody_asks_for_any_more_are_forgotten(tmp_path: Path) -> None:
    for width in (200, 300):
        document = pypdfium2.PdfDocument.new()
        document.new_page(width, 400)
        document.save(tmp_path / f"{width}.pdf")
    album = Album(tmp_path / "pictures")
    assert album.pages(tmp_path / "200.pdf", 2).pages == album.pages(tmp_path / "300.pdf", 2).pages == 1
    later = Album(tmp_path / "pictures")
    later.pages(tmp_path / "200.pdf", 2)
    later.tidy()
    assert len(list((tmp_path / "pictures").iterdir())) == 1
