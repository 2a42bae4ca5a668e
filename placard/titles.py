"""What a document is called where an owner is told of it: by its title, and a sign by its code as well."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from placard.library.library import Library
from placard.library.texts import Local
from placard.phrases.placeholders import placeholders
from placard.read.messages import in_language


def titles(library: Library) -> Mapping[str, Local]:
    """Return the titles of all documents, by the name each has without its room or language."""
    return {name: local for name, local in _every(library) if not _has_facts(local)}


def in_a_row(several: Iterable[Local]) -> Local:
    """Return titles in a row, each once, in every language any of them has."""
    listed = list(several)
    spoken = dict.fromkeys(language for title in listed for language in title)
    return {
        language: ", ".join(dict.fromkeys(in_language(title, language) or "" for title in listed))
        for language in spoken
    }


def _every(library: Library) -> Iterator[tuple[str, Local]]:
    for sign in library.signs.values():
        yield sign.id, {language: f"{sign.id.upper()} {words}" for language, words in sign.title.items()}
    for several in (library.documents, library.forms, library.quizzes):
        yield from ((each.id, each.title) for each in several.values())
    for card in library.cards.values():
        heading = card.front.heading
        yield (
            card.paper,
            {
                language: f"{words}: {heading.get(language, card.id)}"
                for language, words in card.title.items()
            },
        )


def _has_facts(local: Local) -> bool:
    """Tell whether a title names a fact, which only the document itself can say."""
    return any(good or bad for good, bad in map(placeholders, local.values()))
