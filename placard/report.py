"""What a command tells the person at the keyboard: plain lines, in their language."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from placard.findings import (
    GRAVEST_FIRST,
    Finding,
    Said,
    UserMistake,
    said,
)
from placard.gathering import Gathered, gathered, standing_alike
from placard.machine import as_json
from placard.outcome import Outcome
from placard.read.roots import Project, venue_paths
from placard.read.voice import Voice, languages_here
from placard.standing import lines_of


def told(outcome: Outcome, project: Project) -> str:
    """Return the report in the form that was asked for, in the languages of `Voice`."""
    form = as_json if project.as_json else as_text
    languages = {**outcome.languages, **{chain.id: chain.language for chain in outcome.chains}}
    return form(outcome, Voice.of(project, languages))


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
    told = gathered(outcome.findings, outcome.chains)
    findings = [each.finding for each in told]
    lines = [_line(each, voice) for each in told]
    lines += [voice.tell(line) for line in outcome.lines]
    for venue, alike in standing_alike(outcome.venues, outcome.chains):
        speaks = alike.chain.id if alike else venue.venue
        every = lines_of(venue, outcome.brief, alike)
        lines += [voice.tell(replace(line, venue=speaks)) for line in every]
    lines += [voice.tell(note) for note in outcome.notes]
    lines.append(_count(findings, outcome, voice))
    return "\n".join(lines)


def _line(told: Gathered, voice: Voice) -> str:
    finding = told.finding
    code = "report.line_with_source" if finding.source else "report.line"
    line = said(
        code,
        place=str(finding.place),
        severity=said(f"report.severity_{finding.severity}"),
        message=said(told.code, message=voice.say(finding), n=len(told.branches), **told.values)
        if told.branches
        else voice.say(finding),
        source=finding.source,
    )
    return voice.tell(replace(line, venue=finding.venue))


def _count(findings: Sequence[Finding], outcome: Outcome, voice: Voice) -> str:
    counted = [(severity, sum(f.severity is severity for f in findings)) for severity in GRAVEST_FIRST]
    parts = [said(f"report.count_{severity}", n=number) for severity, number in counted if number]
    told = voice.tell(said("report.comma")).join(voice.tell(part) for part in parts)
    end = "report.end" if outcome.exit_code == 0 else "report.end_with_errors"
    return voice.tell(said(end, counts=told or said("report.nothing_to_mend")))
