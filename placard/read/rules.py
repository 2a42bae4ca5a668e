"""The rules of a pack, read from `rules.yml`: one map each, in the order they were written."""

from __future__ import annotations

from typing import get_args

from placard.findings import Finding, Severity
from placard.library.conditions import RULE_WORDS, Block
from placard.library.law import COLLECTIONS, Basis, Example, Rule
from placard.read.conditions import read_block, read_conditions
from placard.read.found import found
from placard.read.nodes import Map, Seq, Text
from placard.read.record import Record
from placard.read.watch import day_of

# The first of each stands in where something else was written, so it is the mildest.
BASES: tuple[Basis, ...] = tuple(reversed(get_args(Basis)))
SEVERITIES = tuple(reversed(Severity))


def read_rules(node: Map, pack: str, findings: list[Finding]) -> tuple[Rule, ...]:
    """Read every rule of one file."""
    record = Record(node, findings)
    rules = tuple(_rule(below, pack) for below in record.records("rules"))
    record.finish()
    return rules


def _rule(record: Record, pack: str) -> Rule:
    examples = record.below("examples")
    rule = Rule(
        id=record.text("id"),
        pack=pack,
        title=record.words("title"),
        basis=record.choice("basis", BASES),  # type: ignore[arg-type]
        cite=record.list("cite"),
        for_each=record.choice("for_each", COLLECTIONS, "venue"),  # type: ignore[arg-type]
        when=read_conditions(record.take("when"), record.findings, RULE_WORDS),
        unless=read_conditions(record.take("unless"), record.findings, RULE_WORDS),
        must=_must(record),
        ask=record.words("ask", required=False),
        severity=Severity(record.choice("severity", SEVERITIES)),
        say=record.words("say"),
        points_at=record.text("points_at", ""),
        shows_on=record.list("shows_on"),
        begins=day_of(record, "from"),
        ends=day_of(record, "until"),
        replaces=record.text("replaces", ""),
        because=record.text("because", ""),
        waivable=record.switch("waivable", True),
        same_as=record.text("same_as", ""),
        place=record.place,
        fails=_example(examples, "fails"),
        passes=_example(examples, "passes"),
    )
    if bool(rule.must) == bool(rule.ask):
        record.findings.append(found("content.must_or_ask", rule.place, rule=rule.id))
    if examples:
        examples.finish()
    record.finish()
    return rule


def _must(record: Record) -> Block:
    node = record.take("must")
    if isinstance(node, Map):
        return read_block(node, record.findings, RULE_WORDS)
    if node is not None:
        record.findings.append(found("content.not_conditions", node.place))
    return ()


def _example(examples: Record | None, which: str) -> Example:
    facts = examples.below(which) if examples else None
    if facts is None:
        return {}
    given: dict[str, str | tuple[str, ...]] = {}
    for fact, entry in facts.node.entries.items():
        match entry.node:
            case Text():
                given[fact] = facts.text(fact)
            case Seq():
                given[fact] = facts.list(fact)
            case _:
                facts.findings.append(found("content.not_text", entry.place, key=fact))
    return given
