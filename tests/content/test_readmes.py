"""What translators are told is so: commands run, files exist, messages are quoted as the tool says them."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from placard.read.messages import Messages

CONTENT = Path(__file__).parents[2] / "content"
READMES = {"en": "README.md", "pl": "README.pl.md", "zh-Hans": "README.zh-Hans.md"}


def text(language: str) -> str:
    return (CONTENT / READMES[language]).read_text(encoding="utf-8")


@pytest.mark.parametrize("language", READMES)
def test_each_leads_to_the_others(language: str) -> None:
    first = text(language).split("##", maxsplit=1)[0]
    links = set(re.findall(r"\]\(([^)]+)\)", first))
    assert links >= {name for code, name in READMES.items() if code != language}
    assert all((CONTENT / link).exists() for link in re.findall(r"\]\(([^)#]+)\)", text(language)))


@pytest.mark.parametrize("language", READMES)
def test_the_files_it_sends_to_are_there(language: str) -> None:
    named = re.findall(r"`((?:public|staff|labels|messages)/[^`<]*)", text(language))
    assert len(named) >= 8
    for name in named:
        path = CONTENT / name.split("<")[0]
        assert path.exists(), name


@pytest.mark.parametrize("language", READMES)
def test_it_tells_of_looking_of_revisions_and_of_what_is_left(language: str) -> None:
    words = text(language)
    for told in (
        "build.py preview notice --venue",
        "build.py words --language",
        "draft: true",
        "of_revision",
    ):
        assert told in words, told


@pytest.mark.parametrize(
    ("language", "code", "values"),
    [
        (language, code, values)
        for language in READMES
        for code, values in (
            ("content.clause_lags", {"of": "1", "at": "2"}),
            ("content.clause_draft", {}),
            ("content.unequal_facts", {}),
            ("content.no_such_fact", {}),
        )
    ],
)
def test_a_message_it_explains_is_one_the_tool_says(language: str, code: str, values: dict[str, str]) -> None:
    sentence = Messages.load([CONTENT], language).sentences[language][code]
    values = {"language": language if language != "en" else "pl", **values}
    said = re.sub(r"\{(\w+)\}", lambda slot: values.get(slot[1], "…"), sentence)
    explained = [row.split("|")[1].strip(" …") for row in text(language).splitlines() if row.startswith("| ")]
    assert any(len(row) > 3 and row in said for row in explained), said
