"""The order of steps: read, check, plan, compose, make, prove, publish, report."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from placard.begun import with_errors
from placard.beside import Beside
from placard.chains.zips import HOLDS as PACKED
from placard.chains.zips import ROOT as ZIPS
from placard.compose.venue import ComposedVenue
from placard.composing import Composed, compose, context_of
from placard.deviating import deviated
from placard.explain.told import every_value, explained
from placard.findings import Finding, Said, UserMistake, said, stops
from placard.listing import Lists, manifest_of_before, with_lists
from placard.made import ALL_HOLDS, Made
from placard.making import begin, make
from placard.outcome import Outcome
from placard.planned import planned
from placard.press.pool import Crew
from placard.prove.run import prove
from placard.prove.sought import Sought
from placard.publish.fingerprint import Fingerprint
from placard.publish.journal import recover
from placard.publish.lock import hold
from placard.publish.manifest import Entry
from placard.publish.scope import Scope
from placard.publish.swap import publish
from placard.publish.walls import walls
from placard.publish.workshop import workshop_of
from placard.read.project import read_project
from placard.read.roots import Project
from placard.report import told
from placard.shortcut import keep
from placard.site.from_words import site_of
from placard.site.inputs import SiteInput
from placard.surveying import survey
from placard.telling import outcome_of

Progress = Callable[[Said], None]
AS_IT_WAS = Said("report.as_it_was")


def build(
    project: Project, parts: Sequence[str], progress: Progress, crew: Crew, before: Beside[Fingerprint]
) -> Outcome:
    """Make, prove and publish with the help of a crew; a venue with an error keeps its last good output.

    `before` is the fingerprint of what is about to be read; nothing is read until it has been taken.
    """
    recover(project.out)
    inputs = before.result()
    press = workshop_of(project.out).press
    composed = compose(project, lambda venue: begin(venue, parts, press, crew), parts, hurried=crew.expected)
    return _built(project, parts, progress, inputs, composed, crew)


def _built(
    project: Project,
    parts: Sequence[str],
    progress: Progress,
    before: Fingerprint,
    composed: Composed,
    crew: Crew,
) -> Outcome:
    checked = _outcome(project, composed, composed.findings)
    if not composed.good or _must_stop(project, composed.faulty) or (project.strict and checked.exit_code):
        return checked
    with hold(project.out) as held:
        staging = held.workshop.folder
        # Before anything is made: helpers print already, and at the end they would wait for it.
        sought = Sought.of(composed.good, held.workshop.proven)
        made, site, findings = make(composed.read, composed.good, parts, project, sought, progress, crew)
        progress(said("report.proving", n=len(made)))
        made, faults = prove(made, composed.good, site, sought, crew)
        every = [*composed.findings, *findings, *faults]
        faulty = composed.faulty | with_errors(every)
        if stops(f for f in every if not f.venue) or _must_stop(project, faulty - composed.faulty):
            return _outcome(project, composed, every)
        scope = _scope(project, parts, composed, faulty)
        lists = Lists(tuple(made))
        if "site" in parts:
            public = site_of(composed.read.library, _without(composed, faulty))
            library = composed.read.library
            lists = with_lists(made, public, library, staging / "site", project.out, scope)
        if lists.findings:
            return _outcome(project, composed, [*every, *lists.findings])
        before_it = manifest_of_before(project.out)
        published = publish(
            {each.path: each.file for each in lists.made},
            project.out,
            replace(scope, renewed=lists.renewed | _old_records(project, composed)),
            entries=map(_entry, lists.made),
            held=held,
        )
    good = tuple(venue.venue_id for venue in _without(composed, faulty))
    outcome = _outcome(project, composed, every, good)
    if outcome.exit_code == 0:
        keep(before, project, told(replace(outcome, notes=(AS_IT_WAS,)), project))
    remarks = _outcome(project, composed, [*every, *published.findings], good)
    counts = said(
        "report.published",
        new=published.new,
        changed=published.changed,
        removed=published.removed,
        unchanged=published.unchanged,
    )
    changed = walls(before_it, lists.made, good if "print" in parts else ())
    seen_to = tuple(replace(each, wall=changed.get(each.venue, ALL_HOLDS)) for each in remarks.venues)
    return replace(remarks, venues=seen_to, notes=(*_who(good, faulty), counts))


def _who(good: Sequence[str], faulty: frozenset[str]) -> Iterator[Said]:
    """Tell which venues were published and which keep what they had, where the two differ."""
    if faulty:
        yield said("report.venues_published", venues=", ".join(good))
        yield said("report.venues_kept", venues=", ".join(sorted(faulty)))


def _must_stop(project: Project, faulty: frozenset[str]) -> bool:
    return bool(faulty) and not project.keep_going


def _without(composed: Composed, faulty: frozenset[str]) -> list[ComposedVenue]:
    return [venue for venue in composed.good if venue.venue_id not in faulty]


def _old_records(project: Project, composed: Composed) -> frozenset[str]:
    """Records of chains there are no more; a file nobody can read may be a branch of one."""
    read = composed.read
    placed = {name for chain in read.chains for name in chain.unread}
    if project.only or set(read.unreadable) - placed:
        return frozenset()
    there = {chain.id for chain in read.chains}
    records = (e.path for e in manifest_of_before(project.out).entries if e.kind == "record")
    return frozenset(path for path in records if path.split("/")[1] not in there)


def check(project: Project) -> Outcome:
    """Read, check and compose; make nothing."""
    recover(project.out)
    return survey(project)


def plan(project: Project) -> Outcome:
    """Tell every document with its sheet, its room and the reason it is made."""
    recover(project.out)
    composed = compose(project)
    return planned(composed.findings, composed.venues, project.strict, composed.read.languages)


def explain(project: Project, key: str = "") -> Outcome:
    """Tell every value of a venue with its file, its line and who put it there, and what follows."""
    recover(project.out)
    read = read_project(project)
    told_of = [(file, every_value(file, context_of(read, file))) for file in read.venues]
    return explained(read.findings, told_of, key, project.today)


def deviations(project: Project) -> Outcome:
    """Tell where the branches of chains differ from what they share, and who agreed to it."""
    recover(project.out)
    read = read_project(project)
    return deviated(read.findings, read.chains, project.today)


def site_input(root: Path) -> SiteInput:
    """Return what the site is made from; raises `UserMistake` with everything that stands in the way."""
    composed = compose(Project.here(root))
    if stops(composed.findings):
        raise UserMistake(composed.findings)
    return site_of(composed.read.library, composed.good)


def _outcome(
    project: Project, composed: Composed, findings: Iterable[Finding], published: tuple[str, ...] = ()
) -> Outcome:
    read = composed.read
    outcome = outcome_of(findings, composed.venues, read.venues, published, project.strict, read.languages)
    return replace(outcome, chains=read.chains)


def _scope(project: Project, parts: Sequence[str], composed: Composed, faulty: frozenset[str]) -> Scope:
    """A command for some venues or some parts leaves the rest of `out/` as it is.

    A zip is whole or not there: new sheets alone would leave one that holds the old ones.
    """
    only = frozenset(venue.venue_id for venue in composed.good) if project.only else None
    zips = {ZIPS} if set(PACKED) & set(parts) else set()
    return Scope(roots=frozenset(parts) | zips, only=only, keep=faulty)


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
