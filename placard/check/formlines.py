"""The lines of forms, with what is at hand in each, and the lists whose codes are fields or boxes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from placard.check.nearest import nearest
from placard.findings import Finding, Place
from placard.library.forms import Form, FormField, FormPart, FormWords, field_of
from placard.library.library import Library
from placard.library.texts import Audience, Local
from placard.read.found import found


@dataclass(frozen=True, slots=True)
class FormLine:
    """One line of a form in all its languages; `items` are the first words of facts that are at hand."""

    words: Local
    place: Place
    readers: Audience
    items: frozenset[str] = frozenset()


def form_lines(library: Library) -> Iterator[FormLine]:
    """Yield every line that is read on forms and in letters."""
    for form in library.forms.values():
        who = form.readers
        yield FormLine(form.title, form.place, who)
        for section in form.every_section:
            if section.like and library.forms[section.like.partition(".")[0]].readers == who:
                continue  # told where it is written
            yield FormLine(section.heading, section.place, who)
            for part in section.parts:
                yield FormLine(part.label, part.place, who, _items(part))
                yield from (FormLine(words, part.place, who, _items(part)) for words in _more(part))


def form_lists(library: Library) -> Iterator[tuple[str, Place, Audience]]:
    """Yield the facts whose codes are repeated fields or boxes, and who reads them."""
    for form in library.forms.values():
        for part in _parts([form]):
            if isinstance(part, FormField):
                yield from ((fact, part.place, form.readers) for fact in (part.each, part.options_of) if fact)


def activities_of_forms(library: Library) -> Iterator[Finding]:
    """Find words about an activity there is not."""
    for part in _parts(library.forms.values()):
        if isinstance(part, FormWords) and part.activity and part.activity not in library.activities:
            near = nearest(part.activity, library.activities)
            yield found("content.no_such_activity", part.place, id=part.activity, near=near)


def rows_of_forms(library: Library) -> Iterator[Finding]:
    """Find tables whose rows are to be called like boxes that no form has."""
    known = [
        f"{form.id}.{part.id}"
        for form in library.forms.values()
        for part in _parts([form])
        if isinstance(part, FormField) and part.options
    ]
    for part in _parts(library.forms.values()):
        if isinstance(part, FormField) and part.rows_of and not field_of(library.forms, part.rows_of):
            near = nearest(part.rows_of, known)
            yield found("content.no_such_boxes", part.place, id=part.rows_of, near=near)


def _parts(forms: Iterable[Form]) -> Iterator[FormPart]:
    for form in forms:
        yield from (part for section in form.every_section for part in section.parts)


def _items(part: FormPart) -> frozenset[str]:
    return part.items if isinstance(part, FormWords) else frozenset()


def _more(part: FormPart) -> Iterator[Local]:
    if isinstance(part, FormWords):
        yield from (words for _, words in part.variants)
    else:
        yield part.hint
        yield from part.words_to_tick
