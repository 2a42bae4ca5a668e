"""The plan told in words: every document with its sheet, its rooms and the reason it is made."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from placard.compose.tokenised import Withheld
from placard.compose.venue import ComposedVenue
from placard.derive.doors import OUTSIDE
from placard.findings import Finding, Said, said
from placard.outcome import Outcome
from placard.phrases.values import Question
from placard.plan.documents import PlannedBooklet, PlannedForm
from placard.plan.places import Hanging, desk_of


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
    yield from _forms((*venue.plan.forms, *venue.plan.texts), withheld)
    for booklet in venue.plan.booklets:
        kind = said("report.kind_booklet")
        yield _in(2, "report.plan_document", document=f"{booklet.name}.{booklet.language}", kind=kind)
        yield _in(4, "report.plan_because", reason=said("report.reason_booklet"))
        yield from _kept(booklet, venue)
        yield from _waiting(withheld.get((booklet.name, booklet.language)))
    for document in (*venue.plan.leaflets, *venue.plan.pages, *venue.plan.staff):
        kind = said(f"report.kind_{document.kind}")
        yield _in(2, "report.plan_document", document=f"{document.name}.{document.language}", kind=kind)
        yield _in(4, "report.plan_because", reason=said(f"report.reason_{document.kind}"))
        yield from _waiting(withheld.get((document.name, document.language)))
    yield from _forms(venue.plan.staff_forms, withheld)


def _forms(several: Iterable[PlannedForm], withheld: Mapping[tuple[str, str], Withheld]) -> Iterator[Said]:
    for planned in several:
        yield _in(2, f"report.plan_{planned.form.kind}", document=f"{planned.name}.{planned.language}")
        yield _in(4, "report.plan_because", reason=planned.form.reason)
        yield from _waiting(withheld.get((planned.name, planned.language)))


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


def _kept(booklet: PlannedBooklet, venue: ComposedVenue) -> Iterator[Said]:
    """Tell how many copies lie at the desk, and in which room that is."""
    if (desk := desk_of(venue.composer.context)) is not None:
        many, large = booklet.binding.copies, booklet.binding.large_copies
        yield _in(4, "report.plan_desk", n=many, room=desk.id, large=large)


def _waiting(withheld: Withheld | None) -> Iterator[Said]:
    if withheld is not None:
        asked = ", ".join(_path(question) for question in withheld.questions)
        yield _in(4, "report.plan_waits" if asked else "report.plan_withheld", facts=asked)
