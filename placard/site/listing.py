"""What the pages that list all venues say of one, kept beside its own pages so that they can be renewed."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import asdict
from typing import Any

from placard.site.inputs import Edition, Filing, SheetPage, SheetWords, SitePage, SiteVenue

NAME = "listing.json"


def listing(venue: SiteVenue) -> str:
    """Return as JSON all that pages of all venues say of this one; nothing that its own pages do not say."""
    told = {
        "name": venue.name,
        "address": venue.address,
        "sample": venue.sample,
        "editions": [
            {"language": e.language, "in_force": e.in_force, "name": e.name, "pages": [p.id for p in e.pages]}
            for e in venue.editions
        ],
        "sheets": [asdict(sheet) for sheet in dict.fromkeys(venue.sheets)],
        "filings": [asdict(filing) for filing in venue.filings],
    }
    return json.dumps(told, ensure_ascii=False, indent=1) + "\n"


def listed(venue: str, text: str) -> SiteVenue:
    """Return a venue that was published before, as far as it is listed; raises `ValueError`."""
    try:
        told = json.loads(text)
        return SiteVenue(
            id=venue,
            name=told["name"],
            address=told["address"],
            sample=told["sample"],
            editions=tuple(map(_edition, told["editions"])),
            sheets=tuple(map(_sheet, told["sheets"])),
            filings=tuple(Filing(**each) for each in told["filings"]),
        )
    except (KeyError, TypeError) as fault:
        raise ValueError(str(fault)) from fault


def known_by_its_pages(venue: str, pages: Iterable[tuple[str, str]]) -> SiteVenue:
    """Return a venue of which only its pages are known, each by language and name: its id is its name."""
    languages: dict[str, list[str]] = {}
    for language, page in pages:
        languages.setdefault(language, []).extend([page] if page else [])
    editions = (Edition(code, "", tuple(map(_page, names))) for code, names in languages.items())
    return SiteVenue(venue, venue, None, False, tuple(editions))


def _edition(told: dict[str, Any]) -> Edition:
    return Edition(told["language"], told["in_force"], tuple(map(_page, told["pages"])), told["name"])


def _page(name: str) -> SitePage:
    return SitePage(name, "", "", (), _Unfilled())


def _sheet(told: dict[str, Any]) -> SheetPage:
    words = tuple(SheetWords(**each) for each in told["words"])
    return SheetPage(**{**told, "words": words})


class _Unfilled:
    """A page that stands already has nothing left to fill."""

    def fill_html(self, html: str, /) -> str:
        """Return what was given."""
        return html
