"""A PDF is read as one flow: the same words give the same paragraphs however long a page is."""

from __future__ import annotations

from pathlib import Path

import pytest
import weasyprint

from placard.prove.flow import flow
from placard.prove.one_value import prove_one_value
from placard.prove.pdf import Pdf, PdfPage, open_pdf
from placard.prove.readings import read_pdf

from .test_one_value import CLEAN, KEPT, REPLY

STYLE = """<style>@page { size: 100mm HEIGHT; margin: 10mm 8mm 22mm;
@bottom-left { content: element(foot); width: 100% } @top-left { content: "The notice · Old Mill" } }
.foot { position: running(foot); font-size: 9pt } .foot b::before { content: counter(page) }
p, h2 { font-size: 12pt; margin: 0 0 2mm; orphans: 1; widows: 1 }</style>
<div class="foot">abcd-efgh · as of 4 January, we answer<br>for this page <b></b></div>"""
THINGS = [
    "towels",
    "lamps",
    "benches",
    "keys",
    "robes",
    "doors",
    "chairs",
    "shelves",
    "mirrors",
    "jugs",
    "stones",
    "brooms",
]


def more(first: int, last: int) -> str:
    return " ".join(f"Of {thing} there is more to tell." for thing in THINGS[first:last])


WORDS = (
    f"<h2>Cameras</h2><p>{more(0, 9)}</p><p>Recordings are kept for 14 days.</p><p>{more(1, 11)}</p>"
    f"<h2>Requests</h2><p>{more(2, 7)}</p><p>We answer within 30 days. {more(3, 11)}</p>"
)


def printed(folder: Path, height: int, words: str = WORDS) -> Pdf:
    file = folder / f"{height}.pdf"
    html = f'<html lang="en"><body>{STYLE.replace("HEIGHT", f"{height}mm")}{words}</body></html>'
    weasyprint.HTML(string=html).write_pdf(file)
    return open_pdf(file.read_bytes())


def found(pdf: Pdf) -> set[str]:
    reading = read_pdf("print/x.pdf", "old-mill", ("en",), pdf)
    return {fault.values["found"] for fault in prove_one_value([KEPT, REPLY], [*CLEAN, reading])}


def test_the_words_are_the_same_on_short_and_on_long_pages(tmp_path: Path) -> None:
    short, longer, longest = (printed(tmp_path, height) for height in (60, 87, 400))
    assert len(short.pages) > len(longer.pages) > len(longest.pages) == 1
    assert flow(short)[:3] == flow(longer)[:3]
    assert flow(short)[2] == f"Requests {more(2, 7)} We answer within 30 days. {more(3, 11)}"
    assert found(short) == found(longer) == found(longest) == set()


@pytest.mark.parametrize("height", range(60, 100, 4))
def test_a_wrong_period_is_found_wherever_the_page_ends(tmp_path: Path, height: int) -> None:
    wrong = WORDS.replace("14 days", "21 days").replace("answer within 30", "answer within 14")
    assert found(printed(tmp_path, height, wrong)) == {"21 days", "14 days"}


def test_what_a_footer_says_wrongly_is_found_too(tmp_path: Path) -> None:
    pdf = printed(tmp_path, 60, WORDS.replace("</p>", "</p>", 1))
    pages = tuple(
        PdfPage(page.width, page.height, f"{page.text}\nRecordings are kept for 21 days", page.headings)
        for page in pdf.pages
    )
    assert found(Pdf(pages, {})) == {"21 days"}


def test_sheets_in_one_file_are_read_each_by_itself() -> None:
    door = PdfPage(210, 297, "Cameras in use. Recordings are kept")
    desk = PdfPage(210, 297, "30 days to answer")
    assert flow(Pdf((door, desk), {})) == (door.text, desk.text)
    assert found(Pdf((door, desk), {})) == set()
