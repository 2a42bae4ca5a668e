"""Conditions as written in content: a map of facts that must all hold, or a list of such maps."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from difflib import get_close_matches

from placard.findings import Finding, Place
from placard.library.conditions import CLAUSE_WORDS, Block, Conditions, Test, Word
from placard.model.values import Duration
from placard.read.found import found
from placard.read.nodes import Map, Node, Seq, Text

_ONE = ("is", "at_least", "at_most", "includes")
_MEASURES = ("at_least", "at_most")
_SWITCH = {"yes": "yes", "true": "yes", "no": "no", "false": "no"}


def read_conditions(
    node: Node | None, findings: list[Finding], words: Sequence[Word] = CLAUSE_WORDS
) -> Conditions:
    """Read a condition; nothing written means always. Rules may use more words than clauses."""
    match node:
        case None:
            return ()
        case Map():
            return (read_block(node, findings, words),)
        case Seq() if node.items and all(isinstance(item, Map) for item in node.items):
            return tuple(read_block(item, findings, words) for item in node.items if isinstance(item, Map))
        case _:
            findings.append(found("content.not_conditions", node.place))
            return ()


def read_block(node: Map, findings: list[Finding], words: Sequence[Word] = CLAUSE_WORDS) -> Block:
    """Read a map of facts that must all hold; a test that cannot be read is found and left out."""
    if not node.entries:
        findings.append(found("content.no_test", node.place))
    tests = (_test(fact, entry.node, entry.place, findings, words) for fact, entry in node.entries.items())
    return tuple(test for test in tests if test)


def _test(fact: str, node: Node, place: Place, findings: list[Finding], words: Sequence[Word]) -> Test | None:
    match node:
        case Text():
            return _made(Test(fact, "is", (node.value,), place), findings)
        case Seq():
            return _made(Test(fact, "is_one_of", _texts(node), place), findings)
        case Map() if len(node.entries) == 1:
            word, entry = next(iter(node.entries.items()))
            known = next((each for each in words if each == word), None)
            if known:
                return _made(Test(fact, known, _texts(entry.node), entry.place), findings)
            findings.append(_no_such_word(word, entry.place, words))
        case Map():
            findings.append(found("content.several_words", place, fact=fact))
    return None


def _no_such_word(word: str, place: Place, words: Sequence[Word]) -> Finding:
    if word == "stated":
        return found("content.stated_in_clause", place)
    near = get_close_matches(word, words, n=1, cutoff=0.0)
    return found("content.no_such_word", place, word=word, near=near[0], known=", ".join(words))


def _texts(node: Node) -> tuple[str, ...]:
    """The operands as typed; empty where one of them is no plain value."""
    items = node.items if isinstance(node, Seq) else (node,)
    values = tuple(item.value for item in items if isinstance(item, Text))
    return values if len(values) == len(items) else ()


def _made(test: Test, findings: list[Finding]) -> Test | None:
    """The test itself where its operands suit its word."""
    if test.word == "stated":
        given = _SWITCH.get(test.operands[0].lower()) if len(test.operands) == 1 else None
        if given is None:
            findings.append(found("content.stated_yes_or_no", test.place, fact=test.fact))
            return None
        return Test(test.fact, test.word, (given,), test.place)
    if not test.operands or (test.word in _ONE and len(test.operands) != 1):
        code = "content.test_wants_one" if test.word in _ONE else "content.test_wants_list"
        findings.append(found(code, test.place, fact=test.fact, word=test.word))
        return None
    if test.word in _MEASURES and not _is_measure(test.operands[0]):
        findings.append(found("content.test_wants_measure", test.place, fact=test.fact, word=test.word))
        return None
    if "unanswered" in test.operands and test.word != "is_none_of":
        findings.append(found("content.test_unanswered", test.place, fact=test.fact))
        return None
    return test


def _is_measure(operand: str) -> bool:
    readings: tuple[Callable[[str], object], ...] = (int, date.fromisoformat, Duration.read)
    for read in readings:
        try:
            read(operand)
        except ValueError:
            continue
        return True
    return False
