"""Everything read from a project: all words, all venues, all problems at once."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from placard.findings import Finding, Place
from placard.library.library import Library
from placard.read.chains import Chain, beside_a_chain, chains_of
from placard.read.found import found
from placard.read.library import read_library
from placard.read.logo import read_logo
from placard.read.messages import languages_told
from placard.read.roots import Project, venue_paths
from placard.read.venue import Rest, SharedFiles, VenueFile, read_to_its_end
from placard.read.voice import Voice, languages_in


@dataclass(frozen=True, slots=True)
class Read:
    """What was read; a venue whose file cannot be understood is missing here and found below.

    `chains` are those of the venues at hand, each with all of its branches.
    """

    library: Library
    venues: tuple[VenueFile, ...]
    findings: tuple[Finding, ...]
    unreadable: tuple[str, ...]
    languages: Mapping[str, str]
    """The first language of each venue chosen, by its id; told from the bare letters of a broken file."""
    chains: tuple[Chain, ...] = ()
    rests: tuple[tuple[str, Rest], ...] = ()
    """What is left of the files that cannot be understood, for further checks, each with its file's name."""


def read_project(project: Project, hurried: bool = False) -> Read:
    """Read all words and all venues, hurried with help; collects every problem and stops at none."""
    library, findings = read_library(project.content, hurried)
    venues: list[VenueFile] = []
    unreadable: list[Path] = []
    rests: list[tuple[str, Rest]] = []
    shared_files = SharedFiles()
    for path in venue_paths(project.venues):
        shown = f"{project.venues.name}/{path.relative_to(project.venues).as_posix()}"
        reading = read_to_its_end(path, shown, shared_files, library.ignorance)
        findings += [replace(finding, venue=path.stem) for finding in reading.findings]
        if reading.file is None:
            unreadable.append(path)
            rests += [] if reading.rest is None else [(path.stem, reading.rest)]
        else:
            logo, more = read_logo(reading.file, project.venues)
            findings += [replace(finding, venue=path.stem) for finding in more]
            venues.append(replace(reading.file, logo=logo))
    findings += _nothing_there(project, venues, unreadable)
    findings += _twice(venues)
    findings += _other_endings(project)
    findings += beside_a_chain(project.venues, venues, unreadable)
    if project.language and project.language not in (told := languages_told(project.content)):
        values = {"found": project.language, "known": ", ".join(told)}
        findings.append(found("project.no_such_language", Place("--language"), **values))
    chosen = _without_samples(project, venues, unreadable)
    there = {v.venue.id for v in venues} | {path.stem for path in unreadable}
    unknown = [name for name in project.only if name not in there]
    known = ", ".join(sorted(v.venue.id for v in venues)) or "–"
    findings += [
        found("project.no_such_venue", Place(project.venues.name), name=name, known=known) for name in unknown
    ]
    every, lost = chosen, tuple(unreadable)
    if project.only:
        chosen = [v for v in chosen if v.venue.id in project.only]
        unreadable = [path for path in unreadable if path.stem in project.only]
        rests = [each for each in rests if each[0] in project.only]
        findings = [f for f in findings if not f.venue or f.venue in project.only]
    chains = chains_of(project.venues, every, chosen, lost)
    languages = languages_in(unreadable) | {each.venue.id: each.venue.languages[0] for each in chosen}
    findings += Voice.of(project, languages).messages.findings
    lost_ids = tuple(path.stem for path in unreadable)
    return Read(library, tuple(chosen), tuple(findings), lost_ids, languages, chains, tuple(rests))


def _twice(venues: list[VenueFile]) -> list[Finding]:
    """Two files of one id would overwrite each other."""
    first: dict[str, VenueFile] = {}
    findings = []
    for file in venues:
        other = first.setdefault(file.venue.id, file)
        if other is not file:
            place = file.place(("id",))
            finding = found("project.venue_twice", place, id=file.venue.id, other=str(other.place(("id",))))
            findings.append(replace(finding, venue=file.venue.id))
    return findings


def _other_endings(project: Project) -> list[Finding]:
    """A file that ends in .yaml would be passed over without a word."""
    return [
        found(
            "project.other_ending",
            Place(f"{project.venues.name}/{path.relative_to(project.venues).as_posix()}"),
        )
        for path in sorted(project.venues.rglob("*.yaml"))
    ]


def _nothing_there(project: Project, venues: list[VenueFile], unreadable: list[Path]) -> list[Finding]:
    if venues or unreadable:
        return []
    return [found("project.no_venues", Place(project.venues.name))]


def _without_samples(project: Project, venues: list[VenueFile], unreadable: list[Path]) -> list[VenueFile]:
    """Samples are built only while every venue is one, or when asked for.

    A file nobody can read is taken for an owner's own.
    """
    only_samples = all(v.venue.sample for v in venues) and not unreadable
    if project.samples or project.only or only_samples:
        return venues
    return [v for v in venues if not v.venue.sample]
