"""No sign carries an amount of money, in any language; what counts as money stands in `words.yml`."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from placard.check.amounts import EVERYWHERE, amount_findings, amount_in
from placard.library.library import Library


@pytest.fixture
def of(library: Library) -> Callable[[str, str], str]:
    """Return the word of money in a line: `of("en", "A fine of £50")`."""
    wordings = [pack.wording for pack in library.packs.values() if pack.wording]
    return lambda language, text: amount_in(text, language, wordings)


def test_no_sign_carries_an_amount(library: Library) -> None:
    assert len(library.signs) > 10
    assert list(amount_findings(library)) == []


def test_every_language_of_signs_has_its_words_of_money(library: Library) -> None:
    wording = library.packs["house"].wording
    assert wording is not None
    assert set(wording.amounts) == {EVERYWHERE, *library.languages}


@pytest.mark.parametrize(
    ("language", "said", "word"),
    [
        ("en", "Filming here may cost you £5,000.", "£"),
        ("en", "A fine of up to 50 pounds", "pounds"),
        ("en", "Lost key: EUR 20", "EUR"),
        ("en", "Lost key: 20EUR", "EUR"),
        ("en", "Towel 50p", "p"),
        ("pl", "Kara do 5000 zł", "zł"),
        ("pl", "Kara do 5000zł", "zł"),
        ("pl", "Pięć tysięcy złotych", "złotych"),
        ("pl", "Ręcznik: 50 groszy", "groszy"),
        ("zh-Hans", "偷拍最高罚款五百元", "元"),
        ("zh-Hans", "押金 200 元", "元"),
        ("zh-Hans", "赔偿1万元", "元"),
        ("zh-Hans", "赔付￥20", "￥"),
        ("zh-Hans", "两块钱一次", "两块钱"),
    ],
)
def test_an_amount_is_seen(of: Callable[[str, str], str], language: str, said: str, word: str) -> None:
    assert of(language, said) == word


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", "Kept 72 hours, no sound"),
        ("en", "Ask at 4 Pound Lane, 2 pm to 5 pm"),
        ("en", "2 people, 3 pictures"),
        ("en", "Europe’s oldest bath"),
        ("pl", "Złotów, ul. Groszowa 4"),
        ("pl", "Odpowiadamy w 14 dni, 2 grupy"),
        ("zh-Hans", "2单元301室"),
        ("zh-Hans", "元旦照常营业"),
        ("zh-Hans", "保存 30 日"),
        ("zh-Hans", "这三块区域有摄像头"),
    ],
)
def test_what_only_looks_like_money_may_stand(
    of: Callable[[str, str], str], language: str, said: str
) -> None:
    assert of(language, said) == ""


@pytest.mark.parametrize(
    ("language", "said"), [("en", "Fine: £100"), ("pl", "Kara: 100 zł"), ("zh-Hans", "罚款 100 元")]
)
def test_an_amount_typed_on_a_sign_is_told_at_its_line(library: Library, language: str, said: str) -> None:
    sign = library.signs["pho-01"]
    first, *rest = sign.lines
    applies, words = first.variants[0]
    fined = replace(first, variants=((applies, {**words, language: said}),))
    faulty = replace(library, signs={**library.signs, sign.id: replace(sign, lines=(fined, *rest))})
    (finding,) = amount_findings(faulty)
    assert (finding.code, finding.place) == ("content.amount_on_sign", first.place)
    assert dict(finding.values) | {"sign": sign.id, "language": language} == dict(finding.values)
