"""Law packs read from `content/law/<pack>/`, and the chain of packs a venue is checked by."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path, PurePosixPath

from placard.findings import Place
from placard.library.figures import Clock
from placard.library.grounds import Grounds
from placard.library.law import HOUSE, Authority, Citation, Law, Pack, Rule
from placard.library.wording import Wording
from placard.read.figures import length_of, read_ages, read_hotlines, read_lengths
from placard.read.grounds import read_grounds, records_below
from placard.read.layers import Layers
from placard.read.record import Record
from placard.read.rules import read_rules
from placard.read.watch import SEEN, day_of, read_signature, read_watch
from placard.read.yamlfile import read_yaml

FOLDER = "law"
STATUSES = ("draft", "reviewed", "withdrawn")
STARTS = ("receipt", "awareness", "appointment", "recording")


def read_packs(layers: Layers) -> dict[str, Pack]:
    """Read every pack of every layer; a later layer adds to a pack and may replace its rules."""
    packs = {}
    for folder in layers.below(FOLDER, "pack.yml"):
        if PurePosixPath(folder).parent.as_posix() == FOLDER:
            name = PurePosixPath(folder).name
            packs[name] = _pack(layers, folder, name)
    return packs


def chain(packs: Mapping[str, Pack], name: str) -> Law:
    """Put the packs a law rests on in order: the house first, then `extends` from left to right.

    A pack nobody wrote is left out here; `check.packs` reports it.
    """
    order: dict[str, Pack] = {}

    def follow(pack: str, above: tuple[str, ...]) -> None:
        if pack not in packs or pack in order or pack in above:
            return
        for other in packs[pack].extends:
            follow(other, (*above, pack))
        order[pack] = packs[pack]

    for each in (HOUSE, name):
        follow(each, ())
    return Law(tuple(order.values()))


def _pack(layers: Layers, folder: str, name: str) -> Pack:
    node = layers.read(f"{folder}/pack.yml")
    record = Record(node, layers.findings) if node else None
    if record is None:
        return _nothing(name, folder)
    seen = record.below("text_seen")
    looked = day_of(seen, "on") if seen else None
    pack = Pack(
        id=name,
        name=record.words("name"),
        short_name=record.words("short_name"),
        extends=record.list("extends"),
        status=record.choice("status", STATUSES),  # type: ignore[arg-type]
        text_seen=f"{seen.text('on')}: {seen.text('note')}" if seen else "",
        not_covered=record.list("not_covered"),
        citations={key: _citation(key, below, looked) for key, below in records_below(record, "citations")},
        rules=_rules(layers, folder, name),
        authorities={key: _authority(key, below) for key, below in records_below(record, "authorities")},
        clocks={key: _clock(key, below) for key, below in records_below(record, "clocks")},
        grounds=read_grounds(record),
        floor_kinds=record.list("floor_kinds"),
        floor_kinds_in=record.lists("floor_kinds_in"),
        territory=record.list("territory"),
        wording=_wording(layers, folder),
        place=record.place,
        languages=record.list("languages"),
        ages=read_ages(record),
        presumed=read_lengths(record, "presumed"),
        penalties=read_lengths(record, "penalties"),
        emergency=read_hotlines(record),
        required=record.lists("required"),
        areas=record.lists("areas"),
        watch=read_watch(layers, folder),
        signed=read_signature(record),
    )
    record.finish()
    return pack


def _nothing(name: str, folder: str) -> Pack:
    """Stands in for a pack whose file cannot be read; what is wrong with it is already found."""
    place = Place(f"{folder}/pack.yml")
    return Pack(name, {}, {}, (), "draft", "", (), {}, (), {}, {}, Grounds(), (), {}, (), None, place)


def _rules(layers: Layers, folder: str, name: str) -> tuple[Rule, ...]:
    # Not merged by id: that would change a rule, even the floor, without saying so.
    rules: list[Rule] = []
    for path, shown in _each_layer(layers, f"{folder}/rules.yml"):
        node, findings = read_yaml(path, shown)
        layers.findings += findings
        if node is not None:
            rules += read_rules(node, name, layers.findings)
    return tuple(rules)


def _each_layer(layers: Layers, relative: str) -> Iterator[tuple[Path, str]]:
    for folder in layers.folders:
        path = folder / relative
        if path.is_file():
            yield path, layers.shown(folder, path)


def _citation(name: str, record: Record, looked: date | None) -> Citation:
    citation = Citation(
        id=name,
        law=record.text("law"),
        at=record.text("at"),
        seen=record.choice("seen", SEEN),  # type: ignore[arg-type]
        place=record.place,
        checked=day_of(record, "checked") or looked,
    )
    record.finish()
    return citation


def _authority(name: str, record: Record) -> Authority:
    authority = Authority(
        id=name,
        name=record.words("name"),
        url=record.text("url", ""),
        phone=record.text("phone", ""),
        address=record.text("address", ""),
        cite=record.list("cite"),
        checked=record.switch("checked"),
    )
    record.finish()
    return authority


def _clock(name: str, record: Record) -> Clock:
    clock = Clock(
        id=name,
        within=length_of(record, "within"),
        starts=record.choice("from", STARTS),
        when=record.words("when", required=False),
        not_for=record.words("not_for", required=False),
        cite=record.list("cite"),
    )
    record.finish()
    return clock


def _wording(layers: Layers, folder: str) -> Wording | None:
    node = layers.read(f"{folder}/words.yml")
    if node is None:
        return None
    record = Record(node, layers.findings)
    wording = Wording(
        never_said=record.lists("never_said"),
        unspaced=record.list("unspaced"),
        seen={key: below.words_of_itself() for key, below in records_below(record, "seen")},
        source={key: below.words_of_itself() for key, below in records_below(record, "source")},
        never_printed=record.lists("never_printed"),
        never_to_guests=record.lists("never_to_guests"),
        terms=record.list("terms"),
        called={key: below.words_of_itself() for key, below in records_below(record, "called")},
        amounts=record.lists("amounts"),
        provisions=record.lists("provisions"),
        rests_on=record.lists("rests_on"),
    )
    record.finish()
    return wording
