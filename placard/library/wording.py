"""How a law is spoken of: what sources are called, and which words may stand in no output."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from placard.library.texts import Local


@dataclass(frozen=True, slots=True)
class Wording:
    """How the report names a source, and the words a rule of our own may not use, per language.

    `source` holds `ours`, `leaning` and `resting`; `unspaced` are the languages written without
    spaces, where such a word may stand anywhere in a line. `never_printed` may stand in no output
    of a venue under this law, `never_to_guests` in none a guest can open. `terms` are what the law is
    known by: they stand in outputs of its own venues only. `called` says what a cited source, or a
    place in it, is called in other languages than that of the citation. `amounts` are words of money,
    which no sign carries. `provisions` is how a text names a place in a law, `{n}` standing for its number.
    `rests_on` says which citation has words refused.
    """

    never_said: Mapping[str, tuple[str, ...]]
    unspaced: tuple[str, ...]
    seen: Mapping[str, Local]
    source: Mapping[str, Local]
    never_printed: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    never_to_guests: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    terms: tuple[str, ...] = ()
    called: Mapping[str, Local] = field(default_factory=dict)
    amounts: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    provisions: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    rests_on: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
