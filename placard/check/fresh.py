"""How far the words are in each language: what lags, what is missing, what is a draft, what nothing uses."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from placard.check.formlines import form_lines
from placard.check.training import staff_lines
from placard.findings import Finding, Place, Severity
from placard.library.library import Library
from placard.library.texts import Clause, Document, LedgerTable, Local, Slot, Table
from placard.library.training import Chapter
from placard.read.found import found

Kind = Literal["lags", "missing", "draft", "unused"]
KINDS: tuple[Kind, ...] = ("lags", "missing", "draft", "unused")
_CODES: Mapping[str, Kind] = {
    "content.clause_lags": "lags",
    "content.clause_draft": "draft",
    "content.clause_missing": "missing",
}


@dataclass(frozen=True, slots=True)
class Behind:
    """A text that somebody has to see to in one language; `finding` says where and how."""

    language: str
    kind: Kind
    finding: Finding


@dataclass(frozen=True, slots=True)
class _Words:
    """Words of a YAML file in the languages they have; `what` is the file's name for them."""

    what: str
    languages: frozenset[str]
    place: Place


def not_ready(clause: Clause, language: str) -> Finding:
    """Say why a clause cannot be printed in a language: it has no words there, old ones, or a draft."""
    text = clause.texts.get(language)
    if text is None:
        return found("content.clause_missing", clause.place, id=clause.id, language=language)
    if text.of_revision != clause.revision:
        values = {"at": str(clause.revision), "of": str(text.of_revision)}
        return found("content.clause_lags", text.place, **values)
    return found("content.clause_draft", text.place)


def counted(library: Library) -> int:
    """Return how many texts every language should have."""
    return len(library.clauses) + sum(1 for _ in _every(library)) + _labelled(library)


def behind(library: Library, language: str, home: str) -> Iterator[Behind]:
    """Yield everything that somebody who writes one language has to see to; `home` is the folder of words."""
    for clause in library.clauses.values():
        if clause.ready(language) is None:
            finding = not_ready(clause, language)
            yield Behind(language, _CODES[finding.code], finding)
    for words in _every(library):
        if language not in words.languages:
            values = {"what": words.what, "language": language}
            yield Behind(language, "missing", found("content.words_missing", words.place, **values))
    for key in _unlabelled(library, language):
        place = Place(f"{home}/labels/{language}.yml")
        values = {"what": key, "language": language}
        yield Behind(language, "missing", found("content.words_missing", place, **values))
    for clause in unused(library):
        if (text := clause.texts.get(language)) is not None:
            finding = Finding("content.clause_unused", Severity.INFO, text.place, {"id": clause.id})
            yield Behind(language, "unused", finding)


def unused(library: Library) -> Iterator[Clause]:
    """Yield clauses that stand in no document, chapter or situation."""
    slots = [
        part
        for several in (library.documents, library.chapters)
        for each in several.values()
        for section in each.sections
        for part in section.parts
        if isinstance(part, Slot)
    ]
    used = {name for slot in slots for name in slot.clauses}
    used |= {name for situation in library.situations.values() for name in situation.law}
    yield from (clause for clause in library.clauses.values() if clause.id not in used)


def _every(library: Library) -> Iterator[_Words]:
    """Yield what is written in several languages side by side in one file."""
    for document in library.documents.values():
        yield from _several(document.id, document.place, document.title, document.description)
        yield from _sections(document)
    for chapter in library.chapters.values():
        yield from _sections(chapter)
    for sign in library.signs.values():
        yield from _several(sign.id, sign.place, sign.title, sign.reason)
        for line in sign.lines:
            variants = (words for _, words in line.variants)
            yield from _several(f"{sign.id}, {line.id}", line.place, line.label, *variants)
    for form in form_lines(library):
        yield from _several(form.place.file.rpartition("/")[2], form.place, form.words)
    for lines in staff_lines(library):
        name = lines.place.file.rpartition("/")[2]
        yield _Words(name, frozenset(lines.texts), lines.place)
    for mail in library.mails.values():
        yield from _several(mail.id, mail.place, mail.label, mail.subject, mail.body)
    for record in library.records.values():
        named = (record.title, record.note, record.empty, *record.columns.values(), *record.words.values())
        yield from _several(record.id, record.place, *named)
    for kind in library.types.values():
        yield from _several(kind.code, kind.place, kind.name)


def _sections(source: Document | Chapter) -> Iterator[_Words]:
    for section in source.sections:
        yield from _several(f"{source.id}, {section.id}", source.place, section.heading)
        for part in section.parts:
            if isinstance(part, Table):
                headings = (column.heading for column in part.columns)
                yield from _several(f"{source.id}, {section.id}", part.place, *headings)
            elif isinstance(part, LedgerTable):
                yield from _several(f"{source.id}, {section.id}", part.place, *part.headings)


def _several(what: str, place: Place, *several: Local) -> Iterator[_Words]:
    yield from (_Words(what, frozenset(words), place) for words in several if words)


def _labelled(library: Library) -> int:
    return len(_keys(library))


def _keys(library: Library) -> frozenset[str]:
    return frozenset().union(*(_own_keys(library, language) for language in library.labels))


def _own_keys(library: Library, language: str) -> frozenset[str]:
    labels = library.labels.get(language)
    if labels is None:
        return frozenset()
    named = {f"codes.{kind}.{code}" for kind, codes in labels.codes.items() for code in codes}
    return frozenset(named | {f"words.{word}" for word in labels.words})


def _unlabelled(library: Library, language: str) -> list[str]:
    return sorted(_keys(library) - _own_keys(library, language))
