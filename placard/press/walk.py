"""The rows of a hanging plan: every copy of every sheet, in the order of a walk through the house."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeAlias

from babel import Locale
from babel.units import format_unit
from markupsafe import escape

from placard.compose.outputs import SheetWords
from placard.compose.venue import ComposedVenue
from placard.derive.doors import OUTSIDE
from placard.derive.filming import rooms_of
from placard.phrases.facts import Context
from placard.phrases.forms import Speaker
from placard.plan.places import Hanging as PlannedHanging
from placard.plan.places import desk_of
from placard.plan.sheets import PlannedSheet
from placard.press.booklets import kept_at_desk
from placard.press.forms import file_name
from placard.press.hanging import Hanging, HangingPlan
from placard.press.leaflets import leaflets_at_desk
from placard.press.outcome import Printed

Delivered: TypeAlias = tuple[PlannedSheet, SheetWords, Printed]
OUT_OF_DOORS = "outdoors"
"""What an outer wall is to a sheet; it is no kind of room in `content/rooms.yml`."""


def hanging_plan(venue: ComposedVenue, delivered: Sequence[Delivered], language: str) -> HangingPlan:
    """Return the plan of a venue in the order of a walk through the house, from outside inwards."""
    composer = venue.composer
    context, speaker = composer.context, composer.speaker(language)
    order = [OUTSIDE, *(room.id for room in rooms_of(context.venue))]
    hangings = [
        (planned, words, printed, hanging)
        for planned, words, printed in delivered
        for hanging in planned.hangings
    ]
    hangings.sort(key=lambda each: (order.index(each[3].hangs_in), each[0].stem))
    desk = desk_of(context)
    return HangingPlan(
        language=language,
        venue=composer.said(language, "{{ venue.name | name }}"),
        in_force=composer.in_force(language),
        status=escape(speaker.word("proof")),
        rows=tuple(_row(context, speaker, *each) for each in hangings),
        forms=tuple((form.title, file_name(form), form.footer.code) for form in venue.forms),
        kept=(*kept_at_desk(venue), *leaflets_at_desk(venue)),
        desk=_room(context, speaker, desk.id) if desk else "",
    )


def _row(
    context: Context,
    speaker: Speaker,
    planned: PlannedSheet,
    words: SheetWords,
    printed: Printed,
    hanging: PlannedHanging,
) -> Hanging:
    kind = context.kinds.get(context.room(hanging.hangs_in).kind)
    language = speaker.language.code
    return Hanging(
        room=escape(_room(context, speaker, hanging.hangs_in)),
        door=escape(_door(context, speaker, planned, hanging)),
        sheet=printed.sheet,
        read_from=escape(_read_from(speaker, planned.read_from)),
        sign_id=planned.sign.id.upper(),
        title=escape(planned.sign.title[language]),
        file_name=printed.file_name,
        code=words.footer.code,
        copies=hanging.copies,
        environment=kind.environment if kind else OUT_OF_DOORS,
        why=escape(planned.sign.reason.get(language, "")),
    )


def _room(context: Context, speaker: Speaker, room_id: str) -> str:
    """Name a room for staff; of several rooms of a kind without names of their own, by its id as well."""
    room = context.room(room_id)
    name = speaker.room(room, "name")
    nameless = [other for other in rooms_of(context.venue) if speaker.own_name(other) is None]
    alike = [other for other in nameless if other.kind == room.kind]
    return f"{name} ({room_id})" if room in alike and len(alike) > 1 else name


def _read_from(speaker: Speaker, metres: float) -> str:
    return format_unit(metres, "meter", "short", locale=Locale.parse(speaker.language.cldr))


def _door(context: Context, speaker: Speaker, planned: PlannedSheet, hanging: PlannedHanging) -> str:
    """Say at which door a sheet hangs, or that it hangs on the wall or at the desk."""
    if hanging.sharer is not None:
        name = hanging.sharer.in_language(speaker.language.code) or hanging.sharer.first()
        return speaker.word("shared_side").replace("{name}", name)
    if hanging.door is None:
        return speaker.word("at_the_desk" if planned.sign.hangs.way == "desk" else "on_the_wall")
    coming, into = hanging.door.coming_from, hanging.door.into
    names = {"{from}": _room(context, speaker, coming), "{to}": _room(context, speaker, into)}
    told = speaker.word("door_from_to")
    for slot, name in names.items():
        told = told.replace(slot, name)
    return told
