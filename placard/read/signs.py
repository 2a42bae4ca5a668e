"""Signs of the catalogue, all languages of one sign in one file."""

from __future__ import annotations

import re

from placard.library.conditions import Conditions
from placard.library.hangs import WAYS, WAYS_WITH_ROOMS, WAYS_WITHOUT, Hangs, RoomChoice
from placard.library.texts import Local, Sign, SignLine
from placard.read.conditions import read_conditions
from placard.read.found import found
from placard.read.layers import Layers
from placard.read.nodes import Map
from placard.read.record import Record

_METRES = re.compile(r"(\d{1,2}(?:\.\d{1,2})?)\s*m")


def read_signs(layers: Layers) -> dict[str, Sign]:
    """Read `public/signs/*.yml`."""
    signs = {}
    for name, record in layers.records("public/signs"):
        signs[name] = _sign(name, record, layers)
        record.finish()
    return signs


def metres(text: str) -> float | None:
    """Read a reading distance such as `2 m` or `1.5 m`."""
    match = _METRES.fullmatch(text.strip())
    return float(match[1]) if match else None


def _sign(name: str, record: Record, layers: Layers) -> Sign:
    distance = metres(record.text("read_from"))
    if distance is None:
        layers.findings.append(found("content.not_a_distance", record.place, key="read_from"))
    return Sign(
        id=name,
        title=record.words("title"),
        sign_class=record.choice("class", ("information", "prohibition", "service")),  # type: ignore[arg-type]
        hangs=_hangs(record, layers),
        one_per=record.choice("one_per", ("venue", "area", "room")),  # type: ignore[arg-type]
        pictogram=record.text("pictogram"),
        read_from=distance or 1.0,
        smallest=record.text("smallest", "a4"),
        lines=tuple(_line(line, layers) for line in record.records("lines")),
        page=record.text("page"),
        anchor=record.text("anchor", ""),
        applies=read_conditions(record.take("applies"), layers.findings),
        only_where=read_conditions(record.take("only_where"), layers.findings),
        notice=record.choice("notice", ("code", "desk", "none"), "code"),  # type: ignore[arg-type]
        labels_lead=record.switch("labels_lead"),
        reason=record.words("reason"),
        place=record.place,
    )


def _hangs(record: Record, layers: Layers) -> Hangs:
    """Read `hangs: desk` or `hangs: {doors_into: {privacy: [undress]}}`."""
    node = record.take("hangs")
    if not isinstance(node, Map):
        return Hangs(record.choice("hangs", WAYS_WITHOUT))  # type: ignore[arg-type]
    below = Record(node, layers.findings)
    way = next((way for way in WAYS_WITH_ROOMS if below.has(way)), None)
    rooms = below.below(way) if way else None
    if way is None or rooms is None:
        layers.findings.append(found("content.hangs", node.place, allowed=", ".join(WAYS)))
        return Hangs("desk")
    below.finish()
    choice = RoomChoice(rooms.list("privacy"), rooms.list("kinds"), rooms.list("environment"))
    rooms.finish()
    return Hangs(way, choice)


def _line(record: Record, layers: Layers) -> SignLine:
    line = SignLine(
        id=record.text("id"),
        role=record.choice("role", ("fact", "headline", "key", "body")),  # type: ignore[arg-type]
        fills=record.choice("fill", ("one", "optional", "many"), "one"),  # type: ignore[arg-type]
        label=record.words("label", required=False),
        variants=read_variants(record, layers),
        place=record.place,
        source=record.list("source"),
    )
    record.finish()
    return line


def read_variants(record: Record, layers: Layers) -> tuple[tuple[Conditions, Local], ...]:
    """Read the candidates of a slot: one text, or several with when each applies."""
    if not record.has("variants"):
        return (((), record.words("text")),)
    variants = []
    for variant in record.records("variants"):
        applies = read_conditions(variant.take("applies"), layers.findings)
        variants.append((applies, variant.words("text")))
        variant.finish()
    return tuple(variants)
