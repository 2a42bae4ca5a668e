"""Whether each home of a line of law is there and holds it; `python -m placard.check.homes` counts them."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path

from placard.check.filled import parts_called, surely_filled
from placard.findings import Finding
from placard.library.homes import HOME_KINDS, Home, Homes
from placard.library.law import Law, Pack
from placard.library.library import Library
from placard.read.found import found
from placard.read.homes import HOMES, read_homes
from placard.read.law import FOLDER, chain
from placard.read.layers import Layers
from placard.read.library import read_library


def home_findings(homes: Homes, law: Law, library: Library) -> Iterator[Finding]:
    """Tell which homes are not there, are of another kind than said, or may stay empty under this law."""
    suits: Mapping[str, Callable[[Home, Law, Library], Iterator[Finding]]] = {
        "rule": _rule,
        "ask": _rule,
        "wording": _wording,
        "section": _section,
    }
    for home in homes.kept.values():
        if home.kind in suits:
            yield from suits[home.kind](home, law, library)


def required_findings(pack: Pack, law: Law, library: Library) -> Iterator[Finding]:
    """Tell which words a pack requires are not there, or may stay empty under its law."""
    for kind, targets in pack.required.items():
        for target in targets:
            yield from _section(Home(f"required.{kind}", "section", target, (), pack.place), law, library)


def _rule(home: Home, law: Law, _: Library) -> Iterator[Finding]:
    rule = next((rule for rule in law.rules if rule.id == home.target), None)
    if rule is None or not (rule.must if home.kind == "rule" else rule.ask):
        yield _no_such(home)


def _wording(home: Home, law: Law, _: Library) -> Iterator[Finding]:
    lists = {"never_printed", "never_to_guests", "never_said"}
    if home.target not in lists:
        yield _no_such(home)
        return
    refused: set[str] = set()
    for pack in law.packs:
        words: Mapping[str, Iterable[str]] = getattr(pack.wording, home.target) if pack.wording else {}
        refused |= {word for several in words.values() for word in several}
    for word in home.words:
        if word not in refused:
            yield found("content.word_not_refused", home.place, line=home.line, word=word, list=home.target)


def _section(home: Home, law: Law, library: Library) -> Iterator[Finding]:
    parts = parts_called(home.target, library)
    if not parts:
        yield _no_such(home)
    elif not any(surely_filled(part, law) for part in parts):
        yield found("content.home_may_be_empty", home.place, line=home.line, target=home.target, pack=law.id)


def _no_such(home: Home) -> Finding:
    return found(
        "content.no_such_home", home.place, line=home.line, kind=home.kind, target=home.target or "–"
    )


def counted(content: list[Path]) -> Iterator[str]:
    """Yield the table of the homes of every pack that has any, a line each."""
    layers = Layers(content, [])
    library, _ = read_library(content)
    kinds = (*HOME_KINDS, "omitted")
    yield "pack    " + "".join(f"{kind:>11}" for kind in (*kinds, "all"))
    for folder in layers.below(FOLDER, HOMES):
        homes = read_homes(layers, Path(folder).name)
        counts = homes.counts()
        numbers = [*(counts[kind] for kind in kinds), sum(counts.values())]
        yield f"{homes.pack:<8}" + "".join(f"{number:>11}" for number in numbers)
        layers.findings += home_findings(homes, chain(library.packs, homes.pack), library)
    yield from (f"{finding.place}: {finding.code} {dict(finding.values)}" for finding in layers.findings)


if __name__ == "__main__":
    for line in counted([Path(folder) for folder in sys.argv[1:]] or [Path("content")]):
        print(line)
