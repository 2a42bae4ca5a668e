"""Composed venues as the site takes them: pages still tokenised, links between them relative."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from placard.compose.booklets import FilledBooklet
from placard.compose.documents import Composer
from placard.compose.outputs import SheetWords as PrintedWords
from placard.compose.saying import Saying
from placard.compose.tokenised import Composed, TokenisedSection, linked, pointing_only_to
from placard.compose.venue import ComposedVenue
from placard.library.library import Library
from placard.plan.sheets import PlannedSheet
from placard.site.inputs import (
    Edition,
    Filing,
    QuickPage,
    SheetPage,
    SheetWords,
    SiteInput,
    SiteLanguage,
    SitePage,
    SiteSection,
    SiteVenue,
)


def site_of(library: Library, venues: Iterable[ComposedVenue]) -> SiteInput:
    """Return everything public of these venues."""
    made = sorted((_venue(venue) for venue in venues if venue.pages), key=lambda venue: venue.id)
    return SiteInput(languages_of(library, made), tuple(made))


def languages_of(library: Library, venues: Iterable[SiteVenue]) -> tuple[SiteLanguage, ...]:
    """Return the languages these venues have pages in, with our words."""
    spoken = {edition.language for venue in venues for edition in venue.editions}
    return tuple(
        SiteLanguage(language.code, language.own_name, language.theme, library.labels[language.code].words)
        for language in library.languages.values()
        if language.code in spoken
    )


def _venue(composed: ComposedVenue) -> SiteVenue:
    venue = composed.composer.context.venue
    first = venue.languages[0]
    web = getattr(venue.web, "address", None)
    languages = [
        language for language in venue.languages if any(p.language == language for p in composed.pages)
    ]
    return SiteVenue(
        id=venue.id,
        name=_plain(composed.composer, first, "{{ venue.name | name }}"),
        address=web if isinstance(web, str) else None,
        sample=venue.sample,
        editions=tuple(_edition(composed, language) for language in languages),
        quick=tuple(_quick_pages(composed, first)),
        sheets=(
            *(_sheet_page(composed, sheet, words) for sheet, words in composed.sheets),
            *(_booklet_page(composed, booklet) for booklet in composed.booklets),
        ),
        filings=tuple(_filings(composed)),
        look=composed.composer.look,
    )


def _filings(composed: ComposedVenue) -> Iterator[Filing]:
    """The numbers an owner typed; the law says where the first of them can be looked up."""
    context = composed.composer.context
    register = context.law.authority("site_filings")
    icp, police = (getattr(context.venue.web, key, None) for key in ("icp_number", "police_number"))
    if isinstance(icp, str):
        yield Filing(icp, register.url if register else "")
    if isinstance(police, str):
        yield Filing(police)


def _plain(composer: Composer, language: str, words: str) -> str:
    return Saying(composer.speaker(language)).plain(words, composer.context)


def _edition(composed: ComposedVenue, language: str) -> Edition:
    pages = tuple(_page(composed, page) for page in composed.pages if page.language == language)
    in_force = _plain(composed.composer, language, "{{ effective_on | date }}")
    return Edition(language, in_force, pages, _plain(composed.composer, language, "{{ venue.name | name }}"))


def _page(composed: ComposedVenue, page: Composed) -> SitePage:
    there = {made.id for made in composed.pages if made.language == page.language}

    def link(name: str, anchor: str) -> str:
        return f"../{name}/" + (f"#{anchor}" if anchor else "")

    def html(section: TokenisedSection) -> str:
        words = "\n".join(passage.html for passage in section.passages)
        return linked(pointing_only_to(there, words), link)

    sections = [SiteSection(each.id, each.heading, each.frame, html(each)) for each in page.sections]
    return SitePage(
        id=page.id,
        title=page.title,
        description=page.description,
        # A section that only sent the reader elsewhere is empty where there is no such page.
        sections=tuple(section for section in sections if section.html.strip()),
        fill=page.saying.tokens,
    )


def _quick_pages(composed: ComposedVenue, language: str) -> Iterator[QuickPage]:
    """One page per sign that hangs somewhere, whatever number of sheets it has."""
    pages = {page.id: page for page in composed.pages if page.language == language}
    for sheet in {sheet.sign.id: sheet for sheet, _ in composed.sheets}.values():
        sign = sheet.sign
        page = pages.get(sign.page)
        if page is None:
            continue
        if sheet.order is not None:
            yield _own_page(composed, sheet, language)
            continue
        answer = next((s for s in page.sections if s.frame == "answer"), page.sections[0])
        html = linked("\n".join(passage.html for passage in answer.passages), lambda _page, _anchor: "")
        yield QuickPage(sign.id, language, page.title, html, page.saying.tokens, sign.page, sign.anchor)


def _own_page(composed: ComposedVenue, sheet: PlannedSheet, language: str) -> QuickPage:
    """Say at the short address what the owner's sign says."""
    saying = Saying(composed.composer.speaker(language))
    context = sheet.context(composed.composer.context)
    said = {line.id: saying.line(line.variants[0][1][language], context) for line in sheet.sign.lines}
    return QuickPage(
        sheet.sign.id,
        language,
        said["headline"],
        said.get("text", ""),
        saying.tokens,
        sheet.sign.page,
        sheet.sign.anchor,
    )


def _sheet_page(composed: ComposedVenue, sheet: PlannedSheet, words: PrintedWords) -> SheetPage:
    composer = composed.composer
    context = sheet.context(composer.context)
    where = _where(sheet)
    told = []
    for language in sheet.languages:
        place = Saying(composer.speaker(language)).plain(where, context) if where else ""
        in_force = _plain(composer, language, "{{ effective_on | date }}")
        told.append(SheetWords(language, sheet.sign.title[language], place, in_force))
    return SheetPage(words.footer.code, "current", tuple(told), sheet.sign.page, sheet.sign.anchor)


def _booklet_page(composed: ComposedVenue, booklet: FilledBooklet) -> SheetPage:
    """Say of a booklet whether it still holds; the pages it binds begin with the first of them."""
    in_force = _plain(composed.composer, booklet.language, "{{ effective_on | date }}")
    told = SheetWords(booklet.language, str(booklet.title.striptags()), "", in_force)
    return SheetPage(booklet.code, "current", (told,), booklet.chapters[0].id if booklet.chapters else "")


def _where(sheet: PlannedSheet) -> str:
    """The area or the room a sheet is about, by which somebody in front of it can tell it apart."""
    if sheet.area is not None:
        return "{{ area.rooms | list }}"
    return "{{ room.name | name }}" if sheet.sign.one_per == "room" else ""
