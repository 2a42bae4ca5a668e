"""What is to come in a law and what has to be looked at again: the watch list of a pack, all of it data."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Literal, get_args

from placard.findings import Place
from placard.model.values import Duration

Seen = Literal["text", "excerpt", "secondary", "recalled"]
Before = Literal["release", "print", "selling_online"]
BEFORE: tuple[Before, ...] = get_args(Before)
"""What something is looked at before, where no day is known."""

Local = Mapping[str, str]
"""Words per language."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing that is to come, or to be looked at again, and what it would change here.

    Either `day` is set, on which it begins (or `latest`: by which it has begun), or it is looked at again
    `every` so often, counted from `checked`, or `before` something is done. `seen` says how whoever wrote it
    down had seen it; `rules` are those it may change.
    """

    id: str
    what: Local
    changes: Local
    cite: tuple[str, ...]
    seen: Seen
    checked: date | None
    day: date | None
    latest: bool
    every: Duration | None
    before: Before | None
    rules: tuple[str, ...]
    place: Place


@dataclass(frozen=True, slots=True)
class Signature:
    """Who read the review sheet of a pack, and until when that holds."""

    by: str
    day: date | None
    until: date | None
    place: Place


@dataclass(frozen=True, slots=True)
class Watch:
    """The watch list of one pack.

    `recheck` is how long a source counts as looked at, by how it was seen. A check tells of what comes within
    `ahead`, and of what has come for as long as `after`.
    """

    entries: Mapping[str, Entry] = field(default_factory=dict)
    recheck: Mapping[str, Duration] = field(default_factory=dict)
    ahead: Duration | None = None
    after: Duration | None = None
