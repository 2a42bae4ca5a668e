"""The search index of one venue in one language, made for the theme's own search.

It knows no stemmer and no dictionary. Words with diacritics are indexed once more without them,
and runs of Han as overlapping pairs, which the theme's search finds by their beginnings.
"""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Iterable

from markupsafe import escape

from placard.site.inputs import Edition, SitePage
from placard.site.lines import paragraphs, plain
from placard.site.shapes import shape

# Entities come first, or a mark could split one and show its letters.
SEPARATOR = r"&(?:#\d+|[a-z]+);|[\s\-\u200b\u3000,.;:!?()\[\]/@\"'«»„”“’‘–—…、。，．？！；：（）《》]+"
CONFIG = {
    # `en` is the one language for which the theme loads no script; the pipeline is empty anyway.
    "lang": ["en"],
    "separator": SEPARATOR,
    "pipeline": [],
    "fields": {
        "title": {"boost": 1000},
        "text": {"boost": 1},
        "tags": {"boost": 1},
        "folded_title": {"boost": 1000},
        "folded": {"boost": 1},
    },
}
_WORD = re.compile(r"\w+")
_HAN = re.compile("[\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003134f]+")
# Letters that Unicode does not take apart.
_WHOLE = str.maketrans({"ł": "l", "đ": "d", "ø": "o", "ı": "i", "ß": "ss", "æ": "ae", "œ": "oe", "þ": "th"})


def folded(word: str) -> str:
    """A word as typed in a hurry: small letters, no diacritics."""
    apart = unicodedata.normalize("NFD", word.lower().translate(_WHOLE))
    return "".join(letter for letter in apart if not unicodedata.combining(letter))


def pairs(han: str) -> list[str]:
    """Overlapping pairs of a run of Han; a single one stands alone."""
    return [han[at : at + 2] for at in range(max(len(han) - 1, 1))]


def also_found_by(texts: Iterable[str]) -> str:
    """The words a text is found by besides those that stand in it."""
    found: dict[str, None] = {}
    for word in _WORD.findall(" ".join(texts)):
        if runs := _HAN.findall(word):
            found.update((pair, None) for run in runs for pair in pairs(run))
        elif (bare := folded(word)) != word.lower():
            found[bare] = None
    return " ".join(found)


def index(edition: Edition) -> str:
    """The index as JSON; every location is seen from `/<venue>/<language>/`."""
    entries = [entry for page in edition.pages for entry in _entries(page)]
    return json.dumps({"config": CONFIG, "docs": entries}, ensure_ascii=False, separators=(",", ":"))


def _entries(page: SitePage) -> Iterable[dict[str, str]]:
    title = plain(page.title, page.fill)
    # What has no heading of its own is found under the page; the page must come first.
    own = [text for s in page.sections if not s.heading for text in paragraphs(s.html, page.fill)]
    yield _entry(f"{page.id}/", title, own)
    for section in page.sections:
        if section.heading:
            heading = plain(section.heading, page.fill)
            yield _entry(f"{page.id}/#{section.id}", heading, paragraphs(section.html, page.fill))


def _entry(location: str, title: str, texts: list[str]) -> dict[str, str]:
    return {
        "location": location,
        # The theme shows both as HTML.
        "title": str(escape(title)),
        "text": shape("found.html", paragraphs=texts).strip(),
        "folded_title": also_found_by([title]),
        "folded": also_found_by(texts),
    }
