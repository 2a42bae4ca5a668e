"""A composed document before it is filled: tokens where values go, links still by page name."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection
from dataclasses import dataclass

from markupsafe import Markup

from placard.compose.fragments import safe, shape
from placard.compose.outputs import FilledDocument, FilledSection, Passage
from placard.compose.saying import Saying
from placard.findings import Finding
from placard.phrases.values import Question


@dataclass(frozen=True, slots=True)
class TokenisedPassage:
    """A clause, table or button with the source it came from."""

    source: str
    html: str


@dataclass(frozen=True, slots=True)
class TokenisedSection:
    """A section with tokens where values go."""

    id: str
    heading: str
    frame: str
    passages: tuple[TokenisedPassage, ...]


@dataclass(frozen=True, slots=True)
class Composed:
    """A document in one language; `saying` holds its values."""

    id: str
    language: str
    title: str
    description: str
    sections: tuple[TokenisedSection, ...]
    saying: Saying

    def filled(self, link: Callable[[str, str], str], there: Collection[str] | None = None) -> FilledDocument:
        """Fill every token; `link` turns a page and an anchor into an address.

        `there` are the pages one can be sent to; sentences that do nothing but send to others are left out.
        """
        fill = self.saying.tokens.markup
        sections = {section.id for section in self.sections}

        def pointing(html: str) -> str:
            html = within_book(sections, html)
            return linked(html if there is None else pointing_only_to(there, html), link)

        return FilledDocument(
            self.id,
            self.language,
            fill(self.title),
            fill(self.description),
            tuple(
                FilledSection(
                    section.id,
                    fill(section.heading) if section.heading else None,
                    section.frame,
                    tuple(Passage(p.source, fill(pointing(p.html))) for p in section.passages),
                )
                for section in self.sections
            ),
        )


@dataclass(frozen=True, slots=True)
class Withheld:
    """Something that is not made: what must be answered first, or what is wrong in content."""

    id: str
    language: str
    questions: tuple[Question, ...]
    findings: tuple[Finding, ...]


_PAGE_LINK = re.compile(r'<a href="page:([a-z0-9-]+)(?:#([a-z0-9-]+))?">(.*?)</a>', re.DOTALL)


BOOK_LINK = re.compile(r'<a href="book:([a-z0-9-]+)">(.*?)</a>', re.DOTALL)
_BOOK_ENTRY = re.compile(r'<li class="kept"><a href="book:([a-z0-9-]+)">.*?</a></li>', re.DOTALL)
_BLOCK = re.compile(r"<(p|li)>(.*?)</\1>\s*", re.DOTALL)
_SENTENCE = re.compile(r".+?(?:[.!?](?=\s)|[。！？]|\Z)\s*", re.DOTALL)


def linked(html: str, link: Callable[[str, str], str]) -> str:
    """Turn links between pages (`page:complaints#how`) into addresses; an empty one drops the link."""
    return _PAGE_LINK.sub(lambda match: _link(match[1], match[2] or "", match[3], link), html)


def pointing_only_to(there: Collection[str], html: str, link: re.Pattern[str] = _PAGE_LINK) -> str:
    """Leave out the sentences that send a reader to a page, or a section, that is not made.

    A paragraph or an entry of which nothing is left goes too. Only tokenised words are looked at, so no
    full stop of a value ends a sentence.
    """

    def kept(block: re.Match[str]) -> str:
        sentences = _SENTENCE.findall(block[2])
        good = [each for each in sentences if all(hit[1] in there for hit in link.finditer(each))]
        if len(good) == len(sentences):
            return block[0]
        return f"<{block[1]}>{''.join(good).strip()}</{block[1]}>\n" if good else ""

    return _BLOCK.sub(kept, html)


def within_book(sections: Collection[str], html: str) -> str:
    """Turn links to a section of the same book (`book:training`) into its page; one it lacks is left out."""
    if "book:" not in html:
        return html
    entries = _BOOK_ENTRY.sub(lambda match: match[0] if match[1] in sections else "", html)
    kept = pointing_only_to(sections, entries, BOOK_LINK)
    return BOOK_LINK.sub(lambda match: shape("onward.html", section=match[1], words=safe(match[2])), kept)


def _link(page: str, anchor: str, words: str, link: Callable[[str, str], str]) -> str:
    address = link(page, anchor)
    return shape("link.html", href=safe(address), words=safe(words)) if address else words


def whole(document: FilledDocument) -> Markup:
    """Return a finished document's body in one piece, for counting and reading back."""
    return Markup(" ").join(
        piece for s in document.sections for piece in (s.heading or Markup(""), *(p.html for p in s.passages))
    )
