"""Plain text of filled HTML: for titles, navigation and search."""

from __future__ import annotations

import re

from markupsafe import Markup

from placard.site.inputs import Fill, Html, Line

_END_OF_BLOCK = re.compile(r"</(?:p|li|h[1-6]|t[hd]|dt|dd|div|caption)>|<br ?/?>")


def filled(html: Html, fill: Fill) -> Markup:
    """The HTML with its values."""
    # Finished by compose, and every value escaped by fill.
    return Markup(fill.fill_html(html))


def plain(line: Line, fill: Fill) -> str:
    """One line as plain text."""
    return filled(line, fill).striptags()


def paragraphs(html: Html, fill: Fill) -> list[str]:
    """The text block by block, as a reader sees it."""
    blocks = _END_OF_BLOCK.split(fill.fill_html(html))
    # striptags reads the filled HTML, so what a value holds has long been escaped.
    texts = [Markup(block).striptags() for block in blocks]
    return [text for text in texts if text]
