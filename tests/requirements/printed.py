"""Everything a sample venue prints, as plain text: where it stands, in which language, and its words."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from markupsafe import Markup

from placard.compose.blanks import FilledForm, Told
from placard.compose.documents import Composer
from placard.compose.outputs import SheetWords
from placard.compose.tokenised import Composed
from placard.compose.venue import ComposedVenue, compose_venue
from placard.derive.case import with_floor
from placard.library.library import Library
from placard.phrases.facts import Context
from placard.plan.documents import plan
from placard.read.law import chain
from placard.read.library import read_library
from placard.read.venue import VenueFile, read_venue

ROOT = Path(__file__).resolve().parents[2]
VENUES = {
    "bathhouse": "old-mill-bathhouse",
    "salon": "jade-mirror-salon",
    "studio": "river-light-studio",
}
"""Which sample each source text is held against."""

_BLOCK_ENDS = re.compile(r"(?=<(?:p|li|h\d|td|th|div|tr)[ >])")


@dataclass(frozen=True)
class Words:
    """What stands in one place of a document; `source` is the clause, where there is one."""

    at: str
    language: str
    source: str
    text: str


def library_of_content() -> Library:
    library, findings = read_library([ROOT / "content"])
    assert not findings, findings
    return library


def composed_sample(library: Library, kind: str) -> ComposedVenue:
    file, findings = read_venue(ROOT / "venues" / f"{VENUES[kind]}.yml", VENUES[kind])
    assert file is not None, findings
    return composed(library, file)


def composed(library: Library, file: VenueFile) -> ComposedVenue:
    law = chain(library.packs, file.venue.law)
    kinds = with_floor(library.rooms, law, file.venue.type)
    context = Context(file.venue, law, kinds, notices=library.notices(), presets=library.activities)
    return compose_venue(Composer(library, context), plan(library, context))


def printed(venue: ComposedVenue) -> list[Words]:
    """List everything printed for a venue; a whole section is one place, its clauses are its parts."""
    return [each for each in _everything(venue) if each.text]


def _everything(venue: ComposedVenue) -> Iterator[Words]:
    for page in venue.pages:
        yield from _document(page, f"page/{page.id}")
    for sheet, words in venue.sheets:
        yield from _sheet(f"sign/{sheet.sign.id}", words)
    for form in (*venue.forms, *venue.texts, *venue.staff_forms):
        yield from _form(form)
    for paper in (*venue.handbooks, *venue.registers):
        yield from _document(paper, paper.id)
    yield from _papers(venue)


def _papers(venue: ComposedVenue) -> Iterator[Words]:
    for quiz in venue.quizzes:
        for each in quiz.questions:
            says = (each.ask, *each.answers, each.because)
            yield Words(f"{quiz.id}#{each.id}", quiz.language, each.id, plainly(*says))
    for card in venue.cards:
        for number, side in enumerate(card.groups):
            name = f"card/{card.id}#{('front', 'back', 'besides')[number]}"
            yield Words(name, card.language, card.id, plainly(side.heading, *side.lines))
    for leaflet in venue.leaflets:
        for section in (each for sections in leaflet.panels.values() for each in sections):
            text = plainly(section.heading or Markup(""), *(each.html for each in section.passages))
            yield Words(f"{leaflet.id}#{section.id}", leaflet.language, leaflet.id, text)
    for booklet in venue.booklets:
        for section in booklet.closing:
            text = plainly(section.heading or Markup(""), *(each.html for each in section.passages))
            yield Words(f"booklet/{booklet.id}#{section.id}", booklet.language, booklet.id, text)


def _document(document: Composed, name: str) -> Iterator[Words]:
    for section in document.filled(lambda page, anchor: "").sections:
        at = f"{name}#{section.id}"
        if section.heading:
            yield Words(at, document.language, "heading", plainly(section.heading))
        for passage in section.passages:
            yield Words(at, document.language, passage.source, plainly(passage.html))


def _sheet(name: str, words: SheetWords) -> Iterator[Words]:
    for block in words.blocks:
        facts = [Markup("{}: {}").format(fact.label, fact.value) for fact in block.facts]
        text = plainly(
            block.headline, block.key or Markup(""), *facts, *block.body, words.address or Markup("")
        )
        yield Words(name, block.language, name, text)


def _form(form: FilledForm) -> Iterator[Words]:
    for section in (*form.sections, *filter(None, [form.slip])):
        at = f"form/{form.id}#{section.id}"
        yield Words(at, form.language, "heading", plainly(section.heading))
        for part in section.parts:
            if isinstance(part, Told):
                yield Words(at, form.language, part.id, plainly(part.label, part.words))
            else:
                yield Words(at, form.language, part.name, plainly(*part.read))


def plainly(*pieces: Markup) -> str:
    """What is read, in one line: no markup, every kind of space a plain one."""
    lines = (
        html.unescape(re.sub(r"<[^>]+>", " " if "<t" in part else "", part))
        for piece in pieces
        for part in _BLOCK_ENDS.split(str(piece))
    )
    return normal(" ".join(lines))


def normal(text: str) -> str:
    """Every kind of space a plain one; none before a full stop, none of width nought or soft hyphens."""
    return " ".join(re.sub("[\u200b\u2060\u00ad\ufeff]", "", text).split())
