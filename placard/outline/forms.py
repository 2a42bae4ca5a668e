"""Outlines of forms: what `compose/forms.py` walks, in its order."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from placard.check.resting import Rests
from placard.compose.forms import SENDER
from placard.library.conditions import Truth
from placard.library.forms import Form, FormField, FormSection, FormWords, field_of
from placard.library.texts import Local
from placard.model import UNANSWERED
from placard.outline.guards import Guard
from placard.outline.outliner import Outliner, together
from placard.outline.parts import Choice, Doubt, Each, Part, Seen, Unforeseen, Words
from placard.outline.standing import Standing
from placard.phrases.facts import spec
from placard.phrases.values import Question

FOOT = ("{{ venue.name | name }}", "{{ effective_on | date }}")


@dataclass(frozen=True, slots=True, eq=False)
class About:
    """Parts about one activity, which the venue must have said it does."""

    activity: str
    body: tuple[Part, ...]

    def look(self, at: Standing, seen: Seen) -> None:
        """Look at the parts with the activity at hand."""
        activities: Any = at.value("activities")
        for activity in activities if isinstance(activities, tuple) else ():
            if activity.code == self.activity:
                here = at.at(at.context.at("activity", activity))
                for part in self.body:
                    part.look(here, seen)
                return
        seen.append(Question(f"activities.{self.activity}", ("activities",)))


@dataclass(frozen=True, slots=True, eq=False)
class OrLine:
    """Words in whose place there is a line to write on where a fact is not known, or there is none."""

    part: Part

    def look(self, at: Standing, seen: Seen) -> None:
        """Take down what the words rest on where they are written, and words that a language lacks."""
        found: Seen = []
        self.part.look(at, found)
        lacking = [each for each in found if isinstance(each, tuple) and None in _texts(each[0])]
        seen += lacking if lacking or any(map(_leaves_a_line, found)) else found


def _texts(doubt: Doubt) -> tuple[object, ...]:
    return tuple(doubt.texts.values()) if isinstance(doubt, Words) else ()


def _leaves_a_line(found: Question | Rests | tuple[Doubt, Standing]) -> bool:
    """Tell whether a fact is open, or there is none; it is the same one in every language."""
    if not isinstance(found, tuple):
        return isinstance(found, Question)
    doubt, at = found
    try:
        return isinstance(doubt, Words) and any(doubt.asked(language, at) for language in doubt.texts)
    except Unforeseen:
        return True


@dataclass(frozen=True, slots=True, eq=False)
class Field:
    """Something to fill in; of boxes to tick there must be one."""

    guard: Guard | None
    field: FormField
    options: tuple[Part, ...]
    hint: Words
    label: Words

    def look(self, at: Standing, seen: Seen) -> None:
        """Look at boxes, hint and label where the field is to stand."""
        truth = at.truth(self.guard)
        if truth is Truth.UNKNOWN and self.guard:
            seen += at.unanswered([self.guard])
        if truth is not Truth.YES:
            return
        boxes = self._boxes(self.field.options_of, at, seen) or bool(self.field.words_to_tick)
        for option in self.options:
            option.look(at, seen)
        if self.field.kind in ("choice", "ticks") and not boxes:
            return
        self.hint.look(at, seen)
        if self.field.each:
            self._boxes(self.field.each, at, seen)
        else:
            self.label.look(at, seen)

    def _boxes(self, fact: str, at: Standing, seen: Seen) -> bool:
        if not fact or spec(fact) is None:
            return False
        codes = at.value(fact)
        if codes is UNANSWERED:
            seen.append(at.question(fact))
            return False
        return bool(codes)


def form_parts(form: Form, outliner: Outliner) -> tuple[Part, ...]:
    """Outline a form, its slip, who sends it if it is a letter, and the line at its foot."""
    foot = map(outliner.typed, (*(SENDER if form.kind == "letter" else ()), *FOOT))
    sections = (part for section in form.every_section for part in _section(form, section, outliner))
    return together([outliner.words(form.title), *sections, *foot])


def _section(form: Form, section: FormSection, outliner: Outliner) -> tuple[Part, ...]:
    parts = [made for part in section.parts for made in _part(form, part, outliner)]
    return outliner.when(section.applies, [*parts, _maybe(outliner, section.heading)])


def _part(form: Form, part: FormWords | FormField, outliner: Outliner) -> Iterator[Part]:
    if isinstance(part, FormField):
        guard, hint, label = outliner.guards.of(part.applies), part.hint, part.label
        options = together(_options(part, outliner))
        yield Field(guard, part, options, _maybe(outliner, hint), _maybe(outliner, label))
        return
    rests = Rests(f"{form.id}.{part.id}", part.source, part.place)
    variants = tuple(
        (outliner.guards.of(conditions), outliner.resting(rests, _maybe(outliner, part.label, words)))
        for conditions, words in part.variants
    )
    choice = Choice.of(part.fills, variants)
    # What the line is called stands there whether words do or not.
    body = together([OrLine(choice), _maybe(outliner, part.label)]) if part.or_line else (choice,)
    if part.activity or part.for_each:
        yield About(part.activity, body) if part.activity else Each(part.for_each, body)
    else:
        yield from body


def _options(field: FormField, outliner: Outliner) -> Iterator[Part]:
    like = field_of(outliner.library.forms, field.rows_of)
    for option in (*(like.options if like else ()), *field.options):
        yield from outliner.when(option.applies, [_maybe(outliner, option.words)])
    yield from (_maybe(outliner, column.words) for column in field.columns)


def _maybe(outliner: Outliner, *several: Local) -> Words:
    """Outline words that need not be there at all."""
    return outliner.words(*filter(None, several))
