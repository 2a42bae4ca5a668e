"""What the owner typed for staff only: none of it may stand in anything guests can open."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from placard.compose.venue import ComposedVenue
from placard.library.forms import Form, FormWords
from placard.library.library import Library
from placard.library.texts import Document, Table
from placard.model.facts import Facts, is_public
from placard.model.values import LocalText
from placard.phrases.placeholders import PLACEHOLDER
from placard.prove.leaks import SHORTEST, Secret

_COUNTED = re.compile(r"[^\W_]")
# Chinese puts no blanks between words, so there every letter counts as one.
_WORD = re.compile("[\u3400-\u9fff]|[^\\W_\u3400-\u9fff]+")


def secrets_of(venues: Sequence[ComposedVenue]) -> Iterator[Secret]:
    """Yield every internal text that is not public elsewhere and long enough to be found for certain.

    What our own words say to every guest gives nothing away, and would be found wherever they stand.
    """
    ours = "|".join(map(_in_words, public_words(venues[0].composer.library))) if venues else ""
    for venue in venues:
        facts = venue.composer.context.venue
        told = {text for public, text in texts_of(facts) if public}
        whole = " ".join(told).casefold()
        for public, text in texts_of(facts):
            if public or text.casefold() in whole or len(_COUNTED.findall(text)) < SHORTEST:
                continue
            if _in_words(text) in ours:
                continue
            yield Secret(text, venue=facts.id)


def public_words(library: Library) -> Iterator[str]:
    """Yield the words of content that guests may read, whatever the venue: labels, clauses, signs, pages."""
    for labels in library.labels.values():
        yield from _leaves(
            {
                "words": labels.words,
                "codes": labels.codes,
                "durations": labels.durations,
                "counts": labels.counts,
            }
        )
    for clause in library.clauses.values():
        yield from (text.markdown for text in clause.texts.values() if clause.audience == "public")
    for sign in library.signs.values():
        yield from sign.title.values()
        for line in sign.lines:
            for local in (line.label, *(words for _, words in line.variants)):
                yield from local.values()
    for document in library.documents.values():
        if document.audience == "public":
            yield from _page_words(document)
    for form in (each for each in library.forms.values() if each.audience == "public"):
        yield from _form_words(form)
    for mail in library.mails.values():
        yield from (*mail.label.values(), *mail.subject.values(), *mail.body.values())


def _page_words(document: Document) -> Iterator[str]:
    yield from (*document.title.values(), *document.description.values())
    for section in document.sections:
        yield from section.heading.values()
        for table in (part for part in section.parts if isinstance(part, Table)):
            yield from (words for column in table.columns for words in column.heading.values())


def _form_words(form: Form) -> Iterator[str]:
    yield from form.title.values()
    for section in form.every_section:
        yield from section.heading.values()
        for part in section.parts:
            yield from part.label.values()
            if isinstance(part, FormWords):
                yield from (words for _, local in part.variants for words in local.values())
            else:
                yield from part.hint.values()
                yield from (words for each in part.words_to_tick for words in each.values())


def _leaves(tree: Mapping[str, object]) -> Iterator[str]:
    for value in tree.values():
        if isinstance(value, Mapping):
            yield from _leaves(value)
        elif isinstance(value, str):
            yield value


def _in_words(text: str) -> str:
    """Return a text as its words alone, so that a whole word is found and a part of one is not."""
    return f" {' '.join(_WORD.findall(PLACEHOLDER.sub(' | ', text).casefold()))} "


def texts_of(value: object, public: bool = True) -> Iterator[tuple[bool, str]]:
    """Yield every text of the facts, and whether it may reach guests."""
    if isinstance(value, str) and _is_prose(value):
        yield public, value
    elif isinstance(value, LocalText):
        yield from (
            (public, text) for text in (value.everywhere, *(value.by_language or {}).values()) if text
        )
    elif isinstance(value, Facts):
        for attribute in type(value).model_fields:
            below = public and is_public(type(value), attribute)
            yield from texts_of(getattr(value, attribute), below)
    elif isinstance(value, (tuple, dict)):
        for item in value.values() if isinstance(value, dict) else value:
            yield from texts_of(item, public)


def _is_prose(text: str) -> bool:
    """Codes and ids are words of ours; only what has a blank, a capital or a digit is an owner's own."""
    return text != text.lower() or " " in text or any(letter.isdigit() for letter in text)
