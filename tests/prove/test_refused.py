"""Words a law refuses are found in any output of its venues, and in no other's."""

from __future__ import annotations

from pathlib import Path

import pytest

from placard.library.law import Law
from placard.prove.readings import Reading
from placard.prove.refused import prove_refused
from placard.read.law import chain, read_packs
from placard.read.layers import Layers

CONTENT = Path(__file__).resolve().parents[2] / "content"
PACKS = read_packs(Layers([CONTENT], []))
LAWS = {"salon": chain(PACKS, "cn"), "baths": chain(PACKS, "gb")}


def told(
    output: str, words: str, venue: str = "salon", language: str = "zh-Hans", laws: dict[str, Law] = LAWS
) -> list[str]:
    reading = Reading(output, venue, (language,), ("第一段。", words))
    return [finding.values["words"] for finding in prove_refused(laws, [reading])]


@pytest.mark.parametrize(
    ("language", "words", "found"),
    [
        ("zh-Hans", "本店保留最终解释权。", "最终解释权"),
        ("zh-Hans", "本店保留最终\n解 释权。", "最终解释权"),
        ("zh-Hans", "依据：我们的正当利益。", "正当利益"),
        ("zh-Hans", "租借浴袍请押身份证。", "押身份证"),
        ("en", "We rely on a legitimate interest.", "legitimate interest"),
        ("en", "LEGITIMATE INTERESTS of ours", "legitimate interests"),
        ("pl", "Zgodnie z RODO", "RODO"),
    ],
)
def test_a_refused_wording_is_found_however_it_is_set(language: str, words: str, found: str) -> None:
    assert told("site/salon/index.html", words, language=language) == [found]
    assert told("print/salon/cam-01.a4.pdf", words, language=language) == [found]


def test_a_handbook_may_name_what_staff_must_never_do_but_not_a_ground_the_law_does_not_know() -> None:
    assert told("staff/salon/handbook.pdf", "任何人不得搜查、没收、扣留。") == []
    assert told("print/salon/pho-01.pdf", "工作人员可以搜查。") == ["搜查"]
    assert told("staff/salon/handbook.pdf", "依据是正当利益。") == ["正当利益"]


@pytest.mark.parametrize(
    "words", ["preLEGITIMATE INTERESTing", "We have an interest that is legitimate.", ""]
)
def test_what_only_looks_like_it_is_let_pass(words: str) -> None:
    assert told("site/salon/index.html", words, language="en") == []


def test_other_laws_keep_their_words() -> None:
    assert (
        told("site/baths/index.html", "We rely on a legitimate interest.", venue="baths", language="en") == []
    )
    assert told("site/index.html", "legitimate interest", venue="", language="en") == []
