"""A page of the site reduced to what the checks ask about."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from placard.prove.markup import BROKEN, Tag, tags


@dataclass(frozen=True, slots=True)
class Link:
    """An address a reader may follow, or the browser loads by itself; `says` tells in which place."""

    url: str
    offset: int
    says: str
    loads: bool
    language: str = ""
    alternate: bool = False


@dataclass(slots=True)
class Page:
    """What one page holds; offsets count letters from its beginning."""

    path: str
    language: str = ""
    ids: dict[str, int] = field(default_factory=dict)
    repeated: list[tuple[str, int]] = field(default_factory=list)
    links: list[Link] = field(default_factory=list)
    frames: list[tuple[str, int]] = field(default_factory=list)
    styles: list[tuple[str, int]] = field(default_factory=list)
    scripts: list[tuple[str, int]] = field(default_factory=list)
    records: list[tuple[str, int]] = field(default_factory=list)
    broken: list[int] = field(default_factory=list)


_WORTH_READING = re.compile(
    r"""[\s/"'](?:id|lang|href|xlink:href|src|srcset|imagesrcset|data|poster|background|action|formaction"""
    r"|ping|manifest|style|name|http-equiv|on[a-z]+)\s*="
)
"""Asked of small letters: matching whatever the letters takes three times as long, for every tag there is."""

FRAMES = frozenset({"iframe", "frame", "object", "embed", "applet", "portal", "fencedframe", "base"})
"""Elements that show a foreign page inside ours, or bend every link of it; we make none."""

FOLLOWED = frozenset({"a", "area"})
ONLY_NAMED = frozenset({"canonical", "alternate", "license", "author", "help", "prev", "next"})
"""Relations of a `<link>` that no browser fetches."""

LOADING = ("src", "xlink:href", "data", "poster", "background", "manifest", "action", "formaction", "ping")
RECORDS = frozenset({"application/json", "importmap", "speculationrules"})


def read_page(path: str, html: str) -> Page:
    """Read a page once for all checks."""
    page = Page(path)
    for tag in tags(html):
        if tag.name == BROKEN:
            page.broken.append(tag.offset)
        elif tag.name in FRAMES:
            page.frames.append((tag.name, tag.offset))
        elif tag.body and tag.name in ("script", "style"):
            _read_body(tag, page)
        if _WORTH_READING.search(tag.inside.lower()):
            _read_attributes(tag, page)
    return page


def _read_body(tag: Tag, page: Page) -> None:
    if tag.name == "style":
        page.styles.append((tag.body, tag.offset))
        return
    kind = tag.attributes().get("type", "").lower()
    if kind in RECORDS:
        page.records.append((tag.body, tag.offset))
    elif kind != "application/ld+json":  # which is told to search engines, and loaded by nobody
        page.scripts.append((tag.body, tag.offset))


def _read_attributes(tag: Tag, page: Page) -> None:
    attributes = tag.attributes()
    if tag.name == "html":
        page.language = attributes.get("lang", "")
    for name in dict.fromkeys([attributes.get("id"), attributes.get("name") if tag.name == "a" else None]):
        if name is None:
            continue
        if name in page.ids:
            page.repeated.append((name, tag.offset))
        page.ids.setdefault(name, tag.offset)
    if "style" in attributes:
        page.styles.append((attributes["style"], tag.offset))
    page.scripts += [(value, tag.offset) for name, value in attributes.items() if name.startswith("on")]
    page.links += _links(tag, attributes)


def _links(tag: Tag, attributes: dict[str, str]) -> Iterator[Link]:
    if "href" in attributes:
        relations = set(attributes.get("rel", "").lower().split())
        named = tag.name == "link" and bool(relations) and relations <= ONLY_NAMED
        yield Link(
            attributes["href"],
            tag.offset,
            f"<{tag.name} href>",
            loads=not named and tag.name not in FOLLOWED,
            language=attributes.get("hreflang", ""),
            alternate=tag.name == "link" and "alternate" in relations,
        )
    for name in LOADING:
        # An empty action sends nowhere: the form serves the script of the page.
        if attributes.get(name):
            yield Link(attributes[name], tag.offset, f"<{tag.name} {name}>", loads=True)
    for name in ("srcset", "imagesrcset"):
        for candidate in attributes.get(name, "").split(","):
            if candidate.strip():
                yield Link(candidate.split()[0], tag.offset, f"<{tag.name} {name}>", loads=True)
    if tag.name == "meta" and attributes.get("http-equiv", "").lower() == "refresh":
        url = attributes.get("content", "").partition("=")[2].strip("'\" ")
        if url:
            yield Link(url, tag.offset, "<meta refresh>", loads=True)
