"""The words of the signs: short enough to be read from where they hang, and said for every picture."""

from __future__ import annotations

import re
import textwrap
from pathlib import Path

import pytest

from placard.library.library import Library
from placard.library.texts import Sign
from placard.phrases.placeholders import PLACEHOLDER
from placard.press import templates

CONTENT = Path(__file__).resolve().parents[2] / "content"
SIGNS = sorted(path.stem for path in (CONTENT / "public" / "signs").glob("*.yml"))
LANGUAGES = ("en", "pl", "zh-Hans")
LATIN, HAN, LINES = 22, 8, 2
EVERYWHERE = {"cam-01", "cam-04", "pho-01", "rgt-01", "rgt-02", "rgt-03", "rec-01"}


def headlines(sign: Sign, language: str) -> list[str]:
    """What is typed; a name of a house's own is as long as it is."""
    said = [words[language] for line in sign.lines if line.role == "headline" for _, words in line.variants]
    return [words for words in said if not PLACEHOLDER.search(words)]


def lines_of(headline: str, language: str) -> list[str]:
    if language == "zh-Hans":
        return [line for line in re.split("(?<=[，。？！])", headline) if line]
    return textwrap.wrap(headline, LATIN, break_long_words=False)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", SIGNS)
def test_a_headline_is_two_lines_of_what_the_eye_takes_in(library: Library, name: str, language: str) -> None:
    said = headlines(library.signs[name], language)
    assert said
    for headline in said:
        lines = lines_of(headline, language)
        assert len(lines) <= LINES, headline
        longest = (
            HAN + 1 if language == "zh-Hans" else LATIN
        )  # a mark at the end of a Han line weighs nothing
        assert max(len(line) for line in lines) <= longest, headline


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_picture_has_words_for_those_who_do_not_see_it(library: Library, language: str) -> None:
    words = library.labels[language].words
    said = [words.get(f"pictogram_{name.replace('-', '_')}", "") for name in templates.pictogram_names()]
    assert all(said)
    assert len(set(said)) == len(said), "two pictures are told in the same words"


def test_every_sign_has_a_drawing_of_ours_and_says_why_it_hangs(library: Library) -> None:
    for sign in library.signs.values():
        assert sign.pictogram in templates.pictogram_names(), sign.id
        assert all(len(sign.reason[language]) > 15 for language in LANGUAGES), sign.id


def test_each_kind_of_place_is_told_of_cameras_pictures_rights_complaints_and_the_line(
    library: Library,
) -> None:
    for venue_type in library.types.values():
        assert set(venue_type.signs) >= EVERYWHERE, venue_type.code
    lists = [frozenset(venue_type.signs) for venue_type in library.types.values()]
    assert len(set(lists)) == len(lists), "two kinds of places hang the very same signs"


def test_where_phones_are_put_away_no_sign_asks_for_one(library: Library) -> None:
    for name in ("pho-01", "pho-02", "img-07"):
        assert library.signs[name].notice == "desk", name


def test_a_sign_asks_for_a_guardian_where_the_place_does(library: Library) -> None:
    (act,) = [line for line in library.signs["chg-03"].lines if line.id == "act"]
    (guardian,) = [words for applies, words in act.variants if "guardian_only" in applies[0][0].operands]
    assert [guardian[language] for language in LANGUAGES] == [
        "Only with a parent or guardian.",
        "Tylko z rodzicem lub opiekunem.",
        "须有监护人陪同。",
    ]


def test_a_sign_speaks_of_pictures_only_where_some_are_taken(library: Library) -> None:
    (say,) = [line for line in library.signs["rgt-02"].lines if line.id == "say"]
    assert {test.fact for applies, _ in say.variants for block in applies for test in block} == {"photos"}
    assert sorted("照片" in words["zh-Hans"] for _, words in say.variants) == [False, True]
