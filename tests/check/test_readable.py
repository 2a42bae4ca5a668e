"""How easy a text is to read, counted by hand beside it."""

from __future__ import annotations

from pathlib import Path

import pytest

from placard.check.readable import blocks_of, measured, missed, syllables
from placard.library.readability import Yardstick
from placard.read.layers import Layers
from placard.read.readability import read_yardsticks

CONTENT = Path(__file__).resolve().parents[2] / "content"
YARDSTICKS: dict[str, Yardstick] = read_yardsticks(Layers([CONTENT], []))
ENGLISH, POLISH, CHINESE = (YARDSTICKS[name] for name in ("english", "polish", "chinese"))

IN_ENGLISH = {
    "a": 1, "the": 1, "camera": 3, "people": 2, "every": 2, "everyone": 3, "business": 2, "area": 3,
    "idea": 3, "notices": 3, "filmed": 1, "recorded": 3, "stored": 1, "table": 2, "rules": 1, "pages": 2,
    "information": 4, "period": 3, "special": 2, "client": 2, "being": 2, "didn’t": 2, "guest’s": 1,
    "somewhere": 2, "authority": 4, "deleted": 3, "material": 4, "usual": 3, "video": 3,
}  # fmt: skip
IN_POLISH = {
    "i": 1, "nagranie": 3, "przechowujemy": 5, "informacja": 4, "ciało": 2, "obiekcie": 3, "wziąć": 1,
    "nauka": 3, "administratora": 6, "szatnia": 2, "prawa": 2, "źródło": 2, "opinii": 4, "ludzie": 2,
}  # fmt: skip


@pytest.mark.parametrize(("word", "count"), IN_ENGLISH.items())
def test_english_syllables_are_those_one_hears(word: str, count: int) -> None:
    assert syllables(word, ENGLISH) == count


@pytest.mark.parametrize(("word", "count"), IN_POLISH.items())
def test_polish_syllables_are_those_one_hears(word: str, count: int) -> None:
    assert syllables(word, POLISH) == count


def test_names_and_values_tables_and_headings_are_no_words() -> None:
    html = (
        "<h3>Heading</h3><p>We keep \ue0000\ue001 for \ue00112\ue001.</p>".replace("\ue00112", "\ue00012")
        + "<table><tr><td><p>cell</p></td></tr></table>"
        '<ul>\n<li>ask <a href="x">at the desk</a></li>\n<li><p>or write</p></li></ul>'
        '<div class="line"><p>Stay calm.</p></div>'
    )
    assert list(blocks_of(html)) == ["We keep … for ….", "ask at the desk", "or write", "Stay calm."]


def test_a_sentence_ends_where_the_next_begins_and_not_after_an_abbreviation() -> None:
    read = measured(["See art. 5 of it. “Why?” Because. … decides. It ends"], ENGLISH)
    assert [each.text for each in read.sentences] == [
        "See art. 5 of it.", "“Why?", "Because.", "… decides.", "It ends",
    ]  # fmt: skip
    polish = measured(["Zob. art. pierwszy. Łaźnia jest otwarta. „Tak”. Żegnamy."], POLISH)
    assert len(polish.sentences) == 4
    chinese = measured(["您可以问。“为什么？”我们答复；不收费。"], CHINESE)
    assert [each.words for each in chinese.sentences] == [4, 3, 7]


def test_the_formulas_give_what_one_gets_with_a_pencil() -> None:
    # 12 words, 2 sentences, 20 syllables; hard: information, deleted is not (-ed), Elizabeth is a name.
    read = measured(["We keep the information. It is deleted when Elizabeth asks for it"], ENGLISH)
    assert (read.words, len(read.sentences)) == (12, 2)
    assert sum(each.syllables for each in read.sentences) == 20
    assert [word for each in read.sentences for word in each.hard] == ["information"]
    assert read.ease == pytest.approx(206.835 - 1.015 * 6 - 84.6 * 20 / 12)
    assert read.fog == pytest.approx(0.4 * (6 + 100 / 12))
    polish = measured(["Nagrania przechowujemy krótko. Potem znikają"], POLISH)
    assert polish.fog == pytest.approx(0.4 * (2.5 + 100 / 5))
    assert polish.ease == 0


def test_a_short_text_is_asked_for_the_length_of_its_sentences_only() -> None:
    hard = "Organisational considerations necessitate reconsideration."
    assert missed(measured([hard], ENGLISH), ENGLISH, "page") == []
    (long,) = missed(measured(["字" * 46 + "。"], CHINESE), CHINESE, "page")
    assert (long.limit, long.found, long.asked) == ("longest_at_most", 46, 45)


def test_a_handout_is_held_to_less() -> None:
    words = (
        "Whoever considers information may certainly remember it again. "
        + "We sat there in the sun and ate. " * 2
    )
    read = measured([words * 12], ENGLISH)
    assert 10 < read.fog <= 12
    assert [each.limit for each in missed(read, ENGLISH, "page")] == []
    assert [each.limit for each in missed(read, ENGLISH, "handout")] == ["fog_at_most"]


def test_what_is_no_pattern_and_no_figure_is_told_by_its_line(tmp_path: Path) -> None:
    (tmp_path / "readability.yml").write_text(
        "odd:\n  sentence: '('\n  word: x\n  enough: 10\n  ease: [a lot]\n  page: {fog_at_most: twelve}\n"
        "  handout: {}\n",
        "utf-8",
    )
    layers = Layers([tmp_path], [])
    read_yardsticks(layers)
    assert [(each.code, each.values["key"]) for each in layers.findings] == [
        ("content.not_a_pattern", "sentence"),
        ("content.not_a_figure", "ease"),
        ("content.not_a_figure", "fog_at_most"),
    ]
