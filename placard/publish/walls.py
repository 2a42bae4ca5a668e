"""Which sheets on the walls no longer hold after a build: the codes made now beside those of `out/`."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import PurePosixPath

from placard.made import ALL_HOLDS, Made, Wall
from placard.publish.manifest import Entry, Manifest


def walls(before: Manifest, made: Iterable[Made], venues: Iterable[str]) -> Mapping[str, Wall]:
    """Compare codes, which change with words and facts and never with the look; tell only of changes.

    A venue that had no sheet before hangs all of them, which needs no list.
    """
    old, now = _codes(before.entries), _codes(made)
    told = {}
    for venue in venues:
        was, is_now = old.get(venue, {}), now.get(venue, {})
        both = sorted(was.keys() & is_now.keys())
        wall = Wall(
            tuple((sheet, was[sheet], is_now[sheet]) for sheet in both if was[sheet] != is_now[sheet]),
            tuple(sorted(is_now.keys() - was.keys())),
            tuple(sorted(was.keys() - is_now.keys())),
        )
        if was and wall != ALL_HOLDS:
            told[venue] = wall
    return told


def _codes(every: Iterable[Entry | Made]) -> dict[str, dict[str, str]]:
    """The code of each sheet by its venue and its name without paper and ending."""
    codes: dict[str, dict[str, str]] = {}
    for each in every:
        if each.kind == "sheet":
            name = PurePosixPath(each.path).name.removesuffix(".pdf").removesuffix(f".{each.sheet}")
            codes.setdefault(each.venue, {})[name] = each.code
    return codes
