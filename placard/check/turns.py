"""What begins or ends for one venue around a day: rules of its law that are about it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from placard.check.rules import Outcome, asked_about, verdicts
from placard.check.watched import window
from placard.check.wording import source_of
from placard.derive.case import Case
from placard.derive.dates import due
from placard.findings import Finding, Said, Severity, said
from placard.library.law import Rule
from placard.read.venue import VenueFile

_KEPT = (Outcome.KEPT, Outcome.APART)


def turn_findings(file: VenueFile, case: Case, as_of: date, language: str) -> Iterator[Finding]:
    """Tell on a line for each day which rules begin or end then, and which of those to come are not kept."""
    law = case.law
    ahead, after = window(law)
    days: dict[tuple[date, str], list[Rule]] = {}
    for rule in (rule for pack in law.packs for rule in pack.rules if rule.dated):
        for day, word in ((rule.begins, "begin"), (rule.ends, "end")):
            if day and as_of <= due(day, after) and day <= due(as_of, ahead):
                days.setdefault((day, word), []).append(rule)
    # What ended because another rule took its place is told with that one.
    replaced = {rule.replaces for rule in law.rules_on(as_of)}
    for (day, word), rules in sorted(days.items()):
        told = list({rule.id: rule for rule in rules if _is_about(rule, case)}.values())
        if day < as_of and word == "end":
            told = [rule for rule in told if rule.id not in replaced]
        if not told:
            continue
        values: dict[str, str | Said | Mapping[str, str]] = {"day": day.isoformat(), "rules": _named(told)}
        code = _code(word, day, as_of)
        if code == "check.rules_to_come" and (wanting := [rule for rule in told if not _is_kept(rule, case)]):
            code = "check.rules_to_come_open"
            values["open"] = ", ".join(rule.id for rule in wanting)
        place, source = file.place(("law",)), source_of(told, law, language)
        yield Finding(code, Severity.INFO, place, values, source=source)


def _code(word: str, day: date, as_of: date) -> str:
    if word == "begin":
        return "check.rules_to_come" if day > as_of else "check.rules_begun"
    return "check.rules_ending" if day >= as_of else "check.rules_ended"


def _is_about(rule: Rule, case: Case) -> bool:
    every = asked_about(rule, case) if rule.ask else verdicts(rule, case)
    return any(verdict.outcome is not Outcome.APART for verdict in every)


def _is_kept(rule: Rule, case: Case) -> bool:
    every = asked_about(rule, case) if rule.ask else verdicts(rule, case)
    return all(verdict.outcome in _KEPT for verdict in every)


def _named(rules: Sequence[Rule]) -> Said:
    """Name rules with their titles, in a row."""
    whole, *others = [_titled(rule) for rule in rules]
    for each in others:
        whole = said("words.and_then", first=whole, second=each)
    return whole


def _titled(rule: Rule) -> Said:
    if rule.replaces and rule.replaces != rule.id:
        return said("words.rule_in_place_of", rule=rule.id, other=rule.replaces, title=rule.title)
    return said("words.rule_titled", rule=rule.id, title=rule.title)
