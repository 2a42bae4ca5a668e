"""What a form or a letter says in one language, filled: sentences, facts, and the places to write in."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from markupsafe import Markup

from placard.check.applying import applies, unanswered
from placard.codes import code_of
from placard.compose.blanks import Blank, Box, Columns, FilledForm, FilledFormSection, Told, words_of
from placard.compose.documents import Composer
from placard.compose.outputs import Footer
from placard.compose.saying import Saying
from placard.compose.slots import choose
from placard.compose.tokenised import Withheld
from placard.findings import Finding, Place, Said, Severity
from placard.library.conditions import Conditions, Truth
from placard.library.forms import FormField, FormPart, FormSection, FormWords, field_of
from placard.library.texts import Local
from placard.model import UNANSWERED
from placard.phrases.collections import COLLECTIONS, items_of
from placard.phrases.facts import Context, asks, spec, value_of
from placard.phrases.placeholders import Placeholder
from placard.phrases.values import Phrase, Question
from placard.plan.documents import PlannedForm

SENDER = ("{{ operator.legal_name | name }}", "{{ operator.address | line }}", "{{ operator.ways | list }}")
"""Who writes a letter: above it on paper, below it in a mail."""


def form_words(composer: Composer, planned: PlannedForm) -> FilledForm | Withheld:
    """Compose a form; nothing is made while a question is open or words are missing."""
    return _Work(composer, planned).form()


class _Work:
    """One form under way."""

    def __init__(self, composer: Composer, planned: PlannedForm) -> None:
        self.source, self.language, self.name = planned.form, planned.language, planned.name
        self.context, self.library = planned.context(composer.context), composer.library
        self.saying = Saying(composer.speaker(planned.language))
        self.findings: list[Finding] = []

    def form(self) -> FilledForm | Withheld:
        title = self._local(self.source.title, "title", self.source.place)
        sections = tuple(made for section in self.source.sections if (made := self._section(section)))
        slip = self._section(self.source.slip) if self.source.slip else None
        sender = tuple(map(self._said, SENDER)) if self.source.kind == "letter" else ()
        footer = self._footer(title, (*sections, *filter(None, [slip])), sender)
        self.findings += [
            self._fault("content.cannot_say", self.source.place, why=gap.said, language=self.language)
            for gap in self.saying.gaps
        ]
        if self.saying.questions or self.findings:
            questions = tuple(dict.fromkeys(self.saying.questions))
            return Withheld(self.name, self.language, questions, tuple(self.findings))
        named, kind = (self.source.id, self.name, self.language), self.source.kind
        return FilledForm(*named, title, sections, slip, footer, kind, sender, self.source.stays)

    def _footer(
        self, title: Markup, sections: Sequence[FilledFormSection], sender: Sequence[Markup]
    ) -> Footer:
        speaker = self.saying.speaker
        return Footer(
            sign=self.source.id,
            venue=self._said("{{ venue.name | name }}"),
            code=code_of([part.striptags() for part in (*sender, *words_of(title, sections))], "", ""),
            in_force=Markup("{} {}").format(
                speaker.word("in_force_from"), self._said("{{ effective_on | date }}")
            ),
            status=Markup.escape(speaker.word("proof")),
            sample=self.context.venue.sample,
        )

    def _section(self, section: FormSection) -> FilledFormSection | None:
        if not self._applies(section.applies):
            return None
        parts = tuple(made for part in section.parts for made in self._part(part))
        heading = self._local(section.heading, f"{section.id}.heading", self.source.place)
        return FilledFormSection(section.id, heading, section.frame, parts) if parts else None

    def _part(self, part: FormPart) -> Iterator[Told | Blank]:
        return self._words(part) if isinstance(part, FormWords) else self._field(part)

    def _words(self, part: FormWords) -> Iterator[Told | Blank]:
        for context, name in self._contexts(part):
            open_before = len(self.saying.questions), len(self.saying.gaps)
            told = tuple(self._told(part, context))
            if part.or_line and open_before != (len(self.saying.questions), len(self.saying.gaps)):
                del self.saying.questions[open_before[0] :], self.saying.gaps[open_before[1] :]
                label = self._local(part.label, f"{part.id}.label", part.place, context)
                yield Blank(name, "text", label, Markup(), "full", 1, (), instead_of=part.id)
            else:
                yield from told

    def _told(self, part: FormWords, context: Context) -> Iterator[Told]:
        choice = choose(part.fills, part.variants, context)
        self.saying.questions += choice.questions
        if choice.fault:
            self.findings.append(self._fault("content.slot", part.place, why=choice.fault, clauses=part.id))
        for words in choice.chosen:
            label = self._local(part.label, f"{part.id}.label", part.place, context)
            yield Told(label, self._local(words, part.id, part.place, context), part.id)

    def _contexts(self, part: FormWords) -> Iterator[tuple[Context, str]]:
        """Yield the facts for words, with what they are called: those of each item they are repeated for."""
        if part.for_each:
            items = items_of(part.for_each, self.context)
            if isinstance(items, Question):
                self.saying.questions.append(items)
                return
            for number, item in enumerate(items, 1):
                yield self.context.at(COLLECTIONS[part.for_each], item), f"{part.id}-{number}"
        elif context := self._about(part.activity) if part.activity else self.context:
            yield context, part.id

    def _about(self, code: str) -> Context | None:
        """Return the facts with one activity at hand; a venue that has not said it does this is asked."""
        activities: Any = value_of("activities", self.context)
        for activity in activities if isinstance(activities, tuple) else ():
            if activity.code == code:
                return self.context.at("activity", activity)
        self.saying.questions.append(Question(f"activities.{code}", ("activities",)))
        return None

    def _field(self, field: FormField) -> Iterator[Blank]:
        if not self._applies(field.applies):
            return
        like = field_of(self.library.forms, field.rows_of)
        rows = [Box(box.value, _upright(box.words)) for box in self._options(like)] if like else []
        boxes = (*self._boxes(field.options_of), *rows, *self._options(field))
        if field.kind in ("choice", "ticks") and not boxes:
            return
        columns = self._columns(field, bool(boxes)) if field.kind == "table" else None
        hint = self._local(field.hint, f"{field.id}.hint", field.place)
        if not field.each:
            label = self._local(field.label, f"{field.id}.label", field.place)
            yield Blank(field.id, field.kind, label, hint, field.width, field.rows, boxes, columns=columns)
            return
        for one in self._boxes(field.each):
            name = f"{field.id}-{one.value}"
            yield Blank(name, field.kind, one.words, hint, field.width, field.rows, boxes, repeated=True)

    def _options(self, field: FormField) -> Iterator[Box]:
        for option in (each for each in field.options if self._applies(each.applies)):
            yield Box(option.id, self._local(option.words, f"{field.id}, {option.id}", field.place))

    def _columns(self, field: FormField, named: bool) -> Columns:
        heads = tuple(
            Box(each.id, self._local(each.words, f"{field.id}, {each.id}", field.place))
            for each in field.columns
        )
        parts = [*([field.share] if named else []), *(each.share for each in field.columns)]
        return Columns(heads, tuple(100 * each / sum(parts) for each in parts), field.cell)

    def _boxes(self, fact: str) -> list[Box]:
        """Return one box for each code of a list; an unanswered list is a question."""
        known = spec(fact) if fact else None
        if known is None:
            return []
        codes: Any = value_of(fact, self.context)
        if codes is UNANSWERED:
            self.saying.questions.append(Question(fact, asks(fact, self.context)))
            return []
        speaker, asked = self.saying.speaker, Placeholder(fact, "list")
        return [Box(code, _begun(speaker.say(known, (code,), asked))) for code in codes or ()]

    def _applies(self, conditions: Conditions) -> bool:
        truth = applies(conditions, self.context)
        if truth is Truth.UNKNOWN:
            self.saying.questions += unanswered([conditions], self.context)
        return truth is Truth.YES

    def _said(self, words: str, context: Context | None = None) -> Markup:
        return self.saying.tokens.markup(self.saying.line(words, context or self.context))

    def _local(self, words: Local, what: str, place: Place, context: Context | None = None) -> Markup:
        if words and self.language not in words:
            values = {"what": what, "language": self.language}
            self.findings.append(self._fault("content.words_missing", place, **values))
        return self._said(words[self.language], context) if self.language in words else Markup()

    @staticmethod
    def _fault(code: str, place: Place, **values: str | Said) -> Finding:
        return Finding(code, Severity.ERROR, place, values)


def _begun(phrase: Phrase) -> Markup:
    """A name that stands alone begins with a capital."""
    return _upright(Markup.escape(phrase.text))


def _upright(words: Markup) -> Markup:
    return words[:1].upper() + words[1:]
