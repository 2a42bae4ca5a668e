"""Outcomes put together from what the stages know: what was made, what waits, and for which answer."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import Any, Protocol

from placard.check.wording import shown_path
from placard.compose.tokenised import Withheld
from placard.compose.venue import ComposedVenue
from placard.findings import Finding
from placard.freeing import Step, steps
from placard.giving import example_of, hint_for, keys_in
from placard.library.library import Library
from placard.library.vocabulary import VenueType
from placard.model import UNANSWERED
from placard.model.facts import Facts, keys_of
from placard.outcome import Held, OpenQuestion, Outcome, Reached, VenueOutcome
from placard.plan.documents import Plan
from placard.read.venue import VenueFile
from placard.titles import titles

Path = tuple[str | int, ...]
LARGE = ("a3", "a2", "ledger")
"""Paper most printers in a shop cannot take."""


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
    # One question about many entries of a list, such as each use of data, is one question.
    alike: dict[tuple[str, ...], dict[str, Path]] = {}
    for several in asked.values():
        for asks in several:
            alike.setdefault(_alike(asks), {}).setdefault(shown[asks], asks)
    waiting = {held: tuple(_alike(asks) for asks in several) for held, several in asked.items()}
    counted = Counter(keys for several in waiting.values() for keys in set(several))
    questions = tuple(
        _question(step, alike[step.answer], counted[step.answer], file, library) for step in steps(waiting)
    )
    withheld = tuple(
        Held(document, language, tuple(dict.fromkeys(shown[asks] for asks in several)))
        for (document, language), several in asked.items()
    )
    levels = tuple(_levels(made, library.types[file.venue.type], library))
    known = titles(library)
    named = {
        name: known[name.partition(".")[0]]
        for name in _names(withheld, made, levels)
        if name.partition(".")[0] in known
    }
    large = tuple(sheet.stem for sheet in made.plan.sheets if sheet.smallest in LARGE)
    return VenueOutcome(
        file.venue.id,
        made.documents,
        withheld,
        questions,
        published,
        levels,
        named,
        large,
        pointed_at=tuple(_pointed_at(made)),
    )


def _pointed_at(all_made: Made) -> Iterator[str]:
    """Name what sheets send guests to, by code or to the desk, and what waits all the same."""
    plan, withheld = all_made.plan, {each.id for each in all_made.withheld}
    hung = [sheet.sign for sheet in plan.sheets if sheet.stem not in withheld and sheet.sign.notice != "none"]
    pages = {sign.page for sign in hung if sign.notice == "code"}
    yield from (page for page in dict.fromkeys(each.name for each in plan.pages) if page in pages & withheld)
    if hung:
        booklets = dict.fromkeys(each.name for each in plan.booklets)
        yield from (name for name in booklets if name in withheld)


def _alike(asks: Path) -> tuple[str, ...]:
    """Return what questions about entries of one list share; what no field of the model holds is its own."""
    return keys_in(asks) or tuple(str(step) for step in asks)


def _names(withheld: Iterable[Held], made: Made, levels: Iterable[Reached]) -> Iterator[str]:
    yield from (held.document for held in withheld)
    yield from (name for level in levels for name in level.lacking)
    yield from (sheet.stem for sheet in made.plan.sheets)


def _question(
    step: Step[tuple[str, ...], tuple[str, str]],
    alike: Mapping[str, Path],
    held: int,
    file: VenueFile,
    library: Library,
) -> OpenQuestion:
    (fact, asks), *others = alike.items()
    return OpenQuestion(
        file.venue.id,
        fact,
        str(file.place(asks)),
        held,
        f"{step.answer[-1]}: {example_of(asks, library)}",
        tuple(document for document, _ in step.frees),
        step.further,
        ".".join(step.answer),
        tuple(alike),
        tuple(str(file.place(each)) for _, each in others),
        hint_for(asks, library),
    )


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
    made = {sheet.sign.id for sheet in plan.sheets} | {
        each.form.id for each in (*plan.forms, *plan.texts, *plan.staff_forms)
    }
    made |= {each.name for each in plan.booklets}
    made |= {each.name for each in (*plan.leaflets, *plan.pages, *plan.staff)}
    for level, documents in venue_type.levels.items():
        needed = [name for name in documents if name in made | withheld]
        there = sum(name not in withheld for name in needed)
        lacking = tuple(name for name in needed if name in withheld)
        yield Reached(library.levels.get(level, {"en": level}), there, len(needed), lacking)
