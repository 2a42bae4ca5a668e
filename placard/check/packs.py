"""What is wrong with law packs before any venue is looked at."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from placard.check.packrules import rule_findings
from placard.check.watched import entry_findings
from placard.findings import Finding, Place, Severity, in_order
from placard.library.law import HOUSE, Citation, Law, Pack, Rule
from placard.read.found import found
from placard.read.law import FOLDER, chain


def pack_findings(packs: Mapping[str, Pack]) -> list[Finding]:
    """Check every pack, and what only shows once it stands in a row with those it rests on."""
    wording = packs[HOUSE].wording if HOUSE in packs else None
    findings: list[Finding] = []
    if HOUSE not in packs:
        findings.append(found("content.no_such_pack", Place(f"content/{FOLDER}"), pack=HOUSE))
    for pack in packs.values():
        law = chain(packs, pack.id)
        citations = {name: c for each in law.packs for name, c in each.citations.items()}
        findings += _pack(pack, packs, citations)
        findings += _row(law)
        for rule in pack.rules:
            findings += rule_findings(rule, citations, wording)
    findings += entry_findings(packs)
    return in_order(findings)


def _pack(pack: Pack, packs: Mapping[str, Pack], citations: Mapping[str, Citation]) -> Iterator[Finding]:
    yield from _doubles(pack.rules, across=False)
    for other in pack.extends:
        if other not in packs:
            yield found("content.no_such_pack", pack.place, pack=other)
        elif pack.id in (each.id for each in _reach(packs[other], packs)):
            yield found("content.pack_circle", pack.place, pack=other)
    for what, cite in _cited(pack):
        for name in cite:
            if name not in citations:
                yield found("content.no_such_citation", pack.place, what=what, citation=name)
    if pack.status == "reviewed" and any(c.seen == "recalled" for c in pack.citations.values()):
        yield found("content.reviewed_but_recalled", pack.place)


def _row(law: Law) -> Iterator[Finding]:
    rules = [rule for pack in law.packs for rule in pack.rules]
    yield from _doubles(rules, across=True)
    known = {rule.id for rule in rules}
    for rule in rules:
        for named in filter(None, (rule.same_as, rule.replaces)):
            if named not in known:
                yield found("content.no_such_rule", rule.place, rule=rule.id, named=named)
    first: dict[str, Citation] = {}
    for citation in (each for pack in law.packs for each in pack.citations.values()):
        if first.setdefault(citation.id, citation) is not citation:
            yield found("content.citation_twice", citation.place, citation=citation.id)


def unused_citations(packs: Mapping[str, Pack], sources: Iterable[str] = ()) -> list[Finding]:
    """Find citations nothing rests on; `sources` are those of clauses, written `gb:dpa-164a-2`."""
    named = [(name, citation) for name, _, citation in (source.partition(":") for source in sources)]
    used = {(each.id, what) for name, what in named if name in packs for each in _reach(packs[name], packs)}
    for pack in packs.values():
        cited = {citation for _, cite in _cited(pack) for citation in cite}
        cited |= {citation for rule in pack.rules for citation in rule.cite}
        cited |= {citation for entry in pack.watch.entries.values() for citation in entry.cite}
        used |= {(each.id, citation) for each in _reach(pack, packs) for citation in cited}
    return [
        found("content.unused_citation", citation.place, Severity.WARNING, citation=citation.id)
        for pack in packs.values()
        for citation in pack.citations.values()
        if (pack.id, citation.id) not in used
    ]


def _cited(pack: Pack) -> list[tuple[str, tuple[str, ...]]]:
    """What else than a rule rests on citations, by its id."""
    authorities = [(each.id, each.cite) for each in pack.authorities.values()]
    clocks = [(each.id, each.cite) for each in pack.clocks.values()]
    rights = [(each.id, each.cite) for each in pack.grounds.rights.values()]
    ages = [(each.id, each.cite) for each in pack.ages.values()]
    lengths = (*pack.presumed.values(), *pack.penalties.values())
    hotlines = [(each.id, each.cite) for each in pack.emergency.values()]
    presumed = [(each.id, each.cite) for each in lengths]
    bases = (*pack.grounds.bases.values(), *pack.grounds.special.values())
    return (
        authorities + clocks + rights + ages + presumed + hotlines + [(each.id, each.cite) for each in bases]
    )


def _reach(pack: Pack, packs: Mapping[str, Pack]) -> list[Pack]:
    """The pack, and all it rests on."""
    reached: dict[str, Pack] = {}
    waiting = [pack.id, HOUSE]
    while waiting:
        name = waiting.pop()
        if name in packs and name not in reached:
            reached[name] = packs[name]
            waiting.extend(packs[name].extends)
    return list(reached.values())


def _doubles(rules: Iterable[Rule], across: bool) -> Iterator[Finding]:
    """Rules that take another's place, within one pack or across several."""
    earlier: dict[str, Rule] = {}
    for rule in rules:
        same, target = earlier.get(rule.id), earlier.get(rule.replaces)
        if same and rule.replaces != rule.id and (same.pack != rule.pack) is across:
            yield found("content.rule_twice", rule.place, rule=rule.id, other=str(same.place))
        if target and (target.pack != rule.pack) is across:
            if not rule.because:
                yield found("content.replaced_without_reason", rule.place, rule=target.id)
            if not target.waivable or (target.pack == HOUSE and across):
                yield found("content.house_replaced", rule.place, rule=target.id)
        earlier[rule.id] = rule
