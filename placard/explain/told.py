"""The values of a venue as aligned lines, and as rows for a machine."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from placard.chains.departed import row_of
from placard.check.nearest import nearest
from placard.deviating import agreed
from placard.explain.following import following, of_the_law
from placard.explain.values import Explained, values_of
from placard.findings import Finding, Said, said
from placard.outcome import Outcome
from placard.phrases.context import Context
from placard.read.found import found
from placard.read.nodes import Origin
from placard.read.venue import VenueFile

WIDEST = 44
"""Letters of a path after which a line is no longer aligned with the others."""


def every_value(file: VenueFile, context: Context) -> list[Explained]:
    """Return what stands in the file, what follows from it, and what the law adds."""
    language = file.venue.languages[0]
    return [
        *values_of(file, context),
        *following(file, context),
        *of_the_law(context.law, language),
    ]


def explained(
    findings: Sequence[Finding],
    files: Sequence[tuple[VenueFile, Sequence[Explained]]],
    key: str = "",
    as_of: date | None = None,
) -> Outcome:
    """Return every value, or those at and below `key`; an unknown key is told with the nearest one."""
    lines: list[Said] = []
    rows: list[dict[str, object]] = []
    every = list(findings)
    for file, values in files:
        chosen = [each for each in values if _is_within(each.fact, key)]
        if not chosen:
            known = {each.fact for each in values} | {each.group for each in values}
            place = file.place(())
            every.append(
                replace(
                    found("explain.no_such_fact", place, name=key, near=nearest(key, known)),
                    venue=file.venue.id,
                )
            )
        lines += [replace(line, venue=file.venue.id) for line in _lines(chosen, file, as_of)]
        rows += [_row(file, each) for each in chosen]
    languages = {file.venue.id: file.venue.languages[0] for file, _ in files}
    return Outcome(tuple(every), lines=tuple(lines), rows=tuple(rows), languages=languages)


def _is_within(fact: str, key: str) -> bool:
    return not key or fact == key or fact.startswith(f"{key}.")


def _lines(values: Sequence[Explained], file: VenueFile, as_of: date | None) -> Iterator[Said]:
    places = max((len(str(each.place)) for each in values), default=0)
    facts = min(WIDEST, max((len(each.fact) for each in values), default=0))
    for heading, members in _grouped(values).values():
        yield heading
        for each in members:
            line = said(
                "report.value",
                place=str(each.place).ljust(places),
                fact=each.fact.ljust(facts),
                value=each.value,
                origin=said(f"report.origin_{each.origin}"),
            )
            yield replace(line, indent=2)
            if each.origin not in _HEADINGS and file.chain is not None and as_of is not None:
                yield from (replace(more, indent=6) for more in _beside_the_chain(each, file, as_of))


def _beside_the_chain(each: Explained, file: VenueFile, as_of: date) -> Iterator[Said]:
    """Tell what the chain says of a value, whether it is locked, and why a branch may differ."""
    assert file.chain is not None
    if file.chain.locks_fact(each.fact):
        yield said("report.explain_locked", file=file.chain.shared_file)
    if departure := file.chain.departure(each.fact):
        row = row_of(file, departure, as_of)
        if row.in_chain:
            yield said("report.explain_in_chain", value=row.in_chain, place=row.in_chain_line)
        yield from agreed(row)


_HEADINGS = {Origin.DERIVED: "report.explain_derived", Origin.PACK: "report.explain_pack"}


def _grouped(values: Sequence[Explained]) -> dict[str, tuple[Said, list[Explained]]]:
    """Sort values under the parts of the file, then what follows from them, then what the law says."""
    groups: dict[str, tuple[Said, list[Explained]]] = {}
    for each in values:
        code = _HEADINGS.get(each.origin, "report.explain_group")
        name = each.origin if each.origin in _HEADINGS else each.group
        groups.setdefault(name, (said(code, part=each.group), []))[1].append(each)
    return groups


def _row(file: VenueFile, each: Explained) -> dict[str, object]:
    return {
        "venue": file.venue.id,
        "fact": each.fact,
        "value": each.value,
        "origin": str(each.origin),
        "file": each.place.file,
        "line": each.place.line,
    }
