"""Words that say something of a place are bound to the fact that makes it so, and type no period.

Bound means: the words stand only where the fact is so (`applies`, their own or that of what they stand
in), or they name the fact in braces. A guest's words and what staff must not say assert nothing.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from itertools import product

from placard.check.implying import implies
from placard.check.typedlengths import typed_length
from placard.findings import Finding, Place, Said, Severity
from placard.library.conditions import Block, Conditions, Test
from placard.library.forms import FormWords
from placard.library.library import Library
from placard.library.promises import Promise
from placard.library.texts import Local, Section, Sign, Slot
from placard.library.training import Lines
from placard.phrases.placeholders import PLACEHOLDER, placeholders

NOT_OURS = frozenset({"not_say"})
"""Parts of a situation that quote what one must not say."""
_IN_BRACES = "\ue0fe"
"""Stands for a fact where a typed length is looked for: a number beside it is not one."""


@dataclass(frozen=True, slots=True)
class _Text:
    """One text of ours: the language, the words, where they stand, and every condition they stand under."""

    language: str
    text: str
    place: Place
    under: tuple[Conditions, ...]


def promise_findings(library: Library) -> Iterator[Finding]:
    """Find words that assert what no fact stands behind, and periods somebody typed."""
    for said in _everything(library):
        for promise, words in library.promises.made_in(said.text, said.language):
            if not _bound(promise, said):
                values: dict[str, str | Said | Mapping[str, str]] = {
                    "words": words,
                    "says": promise.says,
                    "where": _shown(promise.true_where),
                }
                yield Finding("content.unbound_promise", Severity.ERROR, said.place, values)
        bare = PLACEHOLDER.sub(_IN_BRACES, said.text)
        if length := typed_length(bare, said.language, library):
            yield Finding("content.typed_length", Severity.ERROR, said.place, {"words": length.words})


def guests_words(library: Library) -> Iterator[tuple[str, str, Place]]:
    """Yield every text of ours a guest reads on pages, signs and forms: language, words, place."""
    for clause in library.clauses.values():
        if clause.audience == "public":
            yield from ((language, text.markdown, text.place) for language, text in clause.texts.items())
    for each in (*_signs(library), *_forms(library, ("public",))):
        yield each.language, each.text, each.place


def _bound(promise: Promise, said: _Text) -> bool:
    named = {asked.fact for asked in placeholders(said.text)[0]}
    if named & set(promise.facts):
        return True
    together = [
        tuple(test for block in blocks for test in block) for blocks in product(*filter(None, said.under))
    ]
    return all(any(_follows(block, wanted) for wanted in promise.true_where) for block in together)


def _follows(given: Block, wanted: Block) -> bool:
    return all(any(implies(test, each) for test in given) for each in wanted)


def _shown(conditions: Conditions) -> str:
    """Write conditions as they would stand behind `applies`, the first block of several."""
    return (
        "{" + ", ".join(f"{test.fact}: {_operands(test)}" for test in conditions[0]) + "}"
        if conditions
        else ""
    )


def _operands(test: Test) -> str:
    listed = test.operands[0] if len(test.operands) == 1 else f"[{', '.join(test.operands)}]"
    return listed if test.word in ("is", "is_one_of") else f"{{{test.word}: {_list(test)}}}"


def _list(test: Test) -> str:
    return (
        f"[{', '.join(test.operands)}]"
        if test.word not in ("at_least", "at_most", "includes")
        else test.operands[0]
    )


def _everything(library: Library) -> Iterator[_Text]:
    yield from _clauses(library)
    yield from _signs(library)
    yield from _forms(library)
    yield from _staff(library)
    for row in library.ledger.rows:
        yield from _in_each(row.promise, row.place, row.applies)


def _signs(library: Library) -> Iterator[_Text]:
    for sign in library.signs.values():
        hangs = _of_rooms(sign)
        for line in sign.lines:
            for applies, words in line.variants:
                yield from _in_each(words, line.place, sign.applies, sign.only_where, hangs, applies)


def _forms(library: Library, readers: Collection[str] = ("public", "staff")) -> Iterator[_Text]:
    for form in (each for each in library.forms.values() if each.readers in readers):
        for section in form.every_section:
            for part in section.parts:
                if isinstance(part, FormWords):
                    for applies, words in part.variants:
                        yield from _in_each(words, part.place, form.applies, section.applies, applies)


def _clauses(library: Library) -> Iterator[_Text]:
    stands = _stands_under(library)
    for clause in library.clauses.values():
        # A clause that stands in several places is bound by its own `applies` alone.
        places = stands.get(clause.id, [])
        around = places[0] if len(places) == 1 else ()
        for language, text in clause.texts.items():
            yield _Text(language, text.markdown, text.place, (clause.applies, *around))


def _stands_under(library: Library) -> Mapping[str, list[tuple[Conditions, ...]]]:
    stands: dict[str, list[tuple[Conditions, ...]]] = {}
    sections: list[tuple[Section, Conditions]] = [
        (section, document.applies)
        for document in library.documents.values()
        for section in document.sections
    ]
    sections += [(section, ()) for chapter in library.chapters.values() for section in chapter.sections]
    for section, above in sections:
        for part in section.parts:
            for name in part.clauses if isinstance(part, Slot) else ():
                stands.setdefault(name, []).append((section.applies, above))
    for situation in library.situations.values():
        for name in situation.law:
            stands.setdefault(name, []).append((situation.applies,))
    return stands


def _of_rooms(sign: Sign) -> Conditions:
    """What is true of a room a sign hangs in or at, by the way it hangs."""
    privacy = sign.hangs.rooms.privacy
    sure = privacy and not sign.hangs.rooms.kinds
    return ((Test("room.privacy", "is_one_of", privacy, sign.place),),) if sure else ()


def _staff(library: Library) -> Iterator[_Text]:
    for situation in library.situations.values():
        for name, lines in situation.parts.items():
            if name not in NOT_OURS:
                yield from _in_lines(lines, situation.applies)
    for card in library.cards.values():
        for side in card.groups:
            yield from _in_lines(side.lines, card.applies)
    for question in library.questions.values():
        right = question.answers[question.right : question.right + 1]
        for words in (*right, question.because):
            yield from _in_each(words, question.place, question.applies)


def _in_lines(lines: Lines, *under: Conditions) -> Iterator[_Text]:
    for language, texts in lines.texts.items():
        for text in texts:
            yield _Text(language, text, lines.place, under)


def _in_each(words: Local, place: Place, *under: Conditions) -> Iterator[_Text]:
    for language, text in words.items():
        yield _Text(language, text, place, under)
