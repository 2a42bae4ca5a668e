"""A rule as the sentence a lawyer signs."""

from __future__ import annotations

from pathlib import Path

import pytest

from placard.check.review import SHEET, TEMPLATE, review_sheet, write_sheets
from placard.check.sentences import sentence
from placard.library.homes import Homes
from placard.read.homes import read_homes
from placard.read.law import chain, read_packs
from placard.read.layers import Layers

CONTENT = Path(__file__).resolve().parents[2] / "content"
KOREA = CONTENT.parent / "tests" / "by_data_alone" / "korea" / "content"
LAYERS = Layers([CONTENT, KOREA], [])
PACKS = read_packs(LAYERS)
LAW = chain(PACKS, "gb")
RULES = {rule.id: rule for rule in LAW.rules}


@pytest.mark.parametrize(
    ("rule", "words"),
    [
        (
            "HOUSE-CAM-01",
            "HOUSE-CAM-01 [house, error]: Every camera: sees undress is none. "
            "[EDPB Guidelines 3/2019, paras 31 and 36-40]",
        ),
        (
            "GB-RET-01",
            "GB-RET-01 [house, warning]: Every camera where recorded is yes and retention is at least 8 days "
            "(unless retention is at least 32 days): retention reason is stated. "
            "[ICO guidance on video surveillance, page on the principles]",
        ),
        (
            "GB-CMP-01",
            "GB-CMP-01 [statute, error]: The venue, from 2026-06-19: complaints / channels is not none. "
            "[Data (Use and Access) Act 2025, Sch. 10 paras 2-5; Data Protection Act 2018, s.164A(2)]",
        ),
        (
            "GB-CAM-07",
            "GB-CAM-07 [guidance, warning]: The venue where camera count is at least 1: somebody answers, "
            "with name and date, what the rule asks. "
            "[ICO checklist for limited CCTV systems, the whole list]",
        ),
        ("HOUSE-DOOR-01", "HOUSE-DOOR-01 [house, warning]: Every room: doors known is yes."),
    ],
)
def test_a_rule_reads_as_a_sentence(rule: str, words: str) -> None:
    assert sentence(RULES[rule], LAW) == words


def test_every_sentence_is_one_line_without_code() -> None:
    sentences = [sentence(rule, LAW) for rule in RULES.values()]
    assert len(sentences) > 30
    assert not [words for words in sentences if "\n" in words or "_" in words or "{" in words]


@pytest.mark.parametrize("pack", PACKS.values(), ids=lambda pack: pack.id)
def test_the_review_sheet_is_current(pack: object) -> None:
    """A rule that changed is a sentence that changed; write the sheets anew and read the difference."""
    template = (CONTENT / TEMPLATE).read_text(encoding="utf-8")
    homes = read_homes(LAYERS, pack.id)  # type: ignore[attr-defined]
    made = review_sheet(PACKS[pack.id], chain(PACKS, pack.id), homes, template)  # type: ignore[attr-defined]
    folder = KOREA if pack.id == "kr" else CONTENT  # type: ignore[attr-defined]
    kept = (folder / "law" / pack.id / SHEET).read_text(encoding="utf-8")  # type: ignore[attr-defined]
    assert made == kept, "run: python -m placard.check.review content tests/by_data_alone/korea/content"


def test_the_sheets_are_written_beside_the_rules(tmp_path: Path) -> None:
    folder = tmp_path / "law" / "nw"
    folder.mkdir(parents=True)
    (tmp_path / TEMPLATE).write_text("{{ title }}\n", encoding="utf-8")
    (folder / "pack.yml").write_text(
        "name: {en: Nowhere}\nshort_name: {en: NW}\nstatus: draft\n", encoding="utf-8"
    )
    assert write_sheets([tmp_path]) == [folder / SHEET]
    assert (folder / SHEET).read_text(encoding="utf-8") == "Nowhere\n"


def sheet_of(pack: str) -> list[str]:
    template = (CONTENT / TEMPLATE).read_text(encoding="utf-8")
    return review_sheet(PACKS[pack], chain(PACKS, pack), read_homes(LAYERS, pack), template).splitlines()


def test_a_lawyer_sees_which_line_of_the_research_a_rule_keeps_and_where_the_others_went() -> None:
    lines = sheet_of("kr")
    rule = lines.index(next(line for line in lines if line.startswith("### KR-RGT-01")))
    assert "- Keeps of our research: KR-RGT-01" in lines[rule : rule + 10]
    rest = lines[lines.index("## What our research found and no rule above keeps") :]
    assert "- KR-BATH-04: a rule of another pack, HOUSE-CAM-01" in rest
    assert (
        "- KR-ID-01: words that are refused, never_to_guests: resident registration number, 주민등록번호"
        in rest
    )
    assert any(
        line.startswith("- KR-SIGN-02: cannot be made otherwise, as a test shows: tests/") for line in rest
    )
    assert "- Ask nothing of a place: KR-CRIM-02, KR-LIA-01" in rest
    assert any(line.startswith("- KR-POL-02: left out. ") for line in rest)


def test_a_pack_no_research_was_sorted_for_has_no_such_part() -> None:
    template = (CONTENT / TEMPLATE).read_text(encoding="utf-8")
    sheet = review_sheet(PACKS["house"], LAW, Homes("house", {}, ()), template)
    assert "Keeps of our research" not in sheet
    assert "no rule above keeps" not in sheet
