"""What a command tells the person at the keyboard: plain lines, or JSON for a machine."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from placard.findings import GRAVEST_FIRST, Finding, Said, Severity, UserMistake, in_order, said, stops
from placard.read.project import venue_paths
from placard.read.roots import Project
from placard.read.voice import Voice, languages_here


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
    """The end of a command; `languages` is the first of each venue, which its findings are told in."""

    findings: tuple[Finding, ...] = ()
    venues: tuple[VenueOutcome, ...] = ()
    notes: tuple[Said, ...] = ()
    strict: bool = False
    lines: tuple[Said, ...] = ()
    languages: Mapping[str, str] = field(default_factory=dict)
    rows: tuple[Mapping[str, object], ...] = ()
    """What the lines tell, as a machine reads it, where a command has such a table."""

    @property
    def exit_code(self) -> int:
        """0 published (withheld documents are listed) or 1 errors; `--strict` counts open questions too."""
        if stops(self.findings):
            return 1
        open_ones = any(f.severity is Severity.QUESTION for f in self.findings)
        withheld = any(venue.withheld for venue in self.venues)
        return 1 if self.strict and (open_ones or withheld) else 0


def told(outcome: Outcome, project: Project) -> str:
    """Return the report in the form that was asked for, in the languages of `Voice`."""
    form = as_json if project.as_json else as_text
    return form(outcome, Voice.of(project, outcome.languages))


def told_mistake(mistake: UserMistake, project: Project) -> str:
    """Return the report of a command that could not begin its work, or had to stop."""
    return told(Outcome(tuple(mistake.findings), languages=_first_languages(project)), project)


def told_line(line: Said, project: Project) -> str:
    """Return one line told while the work goes on, before it is known what the venues say."""
    return Voice.of(project, _first_languages(project)).tell(line)


def _first_languages(project: Project) -> Mapping[str, str]:
    paths = venue_paths(project.venues)
    return languages_here([path for path in paths if path.stem in project.only] or paths)


def as_text(outcome: Outcome, voice: Voice) -> str:
    """Return the report as lines: findings sorted by file and counted, then what was made."""
    findings = in_order(outcome.findings)
    lines = [_line(finding, voice) for finding in findings]
    lines += [voice.tell(line) for line in outcome.lines]
    for venue in outcome.venues:
        lines += [voice.tell(replace(line, venue=venue.venue)) for line in _venue_lines(venue)]
    lines += [voice.tell(note) for note in outcome.notes]
    lines.append(_count(findings, outcome, voice))
    return "\n".join(lines)


def _line(finding: Finding, voice: Voice) -> str:
    code = "report.line_with_source" if finding.source else "report.line"
    line = said(
        code,
        place=str(finding.place),
        severity=said(f"report.severity_{finding.severity}"),
        message=voice.say(finding),
        source=finding.source,
    )
    return voice.tell(replace(line, venue=finding.venue))


def _venue_lines(venue: VenueOutcome) -> Iterable[Said]:
    total = venue.made + len(venue.withheld)
    yield said("report.made", venue=venue.venue, made=venue.made, n=total)
    for name, language in venue.withheld:
        yield replace(said("report.withheld", document=name, language=language), indent=2)
    for question in venue.questions:
        line = said("report.frees", fact=question.fact, where=question.where, n=question.holds_up)
        yield replace(line, indent=2)


def _count(findings: Sequence[Finding], outcome: Outcome, voice: Voice) -> str:
    counted = [(severity, sum(f.severity is severity for f in findings)) for severity in GRAVEST_FIRST]
    parts = [said(f"report.count_{severity}", n=number) for severity, number in counted if number]
    told = voice.tell(said("report.comma")).join(voice.tell(part) for part in parts)
    end = "report.end" if outcome.exit_code == 0 else "report.end_with_errors"
    return voice.tell(said(end, counts=told or said("report.nothing_to_mend")))


def as_json(outcome: Outcome, voice: Voice) -> str:
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
                    "message": voice.say(finding),
                    "language": voice.language(finding.venue),
                    "values": voice.values(finding),
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
            "notes": [voice.tell(note) for note in outcome.notes],
            "lines": [voice.tell(line) for line in outcome.lines],
            "rows": [dict(row) for row in outcome.rows],
        },
        ensure_ascii=False,
        indent=1,
    )
