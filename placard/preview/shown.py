"""Every kind of document taken apart into its paragraphs, each with the words it was made from."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from markupsafe import Markup

from placard.compose.blanks import Blank, FilledForm, FilledFormSection, Told
from placard.compose.booklets import FilledBooklet
from placard.compose.documents import Composer
from placard.compose.outputs import FilledDocument, FilledSection
from placard.compose.papers import FilledCard, FilledQuiz
from placard.compose.signs import spoken
from placard.compose.tokenised import Composed
from placard.compose.venue import ComposedVenue
from placard.library.forms import FormField, FormWords
from placard.library.texts import Document, Local
from placard.plan.sheets import PlannedSheet
from placard.preview.blocks import Block, Look, Shown, Sources


def shown(venue: ComposedVenue, sources: Sources) -> Iterator[Shown]:
    """Yield every document of a venue that could be composed in the language of the sources."""
    language = sources.language
    there = {page.id for page in venue.pages if page.language == language}
    papers = (*venue.pages, *venue.handbooks, *venue.registers, *venue.posters)
    for paper in (each for each in papers if each.language == language):
        yield _document(paper, there, sources)
    for booklet in (each for each in venue.booklets if each.language == language):
        yield _booklet(booklet, sources)
    for sheet, _ in venue.sheets:
        yield _sheet(venue.composer, sheet, sources)
    for form in (f for f in (*venue.forms, *venue.texts, *venue.staff_forms) if f.language == language):
        yield _form(form, sources)
    for quiz in (each for each in venue.quizzes if each.language == language):
        yield _quiz(quiz, sources)
    for card in (each for each in venue.cards if each.language == language):
        yield _card(card, sources)


def _document(paper: Composed, there: Iterable[str], sources: Sources) -> Shown:
    source = sources.library.documents[paper.id]
    filled = paper.filled(lambda page, anchor: f"{page}.{sources.language}.html#{anchor}", frozenset(there))
    return _put(filled.id, sources, filled.title, _whole(filled, source, sources))


def _whole(filled: FilledDocument, source: Document, sources: Sources) -> Iterator[Block]:
    yield sources.local(filled.title, source.title, source.place, "title")
    if filled.description:
        yield sources.local(filled.description, source.description, source.place)
    yield from _sections(filled.sections, source, sources)


def _sections(sections: Iterable[FilledSection], source: Document, sources: Sources) -> Iterator[Block]:
    for section in sections:
        if section.heading:
            name = section.id.removeprefix(f"{source.id}--")
            yield sources.heading(section.heading, name, source)
        yield from (sources.passage(p.html, p.source, source) for p in section.passages if p.html.strip())


def _booklet(booklet: FilledBooklet, sources: Sources) -> Shown:
    own = sources.library.documents[booklet.id]
    blocks = [
        sources.local(booklet.title, own.title, own.place, "title"),
        sources.local(booklet.lead, own.description, own.place),
    ]
    for chapter in booklet.chapters:
        blocks += _whole(chapter, sources.library.documents[chapter.id], sources)
    blocks += _sections(booklet.closing, own, sources)
    return _put(booklet.id, sources, booklet.title, blocks)


def _sheet(composer: Composer, sheet: PlannedSheet, sources: Sources) -> Shown:
    context = sheet.context(composer.context)
    blocks = []
    for each in spoken(composer, sheet.sign, sources.language, context):
        html = Markup("<b>{}</b> {}").format(each.label, each.words) if each.label else each.words
        raw = next((w for w in _variants(each.line.variants, sources) if _begins(w, each.words)), "")
        # Words of an owner's own sign stand in the venue file as they are read.
        raw = str(each.words.striptags()) if sheet.order is not None else raw
        look: Look = "title" if each.line.role == "headline" else "words"
        blocks.append(Block(html, each.line.place, raw, look))
    title = Markup.escape(sheet.sign.title.get(sources.language, sheet.sign.id))
    return _put(sheet.stem, sources, title, blocks)


def _variants(variants: Iterable[tuple[object, Local]], sources: Sources) -> Iterator[str]:
    yield from (words[sources.language] for _, words in variants if sources.language in words)


def _begins(raw: str, said: Markup) -> bool:
    """Tell whether words were filled from these, by what stands before the first fact."""
    return str(said.striptags()).startswith(raw.split("{{")[0].strip())


def _form(form: FilledForm, sources: Sources) -> Shown:
    source = sources.library.forms[form.id]
    headings = {section.id: section for section in source.every_section}
    # Words and a field may bear one id: they are told apart by what they are.
    parts = [part for section in source.every_section for part in section.parts]
    written = _Parts(
        {part.id: part for part in parts if isinstance(part, FormWords)},
        {part.id: part for part in parts if isinstance(part, FormField)},
    )

    def blocks(section: FilledFormSection) -> Iterator[Block]:
        if section.heading:
            yield sources.local(
                section.heading, headings[section.id].heading, headings[section.id].place, "heading"
            )
        for part in section.parts:
            yield _part(part, written, sources)

    every = [block for section in (*form.sections, *filter(None, [form.slip])) for block in blocks(section)]
    first = sources.local(form.title, source.title, source.place, "title")
    return _put(form.name, sources, form.title, [first, *every])


@dataclass(frozen=True, slots=True)
class _Parts:
    """What a form is made of, by id."""

    words: Mapping[str, FormWords]
    fields: Mapping[str, FormField]


def _part(part: Told | Blank, written: _Parts, sources: Sources) -> Block:
    if isinstance(part, Told):
        words = written.words[part.id]
        html = Markup("<b>{}</b> {}").format(part.label, part.words) if part.label else part.words
        variants = _variants(words.variants, sources)
        return Block(html, words.place, next((w for w in variants if _begins(w, part.words)), ""))
    if part.instead_of:
        words = written.words[part.instead_of]
        return sources.local(part.label, words.label, words.place)
    fields = written.fields
    # A field that is repeated for each code of a list bears the code behind its name.
    field = fields.get(part.name) or fields[max(filter(part.name.startswith, fields), key=len)]
    ticked = (*(part.columns.heads if part.columns else ()), *part.boxes)
    boxes = Markup(" ").join(Markup("☐&nbsp;{}").format(box.words) for box in ticked)
    html = Markup("{}{} {}").format(part.label, Markup(" <small>{}</small>").format(part.hint), boxes)
    return sources.local(html, field.label, field.place)


def _quiz(quiz: FilledQuiz, sources: Sources) -> Shown:
    source = sources.library.quizzes[quiz.id]
    blocks = [sources.local(quiz.title, source.title, source.place, "title")]
    for asked in quiz.questions:
        written = sources.library.questions[asked.id]
        blocks.append(sources.local(asked.ask, written.ask, written.place, "heading"))
        answers = zip(asked.answers, written.answers, strict=True)
        blocks += [sources.local(answer, words, written.place) for answer, words in answers]
        blocks.append(sources.local(asked.because, written.because, written.place))
    return _put(quiz.id, sources, quiz.title, blocks)


def _card(card: FilledCard, sources: Sources) -> Shown:
    source = sources.library.cards[card.id]
    blocks = [sources.local(card.title, source.title, source.place, "title")]
    for side, written in zip(card.groups, source.groups, strict=True):
        place = written.lines.place
        blocks.append(sources.local(side.heading, written.heading, source.place, "heading"))
        raw = written.lines.texts.get(sources.language, ())
        blocks += [Block(line, place, each) for line, each in zip(side.lines, raw, strict=True)]
    return _put(source.paper, sources, card.title, blocks)


def _put(name: str, sources: Sources, title: Markup, blocks: Iterable[Block]) -> Shown:
    return Shown(name, sources.language, str(title.striptags()), tuple(blocks))
