"""Promises no place can keep, consents nobody gave: where guests would read them they are found."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
import yaml

from placard.library.library import Library
from placard.prove.readings import Reading
from placard.prove.refused import prove_refused
from placard.read.law import chain

TRAPS: list[Mapping[str, Any]] = yaml.safe_load((Path(__file__).parent / "traps.yml").read_text("utf-8"))
LANGUAGES = ("en", "pl", "zh-Hans")
STORIES = [
    pytest.param(trap, law, language, id=f"{trap['trap']}: {law} {language}")
    for trap in TRAPS
    for law in trap["laws"]
    for language in LANGUAGES
]


def refused(library: Library, law: str, language: str, words: str) -> list[str]:
    laws = {"house": chain(library.packs, law)}
    found = prove_refused(laws, [Reading("site/house/notice", "house", (language,), (words,))])
    return [str(each.values["words"]) for each in found]


@pytest.mark.parametrize(("trap", "law", "language"), STORIES)
def test_what_no_place_can_keep_is_found_where_guests_would_read_it(
    library: Library, trap: Mapping[str, Any], law: str, language: str
) -> None:
    said = trap[language]
    assert refused(library, law, language, said), said
    assert refused(library, law, language, said.replace(" ", "\n")), "a line broken within it"


def test_what_is_true_of_a_place_may_be_said(library: Library) -> None:
    harmless = {
        "en": "Walking past a sign is no consent. Pictures set aside stay until the police come.",
        "pl": "Przejście obok tabliczki to nie zgoda. Zabezpieczony fragment czeka na policję.",
        "zh-Hans": "从标识旁走过不等于同意。单独留存的片段，留到警方来取。",
    }
    for law in ("gb", "eu", "pl", "cn"):
        assert [refused(library, law, language, said) for language, said in harmless.items()] == [[], [], []]
