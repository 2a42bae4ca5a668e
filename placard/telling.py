"""Outcomes put together from what the stages know: what was made, what waits, and for which answer."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any, Protocol

from placard.check.wording import shown_path
from placard.compose.tokenised import Withheld
from placard.compose.venue import ComposedVenue
from placard.derive.doors import OUTSIDE
from placard.findings import Finding, Said, said
from placard.freeing import steps
from placard.giving import example_of
from placard.library.library import Library
from placard.library.vocabulary import VenueType
from placard.model import UNANSWERED
from placard.model.facts import Facts, keys_of
from placard.phrases.values import Question
from placard.plan.documents import Plan
from placard.plan.places import Hanging
from placard.read.venue import VenueFile
from placard.report import Held, OpenQuestion, Outcome, Reached, VenueOutcome


def outcome_of(
    findings: Iterable[Finding],
    composed: Sequence[ComposedVenue],
    files: Sequence[VenueFile],
    published: Collection[str] = (),
    strict: bool = False,
    languages: Mapping[str, str] | None = None,
) -> Outcome:
    """Return what a build or a check came to, each open question with where its answer would stand."""
    places = {file.venue.id: file for file in files}
    venues = tuple(
        venue_outcome(each, each.composer.library, places[each.venue_id], each.venue_id in published)
        for each in composed
    )
    return Outcome(tuple(findings), venues, strict=strict, languages=languages or {})


class Made(Protocol):
    """What was made of a plan, or could be."""

    @property
    def plan(self) -> Plan:
        """The documents of the venue."""

    @property
    def documents(self) -> int:
        """How many documents there are."""

    @property
    def withheld(self) -> tuple[Withheld, ...]:
        """The documents that are not made."""


def venue_outcome(made: Made, library: Library, file: VenueFile, published: bool = False) -> VenueOutcome:
    """Return what was made of one venue, and what waits for which answer."""
    asked: dict[tuple[str, str], tuple[tuple[str | int, ...], ...]] = {}
    for each in made.withheld:
        several = tuple(_whole(question.asks, file) for question in each.questions)
        asked[each.id, each.language] = (*asked.get((each.id, each.language), ()), *several)
    shown = {asks: shown_path(file.venue, asks) for several in asked.values() for asks in several}
    held = Counter(asks for several in asked.values() for asks in set(several))
    questions = tuple(
        OpenQuestion(
            file.venue.id,
            shown[step.answer],
            str(file.place(step.answer)),
            held[step.answer],
            f"{step.answer[-1]}: {example_of(step.answer, library)}",
            tuple(document for document, _ in step.frees),
            step.further,
        )
        for step in steps(asked)
    )
    withheld = tuple(
        Held(document, language, tuple(dict.fromkeys(shown[asks] for asks in several)))
        for (document, language), several in asked.items()
    )
    levels = tuple(_levels(made, library.types[file.venue.type], library))
    return VenueOutcome(file.venue.id, made.documents, withheld, questions, published, levels)


def _whole(asks: tuple[str | int, ...], file: VenueFile) -> tuple[str | int, ...]:
    """Return the question about a whole part where nobody has answered any of it: one line answers both."""
    here: Any = file.venue
    for number, step in enumerate(asks[:-1], 1):
        if not isinstance(here, Facts) or not isinstance(step, str) or step not in keys_of(type(here)):
            break
        here = getattr(here, keys_of(type(here))[step])
        if here is UNANSWERED:
            return asks[:number]
    return asks


def _levels(all_made: Made, venue_type: VenueType, library: Library) -> Iterator[Reached]:
    plan = all_made.plan
    withheld = {each.id.partition(".")[0] for each in all_made.withheld}
    made = {sheet.sign.id for sheet in plan.sheets} | {each.form.id for each in plan.forms}
    made |= {each.name for each in (*plan.pages, *plan.staff)}
    for level, documents in venue_type.levels.items():
        needed = [name for name in documents if name in made | withheld]
        there = sum(name not in withheld for name in needed)
        yield Reached(library.levels.get(level, {"en": level}), there, len(needed))


def _path(question: Question) -> str:
    return ".".join(str(step) for step in question.asks)


def planned(
    findings: Sequence[Finding],
    composed: Sequence[ComposedVenue],
    strict: bool,
    languages: Mapping[str, str] | None = None,
) -> Outcome:
    """Return every document with its sheet, its rooms and the reason it is made."""
    lines = tuple(replace(line, venue=venue.venue_id) for venue in composed for line in _plan_lines(venue))
    return Outcome(tuple(findings), strict=strict, lines=lines, languages=languages or {})


def _plan_lines(venue: ComposedVenue) -> Iterator[Said]:
    withheld = {(each.id, each.language): each for each in venue.withheld}
    yield said("report.plan_venue", venue=venue.venue_id)
    for sheet in venue.plan.sheets:
        yield _in(
            2,
            "report.plan_sheet",
            document=sheet.stem,
            size=sheet.smallest.upper(),
            metres=f"{sheet.read_from:g}",
            languages=", ".join(sheet.languages),
        )
        yield _in(4, "report.plan_because", reason=sheet.sign.reason)
        yield from (_where(hanging) for hanging in sheet.hangings)
        yield from _waiting(withheld.get((sheet.stem, sheet.languages[0])))
    for planned in venue.plan.forms:
        yield _in(2, "report.plan_form", document=f"{planned.form.id}.{planned.language}")
        yield _in(4, "report.plan_because", reason=planned.form.reason)
        yield from _waiting(withheld.get((planned.form.id, planned.language)))
    for document in (*venue.plan.pages, *venue.plan.staff):
        kind = said(f"report.kind_{document.kind}")
        yield _in(2, "report.plan_document", document=f"{document.name}.{document.language}", kind=kind)
        yield _in(4, "report.plan_because", reason=said(f"report.reason_{document.kind}"))
        yield from _waiting(withheld.get((document.name, document.language)))


def _in(indent: int, code: str, /, **values: str | int | Said | Mapping[str, str]) -> Said:
    return Said(code, values, indent)


def _where(hanging: Hanging) -> Said:
    copies, room = hanging.copies, hanging.hangs_in
    if hanging.sharer is not None:
        return _in(4, "report.plan_shared_side", n=copies, room=room, name=hanging.sharer.first())
    if hanging.door is None:
        return _in(4, "report.plan_wall", n=copies, room=room)
    code = "report.plan_door_outside" if room == OUTSIDE else "report.plan_door"
    return _in(4, code, n=copies, room=room, into=hanging.door.into)


def _waiting(withheld: Withheld | None) -> Iterator[Said]:
    if withheld is not None:
        asked = ", ".join(_path(question) for question in withheld.questions)
        yield _in(4, "report.plan_waits" if asked else "report.plan_withheld", facts=asked)
