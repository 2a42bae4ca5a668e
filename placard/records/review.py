"""What a lawyer reads of a pack: each rule as a sentence, and what else the pack says, with its sources."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from placard.check.sentences import demand
from placard.codes import code_of
from placard.library.figures import Age, Clock, Presumption
from placard.library.law import HOUSE, Law, Pack, Rule
from placard.library.library import Library
from placard.library.texts import Local
from placard.read.messages import in_language

_SLOT = re.compile(r"\{\{|\}\}|\{[a-z_]+\}")
_STANDS_FOR = {"{{": "{", "}}": "}"}
"""What a message has in braces: a value of the venue, told as dots in brackets, or braces it means."""


@dataclass(frozen=True, slots=True)
class Point:
    """One point to agree to: its title, how grave, the sentence in English, more of it, and its sources."""

    id: str
    title: str
    sentence: str
    more: tuple[tuple[str, str], ...]
    rests: str
    sources: tuple[str, ...]
    grave: str = ""


@dataclass(frozen=True, slots=True)
class Part:
    """The points of one kind under their heading."""

    id: str
    heading: str
    points: tuple[Point, ...]


class Reader:
    """Reads one pack in its own language, or in the first one there are words in."""

    def __init__(self, pack: Pack, law: Law, library: Library) -> None:
        self.pack, self.law, self.library = pack, law, library
        own = (language for language in pack.languages if language in library.labels)
        self.language = next(own, next(iter(library.labels)))
        words = library.records["review"]
        self.words: Mapping[str, str] = {name: self.told(local) for name, local in words.words.items()}
        self.title = self.told(words.title).replace("{pack}", self.told(pack.name) or pack.id)
        self.note, self.empty = self.told(words.note), self.told(words.empty)

    def told(self, words: Local) -> str:
        """Return words in the language of the pack, else in the first they have."""
        return words.get(self.language) or next(iter(words.values()), "")

    def parts(self) -> tuple[Part, ...]:
        """Return the parts that hold anything, rules first."""
        grounds = self.pack.grounds
        every = {
            "rules": tuple(map(self._rule, self.pack.rules)),
            "clocks": tuple(map(self._clock, self.pack.clocks.values())),
            "figures": tuple(self._figures()),
            "authorities": tuple(self._authorities()),
            "emergency": tuple(self._emergency()),
            "grounds": (
                *(self._code("bases", each.id, each.cite) for each in grounds.bases.values()),
                *(self._code("special_grounds", each.id, each.cite) for each in grounds.special.values()),
            ),
            "rights": tuple(
                self._code("rights", each.id, each.cite, each.ends) for each in grounds.rights.values()
            ),
        }
        return tuple(Part(name, self.words[name], points) for name, points in every.items() if points)

    @property
    def code(self) -> str:
        """A code of all there is to agree to: a signature holds for these words alone."""
        points = [point for part in self.parts() for point in part.points]
        told = (
            word
            for each in points
            for word in (each.id, each.title, each.sentence, *(w for _, w in each.more), *each.sources)
        )
        return code_of([self.title, *told], "", "")

    def _rule(self, rule: Rule) -> Point:
        more = [(self.words[how], _open(self.told(words))) for how, words in _addressed(rule)]
        sources = self._sources(rule.cite)
        own = self.words["leans_on" if sources else "ours"]
        return Point(
            id=rule.id,
            title=self.told(rule.title),
            sentence=demand(rule),
            more=tuple((label, words) for label, words in more if words),
            rests=own if rule.basis == HOUSE else self.words["source"],
            sources=sources,
            grave=" · ".join(self.words[each] for each in (rule.basis, rule.severity)),
        )

    def _clock(self, clock: Clock) -> Point:
        name = clock.id.replace("_", " ")
        said = f"{clock.within}, counted from {clock.starts}"
        more = tuple(("", self.told(words)) for words in (clock.when, clock.not_for) if words)
        return Point(f"clock-{clock.id}", name, said, more, self.words["source"], self._sources(clock.cite))

    def _figures(self) -> Iterator[Point]:
        """Yield ages and lengths one thinks from."""
        figures: list[tuple[Age | Presumption, str]] = [
            *((each, f"{each.years} years") for each in self.pack.ages.values()),
            *((each, str(each.length)) for each in self.pack.presumed.values()),
            *((each, str(each.length)) for each in self.pack.penalties.values()),
        ]
        for each, said in figures:
            name = each.id.replace("_", " ")
            more, sources = (("", self.told(each.about)),), self._sources(each.cite)
            yield Point(f"figure-{each.id}", name, said, more, self.words["source"], sources)

    def _authorities(self) -> Iterator[Point]:
        for each in self.pack.authorities.values():
            told = " · ".join(filter(None, (each.url, each.phone, each.address)))
            sources, rests = self._sources(each.cite), self.words["source"]
            yield Point(f"authority-{each.id}", self.told(each.name), told, (), rests, sources)

    def _emergency(self) -> Iterator[Point]:
        for each in self.pack.emergency.values():
            title = self.library.labels[self.language].codes["calls"].get(each.id, {}).get("for", each.id)
            sources, numbers = self._sources(each.cite), " · ".join(each.phones)
            yield Point(f"emergency-{each.id}", title, numbers, (), self.words["source"], sources)

    def _code(self, vocabulary: str, code: str, cite: tuple[str, ...], ends: Local | None = None) -> Point:
        phrases = self.library.labels[self.language].codes.get(vocabulary, {}).get(code, {})
        title = phrases.get("name", code.replace("_", " "))
        sources = self._sources(cite)
        more = ((self.words["ends"], self.told(ends)),) if ends else ()
        return Point(f"{vocabulary}-{code}", title, "", more, self.words["source"], sources)

    def _sources(self, cite: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(told for name in cite if (told := self._source(name)))

    def _source(self, name: str) -> str:
        citation = self.law.citation(name)
        if citation is None:
            return ""
        wording = self.law.wording
        seen = in_language(wording.seen[citation.seen], self.language) if wording else citation.seen
        law, at = (self.law.called(each).get(self.language, each) for each in (citation.law, citation.at))
        return f"{law}, {at} ({seen})"


def _addressed(rule: Rule) -> Iterator[tuple[str, Local]]:
    """Yield what is asked of an owner, and what an owner is told."""
    yield from ((how, words) for how, words in (("asked", rule.ask), ("told", rule.say)) if words)


def _open(message: str) -> str:
    """Return a message as it reads before a venue fills it."""
    return _SLOT.sub(lambda slot: _STANDS_FOR.get(slot[0], "[…]"), message)
