"""Where things are: addresses that are printed on walls and never change."""

from __future__ import annotations

import posixpath
from collections.abc import Sequence
from urllib.parse import urlsplit

from placard.model.venue import KEPT_BY_THE_SITE
from placard.site.inputs import SiteInput, SiteVenue

START = ""
ABOUT = "about"
"""The page every footer leads to, where the venue has it."""
# Folders of our own at the root, and files of our own inside `<venue>/<language>/`.
LOGO = "logo"
TAKEN_BY_THE_SITE = KEPT_BY_THE_SITE
TAKEN_BY_AN_EDITION = frozenset({"index", "readme", "search"})


def edition(venue: str, language: str) -> str:
    """`/<venue>/<language>/`."""
    return f"{venue}/{language}/"


def page(venue: str, language: str, name: str) -> str:
    """`/<venue>/<language>/<page>/`."""
    return f"{venue}/{language}/{name}/"


def logo(venue: SiteVenue) -> str:
    """`/<venue>/logo.svg`: the logo of a venue that has one."""
    kind = venue.look.logo.kind if venue.look.logo else "svg"
    return f"{venue.id}/{LOGO}.{kind}"


def quick(venue: str, sign: str) -> str:
    """`/q/<venue>/<sign>/`."""
    return f"q/{venue}/{sign}/"


def sheet(code: str) -> str:
    """`/s/<code>/`."""
    return f"s/{code}/"


def relative(here: str, there: str) -> str:
    """The link from one address to another; it works under any folder of any host."""
    path = posixpath.relpath("/" + there, "/" + here)
    return path + "/" if there.endswith("/") or there == START else path


def absolute(base: str, there: str) -> str:
    """An address under the `web.address` of a venue."""
    return base.rstrip("/") + "/" + there


def full_notice(venue: SiteVenue, language: str, name: str, anchor: str) -> str:
    """Where a language has the full notice: the page and place, or else its contents."""
    if venue.page(language, name) is None:
        return edition(venue.id, language)
    return page(venue.id, language, name) + (f"#{anchor}" if anchor else "")


def root_of(site: SiteInput) -> str:
    """The path all venues share on their host; an error page is served from any depth under it."""
    paths = {urlsplit(venue.address).path.rstrip("/") + "/" for venue in site.venues if venue.address}
    return paths.pop() if len(paths) == 1 else "/"


def in_languages(venue: SiteVenue, name: str) -> Sequence[tuple[str, str]]:
    """The languages that have a page (or, for no name, contents), with its address in each."""
    return [
        (e.language, page(venue.id, e.language, name) if name else edition(venue.id, e.language))
        for e in venue.editions
        if not name or venue.page(e.language, name)
    ]
