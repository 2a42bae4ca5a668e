"""Outcomes put together from what the stages know: what was made, what waits, and for which answer."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import Any

from placard.compose.venue import ComposedVenue
from placard.derive.doors import OUTSIDE
from placard.findings import Finding
from placard.library.forms import Form
from placard.library.texts import Sign
from placard.model import UNANSWERED
from placard.model.facts import Facts, keys_of
from placard.phrases.values import Question
from placard.plan.places import Hanging
from placard.read.venue import VenueFile
from placard.report import OpenQuestion, Outcome, VenueOutcome


def outcome_of(
    findings: Iterable[Finding],
    composed: Sequence[ComposedVenue],
    files: Sequence[VenueFile],
    published: Collection[str] = (),
    strict: bool = False,
) -> Outcome:
    """Return what a build or a check came to, each open question with where its answer would stand."""
    places = {file.venue.id: file for file in files}
    venues = tuple(_venue(each, places[each.venue_id], each.venue_id in published) for each in composed)
    return Outcome(tuple(findings), venues, strict=strict)


def _venue(composed: ComposedVenue, file: VenueFile, published: bool) -> VenueOutcome:
    questions = tuple(
        OpenQuestion(file.venue.id, _path(question), str(file.place(question.asks)), held)
        for question, held in composed.questions()
    )
    withheld = tuple((each.id, each.language) for each in composed.withheld)
    return VenueOutcome(file.venue.id, composed.documents, withheld, questions, published)


def _path(question: Question) -> str:
    return ".".join(str(step) for step in question.asks)


_REASONS = {
    "page": "venues of this type have this page, and guests read this language",
    "handbook": "staff of this type of venue have a handbook, and this language is theirs",
    "register": "who was trained, by whom and from which version is written down in this language",
    "card": "staff of this type of venue carry this card, and this language is theirs",
    "quiz": "training ends with a quiz, and this language is theirs",
}


def planned(findings: Sequence[Finding], composed: Sequence[ComposedVenue], strict: bool) -> Outcome:
    """Return every document with its sheet, its rooms and the reason it is made."""
    lines = tuple(line for venue in composed for line in _plan_lines(venue))
    return Outcome(tuple(findings), strict=strict, lines=lines)


def _plan_lines(venue: ComposedVenue) -> Iterator[str]:
    withheld = {(each.id, each.language): each for each in venue.withheld}
    yield f"{venue.venue_id}:"
    for sheet in venue.plan.sheets:
        languages = ", ".join(sheet.languages)
        size = f"{sheet.smallest.upper()} or larger, read from {sheet.read_from:g} m"
        yield f"  {sheet.stem}  {size}, {languages}"
        yield f"    because {_reason(sheet.sign)}"
        yield from (f"    {_where(hanging)}" for hanging in sheet.hangings)
        yield from _waiting(withheld.get((sheet.stem, sheet.languages[0])))
    for planned in venue.plan.forms:
        yield f"  {planned.form.id}.{planned.language}  form, A4"
        yield f"    because {_reason(planned.form)}"
        yield from _waiting(withheld.get((planned.form.id, planned.language)))
    for document in (*venue.plan.pages, *venue.plan.staff):
        yield f"  {document.name}.{document.language}  {document.kind}"
        yield f"    because {_REASONS[document.kind]}"
        yield from _waiting(withheld.get((document.name, document.language)))


def _reason(source: Sign | Form) -> str:
    return source.reason.get("en", "") or next(iter(source.reason.values()), "")


def _where(hanging: Hanging) -> str:
    copies = f"{hanging.copies} x "
    if hanging.sharer is not None:
        return f"{copies}{hanging.hangs_in}: on the side of {hanging.sharer.first()}"
    if hanging.door is None:
        return f"{copies}{hanging.hangs_in}"
    place = OUTSIDE if hanging.hangs_in == OUTSIDE else f"in {hanging.hangs_in}"
    return f"{copies}{place}: at the door to {hanging.door.into}"


def _waiting(withheld: Any) -> Iterator[str]:
    if withheld is not None:
        asked = ", ".join(_path(question) for question in withheld.questions)
        yield f"    withheld until answered: {asked}" if asked else "    withheld: see the findings"


def explained(findings: Sequence[Finding], files: Sequence[VenueFile]) -> Outcome:
    """Return every value of a venue with its line and who put it there."""
    lines = tuple(line for file in files for line in _values(file, file.venue, ()))
    return Outcome(tuple(findings), lines=lines)


def _values(file: VenueFile, value: Any, path: tuple[str | int, ...]) -> Iterator[str]:
    if isinstance(value, Facts):
        for key, attribute in keys_of(type(value)).items():
            yield from _values(file, getattr(value, attribute), (*path, key))
    elif isinstance(value, tuple) and value and isinstance(value[0], Facts):
        for number, item in enumerate(value):
            yield from _values(file, item, (*path, number))
    elif value is not UNANSWERED or file.origin(path) != "default":
        name = ".".join(str(step) for step in path)
        yield f"{file.place(path)}: {name} = {_shown(value)} ({file.origin(path)})"


def _shown(value: Any) -> str:
    if value is UNANSWERED:
        return "unanswered"
    if value is None or value == ():
        return "none"
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, tuple):
        return ", ".join(str(item) for item in value)
    return value.first() if hasattr(value, "first") else str(value)
