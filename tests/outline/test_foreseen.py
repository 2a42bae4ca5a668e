"""What outlines foresee is what composing comes to: the same documents made, the same questions in order."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from placard.check.resting import elsewhere
from placard.check.walk import every_fact
from placard.compose.documents import Composer
from placard.compose.standing import standing
from placard.compose.venue import ComposedVenue, compose_venue
from placard.findings import Finding
from placard.library.library import Library
from placard.model import UNANSWERED
from placard.model.facts import Facts, keys_of
from placard.model.values import LocalText
from placard.outline.venue import Foreseen, Outlines
from placard.phrases.facts import Context
from placard.plan.documents import plan
from placard.read.venue import VenueFile, read_venue

ROOT = Path(__file__).resolve().parents[2]
SAMPLES = sorted(p for p in (ROOT / "venues").rglob("*.yml") if not p.name.startswith("_"))
AT_ONCE = 5
"""So many facts of each sample are taken away, one after the other; all of them would take minutes."""

Composing = Callable[[VenueFile], ComposedVenue]


@pytest.fixture(scope="module")
def foreseen(
    library: Library, context_of: Callable[[VenueFile], Context], composed: Composing
) -> Callable[[VenueFile], tuple[Foreseen, ComposedVenue]]:
    outlines = Outlines(library, library.languages)

    def both(file: VenueFile) -> tuple[Foreseen, ComposedVenue]:
        made = composed(file)
        return outlines.foresee(Composer(library, context_of(file)), made.plan), made

    return both


def read(path: Path) -> VenueFile:
    file, findings = read_venue(path, path.relative_to(ROOT).as_posix())
    assert file is not None, findings
    return file


def with_value(value: Any, path: tuple[str | int, ...], new: Any) -> Any:
    """The same facts with another value at the end of a path."""
    if not path:
        return new
    step, *rest = path
    if isinstance(value, Facts):
        attribute = keys_of(type(value))[str(step)]
        return value.model_copy(update={attribute: with_value(getattr(value, attribute), tuple(rest), new)})
    if isinstance(value, tuple):
        changed = list(value)
        changed[int(step)] = with_value(changed[int(step)], tuple(rest), new)
        return tuple(changed)
    return {**value, step: with_value(value[step], tuple(rest), new)}


def answered(file: VenueFile) -> list[tuple[str | int, ...]]:
    """The facts somebody has answered and could have left open."""
    return [
        met.path
        for met in every_fact(file.venue)
        if met.value is not UNANSWERED and type(met.owner).model_fields[met.attribute].default is UNANSWERED
    ]


def one_taken_away(file: VenueFile, at_once: int) -> Iterator[VenueFile]:
    paths = answered(file)
    chosen = random.Random(file.venue.id).sample(paths, min(at_once, len(paths)))
    for path in chosen:
        yield replace(file, venue=with_value(file.venue, path, UNANSWERED))


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda path: path.stem)
def test_of_every_sample_the_same_is_made(sample: Path, foreseen: Any) -> None:
    told, made = foreseen(read(sample))
    assert told.documents == made.documents > 20
    assert told.withheld == made.withheld


@pytest.mark.slow
@pytest.mark.parametrize("sample", SAMPLES, ids=lambda path: path.stem)
def test_with_one_answer_taken_away_the_same_waits_for_it(sample: Path, foreseen: Any) -> None:
    seen = 0
    for file in one_taken_away(read(sample), AT_ONCE):
        told, made = foreseen(file)
        assert (told.documents, told.withheld) == (made.documents, made.withheld)
        seen += 1
    assert seen == AT_ONCE


@pytest.mark.parametrize(
    "key", ["rooms", "cameras", "activities", "operator", "surveillance", "effective_on"]
)
def test_without_a_whole_part_documents_wait_and_say_for_what(key: str, foreseen: Any) -> None:
    file = read(ROOT / "venues" / "old-mill-bathhouse.yml")
    told, made = foreseen(replace(file, venue=with_value(file.venue, (key,), UNANSWERED)))
    assert told.withheld == made.withheld
    assert any(question.asks[0] == key for each in told.withheld for question in each.questions)


def test_none_where_words_need_a_value_is_told_by_the_words_themselves(foreseen: Any) -> None:
    file = read(ROOT / "venues" / "old-mill-bathhouse.yml")
    path = ("operator", "legal_name")
    told, made = foreseen(replace(file, venue=with_value(file.venue, path, None)))
    assert told.withheld == made.withheld
    assert any(f.code == "content.cannot_say" for each in told.withheld for f in each.findings)


@pytest.mark.parametrize(
    ("path", "asked"),
    [
        (("complaints", "changes", 0, "what"), ("complaints", "changes", "what")),
        (("name",), ("name",)),
    ],
    ids=["of an item", "of the venue"],
)
def test_words_of_the_owner_that_leave_out_a_language_are_asked_for_in_that_language(
    path: tuple[str | int, ...], asked: tuple[str, ...], foreseen: Any
) -> None:
    file = read(ROOT / "venues" / "old-mill-bathhouse.yml")
    words = LocalText(by_language={"en": "The Old Mill"})
    told, made = foreseen(replace(file, venue=with_value(file.venue, path, words)))
    assert told.withheld == made.withheld
    waiting = [each for each in told.withheld if asked in {question.asks for question in each.questions}]
    assert ("complaints", "pl") in {(each.id, each.language) for each in waiting}
    assert ("complaints", "en") not in {(each.id, each.language) for each in waiting}
    assert not [finding for each in told.withheld for finding in each.findings]


@pytest.fixture(scope="module")
def from_elsewhere(library: Library) -> Library:
    """The same words, each of which rests on the law of a country no venue is in."""
    strange = ("atlantis:law-1",)

    def line(part: Any) -> Any:
        return replace(part, source=strange) if hasattr(part, "source") else part

    def section(known: Any) -> Any:
        return replace(known, parts=tuple(map(line, known.parts)))

    def form(known: Any) -> Any:
        slip = section(known.slip) if known.slip else None
        return replace(known, sections=tuple(map(section, known.sections)), slip=slip)

    def every(known: Any, changed: Callable[[Any], Any] = line) -> dict[str, Any]:
        return {name: changed(each) for name, each in known.items()}

    return replace(
        library,
        clauses=every(library.clauses),
        signs=every(library.signs, lambda sign: replace(sign, lines=tuple(map(line, sign.lines)))),
        forms=every(library.forms, form),
        questions=every(library.questions),
        mails=every(library.mails),
    )


@pytest.mark.slow
@pytest.mark.parametrize("sample", SAMPLES, ids=lambda path: path.stem)
def test_what_rests_on_another_law_is_told_of_the_same_texts(
    sample: Path, from_elsewhere: Library, context_of: Callable[[VenueFile], Context]
) -> None:
    composer = Composer(from_elsewhere, context_of(read(sample)))
    planned = plan(from_elsewhere, composer.context)
    made = compose_venue(composer, planned)
    foreseen = Outlines(from_elsewhere, from_elsewhere.languages).foresee(composer, planned)
    law, name = composer.context.law, made.venue_id
    of_build = list(elsewhere((each.rests for each in standing(made)), law, name))
    of_check = list(elsewhere(foreseen.elsewhere, law, name))
    assert sorted(map(str, of_check)) == sorted(map(str, of_build))
    assert {f.code for f in of_check} == {"content.source_elsewhere"}
    assert set(map(kind, of_check)) == {"clauses", "signs", "forms", "questions", "mails"}


def kind(finding: Finding) -> str:
    """What kind of text a finding is about, by the folder its source is written in."""
    known = ("clauses", "signs", "forms", "questions", "mails")
    return next((each for each in known if f"/{each}" in finding.place.file), finding.place.file)


def test_a_text_of_a_paper_that_waits_is_told_of_by_neither(
    from_elsewhere: Library, context_of: Callable[[VenueFile], Context]
) -> None:
    file = read(ROOT / "venues" / "old-mill-bathhouse.yml")
    open_day = replace(file, venue=with_value(file.venue, ("effective_on",), UNANSWERED))
    composer = Composer(from_elsewhere, context_of(open_day))
    planned = plan(from_elsewhere, composer.context)
    foreseen = Outlines(from_elsewhere, from_elsewhere.languages).foresee(composer, planned)
    assert [*standing(compose_venue(composer, planned))] == []
    assert (foreseen.documents, foreseen.elsewhere) == (0, ())
