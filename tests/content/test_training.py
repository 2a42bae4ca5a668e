"""The staff pack's own words: moves to remember, whom to call, a book that is its own, quizzes."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from placard.compose.venue import ComposedVenue
from placard.library.library import Library
from placard.library.training import Question, Situation
from placard.library.vocabulary import VenueType
from placard.phrases.placeholders import placeholders
from placard.read.venue import VenueFile, read_venue

ROOT = Path(__file__).resolve().parents[2]
VENUES = sorted((ROOT / "venues").rglob("[!_]*.yml"))
SITUATIONS = sorted(path.stem for path in (ROOT / "content" / "staff" / "situations").glob("*.yml"))
PHONES = {"incidents.phone", "privacy_contact.to_call"}


@pytest.fixture(params=SITUATIONS)
def situation(request: pytest.FixtureRequest, library: Library) -> Situation:
    return library.situations[request.param]


def test_there_are_situations_to_read() -> None:
    assert len(SITUATIONS) >= 10
    assert len(VENUES) >= 3


def test_every_situation_has_three_moves_that_begin_with_the_word_to_remember(situation: Situation) -> None:
    for language, moves in situation.parts["moves"].texts.items():
        assert len(moves) == 3, language
        assert [move for move in moves if not re.match(r"\*\*[^*]+\*\*", move)] == [], language


def test_every_situation_names_somebody_to_call(situation: Situation) -> None:
    for language, lines in situation.parts["call"].texts.items():
        asked = {asked.fact for line in lines for asked in placeholders(line)[0]}
        assert asked & PHONES, language


def test_what_staff_say_stands_in_the_quotes_of_the_language(library: Library, situation: Situation) -> None:
    for language, lines in situation.parts["say"].texts.items():
        opening, closing = library.languages[language].quotes
        assert [line for line in lines if opening not in line or closing not in line] == [], language


def test_every_part_of_a_situation_is_there_in_the_same_languages(situation: Situation) -> None:
    languages = {part: frozenset(lines.texts) for part, lines in situation.parts.items()}
    assert len(set(languages.values())) == 1, languages
    assert frozenset(situation.title) == languages["say"]


NOT_DONE = {"en": r"(Do|I do) not ", "pl": r"(Nie|Nikogo nie) ", "zh-Hans": r"不|.{1,6}不"}


def test_what_a_card_crosses_out_says_not_in_every_line(library: Library) -> None:
    looked = 0
    for card in library.cards.values():
        if card.besides is None:
            continue
        for language, lines in card.back.lines.texts.items():
            looked += len(lines)
            assert [line for line in lines if not re.match(NOT_DONE[language], line)] == [], card.id
    assert looked > 50


def test_a_card_that_says_what_one_does_not_do_says_apart_what_one_does(library: Library) -> None:
    for card in library.cards.values():
        refusing = sum(line.startswith(("Do not ", "I do not ")) for line in card.back.lines.texts["en"])
        assert (card.besides is not None) == (refusing > 0), card.id


# --- a book of its own -----------------------------------------------------------------------------------


def shared_sources(library: Library, mine: VenueType) -> set[str]:
    """What the handbook of another type could print as well: its clauses and situations."""
    sources: set[str] = set()
    for other in library.types.values():
        if other.code == mine.code:
            continue
        sections = [s for name in other.staff for s in library.documents[name].sections]
        sections += [s for name in other.chapters for s in library.chapters[name].sections]
        for part in (part for section in sections for part in section.parts):
            sources |= {*getattr(part, "clauses", ())}
        for name in other.situations:
            sources |= {f"{name}.{part}" for part in library.situations[name].parts}
            sources |= {*library.situations[name].law}
    return sources


def share_of_others(venue: ComposedVenue, shared: set[str]) -> float:
    """Which part of the paragraphs and list entries of a handbook stands in another type's book too."""
    [book, *_] = venue.handbooks
    count: Counter[bool] = Counter()
    for passage in (passage for section in book.sections for passage in section.passages):
        if not passage.source.startswith("table"):
            paragraphs = re.findall(r"<li>\s*<p>|<li>|<p>", passage.html)
            count[passage.source in shared] += len(paragraphs)
    assert count.total() > 100
    return count[True] / count.total()


def venue_files() -> Iterator[VenueFile]:
    for path in VENUES:
        file, findings = read_venue(path, f"venues/{path.name}")
        assert file is not None, findings
        yield file


def test_no_more_than_half_of_a_handbook_stands_in_the_book_of_another_type(
    library: Library, composed: Callable[[VenueFile], ComposedVenue]
) -> None:
    looked = 0
    for file in venue_files():
        own = library.types[file.venue.type]
        shared = shared_sources(library, own)
        if all(f"{name}.say" in shared for name in own.situations):
            continue  # its writers are not there yet
        looked += 1
        share = share_of_others(composed(file), shared)
        assert share <= 0.5, f"{own.code}: {share:.0%}"
    assert looked >= 1


def test_a_handbook_that_is_like_the_others_but_for_its_cover_is_found(
    library: Library, composed: Callable[[VenueFile], ComposedVenue]
) -> None:
    bathhouse = next(file for file in venue_files() if file.venue.type == "bathhouse")
    own = library.types["bathhouse"]
    twin = replace(library.types["salon"], chapters=own.chapters, situations=own.situations)
    planted = replace(library, types={**library.types, "salon": twin})
    assert share_of_others(composed(bathhouse), shared_sources(planted, own)) > 0.9


# --- quizzes ---------------------------------------------------------------------------------------------


def quizzes(library: Library) -> Iterator[tuple[str, list[Question]]]:
    for venue_type in library.types.values():
        for quiz, names in venue_type.quizzes.items():
            yield f"{venue_type.code} {quiz}", [library.questions[name] for name in names]


def test_a_type_with_two_quizzes_asks_ten_questions_in_each_and_none_twice(library: Library) -> None:
    looked = 0
    for venue_type in library.types.values():
        if len(venue_type.quizzes) < 2:
            continue  # its writers are not there yet
        looked += 1
        assert {len(names) for names in venue_type.quizzes.values()} == {10}, venue_type.code
        every = [name for names in venue_type.quizzes.values() for name in names]
        assert len(set(every)) == len(every), venue_type.code
    assert looked >= 1


def longest_is_right(question: Question, language: str) -> bool:
    """Tell whether no answer is longer than the right one; a fact counts as ten letters."""
    lengths = [len(re.sub(r"\{\{.*?\}\}", "1234567890", answer[language])) for answer in question.answers]
    return lengths[question.right] == max(lengths)


def test_nobody_passes_by_always_ticking_one_letter_or_the_longest_answer(library: Library) -> None:
    for name, questions in quizzes(library):
        letters = Counter(question.right for question in questions)
        assert len(letters) >= 3, name
        assert max(letters.values()) <= len(questions) / 2, name
        for language in ("en", "pl", "zh-Hans"):
            asked = [question for question in questions if language in question.ask]
            longest = sum(longest_is_right(question, language) for question in asked)
            assert longest <= len(questions) * 0.7, f"{name} in {language}"


def test_every_question_has_four_answers_in_every_language_it_is_asked_in(library: Library) -> None:
    assert len(library.questions) >= 20
    for question in library.questions.values():
        assert len(question.answers) == 4, question.id
        assert {frozenset(answer) for answer in question.answers} == {frozenset(question.ask)}, question.id


def test_every_quiz_asks_for_a_fact_of_this_very_place(library: Library) -> None:
    for name, questions in quizzes(library):
        answers = [answer["en"] for question in questions for answer in question.answers]
        facts = {asked.fact for answer in answers for asked in placeholders(answer)[0]}
        assert len(facts) >= 2, name
