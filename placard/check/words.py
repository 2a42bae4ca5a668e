"""The words themselves: every fact named exists, may be told, and can be said in every language."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from placard.check.amounts import amount_findings
from placard.check.at_hand import ITEMS, not_at_hand, repeated_for, sign_items
from placard.check.chosen import chosen_by
from placard.check.formlines import form_lines, form_lists, repeats_of_forms, rows_of_forms
from placard.check.grounds import usual_grounds
from placard.check.leads import lead_findings
from placard.check.ledger import ledger_findings
from placard.check.named import names_of_signs, names_of_types
from placard.check.nearest import nearest
from placard.check.pointing import pointing_findings
from placard.check.promised import promise_findings
from placard.check.sourced import sourced
from placard.check.training import first_of, staff_lines, unequal
from placard.findings import Finding, Place, Severity
from placard.library.library import Library
from placard.library.texts import (
    Audience,
    Clause,
    Document,
    LedgerTable,
    Local,
    MailButton,
    SectionPart,
    Slot,
    Table,
)
from placard.library.training import Chapter, Lines
from placard.model.paths import every_field
from placard.phrases.collections import COLLECTIONS
from placard.phrases.coverage import unsayable
from placard.phrases.facts import NAMED_FACTS, spec
from placard.phrases.placeholders import Placeholder, placeholders
from placard.phrases.values import FactKind, FactSpec


def check_words(library: Library, spoken: frozenset[str] | None = None) -> list[Finding]:
    """Check everything that is written for readers; nothing here looks at a venue.

    Whether a fact can be said is asked in the languages `spoken`, or in all where nobody says: whoever adds
    a kind of room in one language need not know how the others call it.
    """
    work = _Words(library, frozenset(library.languages) if spoken is None else spoken)
    return [
        *names_of_types(library),
        *names_of_signs(library),
        *repeats_of_forms(library),
        *rows_of_forms(library),
        *amount_findings(library),
        *chosen_by(library),
        *usual_grounds(library),
        *work.clauses(),
        *work.documents(),
        *work.signs(),
        *work.forms(),
        *work.training(),
        *work.mails(),
        *sourced(library),
        *promise_findings(library),
        *ledger_findings(library),
        *pointing_findings(library),
        *lead_findings(library),
    ]


def _found(code: str, place: Place, **values: str) -> Finding:
    return Finding(code, Severity.ERROR, place, values)


class _Words:
    def __init__(self, library: Library, spoken: frozenset[str]) -> None:
        self.library = library
        self.spoken = spoken
        self.codes = library.vocabularies()
        self.known = sorted({*NAMED_FACTS, *(".".join(path) for path, _ in every_field())})

    def clauses(self) -> Iterator[Finding]:
        for clause in self.library.clauses.values():
            asked = {language: self._asked(text.markdown) for language, text in clause.texts.items()}
            for language, text in clause.texts.items():
                # Whether an item is at hand depends on the slot a clause stands in.
                yield from self._text(text.markdown, language, clause.audience, text.place, ITEMS)
                yield from self._equal(clause, language, asked)

    def _equal(self, clause: Clause, language: str, asked: Mapping[str, set[str]]) -> Iterator[Finding]:
        difference = asked[language] ^ first_of(asked, self.library)
        if difference:
            place = clause.texts[language].place
            yield _found(
                "content.unequal_facts", place, language=language, difference=", ".join(sorted(difference))
            )

    def documents(self) -> Iterator[Finding]:
        for document in self.library.documents.values():
            for local in (document.title, document.description):
                yield from self._local(local, document.audience, document.place)
            yield from self._sections(document)

    def _sections(self, document: Document | Chapter) -> Iterator[Finding]:
        audience = document.audience if isinstance(document, Document) else "staff"
        for section in document.sections:
            yield from self._local(section.heading, audience, document.place)
            for part in section.parts:
                yield from self._part(part, document.id, audience)

    def _part(self, part: SectionPart, name: str, audience: Audience) -> Iterator[Finding]:
        match part:
            case Slot():
                yield from self._slot(part, name, audience)
                yield from self._collection(part)
            case Table():
                yield from self._collection(part)
                items = repeated_for(part.for_each)
                for column in part.columns:
                    yield from self._local(column.heading, audience, part.place)
                    for language in column.heading:
                        yield from self._text(column.cell, language, audience, part.place, items)
            case LedgerTable():
                for heading in part.headings:
                    yield from self._local(heading, audience, part.place)
            case MailButton():
                if part.mail not in self.library.mails:
                    yield _found("content.no_such_mail", part.place, id=part.mail)

    def _slot(self, slot: Slot, name: str, audience: Audience) -> Iterator[Finding]:
        for each in slot.clauses:
            clause = self.library.clauses.get(each)
            if clause is None:
                yield _found("content.no_such_clause", slot.place, id=each)
                continue
            if audience == "public" and clause.audience == "staff":
                yield _found("content.staff_clause_in_public", slot.place, document=name, id=each)
            yield from not_at_hand(clause, slot)

    @staticmethod
    def _collection(part: Slot | Table) -> Iterator[Finding]:
        if part.for_each not in COLLECTIONS and (part.for_each or isinstance(part, Table)):
            known = ", ".join(sorted(COLLECTIONS))
            yield _found("content.no_such_collection", part.place, found=part.for_each, known=known)

    def signs(self) -> Iterator[Finding]:
        for sign in self.library.signs.values():
            if sign.page not in self.library.documents:
                yield _found("content.no_such_page", sign.place, id=sign.page)
            for line in sign.lines:
                for local in (line.label, *(words for _, words in line.variants)):
                    yield from self._local(local, "public", line.place, sign_items(sign))

    def training(self) -> Iterator[Finding]:
        for chapter in self.library.chapters.values():
            yield from self._sections(chapter)
        for situation in self.library.situations.values():
            law = Slot("optional", situation.law, situation.place)
            yield from self._slot(law, situation.id, "staff")
        for lines in staff_lines(self.library):
            for language, texts in lines.texts.items():
                for text in texts:
                    yield from self._text(text, language, "staff", lines.place, frozenset())
            yield from unequal(lines, self.library)

    def forms(self) -> Iterator[Finding]:
        for line in form_lines(self.library):
            yield from self._local(line.words, line.readers, line.place, line.items)
            yield from unequal(
                Lines({language: (text,) for language, text in line.words.items()}, line.place), self.library
            )
        for fact, place, readers in form_lists(self.library):
            known = spec(fact)
            if known is not None and known.kind is not FactKind.CODES:
                yield _found("content.not_a_list_fact", place, fact=fact)
            for language in self.library.languages:
                yield from self._placeholder(Placeholder(fact, "list"), language, readers, place)

    def mails(self) -> Iterator[Finding]:
        for mail in self.library.mails.values():
            if spec(mail.to) is None or mail.to.partition(".")[0] in ITEMS:
                yield _found("content.no_such_fact", mail.place, fact=mail.to, near=self._near(mail.to))
            for local in (mail.label, mail.subject, mail.body):
                yield from self._local(local, "public", mail.place)

    def _local(
        self, words: Local, audience: Audience, place: Place, items: frozenset[str] = frozenset()
    ) -> Iterator[Finding]:
        for language, text in words.items():
            yield from self._text(text, language, audience, place, items)

    def _near(self, fact: str) -> str:
        return nearest(fact, self.known)

    @staticmethod
    def _asked(text: str) -> set[str]:
        return {placeholder.fact for placeholder in placeholders(text)[0]}

    def _text(
        self, text: str, language: str, audience: Audience, place: Place, items: frozenset[str]
    ) -> Iterator[Finding]:
        good, bad = placeholders(text)
        for written in bad:
            yield _found("content.not_a_placeholder", place, written=written)
        for placeholder in good:
            item = placeholder.fact.partition(".")[0]
            if item in ITEMS - items:
                yield _found("content.not_at_hand", place, fact=placeholder.fact, item=item)
            yield from self._placeholder(placeholder, language, audience, place)

    def _placeholder(
        self, asked: Placeholder, language: str, audience: Audience, place: Place
    ) -> Iterator[Finding]:
        known: FactSpec | None = spec(asked.fact)
        if known is None:
            yield _found("content.no_such_fact", place, fact=asked.fact, near=self._near(asked.fact))
            return
        if audience == "public" and not known.public:
            yield _found("content.internal_fact", place, fact=asked.fact)
        labels = self.library.labels.get(language)
        if labels is None or language not in self.spoken:
            return
        lacking = list(unsayable(known, asked, self.library.languages[language], labels, self.codes))
        if lacking:
            missing = ", ".join(lacking[:4]) + (" …" if len(lacking) > 4 else "")
            yield _found("content.no_such_form", place, asked=str(asked), language=language, missing=missing)
