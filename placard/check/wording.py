"""How a finding of a rule is worded: its values, its path in the file, and what it rests on."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from placard.derive.case import Path
from placard.derive.subjects import Subject, names_in
from placard.findings import GRAVEST_FIRST
from placard.library.law import Law, Rule
from placard.library.library import Library
from placard.model import UNANSWERED, Venue
from placard.model.facts import Facts, keys_of
from placard.model.values import Duration, LocalText
from placard.phrases.lengths import length_by_language
from placard.read.messages import in_language, slots_of


def shown(value: Any) -> str:
    """Return a value as it stands in a file, for a report in any language."""
    if value is UNANSWERED:
        return "?"
    if value is None or value == ():
        return "–"
    if isinstance(value, tuple):
        return ", ".join(shown(item) for item in value)
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, LocalText):
        return value.first()
    return str(getattr(value, "id", value))


def told(value: Any, library: Library) -> str | Mapping[str, str]:
    """Return a value for a report: a length of time and yes or no in every language, the rest as typed."""
    if isinstance(value, Duration):
        return length_by_language(library, value)
    if isinstance(value, bool):
        key = "yes" if value else "no"
        return {language: labels.words.get(key, key) for language, labels in library.labels.items()}
    return shown(value)


def values_for(rule: Rule, subject: Subject, library: Library) -> dict[str, str | Mapping[str, str]]:
    """Return what the `{names}` of a rule's sentences stand for."""
    facts = names_in(rule.for_each)
    named = {name for sentence in (*rule.say.values(), *rule.ask.values()) for name in slots_of(sentence)}
    values = {name: told(subject.look(facts[name]), library) for name in sorted(named) if name in facts}
    return values | {"rule": rule.id, "subject": subject.label}


def shown_path(venue: Venue, path: Path) -> str:
    """Return a path as an owner would write it: items of a list by their id."""
    steps: list[str] = []
    here: Any = venue
    for step in path:
        if isinstance(step, int):
            here = here[step] if isinstance(here, tuple) and step < len(here) else None
            names = (getattr(here, name, None) for name in ("id", "code", "sign", "role"))
            steps.append(str(next((name for name in names if name), step)))
        else:
            attribute = keys_of(type(here)).get(step) if isinstance(here, Facts) else None
            here = getattr(here, attribute) if attribute else None
            steps.append(step)
    return ".".join(steps)


def source_of(rules: list[Rule], law: Law, language: str) -> str:
    """Say what several rules on one thing rest on, the law before our own."""
    ordered = sorted(rules, key=lambda rule: (rule.basis == "house", GRAVEST_FIRST.index(rule.severity)))
    return "; ".join(_source(rule, law, language) for rule in ordered)


def source_of_words(word: str, law: Law, language: str) -> str:
    """Say what the law of a place refuses certain words for; empty where they are refused by ourselves."""
    names = (
        name
        for pack in law.packs
        if pack.wording
        for name, words in pack.wording.rests_on.items()
        if word in words
    )
    return "; ".join(text for name in names if (text := citation_told(name, law, language)))


def _source(rule: Rule, law: Law, language: str) -> str:
    citations = "; ".join(text for name in rule.cite if (text := citation_told(name, law, language)))
    wording = law.wording
    if wording is None:
        return f"{rule.id}: {citations}"
    kind = "resting" if rule.basis != "house" else "leaning" if citations else "ours"
    pattern = in_language(wording.source[kind], language) or "{rule}"
    return pattern.replace("{rule}", rule.id).replace("{citations}", citations)


def citation_told(name: str, law: Law, language: str) -> str:
    """Name a citation in a language, with how it was seen; empty where there is none."""
    citation = law.citation(name)
    if citation is None:
        return ""
    seen = in_language(law.wording.seen[citation.seen], language) if law.wording else citation.seen
    told = [law.called(each).get(language, each) for each in (citation.law, citation.at)]
    return f"{told[0]}, {told[1]} ({seen})"
