"""What a notice must contain by law, item by item: the fact behind it, and the place where it stands.

The tables beside this file list the items. An item counts as there if the words of its place name the
fact, its value stands in what is composed for a sample, and another value makes another text.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from copy import deepcopy
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import pytest
import yaml

from placard.compose.documents import Composer
from placard.compose.signs import sheet_words
from placard.compose.tokenised import Composed
from placard.library.conditions import Conditions
from placard.library.library import Library
from placard.library.texts import Slot, Table
from placard.model.values import Duration
from placard.phrases.facts import Context, spec, value_of
from placard.phrases.placeholders import placeholders
from placard.plan.documents import plan
from placard.read.venue import VenueFile, read_venue

HERE = Path(__file__).parent
VENUES = HERE.parents[1] / "venues"
SEEN = {"text", "excerpt", "secondary", "recalled"}
LANGUAGE = "en"


@dataclass(frozen=True)
class Item:
    """A row of a table: what is asked, the facts behind it, where they stand, and what changes with them."""

    table: str
    venue: str
    having: Mapping[str, Any]
    item: str
    seen: str
    facts: tuple[str, ...]
    shown: tuple[str, ...]
    says: str
    then: str
    set: Mapping[str, Any]
    pack: Mapping[str, str]

    def __str__(self) -> str:
        return f"{self.table}, {self.item}"


def rows() -> Iterator[Item]:
    for path in sorted(HERE.glob("*.yml")):
        table = yaml.load(path.read_text("utf-8"), yaml.BaseLoader)
        for row in table["items"]:
            yield Item(
                table=path.stem,
                venue=row.get("venue", table["venue"]),
                having={**table.get("having", {}), **row.get("having", {})},
                item=row["item"],
                seen=row["seen"],
                facts=tuple(row["facts"]),
                shown=tuple(row["shown"]),
                says=row["says"],
                then=row["then"],
                set=row.get("set", {}),
                pack=row.get("pack", {}),
            )


ITEMS = list(rows())


def put(facts: Any, path: str, value: Any) -> None:
    """Type a value at a dotted path; entries of lists are found by id or code, and added where missing."""
    *above, last = path.split(".")
    for key in above:
        facts = below(facts, key)
    if isinstance(facts, list):
        facts.append(value)
    else:
        facts[last] = value


def below(facts: Any, key: str) -> Any:
    if isinstance(facts, dict):
        return facts.setdefault(key, {})
    for entry in facts:
        if isinstance(entry, dict) and key in entry and len(entry) == 1:
            return entry[key]
        if isinstance(entry, dict) and entry.get("id") == key:
            return entry
    raise AssertionError(f"the sample has no {key}")


@pytest.fixture
def having(tmp_path: Path) -> Callable[[Item, Mapping[str, Any]], VenueFile]:
    """Read the sample of an item with some facts typed differently."""

    def read(item: Item, changes: Mapping[str, Any]) -> VenueFile:
        typed = yaml.load((VENUES / f"{item.venue}.yml").read_text("utf-8"), yaml.BaseLoader)
        for path, value in {**item.having, **changes}.items():
            put(typed, path, deepcopy(value))
        path = tmp_path / f"{item.venue}.yml"
        path.write_text(yaml.safe_dump(typed, allow_unicode=True, sort_keys=False, width=400), "utf-8")
        file, findings = read_venue(path, path.name)
        assert file is not None
        assert findings == []
        return file

    return read


def repacked(context: Context, changes: Mapping[str, str]) -> Context:
    """Change a law pack: `authority supervisory`, `clock breach`, `name law`."""
    *before, last = context.law.packs
    for name, value in changes.items():
        kind, which = name.split()
        if kind == "authority":
            found = context.law.authority(which)
            assert found is not None
            new = replace(found, name=dict.fromkeys(found.name, value))
            last = replace(last, authorities={**last.authorities, which: new})
        elif kind == "name":
            last = replace(last, short_name=dict.fromkeys(last.short_name, value))
        else:
            clock = context.law.clock(which)
            assert clock is not None
            last = replace(last, clocks={**last.clocks, which: replace(clock, within=Duration.read(value))})
    return replace(context, law=replace(context.law, packs=(*before, last)))


def named_in(library: Library, place: str) -> set[str]:
    """Every fact the words of a page's section or a sign's line name or depend on."""
    page, _, section_id = place.partition("#")
    if not section_id:
        sign_id, _, line_id = place.partition(":")
        line = next(line for line in library.signs[sign_id].lines if line.id == line_id)
        found = conditioned(*(conditions for conditions, _ in line.variants))
        return found | {f for _, words in line.variants for f in asked(words[LANGUAGE])}
    section = next(s for s in library.documents[page].sections if s.id == section_id)
    found = conditioned(section.applies)
    for part in section.parts:
        if isinstance(part, Slot):
            clauses = [library.clauses[name] for name in part.clauses]
            found |= conditioned(*(clause.applies for clause in clauses))
            found |= {f for clause in clauses for f in asked(clause.texts[LANGUAGE].markdown)}
        elif isinstance(part, Table):
            found |= {f for column in part.columns for f in asked(column.cell)}
    return found


def conditioned(*conditions: Conditions) -> set[str]:
    return {test.fact for blocks in conditions for block in blocks for test in block}


def asked(words: str) -> set[str]:
    return {placeholder.fact for placeholder in placeholders(words)[0]}


def text_at(library: Library, context: Context, place: str) -> str:
    """What a page's section or a sign's sheet says, as plain text."""
    composer = Composer(library, context)
    page, _, section_id = place.partition("#")
    if section_id:
        made = composer.document(library.documents[page], LANGUAGE)
        assert isinstance(made, Composed), made
        section = next((s for s in made.sections if s.id == section_id), None)
        passages = section.passages if section else ()
        return " ".join(made.saying.tokens.markup(p.html).striptags() for p in passages)
    sign_id = place.partition(":")[0]
    sheet = next(s for s in plan(library, context).sheets if s.sign.id == sign_id)
    words = sheet_words(composer, sheet)
    blocks = [block for block in words.blocks if block.language == LANGUAGE]  # type: ignore[union-attr]
    assert len(blocks) == 1
    lines = [f"{fact.label.striptags()}: {fact.value.striptags()}" for fact in blocks[0].facts]
    return " | ".join([str(blocks[0].key), *lines, *(line.striptags() for line in blocks[0].body)])


def plainly(text: str) -> str:
    return " ".join(text.replace("\u00a0", " ").replace("\u2009", " ").split())


def test_every_law_has_its_tables() -> None:
    venues = {item.venue for item in ITEMS}
    assert {read_venue(VENUES / f"{v}.yml", v)[0].venue.law for v in venues} == {"pl", "gb", "cn"}  # type: ignore[union-attr]
    assert {"gdpr-13", "gdpr-14", "edpb-first-layer", "edpb-second-layer", "pipl-17", "uk", "guests"} == {
        item.table for item in ITEMS
    }
    assert len({str(item) for item in ITEMS}) == len(ITEMS)


@pytest.mark.slow
@pytest.mark.parametrize("item", ITEMS, ids=str)
def test_the_facts_behind_an_item_exist_and_are_for_guests(
    library: Library, item: Item, having: Callable[..., VenueFile], context_of: Callable[[VenueFile], Context]
) -> None:
    assert item.facts
    assert item.shown
    assert item.seen in SEEN
    context = context_of(having(item, {}))
    for fact in item.facts:
        known = spec(fact)
        assert known, fact
        assert known.public, fact
        if fact.startswith("law."):
            assert value_of(fact, context), f"no pack has {fact}"
    for place in item.shown:
        assert named_in(library, place) & set(item.facts), f"{place} names none of {item.facts}"


@pytest.mark.slow
@pytest.mark.parametrize("item", ITEMS, ids=str)
def test_an_item_stands_where_it_is_said_to_and_changes_with_its_fact(
    library: Library, item: Item, having: Callable[..., VenueFile], context_of: Callable[[VenueFile], Context]
) -> None:
    assert item.set or item.pack, "an item that nothing changes is prose"
    usual = context_of(having(item, {}))
    changed = repacked(context_of(having(item, item.set)), item.pack)
    for place in item.shown:
        before, after = (plainly(text_at(library, context, place)) for context in (usual, changed))
        assert item.says in before, place
        assert item.then in after, place
        assert item.then not in before, f"{place}: the new value stood there before"
