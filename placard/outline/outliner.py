"""Outlines of words: which facts a text names, in each language that is spoken."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace

from placard.check.resting import Rests, strangers
from placard.library.conditions import Conditions
from placard.library.library import Library
from placard.library.texts import Local
from placard.library.training import Lines
from placard.outline.guards import Guards, is_of_item
from placard.outline.parts import Part, Stranger, When, Words
from placard.outline.sayable import Sayable
from placard.phrases.placeholders import Placeholder, placeholders

Texts = Mapping[str, tuple[Placeholder, ...] | None]


class Outliner:
    """Makes outlines for the languages that are spoken, and takes note of every form words ask for."""

    def __init__(self, library: Library, languages: Iterable[str]) -> None:
        self.library = library
        # A language nobody knows is an error of the venue that names it.
        self.languages = tuple(sorted(set(languages) & set(library.languages)))
        self.guards = Guards()
        self.sayable = Sayable(library)

    def words(self, *several: Local) -> Words:
        """Outline words that stand one after the other, each per language."""
        return self.texts(lambda language: [words.get(language) for words in several])

    def texts(self, texts_of: Callable[[str], Sequence[str | None]]) -> Words:
        """Outline the texts of each language; `None` is a text that the language lacks."""
        return _words({language: self._asked(language, texts_of(language)) for language in self.languages})

    def lines(self, lines: Lines) -> Words:
        """Outline the lines of a situation or a card."""
        return self.texts(lambda language: lines.texts.get(language) or (None,))

    def typed(self, text: str) -> Words:
        """Outline words that are the same in every language."""
        return self.texts(lambda language: [text])

    def cell(self, text: str) -> Words:
        """Outline a cell of a table; one that names two facts is a text like any other."""
        made = self.typed(text)
        lone = all(text is not None and len(text) == 1 for text in made.texts.values())
        return replace(made, lone=lone)

    def resting(self, rests: Rests, words: Words) -> tuple[Part, ...]:
        """Outline a text that says what it rests on; under some laws that is a matter for a check."""
        laws = strangers(rests.source, self.library.packs)
        return (Stranger(rests, laws), words) if laws else (words,)

    def _asked(self, language: str, texts: Sequence[str | None]) -> tuple[Placeholder, ...] | None:
        asked: list[Placeholder] = []
        for text in texts:
            if text is None:
                return None
            asked += placeholders(text)[0]
        for each in asked:
            self.sayable.ask(language, each)
        return tuple(asked)

    def when(self, conditions: Conditions, body: Sequence[Part]) -> tuple[Part, ...]:
        """Outline parts that stand under a condition, or always."""
        guard = self.guards.of(conditions)
        parts = together(body)
        return (When(guard, parts),) if guard and parts else parts if not guard else (When(guard, ()),)


def together(parts: Iterable[Part]) -> tuple[Part, ...]:
    """Join words that stand side by side, and leave out those that name no fact."""
    strange: list[Part] = []
    joined: list[Part] = []
    for part in parts:
        if not isinstance(part, Words):
            (strange if isinstance(part, Stranger) else joined).append(part)
            continue
        if part.complete and not part.ground and not part.own:
            continue
        last = joined[-1] if joined else None
        if isinstance(last, Words) and not last.lone and not part.lone:
            joined[-1] = _joined(last, part)
        else:
            joined.append(part)
    # What a text rests on asks nothing: it need not stand between words that can be joined.
    return (*strange, *joined)


def _joined(first: Words, then: Words) -> Words:
    texts: dict[str, tuple[Placeholder, ...] | None] = {}
    for language, text in first.texts.items():
        more = then.texts[language]
        texts[language] = None if text is None or more is None else (*text, *more)
    return _words(texts)


def _words(texts: Texts) -> Words:
    facts = {each.fact for text in texts.values() for each in text or ()}
    own = frozenset(filter(is_of_item, facts))
    return Words(texts, frozenset(facts) - own, own, None not in texts.values())
