"""None and unanswered, typed in a file in the owner's own language."""

from __future__ import annotations

from pathlib import Path

import pytest

from placard.library.library import Library
from placard.read.venue import read_to_its_end

FILE = """schema: 1
id: mill
type: salon
law: pl
languages: [pl]
name: "Brak"
operator: {legal_name: Leszczyna Anna Wilk, phone: OPERATOR}
web: brak
partners: [nie ma]
rooms: 不知道
surveillance: none
"""


@pytest.fixture
def told(tmp_path: Path, library: Library) -> list[tuple[int, str, str]]:
    path = tmp_path / "mill.yml"
    path.write_text(FILE.replace("OPERATOR", "Nie wiem"), "utf-8")
    findings = read_to_its_end(path, "mill.yml", words=library.ignorance).findings
    return [(f.place.line, f.code, str(f.values["near"])) for f in findings]


def test_each_of_such_words_is_told_what_to_write(told: list[tuple[int, str, str]]) -> None:
    assert told == [
        (7, "model.other_word", "unanswered"),
        (8, "model.other_word", "none"),
        (9, "model.other_word", "none"),
        (10, "model.other_word", "unanswered"),
    ]


def test_in_quotes_such_a_word_is_a_name(told: list[tuple[int, str, str]]) -> None:
    assert 6 not in [line for line, _, _ in told]
