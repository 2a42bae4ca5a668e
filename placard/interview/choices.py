"""Which codes a question offers, and which list they come from."""

from __future__ import annotations

from collections.abc import Mapping

from placard.interview.asking import Ask, FieldPath, Form
from placard.interview.draft import Draft
from placard.interview.lexicon import Lexicon, vocabulary_at
from placard.model.paths import field_at

ANY_TYPE = "any"


def offered(ask: Ask, draft: Draft, lexicon: Lexicon) -> tuple[str, ...]:
    """Return the codes that are listed with numbers under a question: those usual for the type, or all."""
    vocabulary = vocabulary_of(ask)
    if not vocabulary:
        return ()
    known = lexicon.codes(vocabulary)
    usual = ask.choices.get(draft.word("type")) or ask.choices.get(ANY_TYPE, ())
    return tuple(code for code in usual if code in known) or known


def vocabulary_of(ask: Ask) -> str:
    """Return the list a question offers codes of; empty where it offers none."""
    if ask.form in ("doors", "views", "ticks", "cameras"):
        return ""
    if ask.form in LISTED:
        return LISTED[ask.form]
    return vocabulary_of_field(ask.fields[0])


def vocabulary_of_field(path: FieldPath) -> str:
    """Return the list the codes at a path come from; activities are maps with a code of their own."""
    field = field_at((*path, "code")) or field_at(path)
    return vocabulary_at(field) if field else ""


LISTED: Mapping[Form, str] = {"rooms": "rooms", "partners": "services"}
