"""A key that does not belong where it stands: misspelt, or a key of another part."""

from __future__ import annotations

from collections.abc import Sequence
from difflib import get_close_matches

from placard.findings import Finding, Place
from placard.model.facts import keys_of
from placard.model.paths import every_field, facts_at
from placard.read.found import found
from placard.read.typed import Path

_SURELY, _PERHAPS = 0.8, 0.6


def stranger(path: Path, key: str, place: Place) -> Finding:
    """Say what to write instead: the key it is a slip of, or the part it belongs to."""
    facts = facts_at(path[:-1])
    known = sorted(keys_of(facts)) if facts else []
    plain = key.strip().lower().replace(" ", "_").replace("-", "_")
    if near := _nearest(plain, known, _SURELY):
        return found("model.unknown_key_near", place, key=key, near=near)
    part = _part_of(plain)
    if part == "" and len(path) > 1:
        return found("model.key_of_the_margin", place, key=key)
    if part:
        return found("model.key_of_another_part", place, key=key, part=part)
    if near := _nearest(plain, known, _PERHAPS):
        return found("model.unknown_key_near", place, key=key, near=near)
    return found("model.unknown_key", place, key=key, known=", ".join(known))


def _nearest(key: str, known: list[str], cutoff: float) -> str:
    return next(iter(get_close_matches(key, known, n=1, cutoff=cutoff)), "")


def _part_of(key: str) -> str | None:
    """Return the part a key belongs to, the uppermost one; empty for the margin, `None` for no part."""
    parts = sorted((path[:-1] for path, _ in every_field() if path[-1] == key), key=len)
    return ".".join(parts[0]) if parts else None


def with_one_cause(findings: Sequence[Finding]) -> list[Finding]:
    """Say once that a part is not indented, instead of that it is empty and each of its keys is astray."""
    empty = {f.values["key"] for f in findings if f.code == "yaml.empty_value"}
    astray = {f.values["part"] for f in findings if f.code == "model.key_of_another_part"} & empty
    told = []
    for finding in findings:
        if finding.code == "yaml.empty_value" and finding.values["key"] in astray:
            told.append(found("model.part_not_indented", finding.place, key=str(finding.values["key"])))
        elif finding.code != "model.key_of_another_part" or finding.values["part"] not in astray:
            told.append(finding)
    return told
