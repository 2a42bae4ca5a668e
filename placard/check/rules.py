"""One rule held against everything it looks at."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from enum import Enum

from placard.check.conditions import Look, both, holds, opposite, unknown_facts
from placard.derive.case import Case
from placard.derive.shapes import typed
from placard.derive.subjects import Subject, facts_of, subjects
from placard.library.conditions import Truth
from placard.library.law import Collection, Example, Rule
from placard.model import UNANSWERED

# Where nobody has said what there is, a rule over it would pass on nothing.
_NEEDS: Mapping[Collection, tuple[str, ...]] = {
    "rooms": ("rooms",),
    "ways_in": ("rooms", "cameras"),
    "cameras": ("cameras",),
    "activities": ("activities",),
    "partners": ("partners",),
    "staff_roles": ("staff.roles",),
}


class Outcome(Enum):
    """What comes of one rule and one subject."""

    APART = "the rule is not about it"
    KEPT = "kept"
    BROKEN = "broken"
    OPEN = "whether the rule is about it is unknown"
    UNANSWERED = "what the rule demands is unknown"


@dataclass(frozen=True, slots=True)
class Verdict:
    """The outcome for one subject, with the facts that would decide it."""

    rule: Rule
    subject: Subject
    outcome: Outcome
    waits_for: tuple[str, ...] = ()


def outcome(rule: Rule, look: Look) -> Outcome:
    """Hold a rule against facts; what is kept anyway is not asked about."""
    about = _about(rule, look)
    if about is Truth.NO:
        return Outcome.APART
    kept = holds((rule.must,), look)
    match about, kept:
        case _, Truth.YES:
            return Outcome.KEPT
        case Truth.UNKNOWN, _:
            return Outcome.OPEN
        case _, Truth.NO:
            return Outcome.BROKEN
        case _:
            return Outcome.UNANSWERED


def verdicts(rule: Rule, case: Case) -> Iterator[Verdict]:
    """Hold a rule that demands something against every item of its collection."""
    yield from _open_collection(rule, case)
    for subject in subjects(case, rule.for_each):
        result = outcome(rule, subject.look)
        if result is Outcome.OPEN:
            yield Verdict(rule, subject, result, _waits_for(rule, subject.look))
        elif result is Outcome.UNANSWERED:
            yield Verdict(rule, subject, result, unknown_facts((rule.must,), subject.look))
        else:
            yield Verdict(rule, subject, result)


def asked_about(rule: Rule, case: Case) -> Iterator[Verdict]:
    """Hold a rule that asks against what it is about: once is enough to ask."""
    yield from _open_collection(rule, case)
    about = [(subject, _about(rule, subject.look)) for subject in subjects(case, rule.for_each)]
    meant = [subject for subject, truth in about if truth is Truth.YES]
    if meant:
        answer = case.venue.answers.get(rule.id)
        given = answer is not None and UNANSWERED not in (answer.answer, answer.by, answer.date)
        # One question for all of them, and it names each; what else it names is true of the first.
        named = replace(meant[0], label=", ".join(subject.label for subject in meant))
        yield Verdict(rule, named, Outcome.KEPT if given else Outcome.UNANSWERED)
        return
    for subject, truth in about:
        if truth is Truth.UNKNOWN:
            yield Verdict(rule, subject, Outcome.OPEN, _waits_for(rule, subject.look))


def look_over(example: Example, collection: Collection) -> Look:
    """Return a way to look facts up in an example of a rule; what it leaves out is unanswered."""
    shapes = facts_of(collection)
    facts = {fact: typed(shapes[fact], written) for fact, written in example.items()}
    return lambda fact: facts.get(fact, UNANSWERED)


def _about(rule: Rule, look: Look) -> Truth:
    except_for = holds(rule.unless, look) if rule.unless else Truth.NO
    return both((holds(rule.when, look), opposite(except_for)))


def _waits_for(rule: Rule, look: Look) -> tuple[str, ...]:
    waiting = unknown_facts(rule.when, look) if holds(rule.when, look) is Truth.UNKNOWN else ()
    return tuple(dict.fromkeys((*waiting, *unknown_facts(rule.unless, look))))


def _open_collection(rule: Rule, case: Case) -> Iterator[Verdict]:
    whole = subjects(case, "venue")[0]
    facts = tuple(need for need in _NEEDS.get(rule.for_each, ()) if whole.look(need) is UNANSWERED)
    if facts:
        yield Verdict(rule, whole, Outcome.OPEN, facts)
