"""One page in several languages: each says which it is, knows the others, and has the same places."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from placard.findings import Finding
from placard.prove.outputs import Site
from placard.prove.reading import Page
from placard.prove.urls import Kind, target_of

ANY = "x-default"
OF_THE_THEME = "__"
"""Ids of the theme's own switches, which follow the navigation and not the words."""


WITHOUT_LANGUAGE = frozenset({"assets", "q", "s"})
"""Folders of the site that no venue can be called."""


class Address(NamedTuple):
    """`<venue>/<language>/<rest>`."""

    venue: str
    language: str
    rest: str


def prove(site: Site, pages: Mapping[str, Page]) -> Iterator[Finding]:
    """Compare what pages say about their language with where they are and with each other."""
    spoken = {page.language for page in pages.values()} - {""}
    addresses = {path: address for path in pages if (address := _address(path, spoken))}
    groups: dict[tuple[str, str], dict[str, Page]] = {}
    for path, address in addresses.items():
        groups.setdefault((address.venue, address.rest), {})[address.language] = pages[path]
    for path, page in pages.items():
        yield from _says_its_language(site, page, addresses.get(path))
        yield from _names_what_it_links_to(site, page, pages)
    for group in groups.values():
        if len(group) > 1:
            for page in group.values():
                yield from _knows_the_others(site, page, group)
            yield from _has_the_same_places(site, group)


def _address(path: str, spoken: set[str]) -> Address | None:
    parts = path.split("/", 2)
    paged = len(parts) == 3 and parts[1] in spoken and parts[0] not in WITHOUT_LANGUAGE
    return Address(*parts) if paged else None


def _says_its_language(site: Site, page: Page, address: Address | None) -> Iterator[Finding]:
    if not page.language:
        yield site.fault("prove.no_language", page.path)
    elif address and page.language != address.language:
        yield site.fault(
            "prove.other_language", page.path, 0, language=page.language, expected=address.language
        )


def _names_what_it_links_to(site: Site, page: Page, pages: Mapping[str, Page]) -> Iterator[Finding]:
    """A link that promises a language leads to it; an alternate is answered by an alternate."""
    for link in page.links:
        if not link.language or link.language == ANY:
            continue
        target = target_of(link.url, page.path, site.addresses)
        other = pages.get(target.path) if target.kind is Kind.INSIDE else None
        if other is None:
            continue  # dead, which is told elsewhere, or in another site
        if other.language != link.language:
            yield site.fault(
                "prove.wrong_hreflang",
                page.path,
                link.offset,
                target=link.url,
                language=link.language,
                found=other.language,
            )
        if link.alternate and page.path not in _linked(site, other, alternates_only=True):
            yield site.fault(
                "prove.one_way_hreflang", page.path, link.offset, target=link.url, language=link.language
            )


def _linked(site: Site, page: Page, alternates_only: bool = False) -> dict[str, str]:
    """Return the files this page names in a language, with that language."""
    return {
        target_of(link.url, page.path, site.addresses).path: link.language
        for link in page.links
        if link.language and (link.alternate or not alternates_only)
    }


def _knows_the_others(site: Site, page: Page, group: Mapping[str, Page]) -> Iterator[Finding]:
    linked = _linked(site, page)
    for language, other in group.items():
        if other is not page and linked.get(other.path) != language:
            yield site.fault("prove.no_hreflang", page.path, language=language, target=other.path)


def _has_the_same_places(site: Site, group: Mapping[str, Page]) -> Iterator[Finding]:
    """Codes on posters lead to these places, whatever language the reader taps."""
    places = {
        language: {name for name in page.ids if not name.startswith(OF_THE_THEME)}
        for language, page in group.items()
    }
    everywhere = set.union(*places.values())
    for language, page in group.items():
        for name in sorted(everywhere - places[language]):
            having = sorted(other for other in places if name in places[other])
            yield site.fault("prove.missing_id", page.path, id=name, languages=", ".join(having))
