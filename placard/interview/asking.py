"""What an interview is made of: questions, suggestions, and the words around them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Literal, get_args

from placard.findings import Place
from placard.library.conditions import Conditions
from placard.library.texts import Local

Form = Literal["one", "several", "parts", "rooms", "doors", "cameras", "views", "ticks", "partners"]
FORMS: tuple[Form, ...] = get_args(Form)
"""How an answer is typed: one value · several codes · parts with commas · rooms · doors between them · how
many cameras · rooms a camera sees · yes or no several times · companies with what they do."""

FieldPath = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Ask:
    """One question: where its answer stands in a venue file, and how it is put."""

    id: str
    level: str
    form: Form
    fields: tuple[FieldPath, ...]
    rest: FieldPath
    same: tuple[FieldPath, ...]
    none: FieldPath
    choices: Mapping[str, tuple[str, ...]]
    applies: Conditions
    for_each: str
    budget: bool
    ask: Local
    example: Local
    hand: Local
    note: Local
    column: Local
    place: Place


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A decision an owner may take over: a value, or the answer given for another field."""

    field: FieldPath
    value: str | tuple[str, ...]
    like: FieldPath
    applies: Conditions
    place: Place


@dataclass(frozen=True, slots=True)
class Talk:
    """The words around the questions in one language, and what an owner may type in any."""

    language: str
    said: Mapping[str, Local]
    typed: Mapping[str, tuple[str, ...]]

    def say(self, which: str, **values: str) -> str:
        """Return a sentence with its names filled in; what was filled in is not looked at again."""
        return filled(in_language(self.said.get(which, {}), self.language), values)

    def means(self, typed: str, word: str) -> bool:
        """Tell whether somebody typed `none`, `stop` or their like, in any of the languages."""
        return typed.strip().casefold() in {each.casefold() for each in self.typed.get(word, ())}


@dataclass(frozen=True, slots=True)
class Interview:
    """All questions in the order they are put."""

    asks: tuple[Ask, ...]
    suggestions: tuple[Suggestion, ...]
    levels: Mapping[str, Local]
    said: Mapping[str, Local]
    typed: Mapping[str, tuple[str, ...]]

    def talk(self, language: str) -> Talk:
        """Return the words for one language."""
        return Talk(language, self.said, self.typed)

    def ask(self, which: str) -> Ask | None:
        """Return a question by its id."""
        return next((ask for ask in self.asks if ask.id == which), None)

    def up_to(self, level: str) -> Iterable[Ask]:
        """Yield the questions of a level and of those before it."""
        order = list(self.levels)
        last = order.index(level) if level in order else len(order)
        return (ask for ask in self.asks if order.index(ask.level) <= last)


def in_language(words: Local, language: str) -> str:
    """Return words in a language; where it has none, in the first one there is."""
    return words.get(language) or next(iter(words.values()), "")


def filled(sentence: str, values: Mapping[str, str]) -> str:
    """Fill `{names}` in; braces of a value stay what they are."""
    parts = sentence.split("{")
    out = [parts[0]]
    for part in parts[1:]:
        name, closed, rest = part.partition("}")
        out.append(values[name] + rest if closed and name in values else "{" + part)
    return "".join(out)
