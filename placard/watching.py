"""The watch list told on the terminal: what is to come, what to look at again, and whose signature is due."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from placard.check.watched import Item, in_order_of_days, items_of
from placard.check.wording import citation_told
from placard.findings import Finding, Said, said
from placard.library.law import Law, Rule
from placard.library.library import Library
from placard.outcome import Outcome
from placard.publish.journal import recover
from placard.read.law import chain
from placard.read.project import Read, read_project
from placard.read.roots import Project
from placard.watchingvenues import Dated, dated_in

Words = Mapping[str, str]


_WITHOUT_DAY = {
    "": "report.watch_no_day",
    "release": "report.watch_release",
    "print": "report.watch_print",
    "selling_online": "report.watch_selling_online",
}


@dataclass(frozen=True, slots=True)
class _Line:
    """One line of the list with what stands beneath it, and the same for a machine."""

    day: date | None
    key: tuple[str, str, str]
    first: Said
    beneath: tuple[Said, ...]
    row: Mapping[str, object]


def watch(project: Project) -> Outcome:
    """Tell what is to come in the laws of the venues at hand (all laws without any), sorted by day."""
    recover(project.out)
    read = read_project(project)
    on = project.today
    return watched(read.findings, _lines(read, on), on, read.languages)


def watched(
    findings: Sequence[Finding], lines: Iterable[_Line], on: date, languages: Mapping[str, str]
) -> Outcome:
    """Put the list together: what has a day comes first, in the order of days."""
    listed = sorted(lines, key=lambda line: (line.day or date.max, line.key))
    past = sum(1 for line in listed if line.day and line.day < on)
    told = [each for line in listed for each in (line.first, *(replace(s, indent=2) for s in line.beneath))]
    note = said("report.watch_count", n=len(listed), past=past, day=on.isoformat())
    return Outcome(
        tuple(findings),
        lines=tuple(told),
        notes=(note if listed else said("report.watch_nothing"),),
        rows=tuple(line.row for line in listed),
        languages=languages,
    )


def _lines(read: Read, on: date) -> Iterator[_Line]:
    packs = read.library.packs
    laws = dict.fromkeys(file.venue.law for file in read.venues if file.venue.law in packs) or packs
    teller = _Teller(read.library, on)
    for pack in {pack.id: pack for name in laws for pack in chain(packs, name).packs}.values():
        law = chain(packs, pack.id)
        for item in in_order_of_days(items_of(pack, law, on)):
            yield teller.of_pack(item, law)
    for file in read.venues:
        for dated in dated_in(file):
            yield teller.of_venue(dated)


@dataclass(frozen=True, slots=True)
class _Teller:
    """What every line needs: the languages there are, and the day it is told on."""

    library: Library
    on: date

    def of_pack(self, item: Item, law: Law) -> _Line:
        """Tell one thing of a pack."""
        what = self._what(item, law)
        row: dict[str, object] = {
            "law": item.pack.id,
            "kind": item.kind,
            "id": item.id,
            "day": item.day.isoformat() if item.day else "",
            "before": item.before or "",
            "past": bool(item.day and item.day < self.on),
            "what": _plain(item),
            "changes": dict(item.entry.changes) if item.entry else {},
            "seen": item.seen,
            "checked": item.checked.isoformat() if item.checked else "",
            "rules": list(item.entry.rules) if item.entry else [item.rule.id] if item.rule else [],
            "citations": [f"{each.law}, {each.at} ({each.seen})" for each in item.cited],
            "place": str(item.place),
        }
        whose = item.pack.name or {"en": item.pack.id}
        first = self._dated(item.day, item.before or "", whose, what)
        key = (item.before or "~", item.pack.id, item.id)
        return _Line(item.day, key, first, tuple(self._beneath(item, law)), row)

    def of_venue(self, dated: Dated) -> _Line:
        """Tell one thing of a venue."""
        row = {
            "venue": dated.venue,
            "kind": dated.kind,
            "day": dated.day.isoformat() if dated.day else "",
            "past": bool(dated.day and dated.day < self.on),
            "place": str(dated.place),
        }
        first = self._dated(dated.day, "", dated.venue, dated.what)
        return _Line(dated.day, ("~", dated.venue, dated.kind), first, (), row)

    def _dated(self, day: date | None, before: str, whose: str | Words, what: Said) -> Said:
        if day is None:
            return said(_WITHOUT_DAY[before], whose=whose, what=what)
        days = (day - self.on).days
        if not days:
            return said("report.watch_today", day=day.isoformat(), whose=whose, what=what)
        code = "report.watch_to_come" if days > 0 else "report.watch_past"
        return said(code, day=day.isoformat(), n=abs(days), whose=whose, what=what)

    def _what(self, item: Item, law: Law) -> Said:
        if item.rule is not None:
            begins = item.kind == "begins"
            return said("words.watch_begins" if begins else "words.watch_ends", rule=_titled(item.rule))
        if item.entry is not None:
            what = said("words.as_it_is", what=item.entry.what)
            return said("words.watch_latest", what=what) if item.entry.latest else what
        if item.kind == "sources":
            checked = item.checked.isoformat() if item.checked else ""
            return said("words.watch_sources", n=len(item.cited), seen=self._seen(item, law), checked=checked)
        signed = item.pack.signed
        if signed is None:
            return said("words.watch_unsigned", id=item.pack.id)
        day = signed.day.isoformat() if signed.day else "?"
        return said("words.watch_signed", name=signed.by, day=day)

    def _beneath(self, item: Item, law: Law) -> Iterator[Said]:
        if item.kind == "sources" and item.seen == "text" and item.day and item.day > self.on:
            return  # a long list nobody needs before it is due; `--format json` has it
        if item.kind == "sources":
            by_law: dict[str, list[str]] = {}
            for each in item.cited:
                by_law.setdefault(each.law, []).append(each.at)
            for name, places in by_law.items():
                yield said("words.as_it_is", what=f"{name}: {'; '.join(places)}")
            return
        if item.entry is not None:
            yield said("report.watch_changes", changes=item.entry.changes)
            yield said("report.watch_told", seen=self._seen(item, law))
            if item.entry.rules:
                yield said("report.watch_rules", rules=", ".join(item.entry.rules))
        if item.cited:
            cited = [each.id for each in item.cited]
            told = {
                language: "; ".join(citation_told(name, law, language) for name in cited)
                for language in self.library.languages
            }
            yield said("report.watch_rests", source=told)

    def _seen(self, item: Item, law: Law) -> str | Words:
        return law.wording.seen[item.seen] if law.wording else item.seen


def _titled(rule: Rule) -> Said:
    if rule.replaces and rule.replaces != rule.id:
        return said("words.rule_in_place_of", rule=rule.id, other=rule.replaces, title=rule.title)
    return said("words.rule_titled", rule=rule.id, title=rule.title)


def _plain(item: Item) -> Words:
    return dict(item.entry.what if item.entry else item.rule.title if item.rule else {})
