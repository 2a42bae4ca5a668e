"""The three outputs made in the staging folder: site, sheets, staff papers."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from placard.chains.records import chain_records
from placard.chains.zips import branch_zips
from placard.compose.venue import ComposedVenue
from placard.contact.venue import contact_sheets
from placard.findings import Finding, Place, Said, Severity, UserMistake, said, stops
from placard.libraries import needs_pango
from placard.listing import manifest_of_before
from placard.made import Made, Wall
from placard.press.booklets import print_booklets
from placard.press.cache import PressCache
from placard.press.fonts import prepare, prepared
from placard.press.forms import print_forms, print_staff_forms
from placard.press.leaflets import print_leaflets
from placard.press.letters import letter_texts
from placard.press.pool import Crew
from placard.press.printing import PrintShop
from placard.press.texts import make_texts
from placard.press.venue import labels_of, print_sheets
from placard.prove.looking import begin_to_look
from placard.prove.sought import Sought
from placard.publish.walls import walls
from placard.publish.workshop import workshop_of
from placard.read.project import Read
from placard.read.roots import Project
from placard.records.signing import review_sheets
from placard.records.venue import venue_records
from placard.site.build import build_site
from placard.site.from_words import site_of
from placard.site.inputs import SiteInput
from placard.site.made import made_site
from placard.staff.venue import print_papers


def begin(venue: ComposedVenue, parts: Sequence[str], press: Path, crew: Crew) -> None:
    """Have the sheets of a venue printed already, where helpers are expected."""
    if "print" in parts and crew.expected and (fonts := prepared()) is not None:
        shop = PrintShop(fonts, labels_of([venue]), PressCache(press))
        shop.begin([words for _, words in venue.sheets], crew)


def make(
    read: Read,
    venues: Sequence[ComposedVenue],
    parts: Sequence[str],
    project: Project,
    sought: Sought,
    progress: Callable[[Said], None],
    crew: Crew,
) -> tuple[list[Made], Path | None, list[Finding]]:
    """Make the parts asked for; return the files, the folder of the site, and what went wrong."""
    made: list[Made] = []
    findings: list[Finding] = []
    site: Path | None = None
    workshop = workshop_of(project.out)
    staging = workshop.folder
    if {"print", "staff", "records"} & set(parts):
        if (install := needs_pango()) is not None:
            place = Place(project.venues.name)
            raise UserMistake([Finding("press.no_pango", Severity.ERROR, place, {"install": install})])
        fonts, cache = prepare(progress=progress), PressCache(workshop.press)
        if "print" in parts:
            progress(said("report.printing_sheets", n=len(venues)))
            printed, more = print_sheets(venues, staging / "print", fonts, cache, crew)
            made, findings = made + printed, findings + more
            forms, more = print_forms(venues, fonts, cache, crew)
            made, findings = made + forms, findings + more
            booklets, more = print_booklets(venues, fonts, cache, crew)
            made, findings = made + booklets, findings + more
            leaflets, more = print_leaflets(venues, fonts, cache, crew)
            made, findings = made + leaflets, findings + more
            texts, more = make_texts(venues, staging, fonts, cache, crew)
            made, findings = made + texts, findings + more
        if "staff" in parts:
            progress(said("report.printing_papers", n=len(venues)))
            papers, more = print_papers(venues, fonts, cache, crew)
            made, findings = made + papers, findings + more
            forms, more = print_staff_forms(venues, fonts, cache, crew)
            made, findings = made + forms + letter_texts(venues, staging), findings + more
        begin_to_look(made, sought.look, crew)
        if {"print", "staff"} & set(parts):
            made += contact_sheets(venues, made, staging, crew)
        if "records" in parts:
            sheets, more = review_sheets(venues, fonts, cache, crew)
            made, findings = made + sheets, findings + more
    if {"print", "staff"} <= set(parts):
        made += branch_zips(venues, made, staging, _to_hang(venues, made, project))
    if "records" in parts:
        made += chain_records(read.chains, read.library, staging, project.today)
        made += venue_records(venues, read.venues, staging)
    # A site without a single page would be an empty chooser: where every page waits, none is made.
    if "site" in parts and (public := site_of(read.library, venues)).venues:
        progress(said("report.building_site", n=len(venues)))
        pages, site, more = _site(public, staging / "site")
        made, findings = made + pages, findings + more
    return made, site, findings


def _site(public: SiteInput, into: Path) -> tuple[list[Made], Path | None, list[Finding]]:
    """Build the site; what stopped it is no fault of one venue alone, and leaves nothing to prove."""
    # Without the venue the findings stop those of the others too, whose pages are not there either.
    findings = [replace(each, venue="") for each in build_site(public, into)]
    return ([], None, findings) if stops(findings) else ([*made_site(public, into)], into, findings)


def _to_hang(venues: Sequence[ComposedVenue], made: Sequence[Made], project: Project) -> Mapping[str, Wall]:
    """Tell each branch what hangs there and no longer holds, as the report tells the head office."""
    return walls(manifest_of_before(project.out), made, [venue.venue_id for venue in venues])
