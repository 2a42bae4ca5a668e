"""The signs of venues as files, and the plan that says where each one hangs."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from contextlib import nullcontext
from dataclasses import replace
from pathlib import Path, PurePosixPath
from typing import TypeAlias

from markupsafe import Markup, escape

from placard.compose.documents import Composer
from placard.compose.outputs import SheetWords
from placard.compose.saying import Saying
from placard.compose.venue import ComposedVenue
from placard.derive.doors import OUTSIDE
from placard.derive.filming import rooms_of
from placard.findings import Finding
from placard.made import Made
from placard.phrases.facts import Context
from placard.phrases.forms import Speaker
from placard.plan.sheets import Hanging as PlannedHanging
from placard.plan.sheets import PlannedSheet
from placard.press.cache import PressCache
from placard.press.fonts import FontSet
from placard.press.hanging import Hanging, HangingPlan, page
from placard.press.outcome import Printed, Refusal
from placard.press.papers import Paper, PaperShop
from placard.press.pool import Crew
from placard.press.printing import PrintShop

Delivered: TypeAlias = tuple[PlannedSheet, SheetWords, Printed]
PLAN_STYLE = "hanging-plan"
OUT_OF_DOORS = "wet"
"""What hangs on an outer wall has to bear rain."""


def print_sheets(
    venues: Sequence[ComposedVenue],
    into: Path,
    fonts: FontSet,
    cache: PressCache,
    crew: Crew | None = None,
) -> tuple[list[Made], list[Finding]]:
    """Print every sheet and every hanging plan; a sheet that does not fit is a finding, never shrunk."""
    made: list[Made] = []
    findings: list[Finding] = []
    every = [(venue, planned, words) for venue in venues for planned, words in venue.sheets]
    shop = PrintShop(fonts, labels_of(venues), cache)
    with nullcontext(crew) if crew else Crew() as hands:
        printed = shop.print_all([words for _, _, words in every], hands)
        delivered: dict[str, list[Delivered]] = {}
        for (venue, planned, words), outcome in zip(every, printed, strict=True):
            findings += [_of_venue(finding, venue.venue_id) for finding in outcome.findings]
            if isinstance(outcome, Refusal):
                continue
            folder = into / venue.venue_id
            outcome.deliver(folder)
            made.append(_made_sheet(venue, planned, words, outcome, folder))
            delivered.setdefault(venue.venue_id, []).append((planned, words, outcome))
        plans, more = _plans(venues, delivered, PaperShop(fonts, cache), hands)
    return made + plans, findings + more


def labels_of(venues: Sequence[ComposedVenue]) -> dict[str, dict[str, str]]:
    """Return the words of the interface by language."""
    return {
        language: dict(labels.words)
        for venue in venues
        for language, labels in venue.composer.library.labels.items()
    }


def _of_venue(finding: Finding, venue: str) -> Finding:
    return replace(finding, venue=venue)


def _made_sheet(
    venue: ComposedVenue, planned: PlannedSheet, words: SheetWords, printed: Printed, folder: Path
) -> Made:
    return Made(
        path=PurePosixPath("print", venue.venue_id, printed.file_name),
        file=folder / printed.file_name,
        kind="sheet",
        venue=venue.venue_id,
        languages=planned.languages,
        sheet=printed.sheet,
        pages=1,
        code=words.footer.code,
        reason=planned.sign.reason.get("en", ""),
    )


def _plans(
    venues: Sequence[ComposedVenue],
    delivered: Mapping[str, Sequence[Delivered]],
    shop: PaperShop,
    crew: Crew,
) -> tuple[list[Made], list[Finding]]:
    made: list[Made] = []
    findings: list[Finding] = []
    wanted = [
        (venue, language)
        for venue in venues
        if venue.venue_id in delivered
        for language in venue.plan.staff_languages
    ]
    pages = [plan_page(venue, delivered[venue.venue_id], language) for venue, language in wanted]
    for (venue, language), outcome in zip(wanted, shop.print_all(pages, crew), strict=True):
        if isinstance(outcome, Refusal):
            findings += [_of_venue(finding, venue.venue_id) for finding in outcome.findings]
            continue
        made.append(
            Made(
                path=PurePosixPath("print", venue.venue_id, _plan_name(language)),
                file=outcome,
                kind="plan",
                venue=venue.venue_id,
                languages=(language,),
                sheet="a4",
                reason="which sheet hangs where",
            )
        )
    return made, findings


def plan_page(venue: ComposedVenue, delivered: Sequence[Delivered], language: str) -> Paper:
    """Return the hanging plan of a venue in one language, ready for the press."""
    plan = hanging_plan(venue, delivered, language)
    return page(plan, venue.composer.speaker(language).labels.words), PLAN_STYLE, _plan_name(language)


def _plan_name(language: str) -> str:
    return f"hanging-plan.{language}.pdf"


def hanging_plan(venue: ComposedVenue, delivered: Sequence[Delivered], language: str) -> HangingPlan:
    """Return the plan of a venue in the order of a walk through the house, from outside inwards."""
    composer = venue.composer
    context, speaker = composer.context, composer.speaker(language)
    order = [OUTSIDE, *(room.id for room in rooms_of(context.venue))]
    hangings = [
        (planned, printed, hanging) for planned, _, printed in delivered for hanging in planned.hangings
    ]
    hangings.sort(key=lambda each: (order.index(each[2].hangs_in), each[0].stem))
    return HangingPlan(
        language=language,
        venue=_said(composer, language, "{{ venue.name | name }}"),
        in_force=Markup("{} {}").format(
            speaker.word("in_force_from"), _said(composer, language, "{{ effective_on | date }}")
        ),
        status=escape(speaker.word("proof")),
        rows=tuple(_row(context, speaker, *each) for each in hangings),
        codes=tuple((printed.file_name, words.footer.code) for _, words, printed in delivered),
    )


def _said(composer: Composer, language: str, words: str) -> Markup:
    saying = Saying(composer.speaker(language))
    return saying.tokens.markup(saying.line(words, composer.context))


def _row(
    context: Context, speaker: Speaker, planned: PlannedSheet, printed: Printed, hanging: PlannedHanging
) -> Hanging:
    kind = context.kinds.get(context.room(hanging.hangs_in).kind)
    language = speaker.language.code
    return Hanging(
        room=escape(_room(context, speaker, hanging.hangs_in)),
        door=escape(_door(context, speaker, hanging)),
        sheet=printed.sheet,
        sign=escape(f"{planned.sign.id.upper()} {planned.sign.title[language]}"),
        file_name=printed.file_name,
        copies=hanging.copies,
        environment=kind.environment if kind else OUT_OF_DOORS,
        why=escape(planned.sign.reason.get(language, "")),
    )


def _room(context: Context, speaker: Speaker, room_id: str) -> str:
    """Name a room for staff; of several rooms of a kind without names of their own, by its id as well."""
    room = context.room(room_id)
    name = speaker.room(room, "name")
    alike = [other for other in rooms_of(context.venue) if other.kind == room.kind and other.name is None]
    return f"{name} ({room_id})" if room.name is None and len(alike) > 1 else name


def _door(context: Context, speaker: Speaker, hanging: PlannedHanging) -> str:
    if hanging.sharer is not None:
        name = hanging.sharer.in_language(speaker.language.code) or hanging.sharer.first()
        return speaker.word("shared_side").replace("{name}", name)
    if hanging.door is None:
        return "–"
    coming, into = hanging.door.coming_from, hanging.door.into
    names = {"{from}": _room(context, speaker, coming), "{to}": _room(context, speaker, into)}
    told = speaker.word("door_from_to")
    for slot, name in names.items():
        told = told.replace(slot, name)
    return told
