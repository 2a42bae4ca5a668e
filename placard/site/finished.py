"""The pages the theme frames: contents and documents, ready but for what stands in their blanks."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from markupsafe import Markup

from placard.brand.look import PLAIN, Look
from placard.site import addresses
from placard.site.blanks import Blanks
from placard.site.inputs import Edition, SiteInput, SiteLanguage, SitePage, SiteVenue
from placard.site.lines import filled, plain
from placard.site.shapes import shape

TOP = "page-start"


@dataclass(frozen=True, slots=True)
class Heading:
    """A line of the table of contents."""

    id: str
    title: Markup


@dataclass(frozen=True, slots=True)
class Alternate:
    """The same page in a language of the venue; its contents where the language lacks the page."""

    language: str
    own_name: str
    address: str


@dataclass(frozen=True, slots=True)
class Finished:
    """A page as the theme gets it: every `Markup` is a blank, or HTML around blanks."""

    address: str
    scope: str
    language: SiteLanguage
    venue: Markup
    title: Markup
    description: Markup
    content: Markup
    headings: tuple[Heading, ...]
    alternates: tuple[Alternate, ...]
    canonical: Markup | None
    in_force: Markup
    sample: bool
    about: str = ""
    filings: tuple[tuple[Markup, Markup], ...] = ()
    look: Look = PLAIN
    logo: str = ""

    @property
    def words(self) -> Mapping[str, str]:
        """The words of the frame."""
        return self.language.words


def pages(site: SiteInput, blanks: Blanks) -> Iterator[Finished]:
    """Yield every page, contents first within its venue and language."""
    for venue in site.venues:
        for edition in venue.editions:
            frame = _Frame(site, venue, edition, blanks)
            yield frame.contents()
            yield from (frame.document(page) for page in edition.pages)


class _Frame:
    """What the pages of a venue in one language share."""

    def __init__(self, site: SiteInput, venue: SiteVenue, edition: Edition, blanks: Blanks) -> None:
        self.site = site
        self.venue = venue
        self.edition = edition
        self.blanks = blanks
        self.language = site.language(edition.language)
        self.name = blanks.hold(edition.name or venue.name)
        self.in_force = blanks.hold(edition.in_force)
        self.filings = tuple(
            (blanks.hold(filing.number), blanks.hold(filing.register) if filing.register else Markup(""))
            for filing in venue.filings
        )

    def contents(self) -> Finished:
        """The page that lists the others."""
        title = self.blanks.hold(self.language.words["contents"])
        listed = [
            {
                "href": f"{page.id}/",
                "title": self._blank(page, page.title),
                "description": self._blank(page, page.description),
            }
            for page in self.edition.pages
        ]
        content = shape("contents.html", top=TOP, title=title, pages=listed)
        return self._finished("", title, Markup(""), content, ())

    def document(self, page: SitePage) -> Finished:
        """A page of sections."""
        sections = [
            {
                "id": section.id,
                "frame": section.frame,
                "heading": self._blank(page, section.heading),
                "body": self._blank(page, section.html),
            }
            for section in page.sections
        ]
        content = shape(
            "document.html",
            top=TOP,
            title=self._blank(page, page.title),
            sections=sections,
            words=self.language.words,
        )
        headings = tuple(
            Heading(section.id, self.blanks.hold(plain(section.heading, page.fill)))
            for section in page.sections
            if section.heading
        )
        title = self.blanks.hold(plain(page.title, page.fill))
        description = self.blanks.hold(plain(page.description, page.fill))
        return self._finished(page.id, title, description, content, headings)

    def _blank(self, page: SitePage, html: str) -> Markup:
        return self.blanks.hold(filled(html, page.fill)) if html else Markup("")

    def _finished(
        self, page: str, title: Markup, description: Markup, content: str, headings: tuple[Heading, ...]
    ) -> Finished:
        venue, language = self.venue, self.edition.language
        scope = addresses.edition(venue.id, language)
        address = addresses.page(venue.id, language, page) if page else scope
        return Finished(
            address=address,
            scope=scope,
            language=self.language,
            venue=self.name,
            title=title,
            description=description,
            # Made by a template that escapes.
            content=Markup(content),
            headings=headings,
            alternates=tuple(self._alternate(e.language, page) for e in venue.editions),
            canonical=self.blanks.hold(addresses.absolute(venue.address, address)) if venue.address else None,
            in_force=self.in_force,
            sample=venue.sample,
            about=self._about(),
            filings=self.filings,
            look=venue.look,
            logo=addresses.logo(venue) if venue.look.logo else "",
        )

    def _about(self) -> str:
        """Where this language says who answers for the text; nothing where the page is not made."""
        language = self.edition.language
        there = self.venue.page(language, addresses.ABOUT)
        return addresses.page(self.venue.id, language, addresses.ABOUT) if there else ""

    def _alternate(self, language: str, page: str) -> Alternate:
        address = addresses.full_notice(self.venue, language, page, "")
        return Alternate(language, self.site.language(language).own_name, address)
