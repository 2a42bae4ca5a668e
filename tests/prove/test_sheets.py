"""Every PDF is opened again: what was planned is there, what was not is told."""

from __future__ import annotations

import dataclasses
from pathlib import Path

import pytest

from placard.prove import pdf as pdf_module
from placard.prove.outputs import Origin
from placard.prove.pdf import Shelf, open_pdf, squeezed
from placard.prove.sheets import Sheet, prove_sheets

from .conftest import VENUE, press

LONG = "Recordings are deleted after 14 days, unquestionably and straightforwardly notwithstanding anything."
HAN = "您的影像保存 14 天，更衣室内没有摄像头。请告诉我们一声，就行。"
POLISH = "Nagrania usuwamy po 14 dniach. Zażółć gęślą jaźń „cytat” — po prostu, w szatni nie ma kamer."
FOOTER = "CAM-01 · k3f9-2mqa · in force from 1 December 2026"


@pytest.fixture(scope="module")
def printed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return two narrow pages, so that words are cut and a sentence runs over to the second."""
    body = f"""<h1>CCTV in this yard</h1>
    <p lang="en">{LONG}</p><p lang="zh">{HAN}</p><p lang="pl">{POLISH}</p>
    <div>This sentence begins on the first page, goes on</div>
    <div style="page-break-before: always">and on for a while, and ends on the one behind it.</div>"""
    return press(tmp_path_factory.mktemp("sheets") / "cam-01.a4.pdf", body, FOOTER)


@pytest.fixture
def sheet(printed: Path) -> Sheet:
    return Sheet(
        path="print/old-mill/cam-01.yard.a4.pdf",
        file=printed,
        pages=2,
        width_mm=210,
        height_mm=297,
        phrases=("CCTV in this yard", LONG, HAN, POLISH, "page, goes on and on for a while"),
        code="k3f9-2mqa",
        footer=(FOOTER,),
        origin=Origin("old-mill", VENUE),
    )


def test_a_sheet_as_it_was_planned(sheet: Sheet) -> None:
    assert prove_sheets([sheet], Shelf(), ["handbook", "alarm"]) == []


def test_the_sheet_of_these_tests_is_hard_to_read(sheet: Sheet) -> None:
    """Otherwise the clean twin above would prove little."""
    pages = open_pdf(sheet.file.read_bytes()).pages
    assert len(pages) == 2
    assert "\u2010\r\n" in pages[0].text, "a word is cut"
    whole = "".join(squeezed(page.text) for page in pages)
    assert squeezed("first page, goes on" + FOOTER) in whole, "a footer stands within a sentence"


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"pages": 1}, "prove.page_count"),
        ({"width_mm": 148}, "prove.page_size"),
        ({"height_mm": 296}, "prove.page_size"),
        ({"phrases": ("after 30 days",)}, "prove.lost_words"),
        ({"phrases": ("保存 30 天",)}, "prove.lost_words"),
        ({"phrases": ("Zazolc",)}, "prove.lost_words"),
        ({"code": "k3f9-2mqb"}, "prove.no_code"),
        ({"footer": (FOOTER, "page 1 of 2")}, "prove.no_footer"),
    ],
)
def test_a_sheet_that_is_not_as_planned(sheet: Sheet, change: dict[str, object], code: str) -> None:
    findings = prove_sheets([dataclasses.replace(sheet, **change)], Shelf())
    assert {finding.code for finding in findings} == {code}
    for finding in findings:
        assert finding.values["output"] == "print/old-mill/cam-01.yard.a4.pdf"
        assert finding.place == VENUE
        assert finding.venue == "old-mill"


def test_a_footer_on_the_first_page_only(tmp_path: Path, sheet: Sheet) -> None:
    body = '<p>one</p><p style="page-break-before: always; page: bare">two</p>'
    file = press(tmp_path / "x.pdf", body, "k3f9-2mqa", "@page bare { @bottom-center { content: none } }")
    bare = dataclasses.replace(sheet, file=file, phrases=("one", "two"), footer=("k3f9-2mqa",))
    (finding,) = prove_sheets([bare], Shelf())
    assert (finding.code, finding.values["page"]) == ("prove.no_footer", "2")


@pytest.mark.parametrize("letter", ["\ue000", "\uf8ff", "\ufffd"])
def test_a_letter_nobody_can_read(tmp_path: Path, sheet: Sheet, letter: str) -> None:
    file = press(tmp_path / "x.pdf", f"<p>k3f9-2mqa {letter}</p>", "")
    spoilt = dataclasses.replace(sheet, file=file, pages=1, phrases=(), footer=())
    (finding,) = prove_sheets([spoilt], Shelf())
    assert (finding.code, finding.values["letter"]) == ("prove.lost_letter", f"U+{ord(letter):04X}")


@pytest.mark.parametrize(
    ("head", "field"),
    [
        ("<title>Staff  Handbook, page 3</title>", "Title"),
        ('<meta name="description" content="from the staff handbook">', "Subject"),
        ('<meta name="author" content="STAFF HANDBOOK">', "Author"),
        ('<meta name="keywords" content="staff handbook, alarm">', "Keywords"),
    ],
)
def test_staff_words_in_what_a_pdf_says_about_itself(
    tmp_path: Path, sheet: Sheet, head: str, field: str
) -> None:
    file = press(tmp_path / "x.pdf", "<p>k3f9-2mqa</p>", "", head=head)
    spoilt = dataclasses.replace(sheet, file=file, pages=1, phrases=(), footer=())
    assert prove_sheets([spoilt], Shelf(), ["night alarm"]) == []
    (finding,) = prove_sheets([spoilt], Shelf(), ["staff handbook"])
    assert (finding.code, finding.values["field"]) == ("prove.staff_metadata", field)


@pytest.mark.parametrize("raw", [b"", b"not a PDF", b"%PDF-1.7\n%%EOF"])
def test_a_file_that_is_no_pdf(tmp_path: Path, sheet: Sheet, raw: bytes) -> None:
    file = tmp_path / "x.pdf"
    file.write_bytes(raw)
    assert [f.code for f in prove_sheets([dataclasses.replace(sheet, file=file)], Shelf())] == [
        "prove.closed_pdf"
    ]


def test_a_file_that_is_not_there(tmp_path: Path, sheet: Sheet) -> None:
    lost = dataclasses.replace(sheet, file=tmp_path / "lost.pdf")
    assert [f.code for f in prove_sheets([lost], Shelf())] == ["prove.closed_pdf"]


def test_no_sheet_at_all_proves_nothing() -> None:
    assert [f.code for f in prove_sheets([], Shelf())] == ["prove.no_sheet"]


def test_an_unchanged_pdf_is_not_opened_again(sheet: Sheet, tmp_path: Path, monkeypatch) -> None:
    opened: list[int] = []
    real = pdf_module.open_pdf
    monkeypatch.setattr(pdf_module, "open_pdf", lambda raw: opened.append(len(raw)) or real(raw))
    folder = tmp_path / "pdf-texts"
    first = prove_sheets([sheet, dataclasses.replace(sheet, pages=3)], Shelf(folder))
    assert [f.code for f in first] == ["prove.page_count"]
    assert len(opened) == 1, "two outputs of the same bytes are one"
    again = prove_sheets([sheet, dataclasses.replace(sheet, pages=3)], Shelf(folder))
    assert again == first
    assert len(opened) == 1


def test_a_changed_pdf_is_opened_and_the_old_one_forgotten(sheet: Sheet, tmp_path: Path) -> None:
    folder = tmp_path / "pdf-texts"
    prove_sheets([sheet], Shelf(folder))
    (old,) = folder.iterdir()
    changed = press(tmp_path / "x.pdf", "<p>k3f9-2mqa</p>", FOOTER)
    shelf = Shelf(folder)
    other = dataclasses.replace(sheet, file=changed, pages=1, phrases=())
    assert prove_sheets([other], shelf) == []
    shelf.tidy()
    (new,) = folder.iterdir()
    assert new != old


@pytest.mark.parametrize(
    "content", ["", "{", '{"format": 0}', '{"format": 1, "pages": [[1]], "metadata": {}}']
)
def test_a_damaged_cache_is_no_cache(sheet: Sheet, tmp_path: Path, content: str) -> None:
    folder = tmp_path / "pdf-texts"
    prove_sheets([sheet], Shelf(folder))
    (kept,) = folder.iterdir()
    kept.write_text(content)
    assert prove_sheets([sheet], Shelf(folder)) == []
    assert len(kept.read_text()) > 100


def test_a_word_with_a_hyphen_of_its_own_may_be_cut_there(sheet: Sheet, tmp_path: Path) -> None:
    ways = "Tell us at the desk, by phone, by e-mail or by post, whichever of them you like best."
    words = "".join(f'<p style="width: {width}mm">{ways}</p>' for width in range(30, 70))
    file = press(tmp_path / "rgt-03.a4.pdf", words, FOOTER)
    pages = open_pdf(file.read_bytes()).pages
    assert any("\ufffe" in page.text for page in pages), "no line ends at the hyphen"
    told = dataclasses.replace(sheet, file=file, pages=len(pages), phrases=(ways,), code="")
    assert prove_sheets([told], Shelf()) == []
    assert prove_sheets([dataclasses.replace(told, phrases=("by e-mails",))], Shelf()) != []
