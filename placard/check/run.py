"""Everything that is to be said of a venue: broken rules, open questions, references, waivers."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from placard.check.brand import brand_findings
from placard.check.departures import departure_findings
from placard.check.grounds import ground_findings
from placard.check.ownpromises import own_promise_findings
from placard.check.ownsigns import own_sign_findings
from placard.check.phones import phone_findings
from placard.check.references import reference_findings
from placard.check.rules import Outcome, Verdict, asked_about, verdicts
from placard.check.turns import turn_findings
from placard.check.waivers import answer_findings, set_aside, waiver_findings
from placard.check.wording import shown_path, source_of, values_for
from placard.derive.case import Case, Path
from placard.findings import GRAVEST_FIRST, Finding, Severity, field_name, in_order
from placard.library.law import Law, Rule
from placard.library.library import Library
from placard.model.paths import field_at
from placard.phrases.context import Context
from placard.read.found import found
from placard.read.law import chain
from placard.read.messages import filled
from placard.read.venue import VenueFile


@dataclass(frozen=True, slots=True)
class _Bench:
    """What every finding of one run needs: the file, its law, and how the report is worded."""

    file: VenueFile
    law: Law
    case: Case
    strict: bool
    language: str
    library: Library


def check(
    file: VenueFile,
    library: Library,
    as_of: date,
    *,
    strict: bool = False,
    language: str = "en",
) -> list[Finding]:
    """Check one venue; under `strict` what a rule demands and nobody answered counts as broken."""
    about_itself = reference_findings(file, library, as_of)
    if any(finding.code == "check.repeated_room" for finding in about_itself):
        # Which of the two a door leads to or a camera sees, no rule can know.
        return in_order(about_itself)
    law = chain(library.packs, file.venue.law)
    case = Case.of(file.venue, law, library.rooms, library.notices(), as_of, library.activities)
    bench = _Bench(file, law, case, strict, language, library)
    rules = law.rules_on(as_of)
    demanded = [verdict for rule in rules if not rule.ask for verdict in verdicts(rule, case)]
    asked = [verdict for rule in rules if rule.ask for verdict in asked_about(rule, case)]
    kept, waived = set_aside(file, demanded + asked, as_of)
    findings = [
        *_broken(bench, kept),
        *_questions(bench, kept),
        *_asks(bench, kept),
        *waived,
        *waiver_findings(file, law, as_of),
        *departure_findings(file, as_of),
        *answer_findings(file, law, library.packs.values()),
        *about_itself,
        *brand_findings(file),
        *phone_findings(file),
        *ground_findings(file, law, library),
        *own_sign_findings(file, library, law),
        *turn_findings(file, case, as_of, language),
        *own_promise_findings(file, library, _context(bench)),
        *_status(bench),
    ]
    return in_order(findings)


def _context(bench: _Bench) -> Context:
    """What the words of this place would be made from."""
    case, library = bench.case, bench.library
    return Context(case.venue, bench.law, case.kinds, notices=library.notices(), presets=library.activities)


def _broken(bench: _Bench, every: Iterable[Verdict]) -> Iterator[Finding]:
    """One finding for twins: a law and the house on one camera say one thing."""
    groups: dict[tuple[str, Path, str], list[Verdict]] = {}
    for verdict in every:
        if verdict.outcome is Outcome.BROKEN:
            root = verdict.rule.same_as or verdict.rule.id
            subject = verdict.subject
            groups.setdefault((root, subject.path, subject.label), []).append(verdict)
    said_once: dict[tuple[str, Path, str], list[list[Verdict]]] = {}
    for twins in groups.values():
        first = min(twins, key=lambda verdict: _rank(verdict.rule))
        rule, subject = first.rule, first.subject
        path = subject.path_of(rule.points_at) if rule.points_at else subject.path
        same = {
            name: value
            for name, value in values_for(rule, subject, bench.library).items()
            if name != "subject"
        }
        said_once.setdefault((rule.id, path, str(sorted(same.items()))), []).append(twins)
    for (_, path, _), alike in said_once.items():
        twins = alike[0]
        rule = min(twins, key=lambda verdict: _rank(verdict.rule)).rule
        labels = ", ".join(dict.fromkeys(each[0].subject.label for each in alike))
        yield Finding(
            code=rule.id,
            severity=rule.severity,
            place=bench.file.place(path),
            values=values_for(rule, twins[0].subject, bench.library) | {"subject": labels},
            texts=rule.say,
            source=source_of([verdict.rule for verdict in twins], bench.law, bench.language),
            venue=bench.case.venue.id,
        )


def _rank(rule: Rule) -> tuple[int, bool]:
    """The gravest first, and of two alike the one that names a law."""
    return GRAVEST_FIRST.index(rule.severity), rule.basis == "house"


def _questions(bench: _Bench, every: Iterable[Verdict]) -> Iterator[Finding]:
    """One question for each fact that is missing, however many rules wait for it."""
    waiting: dict[Path, list[Verdict]] = {}
    for verdict in every:
        for fact in verdict.waits_for:
            several = waiting.setdefault(verdict.subject.asks(fact), [])
            several.append(verdict)
    for path, several in waiting.items():
        rules = sorted({verdict.rule.id: verdict.rule for verdict in several}.values(), key=_rank)
        demanding = [verdict.rule for verdict in several if verdict.outcome is Outcome.UNANSWERED]
        yield Finding(
            code=_question_about(path),
            severity=_severity(bench, demanding),
            place=bench.file.place(path),
            values={
                "fact": shown_path(bench.case.venue, path),
                "name": field_name(path),
                "rules": ", ".join(rule.id for rule in rules),
                "title": rules[0].title.get(bench.language, rules[0].id),
            },
            venue=bench.case.venue.id,
        )


def _question_about(path: Path) -> str:
    """Choose the sentence: what an answer looks like depends on the field."""
    field = field_at(path)
    if field is not None and field.is_switch:
        return "check.question_switch"
    return "check.question_or_none" if field is not None and field.may_be_none else "check.question"


def _asks(bench: _Bench, every: Iterable[Verdict]) -> Iterator[Finding]:
    for verdict in every:
        rule = verdict.rule
        if rule.ask and verdict.outcome is Outcome.UNANSWERED:
            values = values_for(rule, verdict.subject, bench.library)
            asked = {language: filled(words, values, language) for language, words in rule.ask.items()}
            yield Finding(
                code="check.ask",
                severity=_severity(bench, [rule]),
                place=bench.file.place(("answers", rule.id)),
                values=values | {"question": asked},
                source=source_of([rule], bench.law, bench.language),
                venue=bench.case.venue.id,
            )


def _severity(bench: _Bench, demanding: list[Rule]) -> Severity:
    if not bench.strict or not demanding:
        return Severity.QUESTION
    return min(demanding, key=_rank).severity


def _status(bench: _Bench) -> Iterator[Finding]:
    """A draft is said once in every run, and never on a sign."""
    place = bench.file.place(("law",))
    for pack in bench.law.packs:
        if pack.status == "withdrawn":
            yield found("check.pack_withdrawn", place, Severity.WARNING, pack=pack.id)
    if drafts := [pack.id for pack in bench.law.packs if pack.status == "draft"]:
        yield found("check.pack_draft", place, Severity.INFO, packs=", ".join(drafts))
