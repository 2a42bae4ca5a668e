"""Pages of the site bound as one paper: the same fragments, filled once more, with links within the book."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from markupsafe import Markup

from placard.codes import code_of
from placard.compose.documents import Composer
from placard.compose.outputs import FilledDocument, FilledSection
from placard.compose.signs import in_words
from placard.compose.tokenised import Composed, Withheld
from placard.library.binding import Binding
from placard.model import UNANSWERED
from placard.plan.documents import PlannedBooklet


@dataclass(frozen=True, slots=True)
class FilledBooklet:
    """A booklet in one language; anchors of sections begin with the page they stand on.

    `closing` comes after the chapters. `online` is the address of the same pages, where there is one, and
    `address` the same in words. `code` is the hash of what a reader reads, in any size of print.
    """

    id: str
    file: str
    language: str
    title: Markup
    lead: Markup
    chapters: tuple[FilledDocument, ...]
    closing: tuple[FilledSection, ...]
    online: str
    address: Markup
    code: str

    def headings(self) -> Iterator[Markup]:
        """Yield the title and every heading: what has to be found on the paper, whole."""
        yield self.title
        for chapter in self.chapters:
            yield chapter.title
            yield from (section.heading for section in chapter.sections if section.heading)
        yield from (section.heading for section in self.closing if section.heading)


def booklet_words(
    composer: Composer, booklet: PlannedBooklet, pages: Iterable[Composed], held: Iterable[Withheld]
) -> FilledBooklet | Withheld:
    """Bind the pages made in a language; while one of them waits, the whole waits for the same answers."""
    frame = composer.document(booklet.document, booklet.language)
    if isinstance(frame, Withheld):
        return waiting_with(booklet, frame, held) or frame
    if (withheld := waiting_with(booklet, None, held)) is not None:
        return withheld
    made = {page.id: page for page in pages if page.language == booklet.language}
    bound = [made[name] for name in booklet.binding.pages if name in made]
    return _bound(composer, booklet.binding, frame, bound)


def waiting_with(booklet: PlannedBooklet, own: Withheld | None, held: Iterable[Withheld]) -> Withheld | None:
    """Withhold a booklet with its pages: one that says it is all, and lacks a page, is not true.

    `own` says what its own words wait for; `held` what is held back, in each language it would be made in.
    """
    language, bound = booklet.language, booklet.binding.pages
    missing = [page for page in held if page.id in bound and page.language == language]
    if own is None and not missing:
        return None
    first = own or Withheld(booklet.name, language, (), ())
    questions = dict.fromkeys((*first.questions, *(q for page in missing for q in page.questions)))
    return replace(first, questions=tuple(questions))


def _bound(composer: Composer, binding: Binding, frame: Composed, pages: Sequence[Composed]) -> FilledBooklet:
    there = {page.id: {section.id for section in page.sections} for page in pages}

    def link(page: str, anchor: str) -> str:
        return f"#{page}--{anchor}" if anchor in there[page] else f"#{page}"

    chapters = tuple(_chapter(page.filled(link, there), binding) for page in pages)
    closing = _sections(frame.filled(link, there), binding)
    first = FilledBooklet(
        id=frame.id,
        file=binding.file,
        language=frame.language,
        title=frame.saying.tokens.markup(frame.title),
        lead=frame.saying.tokens.markup(frame.description),
        chapters=chapters,
        closing=closing,
        online=(online := online_of(composer, frame.language)),
        address=in_words(online) if online else Markup(),
        code="",
    )
    return replace(first, code=code_of([str(part.striptags()) for part in _read(first)], "", online))


def _chapter(page: FilledDocument, binding: Binding) -> FilledDocument:
    return replace(page, sections=_sections(page, binding))


def _sections(page: FilledDocument, binding: Binding) -> tuple[FilledSection, ...]:
    """Return the sections that stand on paper; one whose every sentence pointed elsewhere is empty."""
    return tuple(
        replace(section, id=f"{page.id}--{section.id}")
        for section in page.sections
        if section.frame not in binding.leaves_out and any(p.html.strip() for p in section.passages)
    )


def online_of(composer: Composer, language: str) -> str:
    """Return the address of the pages in a language; empty where the venue has no website."""
    venue = composer.context.venue
    address = getattr(venue.web, "address", None)
    return f"{address}{venue.id}/{language}/" if address not in (None, UNANSWERED) else ""


def _read(booklet: FilledBooklet) -> Iterator[Markup]:
    yield from (booklet.title, booklet.lead)
    for chapter in booklet.chapters:
        yield from (chapter.title, chapter.description)
        yield from _words(chapter.sections)
    yield from _words(booklet.closing)


def _words(sections: Iterable[FilledSection]) -> Iterator[Markup]:
    for section in sections:
        yield section.heading or Markup()
        yield from (passage.html for passage in section.passages)
