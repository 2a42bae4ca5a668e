"""Small pages of our own, without theme, script or file beside them: they open on any telephone."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from placard.site import addresses
from placard.site.inputs import QuickPage, SheetPage, SiteInput, SiteLanguage, SiteVenue
from placard.site.lines import filled, plain
from placard.site.shapes import shape

LISTS = frozenset({"index.html", "404.html", "sitemap.xml"})
"""What is made from all venues there are, by its path in the site."""


def pages(site: SiteInput) -> Iterator[tuple[str, str]]:
    """Yield every small page with its path."""
    yield from of_all(site)
    for venue in site.venues:
        for quick in venue.quick:
            yield addresses.quick(venue.id, quick.sign) + "index.html", _quick(site, venue, quick)
    for code, page in sheets(site).items():
        yield addresses.sheet(code) + "index.html", page


def of_all(site: SiteInput) -> Iterator[tuple[str, str]]:
    """Yield the pages that list all venues."""
    yield "index.html", _chooser(site)
    yield "404.html", _missing(site)


def sheets(site: SiteInput) -> dict[str, str]:
    """Return the page of every sheet by its code; a sheet may hang in several venues."""
    return {code: _sheet(site, code, hung) for code, hung in _hung(site).items()}


def venues_of(site: SiteInput, code: str) -> set[str]:
    """Return the venues in which sheets of a code hang."""
    return {venue.id for venue in site.venues if any(sheet.code == code for sheet in venue.sheets)}


def _hung(site: SiteInput) -> dict[str, list[tuple[SiteVenue, SheetPage]]]:
    """The sheets by their codes: sheets that read the same share one, at two doors or in two venues."""
    hung: dict[str, list[tuple[SiteVenue, SheetPage]]] = {}
    for venue in site.venues:
        for sheet in dict.fromkeys(venue.sheets):
            hung.setdefault(sheet.code, []).append((venue, sheet))
    return hung


def _spoken(site: SiteInput) -> Sequence[SiteLanguage]:
    spoken = {edition.language for venue in site.venues for edition in venue.editions}
    return [language for language in site.languages if language.code in spoken]


def _chooser(site: SiteInput) -> str:
    venues = [
        {
            "name": venue.name,
            "filings": venue.filings,
            "links": [
                {"language": site.language(code), "href": address}
                for code, address in addresses.in_languages(venue, "")
            ],
        }
        for venue in site.venues
    ]
    return shape("chooser.html", languages=_spoken(site), venues=venues)


def _missing(site: SiteInput) -> str:
    return shape("missing.html", languages=_spoken(site), root=addresses.root_of(site))


def _quick(site: SiteInput, venue: SiteVenue, quick: QuickPage) -> str:
    here = addresses.quick(venue.id, quick.sign)
    return shape(
        "quick.html",
        language=site.language(quick.language),
        venue=venue,
        title=plain(quick.title, quick.fill),
        answer=filled(quick.answer, quick.fill),
        links=_full_notices(site, venue, here, quick.page, quick.anchor),
    )


def _sheet(site: SiteInput, code: str, hung: list[tuple[SiteVenue, SheetPage]]) -> str:
    places = [
        {
            "venue": venue,
            "status": f"sheet_{sheet.status}",
            "sheets": [{"language": site.language(words.language), "words": words} for words in sheet.words],
            "links": _full_notices(site, venue, addresses.sheet(code), sheet.page, sheet.anchor),
        }
        for venue, sheet in hung
    ]
    return shape("sheet.html", code=code, hung=places)


def _full_notices(
    site: SiteInput, venue: SiteVenue, here: str, page: str, anchor: str
) -> list[dict[str, object]]:
    return [
        {
            "language": site.language(edition.language),
            "href": addresses.relative(here, addresses.full_notice(venue, edition.language, page, anchor)),
        }
        for edition in venue.editions
    ]
