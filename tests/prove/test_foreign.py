"""Chinese law stays in Chinese venues, Polish in Polish: the terms of other laws are found in any output."""

from __future__ import annotations

from pathlib import Path

import pytest

from placard.prove.foreign import prove_foreign
from placard.prove.readings import Reading
from placard.read.law import chain, read_packs
from placard.read.layers import Layers

CONTENT = Path(__file__).resolve().parents[2] / "content"
PACKS = read_packs(Layers([CONTENT], []))
LAWS = {name: chain(PACKS, name) for name in ("cn", "gb", "pl")}


def told(venue: str, words: str) -> list[tuple[str, str]]:
    reading = Reading(f"site/{venue}/index.html", venue, ("en",), ("First.", words))
    found = prove_foreign(LAWS, PACKS, [reading])
    return [(finding.values["words"], finding.values["pack"]) for finding in found]


def test_every_law_is_known_by_terms_of_its_own() -> None:
    known = {pack.id: pack.wording.terms for pack in PACKS.values() if pack.wording}
    assert all(len(known[name]) >= 5 for name in ("cn", "gb", "eu", "pl"))


@pytest.mark.parametrize(
    ("venue", "words", "found"),
    [
        ("cn", "As the GDPR says.", [("GDPR", "eu")]),
        ("cn", "Zgodnie z RODO i decyzją UODO", [("RODO", "eu"), ("UODO", "pl")]),
        ("gb", "依照个人信息\n保护法处理。", [("个人信息保护法", "cn")]),
        ("pl", "Ask the ICO.", [("ICO", "gb")]),
        ("pl", "须取得您的单 独 同意。", [("单独同意", "cn")]),
    ],
)
def test_a_term_of_another_law_is_found_however_it_is_set(
    venue: str, words: str, found: list[tuple[str, str]]
) -> None:
    assert told(venue, words) == found


@pytest.mark.parametrize(
    ("venue", "words"),
    [
        ("gb", "Our ground stands in the UK GDPR."),
        ("pl", "Podstawę podaje RODO, a skargę przyjmuje Prezes UODO."),
        ("cn", "敏感个人信息须取得单独同意。"),
        ("pl", "An icon, an ICOnic place."),
    ],
)
def test_its_own_terms_and_what_only_looks_like_one_are_let_pass(venue: str, words: str) -> None:
    assert told(venue, words) == []


def test_no_sentence_of_a_british_place_says_gdpr_without_the_kingdom() -> None:
    assert told("gb", "Our ground stands in the GDPR.") == [("GDPR", "eu")]
    assert told("gb", "Our ground stands in the UK GDPR, not in the GDPR.") == [("GDPR", "eu")]
    assert told("gb", "Our ground stands in the UK GDPR.") == []
