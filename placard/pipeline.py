"""The order of steps: read, check, plan, compose, make, prove, publish, report."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from placard.check.packs import pack_findings, unused_citations
from placard.check.run import check as check_venue
from placard.check.words import check_words
from placard.compose.documents import Composer
from placard.compose.venue import ComposedVenue, compose_venue
from placard.derive.case import with_floor
from placard.findings import Finding, UserMistake, stops
from placard.made import Made
from placard.making import crew_for, make
from placard.phrases.facts import Context
from placard.plan.documents import plan as plan_venue
from placard.press.pool import Crew
from placard.prove.run import prove
from placard.publish.fingerprint import Fingerprint
from placard.publish.journal import recover
from placard.publish.lock import hold
from placard.publish.manifest import Entry
from placard.publish.scope import Scope
from placard.publish.swap import publish
from placard.publish.workshop import workshop_of
from placard.read.law import chain
from placard.read.project import Read, read_project
from placard.read.roots import Project
from placard.read.venue import VenueFile
from placard.report import Outcome, told
from placard.shortcut import fingerprint, keep
from placard.site.from_words import site_of
from placard.site.inputs import SiteInput
from placard.telling import explained, outcome_of, planned

Progress = Callable[[str], None]
AS_IT_WAS = "out: nothing to make, everything is as it was"


@dataclass(frozen=True, slots=True)
class Composed:
    """What was read, everything found so far, and the venues that could be composed."""

    read: Read
    findings: tuple[Finding, ...]
    venues: tuple[ComposedVenue, ...]

    @property
    def faulty(self) -> frozenset[str]:
        """The venues that have an error, unreadable ones among them."""
        return with_errors(self.findings) | frozenset(self.read.unreadable)

    @property
    def good(self) -> tuple[ComposedVenue, ...]:
        """The venues that may be published; none while the words themselves have an error."""
        if stops(finding for finding in self.findings if not finding.venue):
            return ()
        return tuple(venue for venue in self.venues if venue.venue_id not in self.faulty)


def build(project: Project, parts: Sequence[str], progress: Progress) -> Outcome:
    """Make, prove and publish; a venue with an error keeps its last good output."""
    recover(project.out)
    before = fingerprint(project, tuple(parts))
    with crew_for(parts, project, workshop_of(project.out).folder / "press") as crew:
        return _built(project, parts, progress, before, crew)


def _built(
    project: Project, parts: Sequence[str], progress: Progress, before: Fingerprint, crew: Crew
) -> Outcome:
    composed = _composed(project)
    checked = _outcome(project, composed, composed.findings)
    if not composed.good or _must_stop(project, composed.faulty) or (project.strict and checked.exit_code):
        return checked
    with hold(project.out) as held:
        staging = held.workshop.folder
        made, site, findings = make(
            composed.read.library, composed.good, parts, staging, project, progress, crew
        )
        progress(f"Proving {len(made)} files")
        made, faults = prove(made, composed.good, site, staging / "proven", crew)
        every = [*composed.findings, *findings, *faults]
        faulty = composed.faulty | with_errors(every)
        if stops(f for f in every if not f.venue) or _must_stop(project, faulty - composed.faulty):
            return _outcome(project, composed, every)
        published = publish(
            {each.path: each.file for each in _of_all_or_none(made, project, faulty)},
            project.out,
            _scope(project, parts, composed, faulty),
            entries=[_entry(each) for each in _of_all_or_none(made, project, faulty)],
            held=held,
        )
    good = tuple(venue.venue_id for venue in composed.good if venue.venue_id not in faulty)
    outcome = _outcome(project, composed, every, good)
    if outcome.exit_code == 0:
        keep(before, project, told(replace(outcome, notes=(AS_IT_WAS,)), project))
    counts = f"out: {published.new} new, {published.changed} changed, {published.removed} removed"
    remarks = _outcome(project, composed, [*every, *published.findings], good)
    return replace(remarks, notes=(f"{counts}, {published.unchanged} as they were",))


def _must_stop(project: Project, faulty: frozenset[str]) -> bool:
    return bool(faulty) and not project.keep_going


def with_errors(findings: Iterable[Finding]) -> frozenset[str]:
    """Return the venues that have an error among these findings."""
    return frozenset(finding.venue for finding in findings if finding.venue and stops([finding]))


_LISTS_OF_VENUES = frozenset({"site/index.html", "site/404.html", "site/sitemap.xml"})


def _of_all_or_none(made: Sequence[Made], project: Project, faulty: frozenset[str]) -> list[Made]:
    """Leave the pages that list all venues as they are while only some of the venues are published."""
    if not project.only and not faulty:
        return list(made)
    return [
        each
        for each in made
        if each.path.as_posix() not in _LISTS_OF_VENUES or not (project.out / each.path).exists()
    ]


def check(project: Project) -> Outcome:
    """Read, check and compose; make nothing."""
    recover(project.out)
    composed = _composed(project)
    return _outcome(project, composed, composed.findings)


def plan(project: Project) -> Outcome:
    """Tell every document with its sheet, its room and the reason it is made."""
    recover(project.out)
    composed = _composed(project)
    return planned(composed.findings, composed.venues, project.strict)


def explain(project: Project) -> Outcome:
    """Tell every value of a venue with its file, its line and who put it there."""
    recover(project.out)
    read = read_project(project)
    return explained(read.findings, read.venues)


def site_input(root: Path) -> SiteInput:
    """Return what the site is made from; raises `UserMistake` with everything that stands in the way."""
    composed = _composed(Project.here(root))
    if stops(composed.findings):
        raise UserMistake(composed.findings)
    return site_of(composed.read.library, composed.good)


def _composed(project: Project) -> Composed:
    """Read and check everything, and compose the venues that have no error so far."""
    read = read_project(project)
    sources = [source for clause in read.library.clauses.values() for source in clause.source]
    packs = read.library.packs
    findings = [
        *read.findings,
        *check_words(read.library, _spoken(read)),
        *pack_findings(packs),
        *unused_citations(packs, sources),
    ]
    if stops(finding for finding in findings if not finding.venue):
        return Composed(read, tuple(findings), ())
    for file in read.venues:
        findings += _judged(file, read, project)
    faulty = {finding.venue for finding in findings if stops([finding])}
    venues = tuple(_compose(read, file) for file in read.venues if file.venue.id not in faulty)
    findings += [replace(f, venue=v.venue_id) for v in venues for w in v.withheld for f in w.findings]
    return Composed(read, tuple(findings), venues)


def _spoken(read: Read) -> frozenset[str] | None:
    """The languages of the venues at hand; all, where there is no venue at all."""
    if not read.venues and not read.unreadable:
        return None
    return frozenset(
        language for file in read.venues for language in (*file.venue.languages, *file.venue.staff_languages)
    )


def _judged(file: VenueFile, read: Read, project: Project) -> Iterable[Finding]:
    found = check_venue(
        file, read.library, project.today, strict=project.strict, language=project.language or "en"
    )
    return [replace(finding, venue=file.venue.id) for finding in found]


def _compose(read: Read, file: VenueFile) -> ComposedVenue:
    law = chain(read.library.packs, file.venue.law)
    kinds = with_floor(read.library.rooms, law, file.venue.type)
    context = Context(file.venue, law, kinds, notices=read.library.notices(), presets=read.library.activities)
    return compose_venue(Composer(read.library, context), plan_venue(read.library, context))


def _outcome(
    project: Project, composed: Composed, findings: Iterable[Finding], published: tuple[str, ...] = ()
) -> Outcome:
    return outcome_of(findings, composed.venues, composed.read.venues, published, project.strict)


def _scope(project: Project, parts: Sequence[str], composed: Composed, faulty: frozenset[str]) -> Scope:
    """A command for some venues or some parts leaves the rest of `out/` as it is."""
    only = frozenset(venue.venue_id for venue in composed.good) if project.only else None
    return Scope(roots=frozenset(parts), only=only, keep=faulty)


def _entry(made: Made) -> Entry:
    return Entry(
        path=made.path.as_posix(),
        kind=made.kind,
        venue=made.venue,
        languages=made.languages,
        sheet=made.sheet,
        pages=made.pages,
        code=made.code,
        reason=made.reason,
    )
