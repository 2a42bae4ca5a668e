"""The rows of `tests/requirements.yml`, and how each of them stands."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from pathlib import Path

import yaml

from placard.check.run import check
from placard.findings import stops
from placard.library.library import Library
from placard.read.venue import read_venue
from placard.wholes import lacking
from tests.requirements.printed import ROOT, VENUES, Words, composed, composed_sample, normal, printed

FILE = ROOT / "tests" / "requirements.yml"
TEXTS = {
    "B": "bathhouse and cameras",
    "S": "salon, six chapters",
    "P": "photo studio",
    "C": "customers who violate privacy",
    "N": "what none of them says",
}
DEMANDED = {"B": 22, "S": 69, "P": 36, "C": 20, "N": 20}
WORDS = (8, 60)
HAN = (15, 120)
AS_OF = date(2026, 12, 1)
_HAN = re.compile("[\u4e00-\u9fff]")
_WORD = re.compile(r"\w[\w’'@.-]*")


class Standing(StrEnum):
    """How a row stands: the worst of what is said of it counts."""

    MET = "met"
    FIXTURE = "fixture"
    JUDGED = "judged"
    NOT_BUILT = "not built"
    GAP = "gap"


@dataclass(frozen=True)
class Passage:
    """A whole passage in one place, in each language in which that paper of a venue is printed."""

    venue: str
    at: str
    says: Mapping[str, str]


@dataclass(frozen=True)
class Fixture:
    """A line of a sample typed wrongly, and the code of what has to be found."""

    venue: str
    typed: str
    wrongly: str
    finds: str


@dataclass(frozen=True)
class Row:
    """A demand of a source text, by its id."""

    id: str
    title: str
    venue: str
    met: tuple[Passage, ...]
    fixtures: tuple[Fixture, ...]
    held_by: tuple[str, ...]
    judged: str
    not_built: str
    gap: str

    @property
    def standing(self) -> Standing:
        """A gap or a form that is not built outweighs whatever else the row has."""
        if self.gap:
            return Standing.GAP
        if self.not_built:
            return Standing.NOT_BUILT
        if self.met:
            return Standing.MET
        return Standing.FIXTURE if self.fixtures else Standing.JUDGED


def rows() -> list[Row]:
    typed = yaml.load(FILE.read_text("utf-8"), yaml.BaseLoader)["rows"]
    return [
        Row(
            id=name,
            title=row["title"],
            venue=row.get("venue", ""),
            met=tuple(
                Passage(each.pop("venue", row.get("venue", "")), each.pop("at"), each)
                for each in row.get("met", ())
            ),
            fixtures=tuple(Fixture(**each) for each in row.get("fixtures", ())),
            held_by=tuple(row.get("held_by", ())),
            judged=row.get("judged", ""),
            not_built=row.get("not_built", ""),
            gap=row.get("gap", ""),
        )
        for name, row in typed.items()
    ]


class Printed:
    """What stands where, for every sample; each is composed once."""

    def __init__(self, library: Library) -> None:
        self.library = library
        self._words: dict[str, list[Words]] = {}

    def places(self, venue: str, at: str) -> dict[str, list[str]]:
        """Return by language what stands in a place; a sign may hang there more than once."""
        if venue not in self._words:
            self._words[venue] = printed(composed_sample(self.library, venue))
        found: dict[str, list[str]] = {}
        for each in self._words[venue]:
            if each.at == at:
                found.setdefault(each.language, []).append(each.text)
        return {language: [" ".join(texts), *texts] for language, texts in found.items()}


def faults(row: Row, printed: Printed) -> Iterator[str]:
    """Say of every passage of a row that does not stand where it should, or is no passage."""
    for passage in row.met:
        places = printed.places(passage.venue, passage.at)
        if set(places) != set(passage.says):
            yield f"{passage.at} is printed in {sorted(places)}, the row has {sorted(passage.says)}"
        for language, says in passage.says.items():
            if not any(normal(says) in text for text in places.get(language, ())):
                yield f"{passage.at} no longer says in {language}: {says}"
            if not whole(says):
                yield f"{passage.at}, {language}: a passage has 8 to 60 words or 15 to 120 Han: {says}"


def whole(says: str) -> bool:
    """Is this a passage, and neither a keyword nor a page?"""
    if han := len(_HAN.findall(says)) if not _latin(says) else 0:
        return HAN[0] <= han <= HAN[1]
    return WORDS[0] <= len(_WORD.findall(says)) <= WORDS[1]


def _latin(says: str) -> bool:
    return len(_WORD.findall(_HAN.sub(" ", says))) > len(_HAN.findall(says))


def overused(every: list[Row]) -> dict[str, list[str]]:
    """Return the passages that serve more than three rows; one within another is the same."""
    served: dict[str, list[str]] = {}
    for row in every:
        for says in {normal(words) for passage in row.met for words in passage.says.values()}:
            served.setdefault(says, []).append(row.id)
    together = {
        says: sorted({name for other, names in served.items() if says in other for name in names})
        for says in served
    }
    return {says: names for says, names in together.items() if len(names) > 3}


def codes(library: Library, folder: Path, venue: str, fixture: Fixture | None = None) -> set[str]:
    """Return the codes of what is found in a sample as it is, or with the line of a fixture typed wrongly."""
    name = VENUES[venue]
    text = (ROOT / "venues" / f"{name}.yml").read_text("utf-8")
    if fixture:
        assert fixture.typed in text, f"the sample no longer says {fixture.typed!r}"
        text = text.replace(fixture.typed, fixture.wrongly, 1)
    path = folder / f"{name}.yml"
    path.write_text(re.sub(r"(?m)^brand: .*\n?", "", text), "utf-8")
    file, findings = read_venue(path, path.name)
    found = [*findings, *(check(file, library, AS_OF) if file else ())]
    if file and not stops(found):
        found += lacking(file, library, composed(library, file).withheld)
    return {each.code for each in found}
