"""The sheet a lawyer ticks and signs: every point of a pack, and nothing that is ticked already."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pypdfium2
import pypdfium2.raw as pdfium
import pytest

from placard.compose.venue import ComposedVenue
from placard.library.library import Library
from placard.press.cache import PressCache
from placard.press.fonts import prepare
from placard.press.pool import Crew
from placard.read.law import chain
from placard.read.venue import VenueFile, read_venue
from placard.records.review import Reader
from placard.records.signing import review_sheets

ROOT = Path(__file__).resolve().parents[2]


@pytest.mark.parametrize(
    ("pack", "language", "title"),
    [("pl", "pl", "Nagrania przechowuje się najwyżej trzy miesiące"), ("gb", "en", ""), ("house", "en", "")],
)
def test_each_rule_is_one_sentence_under_a_title_in_the_language_of_the_pack(
    library: Library, pack: str, language: str, title: str
) -> None:
    reader = Reader(library.packs[pack], chain(library.packs, pack), library)
    assert reader.language == language
    rules = next(part for part in reader.parts() if part.id == "rules")
    assert [point.id for point in rules.points] == [rule.id for rule in library.packs[pack].rules]
    assert all(point.sentence and point.title and point.grave for point in rules.points)
    assert any("[…]" in words for point in rules.points for _, words in point.more)
    assert not [
        words for point in rules.points for _, words in point.more if re.search(r"\{[a-z_]+\}", words)
    ]
    assert not title or title in [point.title for point in rules.points]
    cited = [point for point in rules.points if point.sources]
    assert cited
    assert all("(" in source for point in cited for source in point.sources), (
        "how it was seen stands beside it"
    )


def test_clocks_authorities_grounds_and_rights_are_answered_too(library: Library) -> None:
    reader = Reader(library.packs["eu"], chain(library.packs, "eu"), library)
    parts = {part.id: [point.id for point in part.points] for part in reader.parts()}
    assert parts["clocks"] == ["clock-request_reply", "clock-breach"]
    assert "bases-consent" in parts["grounds"]
    assert "rights-access" in parts["rights"]
    names = [point for points in parts.values() for point in points]
    assert len(names) == len(set(names)), "two fields of one name would be filled in both"


def test_a_pack_in_a_language_without_words_is_read_in_english(library: Library) -> None:
    korean = replace(library.packs["gb"], languages=("ko",))
    assert Reader(korean, chain(library.packs, "gb"), library).language == "en"


@pytest.fixture
def printed(tmp_path: Path, composed: Callable[[VenueFile], ComposedVenue]) -> dict[str, Path]:
    file, _ = read_venue(ROOT / "venues" / "river-light-studio.yml", "venues/river-light-studio.yml")
    assert file is not None
    made, findings = review_sheets([composed(file)], prepare(), PressCache(tmp_path / "press"), Crew(1))
    assert findings == []
    return {each.path.as_posix(): each.file for each in made}


@pytest.mark.slow
def test_every_pack_of_the_venues_has_a_sheet_with_a_box_and_a_line_to_each_point(
    printed: dict[str, Path], library: Library
) -> None:
    assert sorted(printed) == [
        "records/_law/eu/review.en.pdf",
        "records/_law/house/review.en.pdf",
        "records/_law/pl/review.pl.pdf",
    ]
    pdf = pypdfium2.PdfDocument(printed["records/_law/pl/review.pl.pdf"])
    text = " ".join(" ".join(page.get_textpage().get_text_bounded() for page in pdf).split())
    reader = Reader(library.packs["pl"], chain(library.packs, "pl"), library)
    for point in (point for part in reader.parts() for point in part.points):
        assert point.title in text
        assert point.sentence[:40] in text
    assert "Przegląd pakietu prawnego: Polska" in text
    assert "Podpis" in text
    assert text.count(reader.code) == len(pdf) + 1, "on every page, and where it is explained"
    points = sum(len(part.points) for part in reader.parts())
    assert fields(printed["records/_law/pl/review.pl.pdf"]) == {
        pdfium.FPDF_FORMFIELD_RADIOBUTTON: 2 * points,
        pdfium.FPDF_FORMFIELD_TEXTFIELD: points + 3,
    }


def test_a_pack_without_rules_says_so_and_can_be_signed_all_the_same(
    tmp_path: Path, composed: Callable[[VenueFile], ComposedVenue]
) -> None:
    file, _ = read_venue(ROOT / "venues" / "river-light-studio.yml", "venues/river-light-studio.yml")
    assert file is not None
    venue = composed(file)
    context = venue.composer.context
    bare = replace(context.law.packs[-1], rules=())
    venue.composer.context = replace(context, law=replace(context.law, packs=(bare,)))
    [made], findings = review_sheets([venue], prepare(), PressCache(tmp_path / "press"), Crew(1))
    assert findings == []
    pdf = pypdfium2.PdfDocument(made.file)
    text = " ".join(" ".join(page.get_textpage().get_text_bounded() for page in pdf).split())
    assert "Ten pakiet nie ma reguł." in text
    assert "Podpis" in text


def test_a_signature_holds_for_these_words_alone(library: Library) -> None:
    pack, law = library.packs["gb"], chain(library.packs, "gb")
    code = Reader(pack, law, library).code
    assert Reader(pack, law, library).code == code
    other = replace(pack.rules[0], title={"en": "Something else"})
    assert Reader(replace(pack, rules=(other, *pack.rules[1:])), law, library).code != code


def fields(path: Path) -> dict[int, int]:
    """Count the fields by kind; none of them is filled in or ticked."""
    pdf = pypdfium2.PdfDocument(path)
    pdf.init_forms()
    environment = pdf.formenv.raw
    counted: dict[int, int] = {}
    for page in pdf:
        for number in range(pdfium.FPDFPage_GetAnnotCount(page)):
            annotation = pdfium.FPDFPage_GetAnnot(page, number)
            kind = pdfium.FPDFAnnot_GetFormFieldType(environment, annotation)
            if kind >= 0:
                counted[kind] = counted.get(kind, 0) + 1
                assert not pdfium.FPDFAnnot_IsChecked(environment, annotation)
    return counted
