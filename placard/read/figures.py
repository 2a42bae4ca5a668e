"""Ages, lengths and numbers to call of a law pack, read from `pack.yml`."""

from __future__ import annotations

from placard.library.figures import Age, Hotline, Presumption
from placard.model.values import Duration
from placard.read.found import found
from placard.read.grounds import records_below
from placard.read.record import Record


def read_ages(record: Record) -> dict[str, Age]:
    """Read the ages a pack names."""
    return {name: _age(name, below) for name, below in records_below(record, "ages")}


def read_lengths(record: Record, key: str) -> dict[str, Presumption]:
    """Read the lengths a pack thinks from (`presumed`), or threatens (`penalties`)."""
    return {name: _presumption(name, below) for name, below in records_below(record, key)}


def read_hotlines(record: Record) -> dict[str, Hotline]:
    """Read the numbers one calls under this law, by what they are for."""
    return {name: _hotline(name, below) for name, below in records_below(record, "emergency")}


def _hotline(name: str, record: Record) -> Hotline:
    hotline = Hotline(name, record.list("phones"), record.list("cite"))
    record.finish()
    return hotline


def _age(name: str, record: Record) -> Age:
    age = Age(name, record.whole("years"), record.words("about"), record.list("cite"))
    record.finish()
    return age


def _presumption(name: str, record: Record) -> Presumption:
    presumption = Presumption(name, length_of(record, "length"), record.words("about"), record.list("cite"))
    record.finish()
    return presumption


def length_of(record: Record, key: str) -> Duration:
    """Read a length; a minute stands in for what is none, which is found."""
    written = record.text(key)
    try:
        return Duration.read(written)
    except ValueError:
        record.findings.append(found("model.not_a_duration", record.place, key=key, found=written))
        return Duration.read("1 minute")
