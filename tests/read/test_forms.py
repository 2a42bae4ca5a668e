"""Forms as they are typed: sections taken over, columns of a table, what only staff may have."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from textwrap import dedent

import pytest

from placard.findings import Finding
from placard.library.forms import Form, FormField, FormWords
from placard.read.forms import read_forms
from placard.read.layers import Layers

ANSWER = """
    kind: letter
    title: {en: Our answer}
    reason: {en: It is owed.}
    sections:
      - id: body
        parts: [{field: found, kind: lines, rows: 3, label: {en: Found}}]
      - id: sign
        heading: {en: Yours}
        parts: [{field: name, kind: text, label: {en: Name}}]
"""
REFUSAL = ANSWER.replace("Our answer", "We say no").replace(
    "id: sign\n        heading: {en: Yours}\n        parts: [{field: name, kind: text, label: {en: Name}}]",
    "id: end\n        as: answer.sign",
)
Read = Callable[..., tuple[dict[str, Form], list[Finding]]]


@pytest.fixture
def read(tmp_path: Path) -> Read:
    def type_and_read(**files: str) -> tuple[dict[str, Form], list[Finding]]:
        for name, words in files.items():
            audience, _, form = name.partition("_")
            path = tmp_path / audience / "forms" / f"{form}.yml"
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(dedent(words), "utf-8")
        layers = Layers([tmp_path], [])
        return read_forms(layers), layers.findings

    return type_and_read


def test_a_letter_takes_over_how_another_ends(read: Read) -> None:
    forms, findings = read(staff_answer=ANSWER, staff_refusal=REFUSAL)
    assert findings == []
    assert [section.id for section in forms["refusal"].sections] == ["body", "end"]
    lent = forms["refusal"].sections[1]
    assert (lent.like, lent.heading) == ("answer.sign", {"en": "Yours"})
    assert lent.parts == forms["answer"].sections[1].parts


@pytest.mark.parametrize("named", ["answer.sing", "anser.sign", "refusal.sign", "sign"])
def test_a_section_nobody_has_is_found_and_the_nearest_is_named(read: Read, named: str) -> None:
    wrong = REFUSAL.replace("answer.sign", named)
    _, findings = read(staff_answer=ANSWER, staff_refusal=wrong)
    assert [(each.code, each.place.line) for each in findings] == [("content.no_such_section", 8)]
    assert findings[0].values["near"] in {"answer.sign", "refusal.body"}


def test_what_is_taken_over_may_not_ask_for_a_name_twice(read: Read) -> None:
    twice = REFUSAL.replace("field: found", "field: name")
    _, findings = read(staff_answer=ANSWER, staff_refusal=twice)
    assert [each.code for each in findings] == ["content.named_twice"]


def test_letters_are_written_by_staff_and_lie_with_them(read: Read) -> None:
    forms, findings = read(staff_answer=ANSWER)
    assert (forms["answer"].audience, forms["answer"].readers, findings) == ("staff", "public", [])
    forms, findings = read(public_answer=ANSWER)
    assert [each.code for each in findings if each.place.line == 2]


def test_columns_of_a_table_say_how_wide_they_are(read: Read) -> None:
    table = ANSWER.replace("kind: letter", "kind: log").replace(
        "kind: lines, rows: 3, label: {en: Found}",
        "kind: table, rows: 9, label: {en: Found},"
        " columns: [{id: day, text: {en: Day}}, {id: what, share: 4, text: {en: What}}]",
    )
    forms, findings = read(staff_log=table)
    assert findings == []
    (field,) = [p for p in forms["log"].sections[0].parts if isinstance(p, FormField)]
    assert (field.rows, [(each.id, each.share) for each in field.columns]) == (9, [("day", 1), ("what", 4)])


TERMS = """
    title: {en: Terms}
    reason: {en: They are owed.}
    for_each: partners
    only_where: {partner.role: processor}
    sections:
      - id: about
        frame: rows
        parts:
          - words: data
            unanswered: line
            label: {en: Which data}
            variants: [{text: {en: "{{ partner.kinds | list }}"}}]
"""


def test_a_paper_can_be_made_for_each_partner_and_leave_lines_for_what_nobody_knows(read: Read) -> None:
    forms, findings = read(staff_terms=TERMS)
    assert findings == []
    [words] = forms["terms"].sections[0].parts
    assert isinstance(words, FormWords)
    assert words.or_line
    assert (forms["terms"].for_each, forms["terms"].sections[0].frame) == ("partners", "rows")
    assert [test.fact for block in forms["terms"].only_where for test in block] == ["partner.role"]


@pytest.mark.parametrize(
    ("typed", "wrongly", "at_line"),
    [
        ("for_each: partners", "for_each: filmed_areas", 4),
        ("frame: rows", "frame: grid", 8),
        ("unanswered: line", "unanswered: blank", 11),
    ],
)
def test_a_slip_in_such_a_paper_is_found(read: Read, typed: str, wrongly: str, at_line: int) -> None:
    _, findings = read(staff_terms=TERMS.replace(typed, wrongly))
    assert [(each.code, each.place.line) for each in findings] == [("content.not_one_of", at_line)]
