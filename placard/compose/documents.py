"""A document put together: slots filled, tables made, every value still a token."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from markupsafe import Markup

from placard.brand.look import PLAIN, Look
from placard.check.applying import applies, unanswered
from placard.check.fresh import not_ready
from placard.compose.fragments import safe, shape
from placard.compose.ledger import ledger_tables
from placard.compose.saying import Saying
from placard.compose.slots import choose
from placard.compose.tokenised import Composed, TokenisedPassage, TokenisedSection, Withheld
from placard.findings import Finding, Place, Severity
from placard.library.conditions import Conditions, Truth
from placard.library.library import Library
from placard.library.texts import (
    Clause,
    Document,
    LedgerTable,
    Local,
    MailButton,
    Section,
    SectionPart,
    Slot,
    Table,
)
from placard.library.training import Lines, Situation
from placard.library.vocabulary import VenueType
from placard.model import UNANSWERED
from placard.phrases.collections import COLLECTIONS, items_of
from placard.phrases.facts import Context, Item, asks, value_of
from placard.phrases.forms import Speaker
from placard.phrases.values import Question


class Composer:
    """Puts documents together for one venue; `look` is how they are to look, and is in no word of them."""

    def __init__(self, library: Library, context: Context, look: Look = PLAIN) -> None:
        self.library = library
        self.context = context
        self.look = look

    @property
    def venue_type(self) -> VenueType:
        """The type of the venue, which says what its staff pack holds."""
        return self.library.types[self.context.venue.type]

    def speaker(self, language: str) -> Speaker:
        """Return who says the venue's facts in a language."""
        library, home = self.library, self.context.venue.languages[0]
        return Speaker(library.languages[language], library.labels[language], home, library.addresses)

    def said(self, language: str, words: str) -> Markup:
        """Return one line of words about the venue, filled and escaped."""
        saying = Saying(self.speaker(language))
        return saying.tokens.markup(saying.line(words, self.context))

    def in_force(self, language: str) -> Markup:
        """Return since when the notice holds, as papers say it."""
        day = self.said(language, "{{ effective_on | date }}")
        return Markup("{} {}").format(self.speaker(language).word("in_force_from"), day)

    def document(self, document: Document, language: str) -> Composed | Withheld:
        """Compose a document in one language, or say what it waits for."""
        return _Work(self, language, document.place).document(document)


class _Work:
    """One document under way."""

    def __init__(self, composer: Composer, language: str, place: Place) -> None:
        self.composer = composer
        self.library = composer.library
        self.context = composer.context
        self.language = language
        self.place = place
        self.saying = Saying(composer.speaker(language))
        self.findings: list[Finding] = []

    def document(self, document: Document) -> Composed | Withheld:
        sections = tuple(made for section in document.sections for made in self._sections(section))
        if self.context.venue.effective_on is UNANSWERED:
            # The frame of every page and paper says since when it is in force.
            self.saying.questions.append(Question("effective_on", ("effective_on",)))
        title = self.local(document.title, "title", document.place)
        description = (
            self.local(document.description, "description", document.place) if document.description else ""
        )
        return self.finished(
            document.id, Composed(document.id, self.language, title, description, sections, self.saying)
        )

    def finished(self, name: str, made: Composed) -> Composed | Withheld:
        self.findings += [
            Finding(
                "content.cannot_say", Severity.ERROR, self.place, {"why": gap.said, "language": self.language}
            )
            for gap in self.saying.gaps
        ]
        if self.saying.questions or self.findings:
            questions = tuple(dict.fromkeys(self.saying.questions))
            return Withheld(name, self.language, questions, tuple(self.findings))
        return made

    def _sections(self, section: Section) -> Iterator[TokenisedSection]:
        """Yield a section, and what the type of venue has inserted after it."""
        if made := self._section(section):
            yield made
        venue_type = self.composer.venue_type
        if section.insert == "chapters":
            for chapter in (self.library.chapters[name] for name in venue_type.chapters):
                yield from (made for below in chapter.sections for made in self._sections(below))
        elif section.insert == "situations":
            for situation in (self.library.situations[name] for name in venue_type.situations):
                if self._needs(situation.applies):
                    yield self._situation(situation)

    def _needs(self, conditions: Conditions) -> bool:
        truth = applies(conditions, self.context)
        if truth is Truth.UNKNOWN:
            self.saying.questions += unanswered([conditions], self.context)
        return truth is Truth.YES

    def _situation(self, situation: Situation) -> TokenisedSection:
        heading = self.local(situation.title, f"{situation.id}.title", situation.place)
        passages = [self._lines(situation.id, name, lines) for name, lines in situation.parts.items()]
        passages += self._fill(Slot("optional", situation.law, situation.place), self.context)
        return TokenisedSection(situation.id, heading, "situation", tuple(passages))

    def _lines(self, situation: str, part: str, lines: Lines) -> TokenisedPassage:
        texts = lines.texts.get(self.language, ())
        if not texts:
            values = {"what": part, "language": self.language}
            self.findings.append(Finding("content.words_missing", Severity.ERROR, lines.place, values))
        html = shape(
            "situation-part.html",
            part=part.replace("_", "-"),
            label=self.saying.speaker.word(part),
            ordered=part == "moves",
            lines=[safe(self.saying.html(text, self.context)) for text in texts],
        )
        return TokenisedPassage(f"{situation}.{part}", html)

    def _section(self, section: Section) -> TokenisedSection | None:
        if not self._needs(section.applies):
            return None
        passages = tuple(passage for part in section.parts for passage in self._part(part))
        heading = self.local(section.heading, f"{section.id}.heading", self.place) if section.heading else ""
        return TokenisedSection(section.id, heading, section.frame, passages) if passages else None

    def _part(self, part: SectionPart) -> list[TokenisedPassage]:
        match part:
            case Slot():
                return self._slot(part)
            case Table():
                return self._table(part)
            case LedgerTable():
                return ledger_tables(part, self.library, self.composer.venue_type, self)
            case MailButton():
                return self._mail(part)

    def _slot(self, slot: Slot) -> list[TokenisedPassage]:
        if not slot.for_each:
            return self._fill(slot, self.context)
        name = COLLECTIONS[slot.for_each]
        return [
            p for item in self._items(slot.for_each) for p in self._fill(slot, self.context.at(name, item))
        ]

    def _fill(self, slot: Slot, context: Context) -> list[TokenisedPassage]:
        clauses = [self.library.clauses[name] for name in slot.clauses]
        choice = choose(slot.fills, [(clause.applies, clause) for clause in clauses], context)
        self.saying.questions += choice.questions
        if choice.fault:
            names = ", ".join(slot.clauses)
            self.findings.append(
                Finding("content.slot", Severity.ERROR, slot.place, {"why": choice.fault, "clauses": names})
            )
        return [p for clause in choice.chosen if (p := self._clause(clause, context))]

    def _clause(self, clause: Clause, context: Context) -> TokenisedPassage | None:
        text = clause.ready(self.language)
        if text is None:
            self.findings.append(not_ready(clause, self.language))
            return None
        return TokenisedPassage(clause.id, self.saying.html(text.markdown, context))

    def _items(self, collection: str) -> Sequence[Item]:
        items = items_of(collection, self.context)
        if isinstance(items, Question):
            self.saying.questions.append(items)
            return ()
        return items

    def _table(self, table: Table) -> list[TokenisedPassage]:
        name = COLLECTIONS[table.for_each]
        rows = [
            [safe(self.saying.cell(column.cell, self.context.at(name, item))) for column in table.columns]
            for item in self._items(table.for_each)
        ]
        headings = [self.local(column.heading, "column", table.place) for column in table.columns]
        html = shape("table.html", headings=[safe(heading) for heading in headings], rows=rows)
        return [TokenisedPassage(f"table of {table.for_each}", html)] if rows else []

    def _mail(self, button: MailButton) -> list[TokenisedPassage]:
        truth = applies(button.applies, self.context)
        if truth is Truth.UNKNOWN:
            self.saying.questions += unanswered([button.applies], self.context)
        if truth is not Truth.YES:
            return []
        mail = self.library.mails[button.mail]
        label, subject, body = (
            self._raw(words, mail.id, mail.place) for words in (mail.label, mail.subject, mail.body)
        )
        to = value_of(mail.to, self.context)
        if to is None:
            return []
        if to is UNANSWERED:
            self.saying.questions.append(Question(mail.to, asks(mail.to, self.context)))
            return []
        subject, body = (self.saying.plain(words, self.context) for words in (subject, body))
        href = self.saying.mailto(str(to), subject, body)
        shown = self.saying.line(label, self.context)
        return [TokenisedPassage(f"mail {mail.id}", shape("mail.html", href=safe(href), label=safe(shown)))]

    def local(self, words: Local, what: str, place: Place) -> str:
        raw = self._raw(words, what, place)
        return self.saying.line(raw, self.context) if raw else ""

    def _raw(self, words: Local, what: str, place: Place) -> str:
        if self.language not in words:
            self.findings.append(
                Finding(
                    "content.words_missing", Severity.ERROR, place, {"what": what, "language": self.language}
                )
            )
        return words.get(self.language, "")
