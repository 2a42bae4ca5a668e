"""Parts of what is printed, by name, and whether one of them can stay empty under a law."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass

from placard.check.applying import LAW, of_any_pack
from placard.check.conditions import holds, truth_of
from placard.library.conditions import Conditions, Truth
from placard.library.forms import FormField, FormPart
from placard.library.law import Law
from placard.library.library import Library
from placard.library.texts import Fills, MailButton, Section, Slot, Table
from placard.library.vocabulary import VenueType
from placard.model import UNANSWERED

Filling = tuple[Fills, tuple[Conditions, ...]]
"""How many of some words may stand in a place, and when each of them applies."""


@dataclass(frozen=True, slots=True)
class Part:
    """A section, a line or a sheet: when it is there, and the places in it."""

    applies: Conditions
    places: tuple[Filling, ...]


def parts_called(name: str, library: Library) -> list[Part]:
    """Return what goes by a name, nothing where nothing does or no kind of venue has it.

    `notice.who` is a section of a page, the handbook or the register. `chapter:lockers`, `sign:cam-01` and
    `form:request` are whole, or one part of them after a dot; `situation:…` and `card:…` are always whole.
    """
    kind, colon, rest = name.partition(":")
    whole, _, part = (rest if colon else name).partition(".")
    read, held_by = _OF_KIND.get(kind if colon else "", (None, None))
    if read is None or held_by is None or not any(whole in held_by(each) for each in library.types.values()):
        return []
    return read(whole, part, library)


def surely_filled(part: Part, law: Law) -> bool:
    """Tell whether a part is there under a law, with a place in it that is never left empty.

    A place for exactly one is never empty: where nothing fits, the document is withheld. Any other is
    sure only where something in it was written for this law.
    """
    return _under(part.applies, law) is not Truth.NO and any(
        _under(each, law) is not Truth.NO and (fills == "one" or _names(each, law))
        for fills, several in part.places
        for each in several
    )


def _section(name: str, part: str, library: Library) -> list[Part]:
    document = library.documents.get(name)
    sections = [each for each in document.sections if each.id == part] if document else []
    return [_of_section(each, document.applies, library) for each in sections] if document else []


def _chapter(name: str, part: str, library: Library) -> list[Part]:
    sections = library.chapters[name].sections if name in library.chapters else ()
    return [_of_section(each, (), library) for each in sections if part in ("", each.id)]


def _sign(name: str, part: str, library: Library) -> list[Part]:
    sign = library.signs.get(name)
    lines = [line for line in sign.lines if part in ("", line.id)] if sign else []
    return [Part(sign.applies, (_variants(line.fills, line.variants),)) for line in lines] if sign else []


def _form(name: str, part: str, library: Library) -> list[Part]:
    form = library.forms.get(name)
    sections = [each for each in form.every_section if part in ("", each.id)] if form else []
    return [
        Part(_both(form.applies, each.applies), tuple(_of_form(below) for below in each.parts))
        for each in sections
        if form
    ]


def _situation(name: str, part: str, library: Library) -> list[Part]:
    known = name in library.situations and not part
    return [Part((), (("one", (library.situations[name].applies,)),))] if known else []


def _card(name: str, part: str, library: Library) -> list[Part]:
    known = name in library.cards and not part
    return [Part((), (("one", (library.cards[name].applies,)),))] if known else []


_OF_KIND: Mapping[
    str, tuple[Callable[[str, str, Library], list[Part]], Callable[[VenueType], Collection[str]]]
] = {
    "": (_section, lambda each: (*each.pages, *each.booklets, *each.leaflets, *each.staff)),
    "chapter": (_chapter, lambda each: each.chapters),
    "sign": (_sign, lambda each: each.signs),
    "form": (_form, lambda each: (*each.forms, *each.texts, *each.staff_forms)),
    "situation": (_situation, lambda each: each.situations),
    "card": (_card, lambda each: each.cards),
}
"""How each kind of thing is found, and which of them a kind of venue has."""


def _of_section(section: Section, above: Conditions, library: Library) -> Part:
    places: list[Filling] = []
    for part in section.parts:
        match part:
            case Slot():
                clauses = [library.clauses[name].applies for name in part.clauses if name in library.clauses]
                places.append((part.fills, tuple(clauses)))
            case Table():
                places.append(("one", ((),)))
            case MailButton():
                places.append(("optional", (part.applies,)))
    return Part(_both(above, section.applies), tuple(places))


def _of_form(part: FormPart) -> Filling:
    return ("one", (part.applies,)) if isinstance(part, FormField) else _variants(part.fills, part.variants)


def _variants(fills: Fills, variants: Iterable[tuple[Conditions, object]]) -> Filling:
    return fills, tuple(applies for applies, _ in variants)


def _both(first: Conditions, second: Conditions) -> Conditions:
    """Conditions that hold where both do; no block at all means always."""
    return tuple((*one, *other) for one in first or ((),) for other in second or ((),))


def _under(conditions: Conditions, law: Law) -> Truth:
    """What conditions come to where nothing but the law is known."""
    ids = tuple(pack.id for pack in law.packs)
    return holds(of_any_pack(conditions), lambda fact: ids if fact == LAW else UNANSWERED)


def _names(conditions: Conditions, law: Law) -> bool:
    """Tell whether conditions ask for this law, or for one it rests on."""
    ids = tuple(pack.id for pack in law.packs)
    tests = [test for block in of_any_pack(conditions) for test in block if test.fact == LAW]
    return any(
        test.word == "includes_any_of" and truth_of(test, lambda _: ids) is Truth.YES for test in tests
    )
