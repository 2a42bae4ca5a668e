"""No page asks anybody but its own site for anything: no font, script, picture, form or counter."""

from __future__ import annotations

import json
import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass

from placard.findings import Finding
from placard.prove.markup import tags
from placard.prove.outputs import Site
from placard.prove.reading import LOADING, Page
from placard.prove.urls import Kind, target_of

_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_IN_STYLE = re.compile(
    r"""url\(\s*(?:"([^"]*)"|'([^']*)'|([^)\s]*))\s*\)|@import\s+(?:"([^"]*)"|'([^']*)')""", re.IGNORECASE
)
_IN_SCRIPT = re.compile(r"""["'`](https?:[^"'`]*|//[\w$-][^"'`\s]*[.:}][^"'`\s]*)""", re.IGNORECASE)
_WHOLLY_OUTSIDE = re.compile(r"\s*(?:https?:)?//\S+\s*", re.IGNORECASE)

NAMES = ("http://www.w3.org/",)
"""Names of formats that look like addresses; nothing is fetched from them."""

IDENTIFIERS = frozenset({"@context", "@id", "@type", "register", "sameAs", "text", "title"})
"""Keys of a record whose value names or says something, and is never fetched."""


@dataclass(frozen=True, slots=True)
class Dormant:
    """An address in a script of the theme that is asked only where a page holds what wakes it."""

    url: str
    wakes: re.Pattern[str]
    why: str


NEVER = re.compile(r"(?!)")
DORMANT = (
    Dormant(
        "https://unpkg.com/mermaid@",
        re.compile(r"""class\s*=\s*["']?[^"'>]*\bmermaid\b"""),
        "Material fetches the drawing library when a page has an element of class mermaid",
    ),
    Dormant(
        "https://api.github.com/",
        re.compile(r"""data-md-component\s*=\s*["']?source\b"""),
        "Material counts stars when a page links its repository, which `repo_url` would do",
    ),
    Dormant(
        "https://${e}/api/v4/projects/",
        re.compile(r"""data-md-component\s*=\s*["']?source\b"""),
        "the same for repositories on GitLab",
    ),
    Dormant(
        "https://unpkg.com/resize-observer-polyfill",
        NEVER,
        "fetched only by browsers from before 2020, which lack ResizeObserver",
    ),
)


def awakened(html: str) -> set[Dormant]:
    """Return what a page wakes; from then on its address must not stand in any script."""
    return {dormant for dormant in DORMANT if dormant.wakes.search(html)}


def prove(
    site: Site, pages: Mapping[str, Page], present: frozenset[str], awake: Collection[Dormant] = ()
) -> Iterator[Finding]:
    """Report every address of somebody else in a place where a browser would load it."""
    asleep = (*NAMES, *(dormant.url for dormant in DORMANT if dormant not in awake))
    for page in pages.values():
        yield from _in_page(site, page, asleep, present)
    for path in sorted(present):
        kind = path.rpartition(".")[2]
        if kind not in ("css", "js", "mjs", "json", "webmanifest", "svg"):
            continue
        text = (site.folder / path).read_text("utf-8", errors="replace")
        match kind:
            case "css":
                yield from _in_style(site, path, text, 0, present)
            case "js" | "mjs":
                yield from _in_script(site, path, text, 0, asleep)
            case "svg":
                yield from _in_drawing(site, path, text)
            case _:
                yield from _in_record(site, path, text, 0)


def _in_page(site: Site, page: Page, asleep: tuple[str, ...], present: frozenset[str]) -> Iterator[Finding]:
    for link in page.links:
        if link.loads and target_of(link.url, page.path, site.addresses).kind is Kind.OUTSIDE:
            yield site.fault("prove.stranger", page.path, link.offset, target=link.url, says=link.says)
        elif link.says.endswith((" ping>", " action>", " formaction>")):
            yield site.fault("prove.sends", page.path, link.offset, target=link.url, says=link.says)
    for style, offset in page.styles:
        yield from _in_style(site, page.path, style, offset, present)
    for script, offset in page.scripts:
        yield from _in_script(site, page.path, script, offset, asleep)
    for record, offset in page.records:
        yield from _in_record(site, page.path, record, offset)


def _in_style(site: Site, path: str, style: str, offset: int, present: frozenset[str]) -> Iterator[Finding]:
    for hit in _IN_STYLE.finditer(_COMMENT.sub(lambda comment: " " * len(comment[0]), style)):
        url = next((group for group in hit.groups() if group is not None), "")
        target = target_of(url, path, site.addresses)
        if target.kind is Kind.OUTSIDE:
            yield site.fault("prove.stranger", path, offset or hit.start(), target=url, says="url()")
        elif target.kind is Kind.INSIDE and not url.startswith("#") and target.path not in present:
            yield site.fault("prove.dead_link", path, offset or hit.start(), target=url, says="url()")


def _in_script(site: Site, path: str, script: str, offset: int, asleep: tuple[str, ...]) -> Iterator[Finding]:
    """Whole addresses only; one put together from pieces shows first in a browser."""
    for hit in _IN_SCRIPT.finditer(script):
        inside = target_of(hit[1], path, site.addresses).kind is Kind.INSIDE
        if not inside and not hit[1].startswith(asleep):
            yield site.fault("prove.stranger", path, offset or hit.start(), target=hit[1][:80], says="script")


def _in_record(site: Site, path: str, record: str, offset: int) -> Iterator[Finding]:
    try:
        whole = json.loads(record)
    except ValueError:
        yield site.fault("prove.not_json", path, offset)
        return
    for key, value in _strings(whole, ""):
        if key in IDENTIFIERS or not _WHOLLY_OUTSIDE.fullmatch(value):
            continue
        if target_of(value, path, site.addresses).kind is Kind.OUTSIDE:
            yield site.fault("prove.stranger", path, offset, target=value, says=key or "JSON")


def _strings(value: object, key: str) -> Iterator[tuple[str, str]]:
    if isinstance(value, dict):
        for name, inner in value.items():
            yield from _strings(inner, str(name))
    elif isinstance(value, list):
        for inner in value:
            yield from _strings(inner, key)
    elif isinstance(value, str):
        yield key, value


def _in_drawing(site: Site, path: str, text: str) -> Iterator[Finding]:
    for tag in tags(text):
        attributes = tag.attributes()
        for name in ("href", *LOADING):
            url = attributes.get(name, "")
            if url and tag.name != "a" and target_of(url, path, site.addresses).kind is Kind.OUTSIDE:
                yield site.fault("prove.stranger", path, tag.offset, target=url, says=f"<{tag.name} {name}>")
