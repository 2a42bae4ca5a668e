"""House rules a venue has set aside, and answers to what a rule asks."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from placard.check.nearest import nearest
from placard.check.rules import Outcome, Verdict
from placard.findings import Finding, Severity
from placard.library.law import Law, Pack, Rule
from placard.model.venue import Waiver
from placard.read.found import found
from placard.read.nodes import Origin
from placard.read.venue import VenueFile


def set_aside(file: VenueFile, every: Iterable[Verdict], as_of: date) -> tuple[list[Verdict], list[Finding]]:
    """Part the verdicts that stand from those a waiver covers; what is covered is still told."""
    covering = {waiver.rule: (number, waiver) for number, waiver in enumerate(file.venue.waivers)}
    standing: list[Verdict] = []
    findings: list[Finding] = []
    for verdict in every:
        number, waiver = covering.get(verdict.rule.id, (0, None))
        if waiver is None or not may_be_waived(verdict.rule) or waiver.until < as_of:
            standing.append(verdict)
        elif verdict.outcome is Outcome.BROKEN:
            findings.append(
                found(
                    "check.waived",
                    file.place(("waivers", number)),
                    Severity.INFO,
                    rule=verdict.rule.id,
                    subject=verdict.subject.label,
                    until=waiver.until.isoformat(),
                    signed_by=waiver.signed_by,
                    because=waiver.because,
                )
            )
    return standing, findings


def may_be_waived(rule: Rule) -> bool:
    """Only what is ours may be set aside, and of that not the floor."""
    return rule.basis == "house" and rule.waivable


def waiver_findings(file: VenueFile, law: Law, as_of: date) -> Iterator[Finding]:
    """Tell which waivers do nothing, and why."""
    rules = {rule.id: rule for rule in law.rules}
    for number, waiver in enumerate(file.venue.waivers):
        place = file.place(("waivers", number))
        told = _told(waiver, rules.get(waiver.rule), as_of)
        if told == "check.waiver_unknown":
            near = nearest(waiver.rule, rules)
            yield found(told, place, Severity.WARNING, rule=waiver.rule, near=near)
        elif told:
            yield found(told, place, Severity.WARNING, rule=waiver.rule, until=waiver.until.isoformat())


def _told(waiver: Waiver, rule: Rule | None, as_of: date) -> str:
    if rule is None:
        return "check.waiver_unknown"
    if rule.basis != "house":
        return "check.waiver_of_law"
    if not rule.waivable:
        return "check.waiver_never"
    return "check.waiver_expired" if waiver.until < as_of else ""


def answer_findings(file: VenueFile, law: Law, packs: Iterable[Pack]) -> Iterator[Finding]:
    """Tell which answers belong to no question of this law.

    A chain under several laws may answer for all its branches what one law asks.
    """
    asking = [rule.id for rule in law.rules if rule.ask]
    elsewhere = {rule.id for pack in packs for rule in pack.rules if rule.ask}
    for name in file.venue.answers:
        shared = file.origin(("answers", name)) is Origin.SHARED and name in elsewhere
        if name not in asking and not shared:
            place = file.place(("answers", name))
            yield found(
                "check.answer_unknown", place, Severity.WARNING, rule=name, near=nearest(name, asking)
            )
