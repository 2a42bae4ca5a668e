"""What is to come in a law and what is to be looked at again, each with its day: the watch list of packs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Literal

from placard.derive.dates import due
from placard.findings import Finding, Place, Severity
from placard.library.law import Citation, Law, Pack, Rule
from placard.library.watch import Before, Entry
from placard.model.values import Duration, Unit
from placard.read.found import found
from placard.read.law import chain

Kind = Literal["begins", "ends", "entry", "sources", "signature", "unsigned"]
AHEAD = AFTER = Duration(30, Unit.DAY)
"""How far a check looks where no pack says it."""

_SURE = ("recalled", "secondary", "excerpt", "text")


@dataclass(frozen=True, slots=True)
class Item:
    """One line of the list; where no `day` is known, it may have something it is done `before`."""

    kind: Kind
    pack: Pack
    id: str
    day: date | None
    place: Place
    cited: tuple[Citation, ...] = ()
    rule: Rule | None = None
    entry: Entry | None = None
    seen: str = ""
    checked: date | None = None

    @property
    def before(self) -> Before | None:
        """What it is done before, where no day is known."""
        return self.entry.before if self.entry else None


def items_of(pack: Pack, law: Law, on: date) -> list[Item]:
    """Return what a pack has to tell on a day, what comes first at the head; `law` is its chain."""
    every = [
        *_turns(pack, law, on),
        *_entries(pack, law),
        *_sources(pack, law),
        *_signature(pack),
    ]
    return in_order_of_days(every)


def in_order_of_days(items: Iterable[Item]) -> list[Item]:
    """Sort by day; what has none comes last."""
    return sorted(items, key=lambda item: (item.day or date.max, item.before or "", item.pack.id, item.id))


def window(law: Law) -> tuple[Duration, Duration]:
    """Return how far a check looks ahead, and how long it tells what has come; the last pack that says so."""
    watches = [pack.watch for pack in law.packs]
    ahead = next((watch.ahead for watch in reversed(watches) if watch.ahead), AHEAD)
    after = next((watch.after for watch in reversed(watches) if watch.after), AFTER)
    return ahead, after


def due_findings(packs: Mapping[str, Pack], laws: Iterable[str], on: date) -> Iterator[Finding]:
    """Tell once of each pack these laws rest on what is due; which rules turn is told to each venue.

    That nobody has signed a pack is told to its venues too, and what has no day is in the full list alone.
    """
    for pack in {pack.id: pack for name in laws for pack in chain(packs, name).packs}.values():
        law = chain(packs, pack.id)
        until = due(on, window(law)[0])
        items = [item for item in (*_entries(pack, law), *_sources(pack, law), *_signature(pack)) if item.day]
        if soon := [item for item in in_order_of_days(items) if item.day and item.day <= until]:
            day = str(soon[0].day)
            place = soon[0].place
            yield found("check.watch_due", place, Severity.INFO, pack=pack.id, count=len(soon), day=day)


def _turns(pack: Pack, law: Law, on: date) -> Iterator[Item]:
    """Rules that begin or end, and those that did so a short while ago."""
    after = window(law)[1]
    for rule in pack.rules:
        cited = tuple(citation for name in rule.cite if (citation := law.citation(name)))
        if rule.begins and due(rule.begins, after) >= on:
            yield Item("begins", pack, rule.id, rule.begins, rule.place, cited, rule=rule)
        if rule.ends and due(rule.ends, after) >= on:
            yield Item("ends", pack, rule.id, rule.ends, rule.place, cited, rule=rule)


def _entries(pack: Pack, law: Law) -> Iterator[Item]:
    for entry in pack.watch.entries.values():
        cited = tuple(citation for name in entry.cite if (citation := law.citation(name)))
        yield Item("entry", pack, entry.id, day_of(entry), entry.place, cited, entry=entry, seen=entry.seen)


def day_of(entry: Entry) -> date | None:
    """Return the day an entry falls due, if it has one."""
    return due(entry.checked, entry.every) if entry.checked and entry.every else entry.day


def _sources(pack: Pack, law: Law) -> Iterator[Item]:
    """The sources of a pack that fall due on one day and were seen in one way are one item."""
    periods = {seen: length for each in law.packs for seen, length in each.watch.recheck.items()}
    together: dict[tuple[str, date], list[Citation]] = {}
    for citation in pack.citations.values():
        if citation.checked and citation.seen in periods:
            together.setdefault((citation.seen, citation.checked), []).append(citation)
    for (seen, checked), cited in together.items():
        day = due(checked, periods[seen])
        name = f"sources-{seen}"
        yield Item("sources", pack, name, day, pack.place, tuple(cited), seen=seen, checked=checked)


def _signature(pack: Pack) -> Iterator[Item]:
    signed = pack.signed
    if signed is None and pack.status != "withdrawn":
        yield Item("unsigned", pack, "signature", None, pack.place)
    elif signed is not None and signed.until is not None:
        yield Item("signature", pack, "signature", signed.until, signed.place, checked=signed.day)


def entry_findings(packs: Mapping[str, Pack]) -> Iterator[Finding]:
    """Check the entries of every pack: what they cite and may change is there, and none is too sure."""
    for pack in packs.values():
        law = chain(packs, pack.id)
        rules = {rule.id for each in law.packs for rule in each.rules}
        for entry in pack.watch.entries.values():
            yield from _entry_findings(entry, law, rules)
        if pack.signed is not None and pack.status == "draft":
            yield found("content.signed_draft", pack.signed.place, pack=pack.id)


def _entry_findings(entry: Entry, law: Law, rules: set[str]) -> Iterator[Finding]:
    cited = [law.citation(name) for name in entry.cite]
    for name, citation in zip(entry.cite, cited, strict=True):
        if citation is None:
            yield found("content.no_such_citation", entry.place, what=entry.id, citation=name)
    if not entry.cite:
        yield found("content.rule_without_citation", entry.place, rule=entry.id)
    for rule in entry.rules:
        if rule not in rules:
            yield found("content.no_such_rule", entry.place, rule=entry.id, named=rule)
    known = [_SURE.index(citation.seen) for citation in cited if citation]
    if known and _SURE.index(entry.seen) > max(known):
        yield found("content.watch_too_sure", entry.place, entry=entry.id, seen=entry.seen)
