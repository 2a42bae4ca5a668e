"""Which test word can be asked of which kind of fact."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from placard.derive.shapes import Shape, suits, typed
from placard.findings import Place
from placard.library.conditions import Test, Word
from placard.model import UNANSWERED
from placard.model.values import Duration


@pytest.mark.parametrize(
    ("word", "operands", "shapes"),
    [
        ("is", ("motion",), {Shape.WORD}),
        ("is", ("yes",), {Shape.WORD, Shape.SWITCH}),
        ("is", ("4",), {Shape.WORD, Shape.NUMBER}),
        ("is", ("14 days",), {Shape.WORD, Shape.LENGTH}),
        ("is", ("none",), set(Shape)),
        ("is_none_of", ("unanswered",), set(Shape)),
        ("is_none_of", ("none", "dummy"), {Shape.WORD}),
        ("at_most", ("30 days",), {Shape.LENGTH}),
        ("at_least", ("3",), {Shape.NUMBER}),
        ("at_least", ("2026-01-01",), {Shape.DAY}),
        ("includes_none_of", ("email",), {Shape.WORDS}),
        ("includes", ("email",), {Shape.WORDS}),
        ("stated", ("yes",), set(Shape)),
    ],
)
def test_what_can_be_asked_of_what(word: Word, operands: tuple[str, ...], shapes: set[Shape]) -> None:
    test = Test("fact", word, operands, Place("rules.yml", 1))
    assert {shape for shape in Shape if suits(test, shape)} == shapes


@pytest.mark.parametrize(
    ("shape", "written", "value"),
    [
        (Shape.WORD, "motion", "motion"),
        (Shape.WORD, "none", None),
        (Shape.WORDS, "none", ()),
        (Shape.WORDS, "email", ("email",)),
        (Shape.WORDS, ("email", "desk"), ("email", "desk")),
        (Shape.SWITCH, "no", False),
        (Shape.NUMBER, "4", 4),
        (Shape.LENGTH, "14 days", Duration.read("14 days")),
        (Shape.DAY, "2026-11-22", date(2026, 11, 22)),
        (Shape.LENGTH, "unanswered", UNANSWERED),
    ],
)
def test_an_example_is_read_as_a_file_would_be(shape: Shape, written: Any, value: Any) -> None:
    assert typed(shape, written) == value


@pytest.mark.parametrize(
    ("shape", "written"),
    [(Shape.SWITCH, "maybe"), (Shape.NUMBER, "many"), (Shape.LENGTH, "long"), (Shape.DAY, "soon")],
)
def test_an_example_that_cannot_be_read_is_refused(shape: Shape, written: str) -> None:
    with pytest.raises(ValueError, match=written):
        typed(shape, written)
