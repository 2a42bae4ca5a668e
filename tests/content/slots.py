"""Places where one of several clauses stands, and every case of the facts that choose among them."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from types import NoneType
from typing import Any, get_args

from placard.check.applying import of_any_pack
from placard.check.conditions import holds
from placard.library.conditions import Conditions, Truth
from placard.library.library import Library
from placard.library.texts import Clause, Document, Fills, Sign, Slot
from placard.library.training import Chapter, Situation
from placard.model.facts import Facts
from placard.model.paths import FieldAt, field_at
from placard.model.values import Duration, LocalText, Unit
from placard.phrases.facts import NAMED_FACTS, spec
from placard.phrases.values import FactKind
from placard.read.law import chain
from placard.read.vocabulary import PRIVACY

LAWS = ("gb", "eu", "pl", "cn")
"""Laws whose words are all there; each is met as the row of packs it rests on."""

GUARDED = "filming.cameras"
SOME = Facts()
"""A map of facts that is there; what is in it has names of its own."""
Case = Mapping[str, Any]
EXAMPLES: Mapping[type, list[Any]] = {
    bool: [True, False],
    int: [0, 1, 13, 14, 18],
    Duration: [Duration(14, Unit.DAY)],
    date: [date(2027, 1, 4)],
    LocalText: ["Somebody"],
    str: ["Somebody"],
}


def members(annotation: Any) -> Iterator[Any]:
    yield annotation
    for part in get_args(annotation):
        yield from members(part)


def none_is_an_answer(path: Sequence[str]) -> bool:
    field = field_at(path)
    return field is not None and NoneType in get_args(field.annotation)


def may_be_none(path: Sequence[str]) -> bool:
    """Tell whether an owner may write `none` at a path, or above it."""
    return any(none_is_an_answer(path[:length]) for length in range(1, len(path) + 1))


def none_by_itself(path: Sequence[str]) -> bool:
    """The same, without `surveillance: none`, which takes everything with it."""
    return any(none_is_an_answer(path[:length]) for length in range(2, len(path) + 1))


def values_of_field(field: FieldAt, codes: Mapping[str, frozenset[str]]) -> list[Any]:
    types = set(members(field.annotation))
    if field.vocabulary:
        known: list[Any] = sorted(codes[field.vocabulary])
        none = [] if field.some else [()]
        return [*none, *((code,) for code in known), tuple(known[:2])] if field.is_list else known
    if field.is_list or field.below is not None:
        return [(), (SOME,)] if field.is_list else [SOME]
    for kind, values in EXAMPLES.items():
        if kind in types:
            return values
    raise AssertionError(f"teach this test which values {field.attribute} may have")


OF_OWN: Mapping[str, list[Any]] = {
    "law.authority.name": ["Somebody", None],
    "room.privacy": list(PRIVACY),
    "activity.partners": [(), ("Somebody",)],
    "provisions": [(), ("voluntary",), ("voluntary", "required_by_law")],
    "activities.newsletter.code": ["newsletter", None],
    "operator.areas": [(), ("scotland",), ("northern_ireland",)],
}
"""Facts no field holds, and what they can be."""


SWITCHES = {
    "machine_decides",
    "law.numbers_known",
    "partner.abroad",
    "here.floor",
    "camera.outside",
    "filming.outside",
}
"""Derived facts that are so or not."""


def values_of(fact: str, library: Library) -> list[Any]:
    """Every value somebody may declare for a fact, one or two of each where they go on for ever."""
    codes, head = library.vocabularies(), fact.partition(".")[0]
    if fact == "law":
        return [tuple(pack.id for pack in chain(library.packs, law).packs) for law in LAWS]
    if fact in OF_OWN:
        return OF_OWN[fact]
    if fact in SWITCHES or (head == "room" and fact not in ("room.kind",)):
        return [True, False]
    if fact in ("law.rights", "rights"):
        every = tuple(sorted({code for pack in library.packs.values() for code in pack.grounds.rights}))
        return [(), ("access",), every]
    known = spec(fact)
    if known is not None and known.kind is FactKind.COUNT and head in ("filming", "area"):
        return [0, 1, 2]
    path = known.asks if known is not None and known.asks else tuple(fact.split("."))
    if head == "activities":  # one of a list, named by its code
        path = (head, *path[2:])
    field = field_at(path)
    assert field is not None, f"teach this test which values {fact} may have"
    # An area at hand is filmed, so nothing about it is none; a length there is none of was found before.
    none = [None] if head != "area" and may_be_none(path) else []
    return values_of_field(field, codes) + none


def none_of_it(fact: str, library: Library) -> bool:
    """Tell whether there may be none of a fact that is typed; a derived one is known by tests of its own."""
    if spec(fact) is None or (fact in NAMED_FACTS and fact not in OF_OWN):
        return False
    return any(value in (None, ()) for value in values_of(fact, library))


def cases(facts: set[str], library: Library) -> Iterator[Case]:
    """Every combination of declared values that can stand in one venue file."""
    named = sorted(facts)
    for values in itertools.product(*(values_of(fact, library) for fact in named)):
        case = dict(zip(named, values, strict=True))
        if all(agrees(fact, case) for fact in named):
            yield case


def agrees(fact: str, case: Case) -> bool:
    """What is below `none` is none too; and where there are cameras, there is something told about them."""
    if fact == "law.authority.name":  # only a country nobody wrote a pack for has none
        return "law" not in case or (case["law"][-1] == "eu") is (case[fact] is None)
    above = fact.split(".")
    for length in range(1, len(above)):
        parent = ".".join(above[:length])
        if parent not in case or (case[parent] is None) == (case[fact] is None):
            continue
        own = any(none_is_an_answer(above[:below]) for below in range(length + 1, len(above) + 1))
        if case[parent] is None or not own:
            return False
    for head in {name.partition(".")[0] for name in case if "." in name}:
        if not none_is_an_answer([head]):
            continue
        below = [name for name in case if name.startswith(f"{head}.")]
        if any(case[name] is None and not none_by_itself(name.split(".")) for name in below) and any(
            case[name] is not None for name in below
        ):
            return False
    told = [name for name in case if name.startswith("surveillance.")]
    if any(case[name] is None and not none_by_itself(name.split(".")) for name in told):
        return all(case[name] is None for name in told) and case.get(GUARDED, 0) == 0
    return True


@dataclass(frozen=True)
class Place:
    """A slot or the line of a sign: what may stand there, and when there is such a place at all."""

    name: str
    fills: Fills
    guards: tuple[Conditions, ...]
    candidates: tuple[tuple[str, Conditions], ...]

    @property
    def facts(self) -> set[str]:
        every = [*self.guards, *(applies for _, applies in self.candidates)]
        return {test.fact for conditions in every for block in conditions for test in block}

    @property
    def asked(self) -> set[str]:
        """Facts that choose what stands there, beyond those that choose whether it is there."""
        guarded = {test.fact for conditions in self.guards for block in conditions for test in block}
        return self.facts - guarded

    def there(self, case: Case) -> bool:
        return all(holds(of_any_pack(guard), case.__getitem__) is Truth.YES for guard in self.guards)

    def verdicts(self, case: Case) -> dict[str, Truth]:
        return {name: holds(of_any_pack(applies), case.__getitem__) for name, applies in self.candidates}


def places_of_document(document: Document, clauses: Mapping[str, Clause]) -> Iterator[Place]:
    for section in document.sections:
        for number, part in enumerate(section.parts):
            if not isinstance(part, Slot):
                continue
            candidates = tuple((name, clauses[name].applies) for name in part.clauses)
            guards = (document.applies, section.applies)
            # Where many may stand each is chosen for itself: looked at together they are too many cases.
            for several in [(one,) for one in candidates] if part.fills == "many" else [candidates]:
                yield Place(f"{section.id} {number + 1}", part.fills, guards, several)


def places_of_chapter(chapter: Chapter, clauses: Mapping[str, Clause]) -> Iterator[Place]:
    for section in chapter.sections:
        for number, slot in enumerate(part for part in section.parts if isinstance(part, Slot)):
            candidates = tuple((name, clauses[name].applies) for name in slot.clauses)
            yield Place(f"{section.id} {number + 1}", slot.fills, (section.applies,), candidates)


def place_of_law(situation: Situation, clauses: Mapping[str, Clause]) -> Iterator[Place]:
    if situation.law:
        candidates = tuple((name, clauses[name].applies) for name in situation.law)
        yield Place("law", "optional", (situation.applies,), candidates)


def places_of_sign(sign: Sign) -> Iterator[Place]:
    for line in sign.lines:
        yield Place(
            line.id,
            line.fills,
            (sign.applies,),
            tuple((str(number), applies) for number, (applies, _) in enumerate(line.variants)),
        )
