"""The words themselves: every fact named exists, may be told, and can be said in every language."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from difflib import get_close_matches

from placard.findings import Finding, Place, Severity
from placard.library.library import Library
from placard.library.texts import Audience, Clause, Document, Local, MailButton, Slot, Table
from placard.model.paths import every_field
from placard.phrases.coverage import unsayable
from placard.phrases.facts import NAMED_FACTS, spec
from placard.phrases.placeholders import Placeholder, placeholders
from placard.phrases.values import FactSpec


def check_words(library: Library) -> list[Finding]:
    """Check everything that is written for readers; nothing here looks at a venue."""
    work = _Words(library)
    return [
        *work.clauses(),
        *work.documents(),
        *work.signs(),
        *work.quizzes(),
        *work.mails(),
    ]


def _found(code: str, place: Place, **values: str) -> Finding:
    return Finding(code, Severity.ERROR, place, values)


class _Words:
    def __init__(self, library: Library) -> None:
        self.library = library
        self.codes = library.vocabularies()
        self.known = sorted({*NAMED_FACTS, *(".".join(path) for path, _ in every_field())})

    def clauses(self) -> Iterator[Finding]:
        for clause in self.library.clauses.values():
            asked = {language: self._asked(text.markdown) for language, text in clause.texts.items()}
            for language, text in clause.texts.items():
                yield from self._text(text.markdown, language, clause.audience, text.place)
                yield from self._equal(clause, language, asked)

    def _equal(self, clause: Clause, language: str, asked: Mapping[str, set[str]]) -> Iterator[Finding]:
        difference = asked[language] ^ asked.get("en", asked[language])
        if difference:
            place = clause.texts[language].place
            yield _found(
                "content.unequal_facts", place, language=language, difference=", ".join(sorted(difference))
            )

    def documents(self) -> Iterator[Finding]:
        for document in self.library.documents.values():
            for local in (document.title, document.description, *(s.heading for s in document.sections)):
                yield from self._local(local, document.audience, document.place)
            for section in document.sections:
                for part in section.parts:
                    yield from self._part(part, document)

    def _part(self, part: Slot | Table | MailButton, document: Document) -> Iterator[Finding]:
        match part:
            case Slot():
                for name in part.clauses:
                    clause = self.library.clauses.get(name)
                    if clause is None:
                        yield _found("content.no_such_clause", part.place, id=name)
                    elif document.audience == "public" and clause.audience == "staff":
                        yield _found(
                            "content.staff_clause_in_public", part.place, document=document.id, id=name
                        )
            case Table():
                for column in part.columns:
                    yield from self._local(column.heading, document.audience, part.place)
                    for language in column.heading:
                        yield from self._text(column.cell, language, document.audience, part.place)
            case MailButton():
                if part.mail not in self.library.mails:
                    yield _found("content.no_such_mail", part.place, id=part.mail)

    def signs(self) -> Iterator[Finding]:
        for sign in self.library.signs.values():
            if sign.page not in self.library.documents:
                yield _found("content.no_such_page", sign.place, id=sign.page)
            for line in sign.lines:
                for local in (line.label, *(words for _, words in line.variants)):
                    yield from self._local(local, "public", line.place)

    def quizzes(self) -> Iterator[Finding]:
        for quiz in self.library.quizzes.values():
            for question in quiz.questions:
                for local in (question.ask, question.because, *question.answers):
                    yield from self._local(local, "staff", quiz.place)

    def mails(self) -> Iterator[Finding]:
        for mail in self.library.mails.values():
            for local in (mail.label, mail.subject, mail.body):
                yield from self._local(local, "public", mail.place)

    def _local(self, words: Local, audience: Audience, place: Place) -> Iterator[Finding]:
        for language, text in words.items():
            yield from self._text(text, language, audience, place)

    @staticmethod
    def _asked(text: str) -> set[str]:
        return {placeholder.fact for placeholder in placeholders(text)[0]}

    def _text(self, text: str, language: str, audience: Audience, place: Place) -> Iterator[Finding]:
        good, bad = placeholders(text)
        for written in bad:
            yield _found("content.not_a_placeholder", place, written=written)
        for placeholder in good:
            yield from self._placeholder(placeholder, language, audience, place)

    def _placeholder(
        self, asked: Placeholder, language: str, audience: Audience, place: Place
    ) -> Iterator[Finding]:
        known: FactSpec | None = spec(asked.fact)
        if known is None:
            near = get_close_matches(asked.fact, self.known, n=1, cutoff=0.0)
            yield _found("content.no_such_fact", place, fact=asked.fact, near=near[0] if near else "another")
            return
        if audience == "public" and not known.public:
            yield _found("content.internal_fact", place, fact=asked.fact)
        labels = self.library.labels.get(language)
        if labels is None:
            return
        lacking = list(unsayable(known, asked, self.library.languages[language], labels, self.codes))
        if lacking:
            missing = ", ".join(lacking[:4]) + (" …" if len(lacking) > 4 else "")
            yield _found("content.no_such_form", place, asked=str(asked), language=language, missing=missing)
