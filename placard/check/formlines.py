"""The lines of forms, with what is at hand in each, and the lists whose codes are fields or boxes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from placard.check.at_hand import form_items, repeated_for
from placard.check.nearest import nearest
from placard.findings import Finding, Place
from placard.library.forms import Form, FormField, FormPart, FormWords, field_of
from placard.library.library import Library
from placard.library.texts import Audience, Local
from placard.phrases.collections import COLLECTIONS
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
        here = repeated_for(form.for_each)
        yield FormLine(form.title, form.place, who, here)
        for section in form.every_section:
            if section.like and library.forms[section.like.partition(".")[0]].readers == who:
                continue  # told where it is written
            yield FormLine(section.heading, section.place, who, here)
            for part in section.parts:
                items = form_items(form, part)
                yield FormLine(part.label, part.place, who, items)
                yield from (FormLine(words, part.place, who, items) for words in _more(part))


def form_lists(library: Library) -> Iterator[tuple[str, Place, Audience]]:
    """Yield the facts whose codes are repeated fields or boxes, and who reads them."""
    for form in library.forms.values():
        for part in _parts([form]):
            if isinstance(part, FormField):
                yield from ((fact, part.place, form.readers) for fact in (part.each, part.options_of) if fact)


def repeats_of_forms(library: Library) -> Iterator[Finding]:
    """Find words about an activity, and forms or words for each of a collection, that there is not."""
    known = ", ".join(sorted(COLLECTIONS))
    for each in (*library.forms.values(), *_parts(library.forms.values())):
        if not isinstance(each, FormField) and each.for_each and each.for_each not in COLLECTIONS:
            yield found("content.no_such_collection", each.place, found=each.for_each, known=known)
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


def _more(part: FormPart) -> Iterator[Local]:
    if isinstance(part, FormWords):
        yield from (words for _, words in part.variants)
    else:
        yield part.hint
        yield from part.words_to_tick
