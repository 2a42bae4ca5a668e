"""Grounds and rights of a law pack, and what activities usually are, read from `content/`."""

from __future__ import annotations

from placard.library.grounds import Grounds, LegalBasis, Preset, Right, UsualGround
from placard.read.found import found
from placard.read.layers import Layers
from placard.read.nodes import Seq, Text
from placard.read.record import Record

NEEDED = ("purposes", "categories", "manner", "source", "provision")
"""Parts every activity has; what else it does not name, it does not have."""
_OTHERS = ("recipients", "necessity", "impact")


def records_below(record: Record, key: str) -> list[tuple[str, Record]]:
    """Return the maps below a key that may be left out, each with its name."""
    several = record.below(key)
    if several is None:
        return []
    below = ((name, several.below(name)) for name in several.node.entries)
    return [(name, each) for name, each in below if each]


def read_grounds(record: Record) -> Grounds:
    """Read what a pack says of grounds, sensitive data and rights."""
    return Grounds(
        bases={name: _basis(name, below) for name, below in records_below(record, "bases")},
        special={name: _basis(name, below) for name, below in records_below(record, "special_grounds")},
        sensitive=record.list("sensitive"),
        of_cameras=record.text("basis_of_cameras", ""),
        rights={name: _right(name, below) for name, below in records_below(record, "rights")},
    )


def _basis(name: str, record: Record) -> LegalBasis:
    basis = LegalBasis(name, record.list("cite"), record.switch("is_interest"))
    record.finish()
    return basis


def _right(name: str, record: Record) -> Right:
    ends = record.words("ends", required=False)
    right = Right(name, record.list("cite"), record.lists("given_by"), ends)
    record.finish()
    return right


def read_activities(layers: Layers) -> dict[str, Preset]:
    """Read `activities.yml`: what each activity usually is."""
    node = layers.read("activities.yml")
    if node is None:
        return {}
    record = Record(node, layers.findings)
    below = ((code, record.below(code)) for code in node.entries)
    return {code: _preset(code, each) for code, each in below if each}


def _preset(code: str, record: Record) -> Preset:
    lists, words = {}, {}
    for key in (*NEEDED, *_OTHERS):
        match record.take(key):
            case Seq():
                lists[key] = record.list(key)
            case Text() as text:
                words[key] = text.value
            case None if key in NEEDED:
                record.findings.append(found("content.missing", record.place, key=key))
    preset = Preset(
        code,
        lists,
        words,
        {law: _usual(below) for law, below in records_below(record, "ground")},
        _lengths(record),
        record.list("services"),
        record.place,
    )
    record.finish()
    return preset


def _lengths(record: Record) -> dict[str, str]:
    by_law = record.below("retention")
    return {law: by_law.text(law) for law in by_law.node.entries} if by_law else {}


def _usual(record: Record) -> UsualGround:
    ground = UsualGround(
        record.text("basis"), record.text("interest", ""), record.text("special_ground", ""), record.place
    )
    record.finish()
    return ground
