"""The plain English sentence of a rule: a lawyer signs the sentences, not the YAML."""

from __future__ import annotations

from collections.abc import Mapping

from placard.library.conditions import Block, Conditions, Test
from placard.library.law import Collection, Law, Rule

_EACH: Mapping[Collection, str] = {
    "venue": "The venue",
    "rooms": "Every room",
    "ways_in": "Every way into a filmed area",
    "cameras": "Every camera",
    "activities": "Every activity",
    "partners": "Every partner",
    "signs": "Every order for a sign",
    "staff_roles": "Every person the handbook names",
}
_SAID = {
    "is": "{fact} is {operands}",
    "is_one_of": "{fact} is {operands}",
    "is_none_of": "{fact} is not {operands}",
    "at_least": "{fact} is at least {operands}",
    "at_most": "{fact} is at most {operands}",
    "includes": "{fact} includes {operands}",
    "includes_all_of": "{fact} includes {operands}",
    "includes_any_of": "{fact} includes {operands}",
    "includes_none_of": "{fact} includes neither {operands}",
}
_JOINED_BY = {"includes_all_of": "and", "is_none_of": "or", "includes_none_of": "nor"}


def sentence(rule: Rule, law: Law) -> str:
    """Return a rule as one sentence, with its basis, severity and sources."""
    return f"{rule.id} [{rule.basis}, {rule.severity}]: {demand(rule)}{_sources(rule, law)}"


def demand(rule: Rule) -> str:
    """Return what a rule asks, and nothing else."""
    return f"{_about(rule)}: {_demand(rule)}."


def _about(rule: Rule) -> str:
    words = _EACH[rule.for_each]
    if rule.when:
        words += f" where {_either(rule.when)}"
    if rule.unless:
        words += f" (unless {_either(rule.unless)})"
    if rule.begins:
        words += f", from {rule.begins.isoformat()}"
    if rule.ends:
        words += f", until {rule.ends.isoformat()}"
    return words


def _demand(rule: Rule) -> str:
    if rule.must:
        return _all(rule.must)
    return "somebody answers, with name and date, what the rule asks"


def _sources(rule: Rule, law: Law) -> str:
    places = [f"{c.law}, {c.at}" for name in rule.cite if (c := law.citation(name))]
    return f" [{'; '.join(places)}]" if places else ""


def _either(conditions: Conditions) -> str:
    return ", or ".join(_all(block) for block in conditions)


def _all(block: Block) -> str:
    return " and ".join(_test(test) for test in block)


def _test(test: Test) -> str:
    fact = _words(test.fact.replace(".", " / "))
    if test.word == "stated":
        return f"{fact} is {'stated' if test.operands == ('yes',) else 'not stated'}"
    if test.operands == ("unanswered",):
        return f"{fact} is answered"
    pattern = _SAID[test.word]
    if len(test.operands) == 1:
        pattern = pattern.replace("includes neither", "does not include")
    operands = _list([_words(operand) for operand in test.operands], _JOINED_BY.get(test.word, "or"))
    return pattern.format(fact=fact, operands=operands)


def _list(words: list[str], last: str) -> str:
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} {last} {words[-1]}"


def _words(code: str) -> str:
    return code.replace("_", " ")
