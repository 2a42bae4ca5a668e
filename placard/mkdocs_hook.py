"""The hook of mkdocs.yml: it fetches what the site is made from and hands it to the engine.

`build_site` puts it into `config.extra`; plain `mkdocs build` and `mkdocs serve` find nothing
there and ask the pipeline, anew for every build, so that a changed fact is seen at once.
"""

from __future__ import annotations

import sys
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page
from mkdocs.utils.templates import TemplateContext

ROOT = Path(__file__).resolve().parents[1]
# The tool runs from its checkout, and `mkdocs` does not look there by itself.
if str(ROOT) not in sys.path:
    sys.path.insert(0, str(ROOT))

from placard.findings import UserMistake, stops  # noqa: E402
from placard.read.roots import Project  # noqa: E402
from placard.report import told_mistake  # noqa: E402
from placard.site import engine  # noqa: E402
from placard.site.checks import check  # noqa: E402
from placard.site.inputs import SITE_INPUT, SiteInput  # noqa: E402


def _site(config: MkDocsConfig) -> SiteInput:
    given = config.extra.get(SITE_INPUT)
    if isinstance(given, SiteInput):
        return given
    # Only here does the site look up to the pipeline, and only where it was not called by it.
    from placard.pipeline import site_input

    try:
        site = site_input(ROOT)
        if stops(findings := check(site)):
            raise UserMistake(findings)
    except UserMistake as mistake:
        raise PluginError(told_mistake(mistake, Project.here(ROOT))) from None
    return site


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Start a build."""
    return engine.on_config(config)


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Add the pages."""
    return engine.on_files(files, config, _site(config))


def on_page_context(
    context: TemplateContext, page: Page, config: MkDocsConfig, nav: object
) -> TemplateContext:
    """Frame a page."""
    return engine.on_page_context(context, page, config)


def on_post_page(output: str, page: Page, config: MkDocsConfig) -> str:
    """Fill a page."""
    return engine.on_post_page(output, page)
