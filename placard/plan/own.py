"""The signs an owner wrote: each a sheet of the catalogue's making, with the owner's words as facts in it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from placard.derive.doors import Door
from placard.findings import Place
from placard.library.hangs import Hangs
from placard.library.library import Library
from placard.library.texts import Local, Sign, SignLine
from placard.model.values import LocalText
from placard.model.venue import SignOrder
from placard.phrases.context import Context
from placard.phrases.values import Question
from placard.plan.places import Hanging
from placard.plan.sheets import PlannedSheet, address_of

_ROLES: dict[str, Literal["headline", "key"]] = {"headline": "headline", "text": "key"}


def own_orders(context: Context) -> tuple[SignOrder, ...]:
    """List the owner's own signs that are to hang."""
    return tuple(order for order in context.venue.signs if order.own_id and not order.skip)


def own_questions(order: SignOrder, context: Context) -> tuple[Question, ...]:
    """List the languages in which the owner has not yet said what the sign says."""
    asked = []
    for name in _ROLES:
        words = getattr(order, name)
        if isinstance(words, LocalText) and lacking(words, context.venue.languages):
            asked.append(Question(f"signs.{order.sign}.{name}", ("signs", order.sign, name)))
    return tuple(asked)


def lacking(words: LocalText, languages: tuple[str, ...]) -> tuple[str, ...]:
    """Return the languages of guests that words leave out; words given once are in the first of them."""
    if words.by_language is None:
        return languages[1:]
    return tuple(language for language in languages if language not in words.by_language)


def own_sheets(library: Library, context: Context) -> Iterator[PlannedSheet]:
    """Plan the owner's signs that can be made; the check has said what is wrong with the others."""
    for order in own_orders(context):
        if order.headline is None or order.room is None or own_questions(order, context):
            continue
        sign = _sign(order, order.headline, library, context)
        yield PlannedSheet(
            sign=sign,
            stem=f"{sign.id}.{order.room}",
            area=None,
            hangings=(_hanging(order, order.room),),
            languages=context.venue.languages,
            read_from=order.read_from or library.own_signs.read_from,
            smallest=order.sheet or sign.smallest,
            address=address_of(context.venue, sign.id),
            order=order,
        )


def _hanging(order: SignOrder, room: str) -> Hanging:
    copies = 1 if order.copies is None else order.copies
    if order.coming_from is None:
        return Hanging(room, None, None, copies)
    return Hanging(order.coming_from, Door(order.coming_from, room), None, copies)


def _sign(order: SignOrder, headline: LocalText, library: Library, context: Context) -> Sign:
    frame, place = library.own_signs, context.own_places.get(order.sign, Place(context.venue.id))

    def said(name: str) -> Local:
        """The owner’s words stand in the sign as any fact does: escaped, and never read as a template."""
        return dict.fromkeys(context.venue.languages, f"{{{{ order.{name} | name }}}}")

    return Sign(
        id=f"own-{order.own_id}",
        title={
            language: headline.in_language(language) or headline.first() for language in library.languages
        },
        sign_class=frame.sign_class,
        hangs=Hangs("inside"),
        one_per="room",
        pictogram=order.pictogram or frame.pictogram,
        read_from=frame.read_from,
        smallest=frame.smallest,
        lines=tuple(
            SignLine(name, role, "one", {}, (((), said(name)),), place)
            for name, role in _ROLES.items()
            if getattr(order, name) is not None
        ),
        page=frame.page,
        anchor="",
        applies=(),
        only_where=(),
        notice="none",
        labels_lead=False,
        reason=frame.reason,
        place=place,
    )
