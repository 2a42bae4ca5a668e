"""Every link of the site leads somewhere: to a file that is there, to a place that is on it."""

from __future__ import annotations

import json
import re
from collections.abc import Collection, Iterator, Mapping

from placard.findings import Finding
from placard.prove.outputs import Site
from placard.prove.reading import Link, Page, read_page
from placard.prove.urls import Kind, Target, target_of

TOP = frozenset({"", "top"})
"""Anchors every page has."""

_LOCATION = re.compile(r"<loc>\s*([^<]*?)\s*</loc>")


def prove(site: Site, pages: Mapping[str, Page], files: frozenset[str]) -> Iterator[Finding]:
    """Follow the links of pages, of the sitemap and of the search indexes."""
    for page in pages.values():
        for link in page.links:
            yield from _follow(site, page, link, pages, files)
    for path in sorted(files):
        if path.endswith(".xml"):
            yield from _listed(site, path, files)
        elif path.endswith("search_index.json"):
            yield from _searched(site, path, pages, files)


def prove_lists(site: Site, written: Mapping[str, str], files: frozenset[str]) -> Iterator[Finding]:
    """Follow the links of pages written anew, over all files there will be; those pages alone are read."""
    pages = {path: read_page(path, text) for path, text in written.items() if path.endswith(".html")}
    for page in pages.values():
        for link in page.links:
            yield from _follow(site, page, link, pages, files)
    for path in written.keys() - pages.keys():
        yield from _listed(site, path, files)


def _follow(
    site: Site, page: Page, link: Link, pages: Mapping[str, Page], files: frozenset[str]
) -> Iterator[Finding]:
    target = target_of(link.url, page.path, site.addresses)
    if target.kind is Kind.INSIDE:
        code = _missing(target, pages, files)
        if code == "prove.dead_link":
            yield site.fault("prove.dead_link", page.path, link.offset, target=link.url, says=link.says)
        elif code:
            yield site.fault("prove.dead_anchor", page.path, link.offset, target=link.url)
    elif target.kind is Kind.OTHER or (target.kind is Kind.DATA and not _picture(link)):
        yield site.fault("prove.scheme", page.path, link.offset, target=link.url[:60])


def _picture(link: Link) -> bool:
    """Tell whether data in the page itself is shown as a picture; anywhere else it could be a page.

    Empty data is the usual way to say that a page has no icon.
    """
    url = link.url.strip().lower()
    return link.loads and (url == "data:," or url.startswith("data:image/"))


def _missing(target: Target, pages: Mapping[str, Page], files: Collection[str]) -> str:
    if target.path not in files:
        return "prove.dead_link"
    if target.anchor not in TOP and target.path in pages and target.anchor not in pages[target.path].ids:
        return "prove.dead_anchor"
    return ""


def _listed(site: Site, path: str, files: Collection[str]) -> Iterator[Finding]:
    """Addresses a sitemap gives to search engines, whole ones by its rules."""
    text = (site.folder / path).read_text("utf-8", errors="replace")
    for hit in [*_LOCATION.finditer(text), *re.finditer(r'<xhtml:link[^>]*href="([^"]*)"', text)]:
        target = target_of(hit[1], path, site.addresses)
        if target.kind is not Kind.INSIDE or target.path not in files:
            yield site.fault("prove.dead_link", path, hit.start(), target=hit[1], says="sitemap")


def _searched(site: Site, path: str, pages: Mapping[str, Page], files: Collection[str]) -> Iterator[Finding]:
    """Places a search can lead to, told from the folder above that of the index."""
    try:
        entries = json.loads((site.folder / path).read_bytes())["docs"]
        locations = [str(entry["location"]) for entry in entries]
    except (ValueError, TypeError, KeyError):
        yield site.fault("prove.not_json", path)
        return
    folder = path.rpartition("/")[0].rpartition("/")[0]
    for location in dict.fromkeys(locations):
        target = target_of(location or "./", f"{folder}/index.html".lstrip("/"), site.addresses)
        if target.kind is not Kind.INSIDE or _missing(target, pages, files):
            yield site.fault("prove.dead_link", path, target=location, says="search")
