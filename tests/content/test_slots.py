"""One clause for every case there is, none by guess, and nothing chosen that cannot be said."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from placard.check.applying import of_any_pack
from placard.check.conditions import holds
from placard.library.conditions import Truth
from placard.library.library import Library
from placard.model import UNANSWERED
from placard.phrases.placeholders import placeholders
from tests.content.slots import (
    GUARDED,
    Place,
    cases,
    none_of_it,
    place_of_law,
    places_of_chapter,
    places_of_document,
    places_of_sign,
    values_of,
)
from tests.content.test_words import CHAPTERS, DOCUMENTS, SIGNS, SITUATIONS, shown
from tests.requirements.rows import Fixture, codes


def test_both_sides_of_every_number_words_ask_for_are_tried(library: Library) -> None:
    """A clause for 14 and above is met by somebody of 13 too."""
    pages = [section.applies for document in library.documents.values() for section in document.sections]
    every = [*pages, *(clause.applies for clause in library.clauses.values())]
    asked = {
        (test.fact, int(test.operands[0]) - (test.word == "at_least"))
        for applies in every
        for block in applies
        for test in block
        if test.word in ("at_least", "at_most")
    }
    assert ("guests.minimum_age", 13) in asked
    for fact, below in asked:
        assert {below, below + 1} <= {*values_of(fact, library)}, fact


@pytest.fixture(scope="module")
def places(library: Library) -> Callable[[Path], list[Place]]:
    def of(path: Path) -> list[Place]:
        if path in SIGNS:
            return list(places_of_sign(library.signs[path.stem]))
        if path in CHAPTERS:
            return list(places_of_chapter(library.chapters[path.stem], library.clauses))
        if path in SITUATIONS:
            return list(place_of_law(library.situations[path.stem], library.clauses))
        return list(places_of_document(library.documents[path.stem], library.clauses))

    return of


LEAST: Mapping[str, tuple[int, float]] = {"one": (1, 1), "optional": (0, 1), "many": (0, float("inf"))}


@pytest.mark.parametrize("path", [*DOCUMENTS, *CHAPTERS, *SITUATIONS, *SIGNS], ids=shown)
def test_in_every_case_each_slot_is_filled_as_it_says(
    library: Library, places: Callable[[Path], list[Place]], path: Path
) -> None:
    looked = chosen_from = 0
    for place in places(path):
        assert place.candidates, place.name
        least, most = LEAST[place.fills]
        for case in cases(place.facts, library):
            if not place.there(case):
                continue
            looked += 1
            chosen = [name for name, truth in place.verdicts(case).items() if truth is Truth.YES]
            assert least <= len(chosen) <= most, f"{place.name}: {chosen} where {case}"
            chosen_from += bool(chosen)
    assert (
        looked >= len(places(path)) >= (3 if path in (*DOCUMENTS, *SIGNS) and path.stem != "register" else 1)
    )
    assert chosen_from > 0


@pytest.mark.parametrize("path", [*DOCUMENTS, *CHAPTERS, *SITUATIONS, *SIGNS], ids=shown)
def test_every_candidate_of_a_slot_is_chosen_in_some_case(
    library: Library, places: Callable[[Path], list[Place]], path: Path
) -> None:
    for place in places(path):
        met: set[str] = set()
        for case in cases(place.facts, library):
            if place.there(case):
                met |= {name for name, truth in place.verdicts(case).items() if truth is Truth.YES}
        assert met == {name for name, _ in place.candidates}, place.name


@pytest.mark.parametrize("path", [*DOCUMENTS, *CHAPTERS, *SITUATIONS, *SIGNS], ids=shown)
def test_what_nobody_has_answered_is_never_chosen_by_guess(
    library: Library, places: Callable[[Path], list[Place]], path: Path
) -> None:
    """With one fact unanswered the slot waits, or the answer could not have changed what fills it."""
    waited = 0
    for place in places(path):
        for fact in place.facts - {"law"}:
            others: dict[tuple[Any, ...], set[frozenset[str]]] = {}
            for case in cases(place.facts, library):
                unknown = {**case, fact: UNANSWERED}
                if any(
                    holds(of_any_pack(guard), unknown.__getitem__) is not Truth.YES for guard in place.guards
                ):
                    continue  # the whole document, or its section, waits
                if Truth.UNKNOWN in place.verdicts(unknown).values():
                    waited += 1
                    continue
                if place.there(case):
                    chosen = frozenset(n for n, truth in place.verdicts(case).items() if truth is Truth.YES)
                    key = tuple(repr(case[name]) for name in sorted(case) if name != fact)
                    others.setdefault(key, set()).add(chosen)
            assert all(len(each) == 1 for each in others.values()), f"{place.name} guesses {fact}"
    needs = any(place.asked - {"law"} for place in places(path))
    assert waited > 0 or not needs or all(place.facts <= {"law", GUARDED} for place in places(path))


# --- what is chosen can be said ---------------------------------------------------------------------------

STOPPED: Mapping[str, tuple[str, str, str, str]] = {
    "surveillance.retention": ("bathhouse", "retention: 14 days", "retention: none", "HOUSE-CAM-09"),
    "surveillance.access_roles": (
        "bathhouse",
        "access_roles: [manager, owner]",
        "access_roles: none",
        "HOUSE-CAM-10",
    ),
    "requests.channels": (
        "studio",
        "requests: {channels: [email, desk, post, phone]",
        "requests: {channels: none",
        "HOUSE-REQ-09",
    ),
    "complaints.channels": (
        "studio",
        "complaints: {channels: [desk, phone, email, post]",
        "complaints: {channels: none",
        "HOUSE-REQ-10",
    ),
    "surveillance.live_view.room": (
        "bathhouse",
        "{room: office,",
        "{room: none,",
        "check.no_such_room_listed",
    ),
    "partner.transfer": ("studio", "transfer: scc", "transfer: none", "EU-PAR-01"),
}
"""Facts typed as none where words name them, and the error that stops the venue before it is made."""


@pytest.mark.parametrize("path", [*DOCUMENTS, *CHAPTERS], ids=shown)
def test_a_clause_that_is_chosen_names_no_fact_of_which_there_is_none(
    library: Library, places: Callable[[Path], list[Place]], path: Path
) -> None:
    for place in places(path):
        for name, applies in place.candidates:
            texts = library.clauses[name].texts.values()
            named = {asked.fact for text in texts for asked in placeholders(text.markdown)[0]}
            alone = replace(place, candidates=((name, applies),))
            for fact in sorted(named - {*STOPPED}):
                if not none_of_it(fact, library):
                    continue
                for case in cases(alone.facts | {fact}, library):
                    if alone.there(case) and alone.verdicts(case)[name] is Truth.YES:
                        assert case[fact] not in (None, ()), f"{name} cannot say {fact} where {case}"


@pytest.mark.parametrize("fact", STOPPED)
def test_what_words_could_not_say_stops_the_venue(library: Library, tmp_path: Path, fact: str) -> None:
    venue, typed, wrongly, finds = STOPPED[fact]
    wrong = Fixture(venue=venue, typed=typed, wrongly=wrongly, finds=finds)
    assert finds in codes(library, tmp_path, venue, wrong)
    assert finds not in codes(library, tmp_path, venue)
