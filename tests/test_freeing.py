"""Which answer comes first: the one that frees most; what needs two answers is freed by the second."""

from __future__ import annotations

from placard.freeing import steps


def told(waiting: dict[str, list[str]]) -> list[tuple[str, tuple[str, ...]]]:
    return [(step.answer, step.frees) for step in steps(waiting)]


def test_the_answer_most_documents_wait_for_alone_comes_first() -> None:
    waiting = {"sheet": ["phone"], "page": ["web"], "form": ["web"]}
    assert told(waiting) == [("web", ("page", "form")), ("phone", ("sheet",))]


def test_a_document_that_waits_for_two_answers_is_freed_by_the_second() -> None:
    found = steps({"notice": ["role", "country"]})
    assert [(step.frees, step.further) for step in found] == [((), 1), (("notice",), 0)]


def test_an_answer_already_listed_counts_for_every_document_after_it() -> None:
    waiting = {"notice": ["role", "web"], "page": ["web"], "form": ["web"]}
    assert told(waiting) == [("web", ("page", "form")), ("role", ("notice",))]


def test_two_answers_that_free_three_documents_come_before_one_that_frees_one() -> None:
    waiting = {"a": ["x", "y"], "b": ["x", "y"], "c": ["y", "x"], "d": ["z"]}
    assert told(waiting) == [("x", ()), ("y", ("a", "b", "c")), ("z", ("d",))]


def test_every_document_is_freed_once_and_what_waits_for_no_answer_is_never_promised() -> None:
    waiting = {"a": ["x", "y", "z"], "b": ["y"], "c": ["z", "w"], "broken": []}
    freed = [document for step in steps(waiting) for document in step.frees]
    assert sorted(freed) == ["a", "b", "c"]
    assert len(steps(waiting)) == 4
