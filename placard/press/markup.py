"""Our own pages as a tree, read in a fifth of the time the engine takes to read whatever HTML there is.

The engine's reader mends what others write, letter by letter. Ours need no mending: they are XML but for
elements that are never closed, and those are known. What is not, the engine reads itself.
"""

from __future__ import annotations

import re
from xml.etree import ElementTree

_NEVER_CLOSED = re.compile(r'<((?:br|hr|img|input|meta|wbr)\b(?:[^<>"]|"[^"]*")*?) ?/?>')
_DRAWING = re.compile(r"<svg(?! xmlns=)")
_SVG = "http://www.w3.org/2000/svg"
_IMPLIED = ("./head", "./body")


def tree_of(html: str) -> ElementTree.Element | None:
    """Return what a page of ours holds; `None` where HTML would mean more than is written."""
    closed = _NEVER_CLOSED.sub(r"<\1/>", html)
    try:
        root = ElementTree.fromstring(_DRAWING.sub(f'<svg xmlns="{_SVG}"', closed))
    except ElementTree.ParseError:
        return None
    whole = root.tag == "html" and all(root.find(part) is not None for part in _IMPLIED)
    # In HTML a row stands in a body even where none is written.
    return root if whole and root.find(".//table/tr") is None else None
