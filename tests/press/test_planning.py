"""Given these words, this sheet: measured in the PDF, not in what we meant to write."""

import re
import zlib
from collections.abc import Callable

import pypdfium2
import pytest
import zxingcpp
from markupsafe import Markup

from placard.compose.outputs import SheetWords, SignBlock
from placard.findings import Finding, Severity
from placard.press import boxes
from placard.press.fonts import FontSet
from placard.press.paper import SHEETS
from placard.press.planning import PlannedSheet
from placard.press.render import press

MM = 25.4 / 72
Sign = Callable[..., SheetWords]
Planned = Callable[[SheetWords], PlannedSheet]
Refused = Callable[[SheetWords], dict[str, Finding]]


def pdf(sheet: PlannedSheet, faces: FontSet) -> pypdfium2.PdfDocument:
    one = len(sheet.words.blocks) == 1
    return pypdfium2.PdfDocument(press(faces).write(sheet.document, one_language=one))


def heights(document: pypdfium2.PdfDocument, letters: str) -> list[float]:
    """Heights in millimetres of certain letters as they are drawn."""
    text = document[0].get_textpage()
    found = []
    for index in range(text.count_chars()):
        if text.get_text_range(index, 1) in letters:
            _, bottom, _, top = text.get_charbox(index)
            found.append((top - bottom) * MM)
    return found


def unpacked(content: bytes) -> bytes:
    """A PDF with its streams opened."""
    streams = re.findall(rb"stream\n(.*?)\nendstream", content, re.DOTALL)
    return content + b"".join(zlib.decompressobj().decompress(stream) for stream in streams)


@pytest.mark.parametrize(
    ("name", "languages", "sheet"),
    [
        ("cam-01", ("en", "pl"), "a4"),
        ("cam-01", ("zh-Hans", "en"), "a4"),
        ("cam-01", ("en",), "a4"),
        ("pho-01", ("en",), "a4"),
        ("pho-01", ("en", "pl"), "a3"),
        ("rgt-03", ("pl", "en"), "a4"),
        ("cam-01", ("en", "pl", "zh-Hans"), "a3"),
    ],
)
def test_a_sign_takes_the_smallest_sheet_that_bears_it(
    sign: Sign, planned: Planned, name: str, languages: tuple[str, ...], sheet: str
) -> None:
    plan = planned(sign(name, *languages))
    assert plan.setting.sheet == sheet
    assert [finding for finding in plan.findings if finding.severity is Severity.ERROR] == []


def test_a_headline_for_two_metres_has_capitals_of_ten_millimetres(
    sign: Sign, planned: Planned, faces: FontSet
) -> None:
    document = pdf(planned(sign("cam-01", "en", "pl")), faces)
    assert max(heights(document, "YT")) >= 10 - 0.05
    assert (document[0].get_width() * MM, document[0].get_height() * MM) == pytest.approx((210, 297), abs=0.2)


def test_a_chinese_headline_for_three_metres_has_faces_of_twenty_millimetres(
    sign: Sign, planned: Planned, faces: FontSet
) -> None:
    assert max(heights(pdf(planned(sign("pho-01", "zh-Hans")), faces), "禁照像")) >= 20 * 0.95


def test_farther_away_means_larger_and_never_the_same_sheet_with_smaller_type(
    sign: Sign, planned: Planned
) -> None:
    near, far = (planned(sign("cam-01", "en", "pl", read_from=metres)) for metres in (2, 4))
    assert SHEETS[far.setting.sheet].width > SHEETS[near.setting.sheet].width
    assert far.setting.choice.sizes.head >= 79.5
    assert far.setting.choice.pictogram >= 100


def test_a_sheet_has_four_sizes_of_type_and_the_text_is_at_least_14_points(
    sign: Sign, planned: Planned
) -> None:
    for name in ("cam-01", "pho-01", "rgt-03"):
        plan = planned(sign(name, "en", "pl"))
        sizes = {round(run.points, 1) for line in boxes.lines(plan.document) for run in line.runs}
        assert len(sizes) == 4
        assert sorted(sizes)[0] == 7.5
        assert sorted(sizes)[1] >= 14


def test_two_languages_are_equals(sign: Sign, planned: Planned) -> None:
    plan = planned(sign("cam-01", "en", "pl"))
    zones = plan.setting.zones
    assert zones["lead-rule.0"].width == zones["lead-rule.1"].width
    assert zones["tag.0"].top == zones["tag.1"].top
    for fact in range(6):
        assert zones[f"fact.0.{fact}"].top == zones[f"fact.1.{fact}"].top
    weights = {line.name: line.runs[0].points for line in boxes.lines(plan.document)}
    assert weights["head.0"] == weights["head.1"]


def test_facts_in_two_columns_are_read_along_the_lines_between_them(sign: Sign, planned: Planned) -> None:
    zones = planned(sign("cam-01", "en")).setting.zones
    facts = [name for name in zones if name.startswith("fact.0.")]
    assert len({zones[name].left for name in facts}) == 2
    assert sorted(facts, key=lambda name: (zones[name].top, zones[name].left)) == facts


def test_the_height_is_used_and_the_pictogram_leads(sign: Sign, planned: Planned) -> None:
    for name in ("cam-01", "pho-01", "rgt-03"):
        for languages in (("en",), ("en", "pl"), ("zh-Hans", "en")):
            plan = planned(sign(name, *languages))
            paper = SHEETS[plan.setting.sheet]
            assert plan.setting.left_over < 0.08 * paper.safe_height
            assert plan.setting.choice.pictogram >= 0.25 * paper.width


def test_the_words_on_the_paper_are_the_words_that_came(sign: Sign, planned: Planned, faces: FontSet) -> None:
    words = sign("cam-01", "zh-Hans", "pl")
    text = "".join(pdf(planned(words), faces)[0].get_textpage().get_text_bounded().split())
    for block in words.blocks:
        for part in (block.headline, block.key, *(fact.value for fact in block.facts)):
            assert "".join(Markup(part).striptags().split()) in text
    assert "7K3F-92QD" in text
    assert "样例" in text


def test_the_code_opens_the_address_that_stands_beside_it(
    sign: Sign, planned: Planned, faces: FontSet
) -> None:
    words = sign("pho-01", "en")
    image = pdf(planned(words), faces)[0].render(scale=150 / 72).to_pil()
    assert [code.text for code in zxingcpp.read_barcodes(image)] == [words.qr]


def test_without_a_website_the_desk_is_named_and_no_code_printed(
    sign: Sign, planned: Planned, faces: FontSet
) -> None:
    desk = (Markup("The full notice lies at the desk."), Markup("Pełna informacja leży w&nbsp;recepcji."))
    plan = planned(sign("cam-01", "en", "pl", qr=None, address=None, desk=desk))
    document = pdf(plan, faces)
    assert "The full notice lies at the desk." in document[0].get_textpage().get_text_bounded()
    assert zxingcpp.read_barcodes(document[0].render(scale=150 / 72).to_pil()) == []


def test_a_sheet_for_one_language_claims_pdf_ua_and_one_for_two_does_not(
    sign: Sign, planned: Planned, faces: FontSet
) -> None:
    machine = press(faces)
    alone, pair = planned(sign("pho-01", "pl")), planned(sign("pho-01", "pl", "en"))
    assert b"pdfuaid" in unpacked(machine.write(alone.document, one_language=True))
    assert b"pdfuaid" not in unpacked(machine.write(pair.document, one_language=False))
    assert b"/StructTreeRoot" in unpacked(machine.write(pair.document, one_language=False))


def test_the_pdf_says_what_it_is_and_whose_but_not_when_it_was_made(
    sign: Sign, planned: Planned, faces: FontSet
) -> None:
    metadata = pdf(planned(sign("pho-01", "pl")), faces).get_metadata_dict()
    assert metadata["Title"] == "Sign pho-01"
    assert metadata["Author"] == "Old Mill Bathhouse"
    assert not metadata["CreationDate"]
    assert not metadata["ModDate"]


def test_letter_paper_is_planned_like_any_other(sign: Sign, planned: Planned) -> None:
    assert planned(sign("rgt-03", "en", smallest="letter")).setting.sheet == "letter"


def test_a_paragraph_under_the_facts_has_its_place(
    sign: Sign, block: Callable[..., SignBlock], planned: Planned
) -> None:
    more = block("rgt-03", "en", body=(Markup("Nobody is treated worse for a complaint."),))
    zones = planned(sign("rgt-03", "en", blocks=(more,))).setting.zones
    assert zones["body.0.0"].top > zones["fact.0.1"].top + zones["fact.0.1"].height


def test_a_headline_nobody_can_set_is_refused_with_what_to_change(
    sign: Sign, block: Callable[..., SignBlock], refused: Refused
) -> None:
    wordy = block(
        "cam-01", "en", headline=Markup("Everything you do in this entrance hall is being filmed by us")
    )
    changes = refused(sign("cam-01", "en", read_from=6, blocks=(wordy, block("cam-01", "pl"))))
    assert list(changes) == ["press.too_long", "press.split", "press.shorten", "press.nearer"]
    assert "Everything you do" in changes["press.too_long"].values["text"]
    assert changes["press.split"].values["languages"] == "en, pl"
    assert changes["press.shorten"].values["language"] == "en"
    assert float(changes["press.nearer"].values["nearer"]) < 6


def test_a_word_wider_than_the_largest_sheet_is_refused(
    sign: Sign, block: Callable[..., SignBlock], refused: Refused
) -> None:
    endless = block("cam-01", "en", headline=Markup("Nieprzechowywanienagrańzmonitoringuwizyjnego"))
    assert "press.too_long" in refused(sign("cam-01", "en", read_from=5, blocks=(endless,)))
