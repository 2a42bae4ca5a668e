"""Every text of a venue that says what it rests on: where it stands, in which language, and its words."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace

from markupsafe import Markup

from placard.check.resting import MAIL, Rests, rests
from placard.compose.blanks import FilledForm, Told
from placard.compose.documents import Composer
from placard.compose.saying import Saying
from placard.compose.signs import spoken
from placard.compose.tokenised import Composed, linked
from placard.compose.venue import ComposedVenue
from placard.findings import Place
from placard.library.forms import FormWords
from placard.library.library import Library
from placard.plan.sheets import PlannedSheet

Wanted = Callable[[tuple[str, ...]], bool]
_BLOCK_ENDS = re.compile(r"</(?:p|li|h\d|div)>")


@dataclass(frozen=True, slots=True)
class Stands:
    """A text that says what it rests on, where it is printed; `words` fills it.

    `place` is where it is written in this language, `document` where it stands under `out/`, without
    the size of the paper.
    """

    rests: Rests
    language: str
    place: Place
    document: str
    words: Callable[[], str]


def standing(venue: ComposedVenue, wanted: Wanted = bool) -> Iterator[Stands]:
    """Yield every text with a wanted source: of site, sheets, booklets, leaflets, forms and staff papers."""
    composer, name = venue.composer, venue.venue_id
    for page in venue.pages:
        yield from _passages(page, composer.library, wanted, f"site/{name}/{page.language}/{page.id}/")
    for sheet, _ in venue.sheets:
        yield from _lines(composer, sheet, wanted, f"print/{name}/{sheet.stem}")
    yield from _booklets(venue, wanted)
    for leaflet in venue.leaflets:
        stem = f"print/{name}/{leaflet.file}.{leaflet.language}"
        yield from _passages(leaflet.words, composer.library, wanted, stem)
    for form in (*venue.forms, *venue.texts):
        yield from _parts(form, composer.library, wanted, f"print/{name}/{form.id}.{form.language}")
    for form in venue.staff_forms:
        yield from _parts(form, composer.library, wanted, f"staff/{name}/{form.name}.{form.language}")
    for paper in (*venue.handbooks, *venue.registers, *venue.posters):
        yield from _passages(paper, composer.library, wanted, f"staff/{name}/{paper.id}.{paper.language}")
    for quiz in venue.quizzes:
        for asked in quiz.questions:
            question = composer.library.questions[asked.id]
            document = f"staff/{name}/{quiz.id}.{quiz.language}"
            if wanted(question.source):
                words = _plainly(asked.because)
                yield Stands(rests(question), quiz.language, question.place, document, words)


def _passages(page: Composed, library: Library, wanted: Wanted, document: str) -> Iterator[Stands]:
    clauses, mails = library.clauses, library.mails
    for passage in (each for section in page.sections for each in section.passages):
        if (clause := clauses.get(passage.source)) is not None:
            place, text = clause.texts[page.language].place, rests(clause)
        elif passage.source.startswith(MAIL) and (mail := mails[passage.source.removeprefix(MAIL)]):
            place, text = mail.place, rests(mail)
        else:
            continue
        if wanted(text.source):
            yield Stands(text, page.language, place, document, _filled(page.saying, passage.html))


def _booklets(venue: ComposedVenue, wanted: Wanted) -> Iterator[Stands]:
    """Yield what stands in booklets: what stands on the pages they bind, but for what they leave out."""
    library = venue.composer.library
    for booklet in venue.booklets:
        binding = library.documents[booklet.id].binds
        stem = f"print/{venue.venue_id}/{booklet.file}.{booklet.language}"
        for page in venue.pages:
            if binding and page.language == booklet.language and page.id in binding.pages:
                kept = tuple(s for s in page.sections if s.frame not in binding.leaves_out)
                yield from _passages(replace(page, sections=kept), library, wanted, stem)


def _filled(saying: Saying, html: str) -> Callable[[], str]:
    return lambda: _plain(saying.tokens.markup(linked(html, lambda page, anchor: "")))


def _lines(composer: Composer, sheet: PlannedSheet, wanted: Wanted, document: str) -> Iterator[Stands]:
    if not any(wanted(line.source) for line in sheet.sign.lines):
        return
    for language in sheet.languages:
        for each in spoken(composer, sheet.sign, language, sheet.context(composer.context)):
            if wanted(each.line.source):
                words = _plainly(each.label, each.words)
                text = Rests(f"{sheet.sign.id}.{each.line.id}", each.line.source, each.line.place)
                yield Stands(text, language, text.place, document, words)


def _parts(form: FilledForm, library: Library, wanted: Wanted, document: str) -> Iterator[Stands]:
    source = library.forms[form.id]
    written: Mapping[str, FormWords] = {
        part.id: part
        for section in source.every_section
        for part in section.parts
        if isinstance(part, FormWords) and wanted(part.source)
    }
    for section in (*form.sections, *filter(None, [form.slip])):
        for part in section.parts:
            if isinstance(part, Told) and part.id in written:
                of = written[part.id]
                words = _plainly(part.label, part.words)
                text = Rests(f"{form.id}.{part.id}", of.source, of.place)
                yield Stands(text, form.language, text.place, document, words)


def _plainly(*parts: Markup) -> Callable[[], str]:
    return lambda: " · ".join(_plain(part) for part in parts if part)


def _plain(html: Markup) -> str:
    """Return what is read, each paragraph and each entry of a list on a line of its own."""
    lines = (" ".join(Markup(each).striptags().split()) for each in _BLOCK_ENDS.split(html))
    return "\n".join(filter(None, lines))
