"""A canary in every hiding place is found, and a clean twin of each is let pass."""

from __future__ import annotations

import base64
import gzip
import html
import io
import json
import zipfile
import zlib
from collections.abc import Callable
from pathlib import Path
from urllib.parse import quote

import pytest
from weasyprint import HTML, Attachment

from placard.findings import Place
from placard.prove.leaks import Secret, search

from .conftest import press

SENTENCE = "If the pump-room alarm rings, call Anna & lock „B” – at once."
PHONE = "+48 600-100-299"
POLISH = "Kod sejfu: żółw pięć siedem"
HAN = "保险箱密码是七三一"
CANARIES = [SENTENCE, PHONE, POLISH, HAN]
HARMLESS = "Recordings are kept for 14 days. 录像保存十四天。Zażółć gęślą jaźń."


def in_zip(name: str, raw: bytes) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(name, raw)
    return packed.getvalue()


def pdf(body: str = "<p>x</p>", head: str = "", **more: object) -> bytes:
    return bytes(HTML(string=f"<html><head>{head}</head><body>{body}</body></html>").write_pdf(**more))


def attached(words: str) -> bytes:
    return pdf(attachments=[Attachment(string=json.dumps({"note": words}), name="twin.json")])


def stream(inside: bytes) -> bytes:
    """A stream in a file that begins like a PDF and is none."""
    return b"%PDF-1.7\n1 0 obj\n<<>>\nstream\n" + inside + b"\nendstream\nendobj\n"


def marked_up(words: str) -> str:
    return "<p>" + "</b> <b>".join(html.escape(word) for word in words.split(" ")) + "</p>"


PLACES: dict[str, Callable[[str], tuple[str, bytes]]] = {
    "words of a page": lambda w: ("a.html", f"<p>{html.escape(w)}</p>".encode()),
    "words with markup between": lambda w: ("a.html", marked_up(w).encode()),
    "an attribute": lambda w: ("a.html", f'<p title="{html.escape(w)}">x</p>'.encode()),
    "a comment": lambda w: ("a.html", f"<!-- {w} -->".encode()),
    "a script": lambda w: ("a.js", f"var note = {json.dumps(w)}".encode()),
    "a search index": lambda w: ("i.json", json.dumps({"docs": [{"text": w}]}).encode()),
    "a search index in UTF-8": lambda w: ("i.json", json.dumps([w], ensure_ascii=False).encode()),
    "a mail button": lambda w: ("a.html", f'<a href="mailto:x@y?body={quote(w)}">x</a>'.encode()),
    "a sitemap": lambda w: ("s.xml", f"<loc>{html.escape(w)}</loc>".encode()),
    "capitals over many lines": lambda w: ("a.txt", "\n  ".join(w.upper().split()).encode()),
    "the name of a file": lambda w: (w.replace("/", "_") + ".txt", b"x"),
    "a packed sitemap": lambda w: ("s.xml.gz", gzip.compress(w.encode())),
    "an archive in an archive": lambda w: ("all.zip", in_zip("inner.zip", in_zip("a.txt", w.encode()))),
    "a name in an archive": lambda w: ("all.zip", in_zip(f"{w}.txt", b"x")),
    "data in a style": lambda w: ("a.css", b"a{b:url(data:x;base64," + base64.b64encode(w.encode()) + b")}"),
    "a file as old editors save it": lambda w: ("a.txt", w.encode("utf-16")),
    "the title of a PDF": lambda w: ("a.pdf", pdf(head=f"<title>{html.escape(w)}</title>")),
    "a keyword of a PDF": lambda w: ("a.pdf", pdf(head=f'<meta name="keywords" content="{html.escape(w)}">')),
    "a bookmark of a PDF": lambda w: (
        "a.pdf",
        pdf(f"<h1 style=\"bookmark-label: '{w}'; font-size: 0\">x</h1>", uncompressed_pdf=False),
    ),
    "a link of a PDF": lambda w: ("a.pdf", pdf(f'<a href="mailto:x@y?body={quote(w)}">x</a>')),
    "a file in a PDF": lambda w: ("a.pdf", attached(w)),
    "a stream of a broken PDF": lambda w: ("a.pdf", stream(zlib.compress(w.encode()))),
    "a stream nobody packed": lambda w: ("a.pdf", stream(gzip.compress(w.encode()))),
    "a stream behind its end": lambda w: ("a.pdf", stream(zlib.compress(b"x") + w.encode())),
    "letters among what are none": lambda w: ("a.bin", b"\xc3\xfe\x80 ".join(c.encode() for c in w)),
    "a PDF in an archive": lambda w: (
        "all.zip",
        in_zip("a.pdf", pdf(head=f"<title>{html.escape(w)}</title>")),
    ),
}


def hidden(folder: Path, place: str, words: str) -> Path:
    name, raw = PLACES[place](words)
    site = folder / "site"
    site.mkdir(exist_ok=True)
    (site / name).write_bytes(raw)
    (site / "other.html").write_text(HARMLESS)
    return site


@pytest.mark.parametrize("place", PLACES)
def test_a_canary_is_found_wherever_it_hides(tmp_path: Path, place: str) -> None:
    site = hidden(tmp_path, place, " ".join(CANARIES))
    secrets = [Secret(canary, Place("venues/old-mill.yml", 9), "old-mill") for canary in CANARIES]
    done = search(secrets, [site])
    assert done.files == 2
    assert sorted(finding.values["words"] for finding in done.findings) == sorted(CANARIES)
    for finding in done.findings:
        assert (finding.code, finding.venue) == ("prove.leak", "old-mill")
        assert finding.place == Place("venues/old-mill.yml", 9)
        assert finding.values["output"].startswith("out/site/")
        assert "other.html" not in finding.values["output"]


@pytest.mark.parametrize("place", PLACES)
def test_harmless_words_in_the_same_place_are_no_leak(tmp_path: Path, place: str) -> None:
    site = hidden(tmp_path, place, HARMLESS)
    done = search([Secret(canary) for canary in CANARIES], [site])
    assert done.files == 2
    assert done.findings == ()


@pytest.mark.parametrize("begins", [b"\x89PNG\r\n\x1a\n", b"\x00\x01\x00\x00", b"OTTO"])
def test_pictures_and_fonts_are_read_as_they_lie_there(tmp_path: Path, begins: bytes) -> None:
    place = tmp_path / "site"
    place.mkdir()
    (place / "binary").write_bytes(begins + b"\xff\x00<\xfe" + SENTENCE.encode() + b"\x00>")
    assert [f.values["words"] for f in search([Secret(SENTENCE)], [place]).findings] == [SENTENCE]
    (place / "binary").write_bytes(begins + b"\xff\x00<\xfe" + HARMLESS.encode() + b"\x00>")
    assert not search([Secret(SENTENCE)], [place]).findings


@pytest.mark.parametrize("canary", CANARIES)
def test_the_words_of_a_pdf_are_read_as_printed(tmp_path: Path, canary: str) -> None:
    (tmp_path / "print").mkdir()
    press(tmp_path / "print" / "a.pdf", f"<p>{html.escape(canary)} {HARMLESS}</p>", "CAM-01")
    press(tmp_path / "print" / "b.pdf", f"<p>{HARMLESS}</p>", "CAM-01")
    done = search([Secret(canary)], [tmp_path / "print"])
    assert [finding.values["output"] for finding in done.findings] == ["out/print/a.pdf"]
    assert canary.encode() not in (tmp_path / "print" / "a.pdf").read_bytes(), "a plain search finds nothing"


def test_every_leak_is_told_once_a_file_and_every_file_is_searched(tmp_path: Path) -> None:
    for name in ("site", "print"):
        (tmp_path / name / "deep" / "er").mkdir(parents=True)
        (tmp_path / name / "deep" / "er" / "a.html").write_text(f"{PHONE} {PHONE} {HAN}")
    done = search([Secret(PHONE), Secret(HAN)], [tmp_path / "site", tmp_path / "print"])
    assert done.files == 2
    assert len(done.findings) == 4


def test_a_secret_too_short_to_mean_anything_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="too short"):
        search([Secret("Anna")], [tmp_path])
    with pytest.raises(ValueError, match="too short"):
        search([Secret("!?!?!?!?!?")], [tmp_path])


def test_searching_nothing_or_for_nothing_is_told(tmp_path: Path) -> None:
    assert [f.code for f in search([Secret(PHONE)], [tmp_path]).findings] == ["prove.nothing_searched"]
    (tmp_path / "a.html").write_text(HARMLESS)
    assert [f.code for f in search([], [tmp_path]).findings] == ["prove.nothing_searched"]


@pytest.mark.parametrize(
    "raw", [b"\x1f\x8bbroken", b"PKbroken", b"%PDF-broken", b"base64,AAAA" * 9, b"\xff\xfe\x00"]
)
def test_what_cannot_be_opened_is_still_searched_as_it_is(tmp_path: Path, raw: bytes) -> None:
    (tmp_path / "a.bin").write_bytes(raw + b" " + PHONE.encode())
    assert [f.code for f in search([Secret(PHONE)], [tmp_path]).findings] == ["prove.leak"]
