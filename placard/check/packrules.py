"""What is wrong with one rule: facts nobody knows, too sure a source, law claimed by the house."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from difflib import get_close_matches

from placard.derive.shapes import Shape, suits, typed
from placard.derive.subjects import facts_of, names_in
from placard.findings import GRAVEST_FIRST, Finding, Place, Said, Severity, said
from placard.library.law import Citation, Rule
from placard.library.wording import Wording
from placard.read.found import found
from placard.read.messages import slots_of

CAP = {
    "text": Severity.ERROR,
    "excerpt": Severity.ERROR,
    "secondary": Severity.WARNING,
    "recalled": Severity.INFO,
}


def rule_findings(
    rule: Rule, citations: Mapping[str, Citation], wording: Wording | None
) -> Iterator[Finding]:
    """Check a rule against the facts there are, its sources, and what the house may say."""
    yield from _facts(rule)
    yield from _names(rule)
    yield from _examples(rule)
    yield from _sources(rule, citations)
    if rule.basis == "house" and wording:
        yield from _claims(rule, wording)


def _facts(rule: Rule) -> Iterator[Finding]:
    facts = facts_of(rule.for_each)
    for block in (*rule.when, *rule.unless, rule.must):
        for test in block:
            shape = facts.get(test.fact)
            if shape is None:
                yield _no_such_fact(rule, test.fact, test.place)
            elif not suits(test, shape):
                yield found(
                    "content.test_does_not_suit",
                    test.place,
                    fact=test.fact,
                    word=test.word,
                    shape=_named(shape),
                )
    for fact in filter(None, (rule.points_at, *rule.fails, *rule.passes)):
        if fact not in facts:
            yield _no_such_fact(rule, fact, rule.place)


def _no_such_fact(rule: Rule, fact: str, place: Place) -> Finding:
    near = _near(fact, facts_of(rule.for_each))
    return found("content.rule_fact", place, rule=rule.id, fact=fact, near=near)


def _near(name: str, known: Iterable[str]) -> str:
    return get_close_matches(name, sorted(known), n=1, cutoff=0.0)[0]


def _names(rule: Rule) -> Iterator[Finding]:
    names = names_in(rule.for_each)
    for sentence in (*rule.say.values(), *rule.ask.values()):
        for name in sorted(slots_of(sentence) - {"subject"} - set(names)):
            near = _near(name, names)
            yield found("content.no_such_name", rule.place, rule=rule.id, name=name, near=near)


def _examples(rule: Rule) -> Iterator[Finding]:
    facts = facts_of(rule.for_each)
    for fact, written in (*rule.fails.items(), *rule.passes.items()):
        if fact not in facts:
            continue
        try:
            typed(facts[fact], written)
        except ValueError:
            yield found(
                "content.example_value", rule.place, fact=fact, found=str(written), shape=_named(facts[fact])
            )


def _named(shape: Shape) -> Said:
    return said(f"words.shape_{shape}")


def _sources(rule: Rule, citations: Mapping[str, Citation]) -> Iterator[Finding]:
    for name in rule.cite:
        if name not in citations:
            yield found("content.no_such_citation", rule.place, what=rule.id, citation=name)
    if rule.basis == "house":
        return
    known = [citations[name] for name in rule.cite if name in citations]
    if not known:
        yield found("content.rule_without_citation", rule.place, rule=rule.id)
        return
    # A rule stands on all its citations, so the one that was seen worst decides.
    worst = max(known, key=lambda citation: GRAVEST_FIRST.index(CAP[citation.seen]))
    most = CAP[worst.seen]
    if GRAVEST_FIRST.index(rule.severity) < GRAVEST_FIRST.index(most):
        yield found("content.too_severe", rule.place, citation=worst.id, seen=worst.seen, most=most)


def _claims(rule: Rule, wording: Wording) -> Iterator[Finding]:
    """A rule of our own claims nothing about the law, in any language."""
    for words in (rule.title, rule.ask, rule.say):
        for language, sentence in words.items():
            if language not in wording.never_said:
                yield found("content.no_forbidden_words", rule.place, language=language)
            for word in wording.never_said.get(language, ()):
                if _stands_in(word, sentence, language in wording.unspaced):
                    yield found("content.house_says_law", rule.place, word=word, language=language)


def _stands_in(word: str, sentence: str, unspaced: bool) -> bool:
    if unspaced:
        return word in sentence
    return re.search(rf"(?<!\w){re.escape(word)}(?!\w)", sentence, re.IGNORECASE) is not None
