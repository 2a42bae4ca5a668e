"""What sentences of ours rest on: words that tell of the law name where it says so."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from placard.check.training import staff_lines
from placard.findings import Finding, Place
from placard.library.forms import FormWords
from placard.library.law import Citation, Law, Pack
from placard.library.library import Library
from placard.library.scripts import parts_words
from placard.library.texts import Local, SignLine
from placard.phrases.placeholders import placeholders
from placard.read.found import found
from placard.read.law import chain

NUMBER = "{n}"
NAMES_THE_LAW = frozenset(
    {"law.short_name", "law.call_life", "law.call_fire", "law.call_crime", "law.call_police"}
)
"""Facts of the law that may be named where nothing is said of what it asks."""


@dataclass(frozen=True, slots=True)
class Cited:
    """A citation a sentence rests on, and the pack that is answerable for it."""

    pack: Pack
    citation: Citation


@dataclass(frozen=True, slots=True)
class _Sentence:
    """Words of ours in all their languages, each with its place, and what they rest on."""

    what: str
    texts: Mapping[str, tuple[str, Place]]
    source: tuple[str, ...]


def cited_in(source: Sequence[str], law: Law, packs: Mapping[str, Pack]) -> tuple[Cited, ...]:
    """Return what of a source holds under a law: `eu:gdpr-15` wherever the law rests on `eu`."""
    of_the_chain = {pack.id: pack for pack in law.packs}
    named = [(pack, name) for pack, _, name in (each.partition(":") for each in source)]
    return tuple(
        Cited(of_the_chain[pack], citation)
        for pack, name in named
        if pack in of_the_chain and name and (citation := chain(packs, pack).citation(name))
    )


def tells_of_law(source: Sequence[str]) -> bool:
    """Tell whether words tell of some law; what is ours alone does not."""
    return bool(_of_law(source))


def every_source(library: Library) -> list[str]:
    """Return what any sentence of ours rests on."""
    return [each for sentence in _sentences(library) for each in sentence.source]


def sourced(library: Library) -> Iterator[Finding]:
    """Find sources nobody has written down, and words that tell of the law without one."""
    tells = _Telling.of(library)
    for sentence in _sentences(library):
        place = next((place for _, place in sentence.texts.values()), Place(sentence.what))
        for each in _of_law(sentence.source):
            pack, _, name = each.partition(":")
            if pack not in library.packs or chain(library.packs, pack).citation(name) is None:
                yield found("content.no_such_citation", place, what=sentence.what, citation=each)
        if not _of_law(sentence.source):
            for text, at in sentence.texts.values():
                if words := tells.found_in(text):
                    yield found("content.no_source", at, words=words)


def _of_law(source: Sequence[str]) -> list[str]:
    return [each for each in source if ":" in each]


def _sentences(library: Library) -> Iterator[_Sentence]:
    for clause in library.clauses.values():
        texts = {language: (text.markdown, text.place) for language, text in clause.texts.items()}
        yield _Sentence(clause.id, texts, clause.source)
    for name, line in _lines(library):
        for words in (line.label, *(words for _, words in line.variants)):
            yield _Sentence(name, _at(words, line.place), line.source)
    for mail in library.mails.values():
        for words in (mail.subject, mail.body):
            yield _Sentence(mail.id, _at(words, mail.place), mail.source)
    yield from _of_staff(library)


def _lines(library: Library) -> Iterator[tuple[str, SignLine | FormWords]]:
    for sign in library.signs.values():
        yield from ((f"{sign.id}.{line.id}", line) for line in sign.lines)
    for form in library.forms.values():
        parts = (part for section in form.every_section for part in section.parts)
        yield from ((f"{form.id}.{part.id}", part) for part in parts if isinstance(part, FormWords))


def _of_staff(library: Library) -> Iterator[_Sentence]:
    """Words of situations, cards and quizzes: what tells of the law is put into a clause, or a reason."""
    rested = {question.place: question for question in library.questions.values() if question.source}
    for place, question in rested.items():
        yield _Sentence(question.id, _at(question.because, place), question.source)
    for lines in staff_lines(library):
        if lines.place not in rested:
            told = {language: "\n".join(several) for language, several in lines.texts.items()}
            yield _Sentence(lines.place.file, _at(told, lines.place), ())


def _at(words: Local, place: Place) -> dict[str, tuple[str, Place]]:
    return {language: (text, place) for language, text in words.items()}


@dataclass(frozen=True, slots=True)
class _Telling:
    """How words that tell of the law are known: what a law is known by, and numbers of its provisions."""

    terms: tuple[str, ...]
    provisions: tuple[re.Pattern[str], ...]

    @classmethod
    def of(cls, library: Library) -> _Telling:
        wordings = [pack.wording for pack in library.packs.values() if pack.wording]
        every = {each for wording in wordings for several in wording.provisions.values() for each in several}
        patterns = tuple(
            re.compile(re.escape(each).replace(re.escape(NUMBER), r"(\w+)"), re.IGNORECASE)
            if parts_words(each)
            else re.compile(re.escape(each).replace(re.escape(NUMBER), r"(\w{1,6}?)"))
            for each in sorted(every)
        )
        return cls(tuple(sorted({term for wording in wordings for term in wording.terms})), patterns)

    def found_in(self, text: str) -> str:
        """Return the first words that tell of the law; empty where there are none."""
        asked = (each.fact for each in placeholders(text)[0])
        named = (fact for fact in asked if fact.startswith("law.") and fact not in NAMES_THE_LAW)
        cited = (hit[0] for each in self.provisions for hit in each.finditer(text) if _is_number(hit[1]))
        known = (term for term in self.terms if _stands_in(term, text))
        return next((words for several in (named, cited, known) for words in several), "")


def _is_number(word: str) -> bool:
    """Tell whether a word begins with a digit of any writing: 15, 164A, 十三."""
    return unicodedata.numeric(word[0], None) is not None


def _stands_in(term: str, text: str) -> bool:
    if not parts_words(term):
        return term in text
    # Most terms stand nowhere near, and looking for letters is much faster than for a pattern.
    return term in text and re.search(rf"(?<!\w){re.escape(term)}(?!\w)", text) is not None
