"""What an address in a page means: within the site, elsewhere, or something no page of ours may hold."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Collection
from enum import StrEnum
from typing import NamedTuple
from urllib.parse import unquote, urlsplit

_SCHEME = re.compile(r"([a-z][a-z0-9+.-]*):", re.IGNORECASE)
_ENDS = "".join(map(chr, range(0x21)))
_LOST = dict.fromkeys(map(ord, "\t\n\r"))

ALLOWED_SCHEMES = frozenset({"https", "http", "mailto", "tel"})


class Kind(StrEnum):
    """Where an address leads."""

    INSIDE = "inside"
    OUTSIDE = "outside"
    MESSAGE = "message"
    DATA = "data"
    OTHER = "other"


class Target(NamedTuple):
    """An address taken apart; `path` and `anchor` are of a place inside, percent signs undone."""

    kind: Kind
    path: str = ""
    anchor: str = ""


def target_of(url: str, page: str, addresses: Collection[str] = ()) -> Target:
    """Tell where an address leads from a file of the site, the way a browser reads it.

    A path that leaves the site keeps its `..`, so that nothing is found under it.
    """
    cleaned = url.strip(_ENDS).translate(_LOST)
    if scheme := _SCHEME.match(cleaned):
        return _with_scheme(scheme[1].lower(), cleaned, addresses)
    path, _, anchor = cleaned.partition("#")
    path = path.partition("?")[0].replace("\\", "/")
    if path.startswith("//"):
        return _absolute(f"https:{cleaned}", addresses)
    if not path:
        return Target(Kind.INSIDE, page, unquote(anchor))
    if path.startswith("/"):
        return Target(Kind.INSIDE, _file(_under_an_address(path, addresses)), unquote(anchor))
    return Target(Kind.INSIDE, _file(posixpath.join(posixpath.dirname(page), path)), unquote(anchor))


def _with_scheme(scheme: str, url: str, addresses: Collection[str]) -> Target:
    if scheme in ("http", "https"):
        return _absolute(url, addresses)
    if scheme in ("mailto", "tel"):
        return Target(Kind.MESSAGE)
    return Target(Kind.DATA if scheme == "data" else Kind.OTHER)


def _absolute(url: str, addresses: Collection[str]) -> Target:
    for address in addresses:
        base = address.rstrip("/")
        if url == base or url.startswith((f"{base}/", f"{base}#", f"{base}?")):
            rest = urlsplit(url[len(base) :])
            return Target(Kind.INSIDE, _file(rest.path.lstrip("/") or "."), unquote(rest.fragment))
    return Target(Kind.OUTSIDE)


def _under_an_address(path: str, addresses: Collection[str]) -> str:
    """Return a path from the root of the host as one from the root of the site."""
    for address in sorted(addresses, key=len, reverse=True):
        base = urlsplit(address).path.rstrip("/") + "/"
        if path.startswith(base):
            return path[len(base) :] or "."
    return path.lstrip("/") or "."


def _file(path: str) -> str:
    """Return the file a server sends for a path."""
    plain = posixpath.normpath(unquote(path))
    if path.endswith("/") or plain in (".", "..") or path.endswith(("/.", "/..")):
        return posixpath.normpath(f"{plain}/index.html")
    return plain
