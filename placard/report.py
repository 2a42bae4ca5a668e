"""What a command tells the person at the keyboard: plain lines, or JSON for a machine."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from placard.findings import (
    GRAVEST_FIRST,
    Finding,
    Said,
    Severity,
    UserMistake,
    field_name,
    in_order,
    said,
    stops,
)
from placard.publish.walls import NOTHING, Wall
from placard.read.project import venue_paths
from placard.read.roots import Project
from placard.read.voice import Voice, languages_here

NEXT_ANSWERS = 3
"""So many answers are counted in the first line; more only until the last of them frees something."""


@dataclass(frozen=True, slots=True)
class OpenQuestion:
    """A fact nobody has answered, where the answer would stand, and what waits for it.

    `frees` are the documents that nothing keeps back once this and every question before it is
    answered; where there are none, `further` counts the answers after it that free something with it.
    `line` is what to type, with an example for the answer.
    """

    venue: str
    fact: str
    where: str
    holds_up: int
    line: str = ""
    frees: tuple[str, ...] = ()
    further: int = 0


@dataclass(frozen=True, slots=True)
class Held:
    """A document that is not made, and the facts it waits for."""

    document: str
    language: str
    waits_for: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Reached:
    """How much of a level there is: documents by name, however many sheets or languages they have."""

    level: Mapping[str, str]
    made: int
    total: int


@dataclass(frozen=True, slots=True)
class VenueOutcome:
    """What was made for one venue and what was not."""

    venue: str
    made: int
    withheld: tuple[Held, ...] = ()
    questions: tuple[OpenQuestion, ...] = ()
    published: bool = False
    levels: tuple[Reached, ...] = ()
    wall: Wall = NOTHING


@dataclass(frozen=True, slots=True)
class Outcome:
    """The end of a command; `languages` is the first of each venue, which its findings are told in.

    A `brief` one tells of each venue only how far it is and the next few answers.
    """

    findings: tuple[Finding, ...] = ()
    venues: tuple[VenueOutcome, ...] = ()
    notes: tuple[Said, ...] = ()
    strict: bool = False
    lines: tuple[Said, ...] = ()
    languages: Mapping[str, str] = field(default_factory=dict)
    rows: tuple[Mapping[str, object], ...] = ()
    """What the lines tell, as a machine reads it, where a command has such a table."""
    brief: bool = False

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
        lines += [voice.tell(replace(line, venue=venue.venue)) for line in _venue_lines(venue, outcome.brief)]
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


def _venue_lines(venue: VenueOutcome, brief: bool) -> Iterable[Said]:
    yield _in_all(venue)
    if changes := _on_the_wall(venue.wall):
        yield replace(said("report.wall", changes=changes), indent=2)
    if not venue.withheld:
        return
    for each in venue.levels:
        yield replace(said("report.level", level=each.level, made=each.made, n=each.total), indent=2)
    for held in () if brief else venue.withheld:
        facts = ", ".join(held.waits_for)
        code = "report.withheld_for" if facts else "report.withheld"
        line = said(code, document=held.document, language=held.language, facts=facts)
        yield replace(line, indent=2)
    for number, question in enumerate(venue.questions[: len(_next(venue)) if brief else None], 1):
        yield replace(_answer(number, question), indent=2)


def _on_the_wall(wall: Wall) -> Said | None:
    """What hangs and has to be seen to, on one line; nothing where all of it still holds."""
    renewed = [said("report.wall_code", sheet=sheet, old=old, new=new) for sheet, old, new in wall.replace]
    parts = [said("report.wall_replace", sheets=_listed(renewed))] if renewed else []
    if wall.new:
        parts.append(said("report.wall_new", sheets=", ".join(wall.new)))
    if wall.take_down:
        parts.append(said("report.wall_gone", sheets=", ".join(wall.take_down)))
    return _listed(parts, "report.wall_then") if parts else None


def _listed(parts: Sequence[Said], between: str = "report.wall_and") -> Said:
    whole = parts[0]
    for part in parts[1:]:
        whole = said(between, first=whole, second=part)
    return whole


def _in_all(venue: VenueOutcome) -> Said:
    """How many documents there are, and what the next few answers add."""
    total = venue.made + len(venue.withheld)
    next_ones = _next(venue)
    more = sum(len(question.frees) for question in next_ones)
    if not venue.withheld:
        return said("report.made", venue=venue.venue, made=venue.made, n=total)
    if not more:
        return said("report.print", venue=venue.venue, made=venue.made, n=total)
    free = said("report.answers_free", n=len(next_ones), more=more)
    return said("report.print_and_more", venue=venue.venue, made=venue.made, n=total, answers=free)


def _next(venue: VenueOutcome) -> tuple[OpenQuestion, ...]:
    """The next few answers: so many that the last of them frees something."""
    answers = NEXT_ANSWERS
    while answers < len(venue.questions) and not venue.questions[answers - 1].frees:
        answers += 1
    return venue.questions[:answers]


def _answer(number: int, question: OpenQuestion) -> Said:
    return said(
        "report.frees" if question.frees else "report.frees_later",
        number=number,
        where=question.where,
        fact=question.fact,
        name=field_name(question.fact.split(".")),
        line=question.line,
        documents=", ".join(dict.fromkeys(question.frees)),
        n=question.further,
    )


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
                    "wall": {
                        "replace": [
                            {"sheet": sheet, "old": old, "new": new} for sheet, old, new in venue.wall.replace
                        ],
                        "new": venue.wall.new,
                        "take_down": venue.wall.take_down,
                    },
                    "levels": [
                        {"level": dict(each.level), "made": each.made, "total": each.total}
                        for each in venue.levels
                    ],
                    "withheld": [
                        {"document": each.document, "language": each.language, "waits_for": each.waits_for}
                        for each in venue.withheld
                    ],
                    "questions": [
                        {
                            "fact": q.fact,
                            "where": q.where,
                            "line": q.line,
                            "holds_up": q.holds_up,
                            "frees": q.frees,
                            "further": q.further,
                        }
                        for q in venue.questions
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
