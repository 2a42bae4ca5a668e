"""Which facts choose words: they must exist, and guests' words are not chosen by what is for staff only."""

from __future__ import annotations

from collections.abc import Iterator

from placard.check.at_hand import ITEMS, form_items, repeated_for, sign_items
from placard.check.nearest import nearest
from placard.findings import Finding
from placard.library.conditions import Conditions
from placard.library.forms import Form, FormField
from placard.library.library import Library
from placard.library.texts import Audience, MailButton
from placard.model.paths import every_field, field_at
from placard.phrases.facts import NAMED_FACTS, spec
from placard.read.found import found

_NOTHING: frozenset[str] = frozenset()
_HEADS = {
    "venue": (),
    "partner": ("partners",),
    "activity": ("activities",),
    "person": ("staff", "roles"),
    "privacy_contact": ("operator", "privacy_contact"),
}


def chosen_by(library: Library) -> Iterator[Finding]:
    """Check every `applies` of clauses, documents, sections, signs and papers of the staff."""
    for clause in library.clauses.values():
        yield from _conditions(clause.applies, clause.audience, ITEMS)
    for document in library.documents.values():
        parts = (part for section in document.sections for part in section.parts)
        mails = (part.applies for part in parts if isinstance(part, MailButton))
        for applies in (document.applies, *(section.applies for section in document.sections), *mails):
            yield from _conditions(applies, document.audience, _NOTHING)
    for applies in _of_staff(library):
        yield from _conditions(applies, "staff", _NOTHING)
    for sign in library.signs.values():
        yield from _conditions(sign.applies, "public", _NOTHING)
        yield from _conditions(sign.only_where, "public", frozenset({"room"}))
        for line in sign.lines:
            for applies, _ in line.variants:
                yield from _conditions(applies, "public", sign_items(sign))
    for form in library.forms.values():
        for applies, items in _choosing(form):
            yield from _conditions(applies, form.readers, items)


def _choosing(form: Form) -> Iterator[tuple[Conditions, frozenset[str]]]:
    """Yield everything that chooses what stands on a form, and the items at hand there."""
    yield form.applies, _NOTHING
    here = repeated_for(form.for_each)
    yield form.only_where, here
    for section in form.every_section:
        yield section.applies, here
        for part in section.parts:
            if isinstance(part, FormField):
                yield part.applies, here
                yield from ((option.applies, here) for option in part.options)
            else:
                yield from ((applies, form_items(form, part)) for applies, _ in part.variants)


def _of_staff(library: Library) -> Iterator[Conditions]:
    for chapter in library.chapters.values():
        yield from (section.applies for section in chapter.sections)
    yield from (situation.applies for situation in library.situations.values())
    yield from (card.applies for card in library.cards.values())
    yield from (question.applies for question in library.questions.values())


def _conditions(applies: Conditions, audience: Audience, items: frozenset[str]) -> Iterator[Finding]:
    for test in (test for block in applies for test in block):
        head = test.fact.partition(".")[0]
        public = _is_public(test.fact)
        if public is None:
            near = nearest(test.fact, {*NAMED_FACTS, *(".".join(path) for path, _ in every_field())})
            yield found("content.no_such_fact", test.place, fact=test.fact, near=near)
        elif not public and audience == "public":
            yield found("content.internal_fact", test.place, fact=test.fact)
        if head in ITEMS - items:
            yield found("content.not_at_hand", test.place, fact=test.fact, item=head)


def _is_public(fact: str) -> bool | None:
    """Tell whether guests may know a fact, or a map of facts; `None` where there is none."""
    known = spec(fact)
    if known is not None:
        return known.public
    head, *rest = fact.split(".")
    at = field_at((*_HEADS.get(head, (head,)), *rest))
    return at.public if at is not None and (rest or head not in ITEMS) else None
