"""What the site is made from: venues, their languages, and pages whose values are still tokens.

`Line` and `Html` are what compose hands on: finished HTML, escaped, with a token where a value
goes. A `Line` is one line without blocks. Everything else is plain text, and escaped here.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal, Protocol

from placard.brand.look import PLAIN, Look

Line = str
Html = str

SITE_INPUT = "placard_site_input"
"""Where `config.extra` of MkDocs holds what a build was given."""


class Fill(Protocol):
    """The values of one page; `placard.compose.tokens.Tokens` is one."""

    def fill_html(self, html: str, /) -> str:
        """Put every value in the place of its token, escaped for text or attribute."""


@dataclass(frozen=True, slots=True)
class SiteLanguage:
    """A language; `code` stands in addresses and in `lang`, `theme` names the theme's own words."""

    code: str
    own_name: str
    theme: str
    words: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class SiteSection:
    """A section of a page; `id` is its anchor in every language, `frame` how it is set apart."""

    id: str
    heading: Line
    frame: str
    html: Html


@dataclass(frozen=True, slots=True)
class SitePage:
    """A page in one language, and what fills it."""

    id: str
    title: Line
    description: Line
    sections: tuple[SiteSection, ...]
    fill: Fill


@dataclass(frozen=True, slots=True)
class QuickPage:
    """What the QR code of a sheet opens: the answer in the sheet's first language.

    `page` and `anchor` say where the full notice is, in every language of the venue.
    """

    sign: str
    language: str
    title: Line
    answer: Html
    fill: Fill
    page: str
    anchor: str = ""


@dataclass(frozen=True, slots=True)
class SheetWords:
    """What `/s/<code>/` says about a sheet in one language; finished plain text."""

    language: str
    title: str
    place: str
    in_force: str


@dataclass(frozen=True, slots=True)
class SheetPage:
    """Whether a printed sheet still holds; a code once printed keeps its page for ever."""

    code: str
    status: Literal["current", "replaced", "withdrawn"]
    words: tuple[SheetWords, ...]
    page: str = ""
    anchor: str = ""


@dataclass(frozen=True, slots=True)
class Edition:
    """A venue in one language: the pages in order, and since when they are in force (plain text).

    `name` is what the venue is called in this language; empty, where it is called the same in all.
    """

    language: str
    in_force: str
    pages: tuple[SitePage, ...]
    name: str = ""


@dataclass(frozen=True, slots=True)
class Filing:
    """A number the site is filed under, and the register that knows it (empty: none to link)."""

    number: str
    register: str = ""


@dataclass(frozen=True, slots=True)
class SiteVenue:
    """A venue; `address` is its `web.address`, or `None` where it has no website."""

    id: str
    name: str
    address: str | None
    sample: bool
    editions: tuple[Edition, ...]
    quick: tuple[QuickPage, ...] = ()
    sheets: tuple[SheetPage, ...] = ()
    filings: tuple[Filing, ...] = ()
    look: Look = PLAIN

    def page(self, language: str, page: str) -> SitePage | None:
        """Return a page in a language, where the venue has it."""
        pages = (p for e in self.editions if e.language == language for p in e.pages)
        return next((found for found in pages if found.id == page), None)


@dataclass(frozen=True, slots=True)
class SiteInput:
    """Everything that is public, in the order it is listed."""

    languages: tuple[SiteLanguage, ...]
    venues: tuple[SiteVenue, ...]

    def language(self, code: str) -> SiteLanguage:
        """Return a language by its code."""
        return next(language for language in self.languages if language.code == code)
