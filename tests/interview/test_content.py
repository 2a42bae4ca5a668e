"""The questions as data: each field exists, each code is known, nothing observed is ever suggested."""

from __future__ import annotations

from collections.abc import Callable
from string import Formatter

import pytest

from placard.interview.asking import in_language
from placard.interview.choices import offered, vocabulary_of
from placard.interview.draft import Draft
from placard.interview.lexicon import Lexicon
from placard.interview.reading import take
from placard.library.library import Library
from placard.model.paths import field_at

LANGUAGES = ("en", "pl", "zh-Hans")


def kind_of(path: tuple[str, ...]) -> str:
    field = field_at(path)
    assert field is not None, path
    extra = field.owner.model_fields[field.attribute].json_schema_extra
    assert isinstance(extra, dict)
    return str(extra["x-kind"])


def test_every_field_a_question_names_is_in_the_model(lexicon: Callable[[str], Lexicon]) -> None:
    interview = lexicon("en").interview
    named = [path for ask in interview.asks for path in (*ask.fields, ask.rest, ask.none, *ask.same) if path]
    assert len(named) > 50
    assert [path for path in named if field_at(path) is None] == []


def test_every_code_offered_is_known_to_content(lexicon: Callable[[str], Lexicon], library: Library) -> None:
    looked_at = 0
    for ask in lexicon("en").interview.asks:
        known = lexicon("en").codes(vocabulary_of(ask)) if vocabulary_of(ask) else ()
        for codes in ask.choices.values():
            assert set(codes) <= set(known), ask.id
            looked_at += len(codes)
    assert looked_at > 100


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_choice_has_a_name_in_the_owners_language(
    lexicon: Callable[[str], Lexicon], library: Library, language: str
) -> None:
    words = lexicon(language)
    for ask in words.interview.asks:
        for venue_type in library.types:
            draft = Draft().put(("type",), venue_type)
            named = [words.name_of(vocabulary_of(ask), code) for code in offered(ask, draft, words)]
            assert len(set(named)) == len(named), (ask.id, named)
            assert not [name for name in named if "_" in name], ask.id


@pytest.mark.parametrize("language", LANGUAGES)
def test_questions_and_the_words_around_them_exist_in_every_language(
    lexicon: Callable[[str], Lexicon], language: str
) -> None:
    interview = lexicon(language).interview
    for ask in interview.asks:
        assert language in ask.ask, ask.id
        for words in (ask.example, ask.hand, ask.note):
            assert not words or language in words, ask.id
    for name, words in interview.said.items():
        slots = {
            each: {slot for _, slot, _, _ in Formatter().parse(words[each]) if slot} for each in LANGUAGES
        }
        assert slots[language] == slots["en"], name


def test_what_somebody_must_see_or_ask_is_never_suggested(lexicon: Callable[[str], Lexicon]) -> None:
    suggestions = lexicon("en").interview.suggestions
    assert len(suggestions) > 10
    kinds = {".".join(each.field): kind_of(each.field) for each in suggestions}
    assert {name for name, kind in kinds.items() if kind not in ("decision", "identity")} == set()


def test_every_document_of_a_type_belongs_to_one_level(library: Library) -> None:
    for venue_type in library.types.values():
        listed = [name for level in library.levels for name in venue_type.levels[level]]
        cards = [library.cards[name].paper for name in venue_type.cards]
        papers = (
            *venue_type.pages,
            *venue_type.booklets,
            *venue_type.leaflets,
            *venue_type.signs,
            *venue_type.forms,
            *venue_type.texts,
            *venue_type.staff,
            *venue_type.staff_forms,
            *venue_type.quizzes,
        )
        assert sorted(listed) == sorted([*papers, *cards]), venue_type.code


def test_about_fifteen_questions_lead_to_the_signs_of_tonight(lexicon: Callable[[str], Lexicon]) -> None:
    interview = lexicon("en").interview
    plain = Draft().put(("law",), "gb").put(("rooms",), ("x",)).put(("cameras",), ())
    packs = lexicon("en").library.packs
    asked = [ask for ask in interview.up_to("tonight") if plain.decides(ask.applies, packs)]
    assert 10 <= len(asked) <= 15


def test_every_example_is_an_answer_its_own_question_takes(
    lexicon: Callable[[str], Lexicon],
) -> None:
    """Whoever types what stands in brackets is not refused."""
    tried = 0
    for language in LANGUAGES:
        words = lexicon(language)
        for ask in words.interview.asks:
            if not ask.example:
                continue
            draft = Draft().put(("type",), "salon").put(("law",), "gb")
            rooms = words.interview.ask("rooms")
            cameras = words.interview.ask("cameras")
            assert rooms is not None
            assert cameras is not None
            draft = take(rooms, "1, 2, 7, 8, office", draft, words)
            draft = take(cameras, "2", draft, words)
            take(ask, in_language(ask.example, language), draft, words)
            tried += 1
    assert tried > 40
