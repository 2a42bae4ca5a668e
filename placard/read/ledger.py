"""The promise ledger, from `staff/ledger.yml`."""

from __future__ import annotations

from placard.library.ledger import Ledger, LedgerGroup, LedgerRow
from placard.read.conditions import read_conditions
from placard.read.grounds import records_below
from placard.read.layers import Layers
from placard.read.record import Record

FILE = "staff/ledger.yml"


def read_ledger(layers: Layers) -> Ledger:
    """Read the ledger; content without one promises nothing it would have to keep."""
    node = layers.read(FILE)
    if node is None:
        return Ledger()
    record = Record(node, layers.findings)
    groups = tuple(_group(name, below, layers) for name, below in records_below(record, "groups"))
    told = record.below("only_told") if record.has("only_told") else None
    ledger = Ledger(groups, {name: told.text(name) for name in told.node.entries} if told else {})
    record.finish()
    return ledger


def _group(name: str, record: Record, layers: Layers) -> LedgerGroup:
    rows = tuple(_row(row, below, layers) for row, below in records_below(record, "rows"))
    group = LedgerGroup(name, record.words("heading"), rows, record.place)
    record.finish()
    return group


def _row(name: str, record: Record, layers: Layers) -> LedgerRow:
    row = LedgerRow(
        id=name,
        promise=record.words("promise"),
        applies=read_conditions(record.take("applies"), layers.findings),
        facts=record.list("facts"),
        holds=record.list("holds"),
        told=record.list("told"),
        kept_in=record.list("kept_in"),
        papers=record.list("papers"),
        owner=record.text("owner", ""),
        place=record.place,
    )
    record.finish()
    return row
