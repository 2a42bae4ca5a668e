"""What a command tells the person at the keyboard: plain lines, or JSON for a machine."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from placard.findings import GRAVEST_FIRST, Finding, Severity, UserMistake, in_order, stops
from placard.read.messages import LAST_RESORT, Messages
from placard.read.roots import Project


@dataclass(frozen=True, slots=True)
class OpenQuestion:
    """A fact nobody has answered, where the answer would stand, and what waits for it."""

    venue: str
    fact: str
    where: str
    holds_up: int


@dataclass(frozen=True, slots=True)
class VenueOutcome:
    """What was made for one venue and what was not."""

    venue: str
    made: int
    withheld: tuple[tuple[str, str], ...] = ()
    questions: tuple[OpenQuestion, ...] = ()
    published: bool = False


@dataclass(frozen=True, slots=True)
class Outcome:
    """The end of a command."""

    findings: tuple[Finding, ...] = ()
    venues: tuple[VenueOutcome, ...] = ()
    notes: tuple[str, ...] = ()
    strict: bool = False
    lines: tuple[str, ...] = field(default=())

    @property
    def exit_code(self) -> int:
        """0 published (withheld documents are listed) or 1 errors; `--strict` counts open questions too."""
        if stops(self.findings):
            return 1
        open_ones = any(f.severity is Severity.QUESTION for f in self.findings)
        withheld = any(venue.withheld for venue in self.venues)
        return 1 if self.strict and (open_ones or withheld) else 0


def told(outcome: Outcome, project: Project) -> str:
    """Return the report in the form and language that was asked for."""
    language = project.language or LAST_RESORT
    messages = Messages.load(project.content, language)
    form = as_json if project.as_json else as_text
    return form(outcome, messages, language)


def told_mistake(mistake: UserMistake, project: Project) -> str:
    """Return the report of a command that could not begin its work, or had to stop."""
    return told(Outcome(tuple(mistake.findings)), project)


def as_text(outcome: Outcome, messages: Messages, language: str) -> str:
    """Return the report as lines: findings sorted by file and counted, then what was made."""
    findings = in_order(outcome.findings)
    lines = [_line(finding, messages, language) for finding in findings]
    lines += outcome.lines
    for venue in outcome.venues:
        lines += _venue_lines(venue)
    lines += outcome.notes
    lines.append(_count(findings, outcome))
    return "\n".join(lines)


def _line(finding: Finding, messages: Messages, language: str) -> str:
    source = f" [{finding.source}]" if finding.source else ""
    return f"{finding.place}: {finding.severity}: {messages.say(finding, language)}{source}"


def _venue_lines(venue: VenueOutcome) -> Iterable[str]:
    total = venue.made + len(venue.withheld)
    yield f"{venue.venue}: {venue.made} of {total} documents made"
    for name, language in venue.withheld:
        yield f"  withheld: {name} ({language})"
    for question in venue.questions:
        yield f"  answer {question.fact} at {question.where}: frees up to {question.holds_up} more"


def _count(findings: Sequence[Finding], outcome: Outcome) -> str:
    counted = [(severity, sum(f.severity is severity for f in findings)) for severity in GRAVEST_FIRST]
    told = ", ".join(f"{number} {_plural(severity, number)}" for severity, number in counted if number)
    return (told or "nothing to mend") + ("." if outcome.exit_code == 0 else "; exit 1.")


def _plural(severity: Severity, number: int) -> str:
    return str(severity) if number == 1 or severity is Severity.INFO else f"{severity}s"


def as_json(outcome: Outcome, messages: Messages, language: str) -> str:
    """Return the report as one JSON object with the same findings, in the same order."""
    return json.dumps(
        {
            "exit_code": outcome.exit_code,
            "findings": [
                {
                    "code": finding.code,
                    "severity": str(finding.severity),
                    "file": finding.place.file,
                    "line": finding.place.line,
                    "message": messages.say(finding, language),
                    "values": dict(finding.values),
                    "source": finding.source,
                    "venue": finding.venue,
                }
                for finding in in_order(outcome.findings)
            ],
            "venues": [
                {
                    "venue": venue.venue,
                    "made": venue.made,
                    "published": venue.published,
                    "withheld": [{"document": name, "language": lang} for name, lang in venue.withheld],
                    "questions": [
                        {"fact": q.fact, "where": q.where, "holds_up": q.holds_up} for q in venue.questions
                    ],
                }
                for venue in outcome.venues
            ],
            "notes": list(outcome.notes),
            "lines": list(outcome.lines),
        },
        ensure_ascii=False,
        indent=1,
    )
