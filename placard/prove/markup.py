"""The tags and the text of a page, quickly: a site has thousands of pages and each is read in full.

Not a parser of any HTML, but a strict reader of ours: what it cannot follow it reports as broken.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from typing import NamedTuple

_INSIDE = r"""[^>"']*(?:"[^"]*"[^>"']*|'[^']*'[^>"']*)*"""
_RAW = "script|style|textarea|title"
_OPENING = (
    rf"<(?P<name>(?!(?:{_RAW})[\s/>])[a-z][^\s/>]*)(?P<inside>{_INSIDE})>"
    rf"|<(?P<raw>{_RAW})(?=[\s/>])(?P<raw_inside>{_INSIDE})>(?P<body>.*?)</(?P=raw)\s*>"
    r"|<!--.*?-->|<![a-z][^>]*>|<\?[^>]*>"
)
_TAG = re.compile(rf"{_OPENING}|(?P<broken><[a-z!?])", re.DOTALL | re.IGNORECASE)
_TOKEN = re.compile(rf"{_OPENING}|</(?P<end>[a-z][^\s/>]*)[^>]*>", re.DOTALL | re.IGNORECASE)
_ATTRIBUTE = re.compile(r"""([^\s"'>/=]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'=<>`]+)))?""")

BROKEN = "broken"
"""The name given to a tag that never ends, or a comment or script that is never closed."""

_BREAKS = re.compile(
    r"address|article|aside|blockquote|body|br|button|caption|dd|details|dialog|div|dl|dt|fieldset"
    r"|figcaption|figure|footer|form|h[1-6]|head|header|hr|li|main|nav|ol|option|p|pre|section|summary"
    r"|table|tbody|td|tfoot|th|thead|tr|ul",
    re.IGNORECASE,
)
_UNREAD = frozenset({"script", "style"})


class Tag(NamedTuple):
    """An opening tag; `body` is the text of a script or style, which has no tags inside."""

    name: str
    inside: str
    offset: int
    body: str = ""

    def attributes(self) -> dict[str, str]:
        """Return names in small letters with their values; a repeated name counts the first time."""
        found: dict[str, str] = {}
        for name, double, single, bare in _ATTRIBUTE.findall(self.inside):
            value = double or single or bare
            found.setdefault(name.lower(), html.unescape(value) if "&" in value else value)
        return found


def tags(page: str) -> Iterator[Tag]:
    """Yield every opening tag in order, with those that cannot be followed under the name `BROKEN`."""
    for token in _TAG.finditer(page):
        if name := token["name"]:
            yield Tag(name.lower(), token["inside"], token.start())
        elif raw := token["raw"]:
            yield Tag(raw.lower(), token["raw_inside"], token.start(), token["body"])
        elif token["broken"]:
            yield Tag(BROKEN, "", token.start())


def text(page: str) -> str:
    """Return what a reader reads, a line for each block; what stands in attributes is not read."""
    return "\n".join(" ".join(line.split()) for line in _pieces(page).split("\n"))


def _pieces(page: str) -> str:
    parts: list[str] = []
    end = 0
    for token in _TOKEN.finditer(page):
        parts.append(html.unescape(page[end : token.start()]).replace("\n", " "))
        end = token.end()
        raw = (token["raw"] or "").lower()
        if raw and raw not in _UNREAD:
            parts.append(f"\n{html.unescape(token['body'])}\n")
        elif _BREAKS.fullmatch(token["name"] or token["end"] or ""):
            parts.append("\n")
    parts.append(html.unescape(page[end:]).replace("\n", " "))
    return "".join(parts)
