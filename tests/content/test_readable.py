"""What guests read is short enough to be read once: the budget a sentence has in each language."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

CLAUSES = Path(__file__).parents[2] / "content" / "public" / "clauses"
BUDGET = {"en": 40, "pl": 36, "zh-Hans": 65}
"""Words of a sentence; Han characters in Chinese. A fact that is filled in counts as one."""


def sentences(markdown: str) -> list[str]:
    words = re.sub(r"\A---.*?---\n", "", markdown, flags=re.DOTALL)
    words = re.sub(r"\{\{.*?\}\}", "X", words)
    return [each for each in re.split(r"(?<=[.?!。？！])\s*|\n", words) if each.strip()]


def length(sentence: str, language: str) -> int:
    return len(re.findall(r"[\u4e00-\u9fff]", sentence)) if language == "zh-Hans" else len(sentence.split())


@pytest.mark.parametrize("language", BUDGET)
def test_no_sentence_for_guests_is_longer_than_its_budget(language: str) -> None:
    read = [
        (path.parent.name, each)
        for path in sorted(CLAUSES.rglob(f"{language}.md"))
        for each in sentences(path.read_text("utf-8"))
    ]
    assert len(read) > 500
    long = [f"{name}: {each}" for name, each in read if length(each, language) > BUDGET[language]]
    assert not long, "\n".join(long)


def test_a_sentence_nobody_reads_once_is_found() -> None:
    assert length(sentences("Short. " + "word " * 41 + "end.")[1], "en") > BUDGET["en"]
    assert [length(each, "zh-Hans") for each in sentences("您可以看。" + "字" * 66 + "。")] == [4, 66]
