"""The site inside MkDocs: pages added, framed and filled. The hook calls it, and nothing else does."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from fnmatch import fnmatch
from pathlib import Path
from typing import cast

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import AnchorLink, TableOfContents
from mkdocs.utils.templates import TemplateContext

from placard.site import addresses, finished, listing, search, sitemap, small
from placard.site.blanks import LEFT_OVER, Blanks
from placard.site.inputs import SiteInput

# Only what is logged under `mkdocs.` counts in strict mode.
log = logging.getLogger("mkdocs.hooks.placard")

FAVICON = "favicon.svg"

PUBLISHED = (
    FAVICON,
    "robots.txt",
    "assets/placard.css",
    "assets/stylesheets/main.*.min.css",
    "assets/stylesheets/palette.*.min.css",
    "assets/javascripts/bundle.*.min.js",
    "assets/javascripts/workers/search.*.min.js",
)
"""The files taken from folders: an allow-list, so that nothing left lying there is published."""


class FinishedPage(Page):
    """A page that is finished before MkDocs sees it: no Markdown runs over it."""

    def __init__(self, file: File, config: MkDocsConfig, page: finished.Finished, blanks: Blanks) -> None:
        super().__init__(str(page.title), file, config)
        self.finished = page
        self.blanks = blanks
        self.siblings: list[FinishedPage] = []
        self.canonical_url = str(page.canonical) if page.canonical else None

    def read_source(self, config: MkDocsConfig) -> None:
        """There is no source; the theme finds language and description in `meta`."""
        language = self.finished.language
        self.markdown = ""
        self.meta = {"lang": language.code, "theme_language": language.theme}
        if self.finished.description:
            self.meta["description"] = str(self.finished.description)

    def render(self, config: MkDocsConfig, files: Files) -> None:
        """Take the finished HTML, and its headings under the title."""
        self.content = str(self.finished.content)
        top = AnchorLink(str(self.finished.title), finished.TOP, 1)
        top.children = [AnchorLink(str(h.title), h.id, 2) for h in self.finished.headings]
        self.toc = TableOfContents([top])
        self.present_anchor_ids = {finished.TOP, *(h.id for h in self.finished.headings)}


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Make `build` and `serve` give the same pages: neither knows an address, and we write our own 404."""
    config.site_url = None
    config.theme.static_templates -= {"404.html", "sitemap.xml"}
    return config


def on_files(files: Files, config: MkDocsConfig, site: SiteInput) -> Files:
    """Keep only what is to be published, and add every page and small file."""
    for file in list(files):
        if not any(fnmatch(file.src_uri, pattern) for pattern in PUBLISHED):
            _leave_out(file, files, config)
    blanks = Blanks()
    scopes: dict[str, list[FinishedPage]] = {}
    for page in finished.pages(site, blanks):
        stem = page.address.rstrip("/") if page.address != page.scope else page.scope + "index"
        file = File.generated(config, f"{stem}.md", content="", inclusion=InclusionLevel.NOT_IN_NAV)
        siblings = scopes.setdefault(page.scope, [])
        made = FinishedPage(file, config, page, blanks)
        siblings.append(made)
        made.siblings = siblings
        files.append(file)
    for venue in site.venues:
        if (logo := venue.look.logo) is not None:
            files.append(_as_it_is(config, addresses.logo(venue), logo.content))
    for path, content in _small_files(site):
        files.append(File.generated(config, path, content=content, inclusion=InclusionLevel.NOT_IN_NAV))
    return files


def _as_it_is(config: MkDocsConfig, path: str, content: bytes) -> File:
    return File.generated(config, path, content=content, inclusion=InclusionLevel.NOT_IN_NAV)


def _leave_out(file: File, files: Files, config: MkDocsConfig) -> None:
    files.remove(file)
    ours = [Path(config.docs_dir), Path(config.theme.custom_dir or config.docs_dir)]
    if any(file.src_dir and Path(file.src_dir).is_relative_to(folder) for folder in ours):
        log.warning("%s", file.abs_src_path)


def _small_files(site: SiteInput) -> Iterator[tuple[str, str]]:
    yield from small.pages(site)
    if listed := sitemap.sitemap(site):
        yield "sitemap.xml", listed
    for venue in site.venues:
        yield f"{venue.id}/{listing.NAME}", listing.listing(venue)
        for edition in venue.editions:
            path = addresses.edition(venue.id, edition.language) + "search/search_index.json"
            yield path, search.index(edition)


def on_page_context(context: TemplateContext, page: Page, config: MkDocsConfig) -> TemplateContext:
    """Show the theme this venue in this language, as if there were nothing else."""
    assert isinstance(page, FinishedPage)
    shown = page.finished
    navigation = Navigation(list(page.siblings), list(page.siblings))
    navigation.homepage = page.siblings[0]
    context["nav"] = navigation
    # The theme's script looks for the search index under its base.
    context["base_url"] = addresses.relative(shown.address, shown.scope).rstrip("/")
    # Names of our own, which the class of the context cannot know.
    cast("dict[str, object]", context).update(finished=shown, words=shown.words)
    config.site_name = str(shown.venue)
    icon = shown.look.logo is not None and shown.look.logo.is_icon
    config.theme["favicon"] = shown.logo if icon else FAVICON
    return context


def on_post_page(output: str, page: Page) -> str:
    """Fill the blanks, last of all."""
    assert isinstance(page, FinishedPage)
    whole = page.blanks.fill(output)
    if LEFT_OVER.search(whole):
        log.warning("%s: a value was not filled in", page.url)
    return whole
