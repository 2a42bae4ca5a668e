"""How easy the pages, handbooks, forms and cards of some venues are to read: `python -m placard.readability`.

Pages are measured as composed, before values are filled in; forms and cards as they are written, every
variant of them, since under each law some other one is printed.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from placard.check.formlines import form_lines
from placard.check.readable import VALUE, Measure, Missed, blocks_of, measured, missed
from placard.compose.tokenised import Composed
from placard.compose.venue import ComposedVenue
from placard.composing import composed
from placard.library.library import Library
from placard.library.readability import Kind, Yardstick
from placard.phrases.placeholders import PLACEHOLDER
from placard.read.layers import Layers
from placard.read.project import read_project
from placard.read.readability import read_yardsticks
from placard.read.roots import Project


@dataclass(frozen=True, slots=True)
class Text:
    """Something somebody reads as one: a page, a section of a handbook, a form, a card."""

    where: str
    language: str
    kind: Kind
    blocks: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Judged:
    """A text with what was counted in it, and what it does not keep to."""

    text: Text
    measure: Measure
    missed: Sequence[Missed]


def texts_of(venue: ComposedVenue) -> Iterator[Text]:
    """Yield the pages of a venue, and the sections of its handbooks."""
    for page in venue.pages:
        yield Text(f"{venue.venue_id} {page.id}", page.language, "page", _blocks(page))
    for book in venue.handbooks:
        for section in book.sections:
            blocks = tuple(block for p in section.passages for block in blocks_of(p.html))
            yield Text(f"{venue.venue_id} {book.id} {section.id}", book.language, "page", blocks)


def papers_of(library: Library) -> Iterator[Text]:
    """Yield what is handed out: each form and each card, in each language."""
    for language in library.languages:
        for form in library.forms.values():
            lines = [each for each in form_lines(library) if each.place.file == form.place.file]
            said = tuple(_plain(each.words[language]) for each in lines if language in each.words)
            yield Text(f"form {form.id}", language, "handout", said)
        for card in library.cards.values():
            lines_of_card = [line for side in card.groups for line in side.lines.texts.get(language, ())]
            yield Text(f"card {card.id}", language, "handout", tuple(map(_plain, lines_of_card)))


def judged(texts: Iterable[Text], library: Library, yardsticks: dict[str, Yardstick]) -> Iterator[Judged]:
    """Measure texts; a language that names no yardstick is not measured."""
    for text in texts:
        yardstick = yardsticks.get(library.languages[text.language].readability)
        if yardstick:
            measure = measured(text.blocks, yardstick)
            yield Judged(text, measure, missed(measure, yardstick, text.kind))


def table(rows: Iterable[Judged]) -> Iterator[str]:
    """Yield a line of Markdown for each text, a `!` before what misses a limit."""
    yield "| | text | words | average | longest | Flesch | FOG |"
    yield "|---|---|---:|---:|---:|---:|---:|"
    for row in rows:
        m = row.measure
        ease, fog = (f"{figure:.1f}" if figure else "–" for figure in (m.ease, m.fog))
        yield (
            f"| {'!' if row.missed else ''} | {row.text.language} {row.text.where} | {m.words} "
            f"| {m.average:.1f} | {m.longest.words} | {ease} | {fog} |"
        )


def _blocks(page: Composed) -> tuple[str, ...]:
    return tuple(block for s in page.sections for p in s.passages for block in blocks_of(p.html))


def _plain(words: str) -> str:
    return PLACEHOLDER.sub(VALUE, words).replace("**", "")


def main() -> None:
    """Print the table of every venue of `venues/`, or of those named."""
    project = replace(Project.here(), only=tuple(sys.argv[1:]), samples=True)
    read = read_project(project)
    yardsticks = read_yardsticks(Layers(project.content, []))
    texts = [text for file in read.venues for text in texts_of(composed(read, file))]
    for line in table(judged([*texts, *papers_of(read.library)], read.library, yardsticks)):
        print(line)


if __name__ == "__main__":
    main()
