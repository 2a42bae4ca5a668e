"""What must hold before a site is built: every word there, every address free and plain."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from placard.findings import Finding, Place, Severity
from placard.site.addresses import TAKEN_BY_AN_EDITION, TAKEN_BY_THE_SITE
from placard.site.inputs import SiteInput, SiteVenue

# Test: every `words.…` of the templates is here, and nothing else.
WORDS = (
    "about_this_text",
    "answer_in_short",
    "choose_place",
    "contents",
    "full_notice",
    "home",
    "in_force_from",
    "language_menu",
    "menu",
    "not_found",
    "not_found_help",
    "on_this_page",
    "sample_note",
    "search",
    "search_none",
    "search_placeholder",
    "sheet_current",
    "sheet_replaced",
    "sheet_withdrawn",
    "sign",
    "site_promise",
    "skip_to_content",
    "to_dark",
    "to_light",
    "where",
)
_PLAIN = re.compile(r"[A-Za-z0-9]+(?:[-_][A-Za-z0-9]+)*")


def check(site: SiteInput) -> list[Finding]:
    """Return what stands in the way of building."""
    return [*_words(site), *_addresses(site)]


def _words(site: SiteInput) -> Iterator[Finding]:
    for language in site.languages:
        for word in WORDS:
            if not language.words.get(word):
                place = Place(f"content/labels/{language.code}.yml")
                yield Finding("site.word_missing", Severity.ERROR, place, {"word": word})


def _addresses(site: SiteInput) -> Iterator[Finding]:
    taken = Counter(venue.id for venue in site.venues)
    for venue in site.venues:
        yield from _names(venue)
        if venue.id in TAKEN_BY_THE_SITE or taken[venue.id] > 1:
            yield _finding("site.address_taken", venue, venue.id)
        for edition in venue.editions:
            pages = Counter(page.id for page in edition.pages)
            for page, times in pages.items():
                if page.lower() in TAKEN_BY_AN_EDITION or times > 1:
                    yield _finding("site.address_taken", venue, page)


def _names(venue: SiteVenue) -> Iterator[Finding]:
    names = [venue.id, *(quick.sign for quick in venue.quick), *(sheet.code for sheet in venue.sheets)]
    for edition in venue.editions:
        names += [edition.language, *(page.id for page in edition.pages)]
    for name in dict.fromkeys(names):
        if not _PLAIN.fullmatch(name):
            yield _finding("site.address_letters", venue, name)


def _finding(code: str, venue: SiteVenue, name: str) -> Finding:
    return Finding(code, Severity.ERROR, Place("venues"), {"name": name}, venue=venue.id)
