"""The staff pack as it is typed: what is read, how a slip is told, how a house changes a line of ours."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from textwrap import dedent

import pytest

from placard.findings import Finding
from placard.library.training import SITUATION_PARTS, Situation
from placard.read.layers import Layers
from placard.read.training import (
    read_cards,
    read_chapters,
    read_questions,
    read_quizzes,
    read_situations,
)

Write = Callable[..., Layers]

LOST = """
    title: {en: A hat is lost, pl: Zginął kapelusz}
    trigger: {en: A hat is gone., pl: Nie ma kapelusza.}
    say: {en: [First words., Second words.], pl: [Pierwsze słowa., Drugie słowa.]}
    not_say: {en: [Not this., Nor this.], pl: [Nie to., Ani to.]}
    moves: {en: [Look., Ask., Write.], pl: [Szukaj., Pytaj., Pisz.]}
    stop: {en: No further., pl: Ani kroku dalej.}
    call: {en: [The lead., The police.], pl: [Kierownik., Policja.]}
    note: {en: Hat and hour., pl: Kapelusz i godzina.}
"""
QUESTION = """
    whose-hat:
      ask: {en: Whose hat?}
      answers: [{en: Mine.}, {en: Yours.}, {en: Ours.}, {en: Theirs.}]
      right: 3
      because: {en: It is ours.}
      see: hats
"""
CARD = """
    title: {en: Card}
    front: {heading: {en: Front}, lines: {en: [One., Two., Three.]}}
    back: {heading: {en: Back}, lines: {en: [One., Two., Three.]}}
"""


@pytest.fixture
def typed_as(tmp_path: Path) -> Write:
    """Type files of the staff pack into layers of content: `typed_as({"situations/hat.yml": "…"})`."""

    def write(*layers: dict[str, str]) -> Layers:
        folders = []
        for number, files in enumerate(layers):
            folder = tmp_path / f"content-{number}"
            folders.append(folder)
            for name, text in files.items():
                path = folder / "staff" / name
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_text(dedent(text).lstrip("\n"), "utf-8")
        return Layers(folders, [])

    return write


def told(findings: list[Finding]) -> list[tuple[str, int, str]]:
    return [(f.code, f.place.line, f.values.get("key", f.values.get("id", ""))) for f in findings]


def hat(layers: Layers) -> Situation:
    return read_situations(layers)["hat"]


def test_a_situation_is_read_in_the_order_in_which_it_is_lived_through(typed_as: Write) -> None:
    layers = typed_as({"situations/hat.yml": LOST})
    situation = hat(layers)
    assert layers.findings == []
    assert list(situation.parts) == list(SITUATION_PARTS)
    assert situation.parts["moves"].texts["pl"] == ("Szukaj.", "Pytaj.", "Pisz.")
    assert situation.parts["trigger"].texts["en"] == ("A hat is gone.",)
    assert situation.parts["call"].place.line == 7
    assert situation.law == ()


@pytest.mark.parametrize(
    ("old", "new", "code", "line", "key"),
    [
        ("[Look., Ask., Write.]", "[Look., Ask.]", "content.how_many_lines", 5, "moves"),
        ("[Szukaj., Pytaj., Pisz.]", "[Szukaj., Pytaj., Pisz., Idź.]", "content.how_many_lines", 5, "moves"),
        ("[First words., Second words.]", "Only this.", "content.how_many_lines", 3, "say"),
        (
            "stop: {en: No further.",
            "stop: {en: [No further., Not here.]",
            "content.how_many_lines",
            6,
            "stop",
        ),
        ("note: {en: Hat and hour., pl: Kapelusz i godzina.}", "note: Hat.", "content.not_words", 8, "note"),
        ("    stop:", "    stopp:", "content.missing", 1, "stop"),
        ("[Not this., Nor this.]", "[Not this., {nor: this}]", "content.not_text", 4, "en"),
        ("    title:", "    where: in the hall\n    title:", "content.unknown_key", 1, "where"),
    ],
)
def test_a_slip_in_a_situation_is_told_at_its_line(
    typed_as: Write, old: str, new: str, code: str, line: int, key: str
) -> None:
    assert old in LOST
    layers = typed_as({"situations/hat.yml": LOST.replace(old, new)})
    read_situations(layers)
    assert (code, line, key) in told(layers.findings)


def test_a_house_lays_its_own_words_over_one_part_and_keeps_the_rest(typed_as: Write) -> None:
    own = "call: {en: The hatter.}\n"
    layers = typed_as({"situations/hat.yml": LOST}, {"situations/hat.yml": own})
    situation = hat(layers)
    assert layers.findings == []
    assert situation.parts["call"].texts["en"] == ("The hatter.",)
    assert situation.parts["call"].texts["pl"] == ("Kierownik.", "Policja.")
    assert situation.parts["moves"].texts["en"] == ("Look.", "Ask.", "Write.")


def test_a_house_adds_a_situation_a_question_and_a_card_of_its_own(typed_as: Write) -> None:
    ours = {"situations/hat.yml": LOST, "questions/everyone.yml": QUESTION, "cards/one.yml": CARD}
    theirs = {
        "situations/glove.yml": LOST,
        "questions/house.yml": QUESTION.replace("whose-hat", "whose-glove"),
        "cards/two.yml": CARD,
    }
    layers = typed_as(ours, theirs)
    assert set(read_situations(layers)) == {"hat", "glove"}
    assert set(read_questions(layers)) == {"whose-hat", "whose-glove"}
    assert set(read_cards(layers)) == {"one", "two"}
    assert layers.findings == []


def test_the_right_answer_is_counted_from_one_by_people(typed_as: Write) -> None:
    layers = typed_as({"questions/everyone.yml": QUESTION})
    question = read_questions(layers)["whose-hat"]
    assert question.answers[question.right] == {"en": "Ours."}
    layers = typed_as({"questions/everyone.yml": QUESTION.replace("right: 3", "right: 5")})
    read_questions(layers)
    assert told(layers.findings) == [("content.no_such_answer", 2, "")]


def test_a_question_asked_under_one_name_in_two_files_is_told(typed_as: Write) -> None:
    layers = typed_as({"questions/a.yml": QUESTION, "questions/b.yml": QUESTION})
    read_questions(layers)
    assert told(layers.findings) == [("content.question_twice", 2, "whose-hat")]


def test_a_card_without_a_back_and_one_with_too_much_on_it_are_told(typed_as: Write) -> None:
    bare = CARD[: CARD.index("    back:")]
    full = CARD.replace("lines: {en: [One., Two., Three.]}}", "lines: {en: [a, b, c, d, e, f, g, h, i]}}", 1)
    layers = typed_as({"cards/bare.yml": bare, "cards/full.yml": full})
    read_cards(layers)
    assert told(layers.findings) == [
        ("content.missing", 1, "back"),
        ("content.how_many_lines", 2, "lines"),
    ]


APART = CARD + "    besides: {heading: {en: But}, lines: {en: [Ring.]}}\n"


def test_a_card_may_say_apart_from_what_one_does_not_do_what_one_does(typed_as: Write) -> None:
    layers = typed_as({"cards/both.yml": APART, "cards/one.yml": CARD})
    cards = read_cards(layers)
    assert layers.findings == []
    assert [group.heading["en"] for group in cards["both"].groups] == ["Front", "Back", "But"]
    assert cards["both"].groups[2].lines.texts == {"en": ("Ring.",)}
    assert [group.heading["en"] for group in cards["one"].groups] == ["Front", "Back"]


def test_what_is_wrong_below_besides_is_told_where_it_stands(typed_as: Write) -> None:
    full = APART.replace("[Ring.]", "[a, b, c, d, e]")
    bare = APART.replace(", lines: {en: [Ring.]}", "")
    slip = APART.replace("lines: {en: [Ring.]}", "lines: {en: [Ring.]}, line: x")
    text = CARD + "    besides: Ring.\n"
    files = {"bare": bare, "full": full, "slip": slip, "text": text}
    layers = typed_as({f"cards/{name}.yml": typed for name, typed in files.items()})
    read_cards(layers)
    assert told(layers.findings) == [
        ("content.missing", 4, "lines"),
        ("content.how_many_lines", 4, "lines"),
        ("content.unknown_key", 4, "line"),
        ("content.not_map", 4, "besides"),
    ]


def test_a_chapter_holds_sections_as_a_document_does(typed_as: Write) -> None:
    text = """
    sections:
      - id: hats
        heading: {en: Hats}
        parts:
          - {fill: one, clauses: [hat-a, hat-b]}
      - {id: more, insert: situations}
    """
    layers = typed_as({"chapters/hats.yml": text, "quizzes/quiz-a.yml": "title: {en: Quiz A}\n"})
    [first, second] = read_chapters(layers)["hats"].sections
    assert first.heading == {"en": "Hats"}
    assert (second.insert, second.parts) == ("situations", ())
    assert read_quizzes(layers)["quiz-a"].title == {"en": "Quiz A"}
    assert layers.findings == []
