"""HTML as the engine takes it before it reads any style sheet of ours.

Its own sheet gives every element six parts that only numbered notes and lists have, and reckons their
styles one by one: an eighth of the time of a page. We print no numbered notes, and lists have one kind of
item; a paper that wants more says so in its own style sheet. The bytes of the PDF are the same.
"""

from __future__ import annotations

import re
import warnings
from functools import cache
from typing import Any

from cssselect2 import ElementWrapper

with warnings.catch_warnings():
    # A machine without any system font: ours come by @font-face.
    warnings.filterwarnings("ignore", message="No fonts configured")
    import weasyprint
    from weasyprint.css.counters import CounterStyle
    from weasyprint.html import UA, UA_FORM_STYLESHEET
    from weasyprint.urls import URLFetcher

from placard.press.markup import tree_of

_OF_NOTES = re.compile(r"^::(?:foot)?note-\w+ \{[^}]*\}\n", re.MULTILINE)
_OF_ITEMS = re.compile(r"^::marker(?= \{)", re.MULTILINE)


class Page(weasyprint.HTML):  # type: ignore[misc]
    """A page of ours, for which the engine presumes no more than it needs."""

    def __init__(
        self, string: str, base_url: str | None = None, url_fetcher: URLFetcher | None = None
    ) -> None:
        tree = tree_of(string)
        if tree is None:
            super().__init__(string=string, base_url=base_url, url_fetcher=url_fetcher)
            return
        # What the engine's own reader leaves behind, and all that it makes a page from.
        self.base_url = base_url
        self.url_fetcher = url_fetcher or URLFetcher()
        self.media_type = "print"
        self.wrapper_element = ElementWrapper.from_html_root(tree, content_language=None)
        self.etree_element = tree

    def _ua_stylesheets(self, forms: bool = False) -> list[Any]:
        return [presumed(), UA_FORM_STYLESHEET] if forms else [presumed()]


@cache
def presumed() -> weasyprint.CSS:
    """Return what is presumed of every element, read once."""
    rules = _OF_ITEMS.sub("li::marker", _OF_NOTES.sub("", UA))
    return weasyprint.CSS(string=rules, counter_style=CounterStyle())
