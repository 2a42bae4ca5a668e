"""The site as it was made: nothing missing, nothing too much, every page whole and every link alive."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterator, Mapping

from markupsafe import escape

from placard.findings import Finding, in_order
from placard.prove import languages, links, strangers
from placard.prove.outputs import Site, fault
from placard.prove.reading import Page, read_page

PRIVATE = re.compile("[\ue000-\uf8ff]")
WORDS = (".html", ".xml", ".json", ".txt", ".webmanifest")
"""Files made of our words; style sheets and scripts come from the theme and hold braces of their own."""


def prove_site(site: Site) -> list[Finding]:
    """Read every file of a site and report all that is wrong with it."""
    present = sorted(
        path.relative_to(site.folder).as_posix() for path in site.folder.rglob("*") if not path.is_dir()
    )
    pages: dict[str, Page] = {}
    awake: set[strangers.Dormant] = set()
    findings = list(_only_what_is_intended(site, present))
    for path in present:
        if path.endswith(WORDS):
            text = (site.folder / path).read_text("utf-8", errors="replace")
            findings += _nothing_unfilled(site, path, text)
            if path.endswith(".html"):
                pages[path] = read_page(path, text)
                awake |= strangers.awakened(text)
    if not pages:
        findings.append(fault("prove.no_page", "site"))
    findings += _whole(site, pages)
    findings += links.prove(site, pages, frozenset(present))
    findings += languages.prove(site, pages)
    findings += strangers.prove(site, pages, frozenset(present), awake)
    return in_order(findings)


def _only_what_is_intended(site: Site, present: list[str]) -> Iterator[Finding]:
    for path in sorted(set(present) - site.intended.keys()):
        yield site.fault("prove.uninvited", path)
    for path in sorted(site.intended.keys() - set(present)):
        yield site.fault("prove.not_made", path)


def _nothing_unfilled(site: Site, path: str, text: str) -> Iterator[Finding]:
    if left := PRIVATE.search(text):
        yield site.fault("prove.unfilled", path, left.start(), found=f"U+{ord(left[0]):04X}")
    if "{{" in text:
        bare = _without(text, site.typed)
        if "{{" in bare:
            place = bare.index("{{")
            yield site.fault("prove.unfilled", path, place, found=bare[place : place + 30].split("\n")[0])


def _without(text: str, typed: frozenset[str]) -> str:
    """Return the text without what owners typed, letter for letter as long as before."""
    for value in sorted(typed, key=len, reverse=True):
        forms = (html.escape(value), html.escape(value, quote=False), str(escape(value)), value)
        for written in (*forms, *(json.dumps(form, ensure_ascii=False)[1:-1] for form in forms)):
            text = text.replace(written, " " * len(written))
    return text


def _whole(site: Site, pages: Mapping[str, Page]) -> Iterator[Finding]:
    for path, page in pages.items():
        for offset in page.broken:
            yield site.fault("prove.broken_tag", path, offset)
        for name, offset in page.repeated:
            yield site.fault("prove.repeated_id", path, offset, id=name)
        for name, offset in page.frames:
            yield site.fault("prove.frame", path, offset, element=name)
