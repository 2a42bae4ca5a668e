"""The list of pages for search engines, each with the same page in the other languages."""

from __future__ import annotations

from placard.site import addresses
from placard.site.inputs import SiteInput, SiteVenue
from placard.site.shapes import shape


def sitemap(site: SiteInput) -> str | None:
    """The sitemap, or None where no venue has an address: it knows no relative links."""
    entries = [entry for venue in site.venues if venue.address for entry in _entries(venue, venue.address)]
    return shape("sitemap.xml", entries=entries) if entries else None


def _entries(venue: SiteVenue, base: str) -> list[dict[str, object]]:
    names = dict.fromkeys(["", *(page.id for edition in venue.editions for page in edition.pages)])
    entries: list[dict[str, object]] = []
    for name in names:
        alternates = [
            {"language": language, "href": addresses.absolute(base, address)}
            for language, address in addresses.in_languages(venue, name)
        ]
        entries += [{"href": own["href"], "alternates": alternates} for own in alternates]
    return entries
