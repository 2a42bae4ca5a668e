"""What words may only say where it is so, from `promises.yml`."""

from __future__ import annotations

from placard.library.promises import Promise, Promises
from placard.read.conditions import read_conditions
from placard.read.grounds import records_below
from placard.read.layers import Layers
from placard.read.record import Record

FILE = "promises.yml"


def read_promises(layers: Layers) -> Promises:
    """Read `promises.yml`; content without it holds no words to any fact."""
    node = layers.read(FILE)
    if node is None:
        return Promises()
    record = Record(node, layers.findings)
    every = {name: _promise(name, below, layers) for name, below in records_below(record, "promises")}
    promises = Promises(every, record.lists("numbers"))
    record.finish()
    return promises


def _promise(name: str, record: Record, layers: Layers) -> Promise:
    promise = Promise(
        id=name,
        says=record.words("says"),
        true_where=read_conditions(record.take("true_where"), layers.findings),
        phrases=record.lists("phrases"),
        not_after=record.lists("not_after"),
        place=record.place,
    )
    record.finish()
    return promise
