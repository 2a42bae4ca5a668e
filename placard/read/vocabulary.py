"""Languages, labels, rooms and venue types: the files every output shares."""

from __future__ import annotations

from string import Formatter

from placard.library.texts import Local
from placard.library.vocabulary import Examples, Labels, Language, RoomKind, VenueType
from placard.model.operator import Address
from placard.read.found import found
from placard.read.layers import Layers
from placard.read.record import Record, texts_of

PRIVACY = ("ordinary", "undress", "treatment", "rest")
ENVIRONMENTS = ("dry", "humid", "wet", "outdoors", "sauna")


def read_languages(layers: Layers) -> dict[str, Language]:
    """Read `languages.yml`."""
    languages = {}
    for code, record in _entries(layers, "languages.yml"):
        quotes = record.list("quotes") or ("“", "”")
        languages[code] = Language(
            code=code,
            own_name=record.text("own_name"),
            cldr=record.text("cldr"),
            theme=record.text("theme"),
            script=record.choice("script", ("latin", "han", "other")),
            tag=record.text("tag"),
            readability=record.text("readability", "none"),
            tie=record.text("tie", "none"),
            quotes=(quotes[0], quotes[-1]),
        )
        record.finish()
    return languages


def read_rooms(layers: Layers) -> dict[str, RoomKind]:
    """Read `rooms.yml`: kind -> privacy class, environment, whether it lies under the floor."""
    rooms = {}
    for code, record in _entries(layers, "rooms.yml"):
        privacy = record.choice("privacy", PRIVACY)
        environment = record.choice("environment", ENVIRONMENTS)
        floor, desk, called = record.switch("floor"), record.switch("desk"), record.list("called")
        rooms[code] = RoomKind(code, privacy, environment, floor, desk, called)  # type: ignore[arg-type]
        record.finish()
    return rooms


def read_labels(layers: Layers, language: str) -> Labels | None:
    """Read `labels/<language>.yml`, or nothing where no layer has it."""
    node = layers.read(f"labels/{language}.yml")
    if node is None:
        return None
    record = Record(node, layers.findings)
    labels = Labels(
        language=language,
        words=record.words("words"),
        codes={name: dict(_pairs(below, layers)) for name, below in _below(record, "codes")},
        durations={name: dict(_pairs(below, layers)) for name, below in _below(record, "durations")},
        counts=dict(_pairs(record.below("counts"), layers)),
        dates=record.words("dates"),
        lists=record.words("lists", required=False),
    )
    record.finish()
    return labels


def read_types(layers: Layers) -> dict[str, VenueType]:
    """Read `venue-types/*.yml`."""
    types = {}
    for code, record in layers.records("venue-types"):
        types[code] = VenueType(
            code,
            record.words("name"),
            record.list("pages"),
            record.list("booklets"),
            record.list("leaflets"),
            record.list("signs"),
            record.list("forms"),
            record.list("texts"),
            record.list("staff_forms"),
            record.list("staff"),
            record.list("chapters"),
            record.list("situations"),
            record.list("cards"),
            record.lists("quizzes"),
            record.lists("levels"),
            record.lists("pillars"),
            record.place,
        )
        record.finish()
    return types


def read_addresses(layers: Layers) -> dict[str, str]:
    """Read `addresses.yml`: how an address is written, by country; `other` for all the rest."""
    node = layers.read("addresses.yml")
    if node is None:
        return {}
    patterns = texts_of(node, layers.findings)
    for country, pattern in patterns.items():
        if unknown := [slot for slot in _slots(pattern) if slot not in Address.model_fields]:
            known = ", ".join(f"{{{name}}}" for name in Address.model_fields)
            place = node.entries[country].place
            layers.findings.append(found("content.address_slot", place, found=unknown[0], known=known))
    return patterns


def read_levels(layers: Layers) -> dict[str, Local]:
    """Read `levels.yml`: what the steps are called by which a place gets to all of its documents."""
    return {name: record.words_of_itself() for name, record in _entries(layers, "levels.yml")}


def read_pillars(layers: Layers) -> dict[str, Local]:
    """Read `pillars.yml`: what has to stand together before a place is whole."""
    return {name: record.words_of_itself() for name, record in _entries(layers, "pillars.yml")}


def read_ignorance(layers: Layers) -> dict[str, tuple[str, ...]]:
    """Read `ignorance.yml`: what people say for `none` and `unanswered`."""
    node = layers.read("ignorance.yml")
    if node is None:
        return {}
    record = Record(node, layers.findings)
    words = {name: record.list(name) for name in ("none", "unanswered")}
    record.finish()
    return words


def read_examples(layers: Layers) -> Examples:
    """Read `examples.yml`: what an answer looks like."""
    node = layers.read("examples.yml")
    if node is None:
        return Examples({}, {})
    record = Record(node, layers.findings)
    hints = record.below("hints")
    told = {name: hints.words(name) for name in hints.node.entries} if hints else {}
    examples = Examples(record.words("fields"), record.words("kinds"), told)
    record.finish()
    return examples


def _slots(pattern: str) -> list[str]:
    """Return what stands in braces, with whatever else was written there; a lone brace is its own."""
    try:
        parts = list(Formatter().parse(pattern))
    except ValueError:
        return ["{"]
    return [
        name + (f"!{turned}" if turned else "") + (f":{form}" if form else "")
        for _, name, form, turned in parts
        if name is not None
    ]


def _entries(layers: Layers, relative: str) -> list[tuple[str, Record]]:
    node = layers.read(relative)
    record = Record(node, layers.findings) if node else None
    return _children(record)


def _children(record: Record | None) -> list[tuple[str, Record]]:
    if record is None:
        return []
    children = ((key, record.below(key)) for key in record.node.entries)
    return [(key, child) for key, child in children if child is not None]


def _below(record: Record, key: str) -> list[tuple[str, Record]]:
    return _children(record.below(key))


def _pairs(record: Record | None, layers: Layers) -> list[tuple[str, dict[str, str]]]:
    return [(key, texts_of(child.node, layers.findings)) for key, child in _children(record)]
