"""A sign of an owner's own: made within its limits, and told with its line where it leaves them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

import pytest

from placard.check.ownsigns import own_sign_findings
from placard.check.run import check
from placard.compose.venue import ComposedVenue
from placard.library.library import Library
from placard.press import templates
from placard.read.law import chain
from placard.read.venue import VenueFile

LAST = "effective_on: 2027-01-04\n"
OURS = "  - sign: own:quiet-hours\n"
ROOM = "    room: rest-hall\n"
HEADLINE = "headline: {en: Quiet hours, pl: Godziny ciszy}"
TEXT = 'text: {en: "From 1 pm to 4 pm, please whisper.", pl: "Od 13 do 16 rozmawiajmy szeptem."}'
PICTOGRAM = "    pictogram: quiet\n"

Composing = Callable[[VenueFile], ComposedVenue]
BLOCK = f"signs:\n{OURS}{ROOM}{PICTOGRAM}    {HEADLINE}\n    {TEXT}\n"


@pytest.fixture
def ordered(typed: Callable[..., Any]) -> Callable[..., Any]:
    """Type the sample with a sign of its own, some of its lines changed."""

    def order(changes: Mapping[str, str] | None = None) -> Any:
        block = BLOCK
        for old, new in (changes or {}).items():
            assert old in block
            block = block.replace(old, new)
        return typed({LAST: LAST + block})

    return order


@pytest.fixture
def told(ordered: Callable[..., Any], library: Library, sample_text: str) -> Callable[..., list[str]]:
    """Type the sample with some lines changed; return what is said of its own sign, by line."""
    first = sample_text[: sample_text.index(LAST)].count("\n") + 3

    def tell(changes: dict[str, str]) -> list[str]:
        read = ordered(changes)
        assert read.file is not None, read.findings
        law = chain(library.packs, read.file.venue.law)
        findings = own_sign_findings(read.file, library, law)
        return [f"{f.place.line - first}: {f.code}" for f in findings]

    return tell


def test_the_sign_of_the_sample_is_within_its_limits(told: Callable[..., list[str]]) -> None:
    assert told({}) == []


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"own:quiet-hours": "own:cam-01"}, ["0: own.taken"]),
        ({ROOM: ""}, ["0: own.no_room"]),
        ({f"    {HEADLINE}\n": ""}, ["0: own.no_headline"]),
        ({ROOM: f"{ROOM}    from: yard\n"}, ["2: own.no_door"]),
        ({HEADLINE: "headline: Quiet"}, ["3: check.words_missing"]),
        ({"en: Quiet hours": "en: QUIET HOURS"}, ["3: own.capitals"]),
        ({"en: Quiet hours": "en: Quiet!!"}, ["3: own.exclaims"]),
        ({"en: Quiet hours": "en: Hours in which nobody says a word"}, []),
        ({"en: Quiet hours": "en: Hours in which nobody says a single word"}, ["3: own.too_long"]),
        ({ROOM: f"{ROOM}    read_from: 8 m\n"}, [f"{line}: own.too_long" for line in (4, 4, 5, 5)]),
        ({"please whisper": "by entering you agree to whisper"}, ["4: own.never_said"]),
        ({"please whisper": "No Photos, please"}, ["4: own.never_said"]),
        ({"please whisper": "the law says whisper"}, ["4: own.never_said"]),
        ({"rozmawiajmy szeptem": "zakaz rozmów"}, ["4: own.never_said"]),
        ({"please whisper": "please whisper, photosynthesis is at work"}, []),
        ({"please whisper": "a lost key is £10"}, ["4: own.amount"]),
        ({"rozmawiajmy szeptem": "klucz za 50 zł"}, ["4: own.amount"]),
    ],
)  # fmt: skip
def test_what_leaves_the_limits_is_told_at_its_line(
    told: Callable[..., list[str]], changes: dict[str, str], said: list[str]
) -> None:
    assert told(changes) == said


def test_two_signs_of_one_name_and_words_for_a_sign_of_the_catalogue(told: Callable[..., list[str]]) -> None:
    again = f"{OURS}{ROOM}    {HEADLINE}\n"
    assert told({OURS: f"{again}{OURS}"}) == ["3: own.twice"]
    order = "  - {sign: rgt-01, headline: {en: Hello, pl: Witaj}, pictogram: towel}\n"
    assert told({OURS: f"{order}{OURS}"}) == ["0: own.of_the_catalogue", "0: own.of_the_catalogue"]


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"own:quiet-hours": "own:Quiet Hours"}, "model.not_a_sign"),
        ({"own:quiet-hours": "own:../../etc"}, "model.not_a_sign"),
        ({"own:quiet-hours": "'own:'"}, "model.not_a_sign"),
    ],
)
def test_a_name_that_is_no_name_is_told_before_anything_is_made(
    ordered: Callable[..., Any], changes: dict[str, str], said: str
) -> None:
    read = ordered(changes)
    assert read.file is None
    assert [line.split(": ")[1] for line in read.findings] == [said]


@pytest.mark.parametrize("pictogram", ["camera-hand-none", "camera-fixed", "skull", "quite"])
def test_a_pictogram_that_is_not_for_own_signs_is_told_with_those_that_are(
    ordered: Callable[..., Any], library: Library, pictogram: str
) -> None:
    file: VenueFile = ordered({PICTOGRAM: f"    pictogram: {pictogram}\n"}).file
    findings = [f for f in check(file, library, date(2026, 12, 1)) if f.code.startswith("check.unknown_code")]
    assert [f.values["found"] for f in findings] == [pictogram]
    assert "quiet" in (findings[0].values.get("known", "") + findings[0].values.get("near", ""))


def test_pictograms_for_own_signs_are_drawn_and_have_words_in_every_language(library: Library) -> None:
    own = library.own_signs
    assert set(own.pictograms) <= templates.pictogram_names()
    assert own.pictogram in own.pictograms
    assert len(own.pictograms) > 5
    for labels in library.labels.values():
        assert all(f"pictogram_{name.replace('-', '_')}" in labels.words for name in own.pictograms)
    assert set(own.never_said) == set(library.labels) == set(own.reason)
    assert own.page in library.documents


def test_a_sign_waits_for_the_language_it_lacks_and_nothing_else_does(
    ordered: Callable[..., Any], composed: Composing
) -> None:
    whole = composed(ordered().file)
    lacking = composed(ordered({HEADLINE: "headline: {en: Quiet hours}"}).file)
    assert "own-quiet-hours.rest-hall" in {words.stem for _, words in whole.sheets}
    assert len(whole.sheets) - len(lacking.sheets) == 1
    (waits,) = (each for each in lacking.withheld if each.id == "own-quiet-hours")
    assert [question.asks for question in waits.questions] == [("signs", "own:quiet-hours", "headline")]


def test_whatever_an_owner_writes_stands_on_the_sheet_as_it_was_written(
    ordered: Callable[..., Any], composed: Composing
) -> None:
    hostile = "<b>{{7*7}} & | **x** {{ operator.phone | link }}"
    file = ordered({"en: Quiet hours": f'en: "{hostile}"'}).file
    ((sheet, words),) = (each for each in composed(file).sheets if each[1].stem.startswith("own-"))
    assert words.blocks[0].headline.unescape() == hostile.replace(
        " ", words.blocks[0].headline.unescape()[10]
    )
    assert "<b>" not in words.blocks[0].headline
    assert sheet.sign.title["en"] == hostile


def test_the_sheet_is_a_sheet_like_others_with_code_room_and_copies(
    ordered: Callable[..., Any], composed: Composing
) -> None:
    changes = {
        ROOM: "    room: rest-hall\n    from: pool-hall\n    copies: 2\n    read_from: 1 m\n    sheet: a3\n"
    }
    ((sheet, words),) = (
        each for each in composed(ordered(changes).file).sheets if each[1].stem.startswith("own-")
    )
    assert (words.stem, words.read_from, words.smallest) == ("own-quiet-hours.rest-hall", 1.0, "a3")
    assert words.footer.sign == "OWN-QUIET-HOURS"
    assert len(words.footer.code) == 9
    (hanging,) = sheet.hangings
    assert hanging.door is not None
    assert (hanging.hangs_in, hanging.door.into, hanging.copies) == ("pool-hall", "rest-hall", 2)
    assert sheet.address == "https://privacy.oldmill.example/q/old-mill-bathhouse/own-quiet-hours/"


def test_the_code_changes_with_the_words_and_the_picture(
    ordered: Callable[..., Any], composed: Composing
) -> None:
    def code(changes: dict[str, str]) -> str:
        sheets = composed(ordered(changes).file).sheets
        return next(words.footer.code for _, words in sheets if words.stem.startswith("own-"))

    codes = [
        code({}),
        code({"en: Quiet hours": "en: Quiet time"}),
        code({PICTOGRAM: ""}),
        code({TEXT: "copies: 1"}),
    ]
    assert len(set(codes)) == 4
