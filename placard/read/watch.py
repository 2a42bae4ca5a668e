"""The watch list of a law pack, read from `watch.yml` beside its rules, and the signature in `pack.yml`."""

from __future__ import annotations

from datetime import date

from placard.library.watch import BEFORE, Before, Entry, Signature, Watch
from placard.model.values import Duration
from placard.read.figures import length_of
from placard.read.found import found
from placard.read.grounds import records_below
from placard.read.layers import Layers
from placard.read.record import Record

FILE = "watch.yml"
SEEN = ("recalled", "secondary", "excerpt", "text")
_WHEN = ("on", "by", "every", "before")


def read_watch(layers: Layers, folder: str) -> Watch:
    """Read what a pack says is to come; a pack without such a file has an empty list."""
    node = layers.read(f"{folder}/{FILE}")
    if node is None:
        return Watch()
    record = Record(node, layers.findings)
    periods = record.below("recheck")
    told = record.below("told")
    watch = Watch(
        entries={name: _entry(name, below) for name, below in records_below(record, "entries")},
        recheck={seen: length for seen in SEEN if (length := _length(periods, seen))},
        ahead=_length(told, "ahead"),
        after=_length(told, "after"),
    )
    for below in (periods, told):
        if below is not None:
            below.finish()
    record.finish()
    return watch


def read_signature(record: Record) -> Signature | None:
    """Read who signed the review sheet of a pack, if anybody did."""
    below = record.below("signed")
    if below is None:
        return None
    signature = Signature(below.text("by"), day_of(below, "date"), day_of(below, "until"), below.place)
    below.finish()
    return signature


def day_of(record: Record, key: str) -> date | None:
    """Read a day that may be left out; one the calendar does not have is found."""
    written = record.text(key, "")
    try:
        return date.fromisoformat(written) if written else None
    except ValueError:
        record.findings.append(
            found("model.not_a_date", record.node.entries[key].place, key=key, found=written)
        )
        return None


def _entry(name: str, record: Record) -> Entry:
    if sum(record.has(key) for key in _WHEN) != 1:
        record.findings.append(found("content.watch_when", record.place, entry=name))
    on, by = day_of(record, "on"), day_of(record, "by")
    entry = Entry(
        id=name,
        what=record.words("what"),
        changes=record.words("changes"),
        cite=record.list("cite"),
        seen=record.choice("seen", SEEN),  # type: ignore[arg-type]
        checked=day_of(record, "checked"),
        day=on or by,
        latest=on is None and by is not None,
        every=_length(record, "every"),
        before=_before(record),
        rules=record.list("rules"),
        place=record.place,
    )
    if entry.every and not entry.checked:
        record.findings.append(found("content.missing", record.place, key="checked"))
    record.finish()
    return entry


def _before(record: Record) -> Before | None:
    if not record.has("before"):
        return None
    return record.choice("before", BEFORE)  # type: ignore[return-value]


def _length(record: Record | None, key: str) -> Duration | None:
    return length_of(record, key) if record is not None and record.has(key) else None
