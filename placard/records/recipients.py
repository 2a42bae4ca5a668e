"""Who outside receives data: partners by name, then the kinds of recipients uses and cameras name."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from placard.derive.activities import usual_part
from placard.derive.dealings import is_abroad, kinds_for, partners_in
from placard.derive.filming import real_cameras, setting
from placard.model import UNANSWERED
from placard.model.dealings import Activity, Partner
from placard.phrases.values import FactKind
from placard.records.shapes import Row
from placard.records.telling import Teller


def recipient_rows(tell: Teller) -> Iterator[Row]:
    """Yield a row for each partner, then one for each kind of recipient."""
    partners = tell.context.venue.partners
    for number, partner in enumerate(partners if isinstance(partners, tuple) else ()):
        yield _partner(tell, partner, number)
    yield from _of_pictures(tell)
    yield from _kinds(tell)


def _partner(tell: Teller, partner: Partner, number: int) -> Row:
    abroad = is_abroad(partner.country, tell.context.venue, tell.context.law)
    uses = [each for each in _activities(tell) if partner in (_partners_in(tell, each) or ())]
    kinds = kinds_for(partner, tell.context.venue, tell.context.law, tell.context.presets)
    return Row(
        {
            "name": tell.value(partner.name, FactKind.NAME, "name"),
            "service": tell.code(partner.service, "services"),
            "role": tell.code(partner.role, "partner_roles"),
            "country": tell.value(partner.country, FactKind.COUNTRY, "name"),
            "transfer": tell.word("at_home") if abroad is False else tell.code(partner.transfer, "transfers"),
            "contract": tell.value(partner.contract_on, FactKind.DATE, "date"),
            "categories": tell.codes(kinds, "categories"),
            "uses": tell.several([tell.code(use.code, "activities") for use in uses]),
            "line": tell.line("partners", number),
        }
    )


def _partners_in(tell: Teller, activity: Activity) -> Any:
    found = partners_in(activity, tell.context.venue, tell.context.presets)
    return () if found is UNANSWERED else found


def _of_pictures(tell: Teller) -> Iterator[Row]:
    """Yield who works with camera pictures without being a partner: a guard service, a store elsewhere."""
    venue = tell.context.venue
    partners = {each.name for each in venue.partners} if isinstance(venue.partners, tuple) else set()
    guards = getattr(venue.surveillance, "guards", None)
    stores = [setting(venue, camera, "cloud") for camera in real_cameras(venue)]
    named = [("guards", guards), *(("cloud", name) for name in dict.fromkeys(stores))]
    for what, name in named:
        if isinstance(name, str) and name not in partners:
            yield _row(
                tell,
                name=name,
                service=tell.word(what),
                categories=tell.word("cameras"),
                uses=tell.word("cameras"),
                line=tell.line("surveillance", what),
            )


def _row(tell: Teller, **cells: str) -> Row:
    """Return a row in which what is not told stands empty."""
    return Row({name: cells.get(name, "") for name in tell.words.columns})


def _kinds(tell: Teller) -> Iterator[Row]:
    uses: dict[str, list[Activity]] = {}
    for activity in _activities(tell):
        for code in _part(tell, activity, "recipients"):
            uses.setdefault(code, []).append(activity)
    venue = tell.context.venue
    disclosed = [setting(venue, camera, "disclosure") for camera in real_cameras(venue)]
    filmed = dict.fromkeys(code for codes in disclosed if isinstance(codes, tuple) for code in codes)
    for code in dict.fromkeys((*uses, *filmed)):
        theirs = uses.get(code, [])
        kinds = tuple(dict.fromkeys(kind for use in theirs for kind in _part(tell, use, "categories")))
        named = [tell.code(use.code, "activities") for use in theirs]
        pictures = [tell.word("cameras")] if code in filmed else []
        yield _row(
            tell,
            name=tell.code(code, "recipients"),
            service=tell.word("as_asked"),
            categories=tell.several([*([tell.codes(kinds, "categories")] if kinds else []), *pictures]),
            uses=tell.several([*named, *pictures]),
            line=tell.line("activities") if theirs else tell.line("surveillance", "disclosure"),
        )


def _activities(tell: Teller) -> tuple[Activity, ...]:
    activities = tell.context.venue.activities
    return () if activities is UNANSWERED else activities


def _part(tell: Teller, activity: Activity, part: str) -> tuple[str, ...]:
    value = usual_part(activity, part, tell.context.law, tell.context.presets)
    return value if isinstance(value, tuple) else ()
