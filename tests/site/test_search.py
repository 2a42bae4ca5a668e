"""What is put into the search index; that the theme finds it is shown in test_browser.py."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from placard.site.search import SEPARATOR, also_found_by, folded, pairs


@pytest.mark.parametrize(
    ("word", "typed"),
    [("zażółć", "zazolc"), ("Łódź", "lodz"), ("skargi", "skargi"), ("Straße", "strasse"), ("crème", "creme")],
)
def test_a_word_is_also_found_without_its_diacritics(word: str, typed: str) -> None:
    assert folded(word) == typed


def test_a_run_of_han_is_cut_into_overlapping_pairs() -> None:
    assert pairs("更衣室") == ["更衣", "衣室"]
    assert pairs("费") == ["费"]


def test_only_words_that_read_otherwise_are_added_and_each_once() -> None:
    assert also_found_by(["Skargę można złożyć. Skargę!", "w recepcji"]) == "skarge mozna zlozyc"
    assert also_found_by(["录像在14天后删除"]) == "录像 像在 天后 后删 删除"


def test_entities_are_cut_out_whole() -> None:
    # A mark inside an entity would show its letters.
    assert re.split(SEPARATOR, "Tom &amp; Jerry&#39;s bar") == ["Tom", "", "", "Jerry", "s", "bar"]


@pytest.mark.parametrize("language", ["en", "pl", "zh-Hans"])
def test_every_venue_and_language_has_a_small_index_of_its_own(built: Path, language: str) -> None:
    raw = (built / "old-mill" / language / "search" / "search_index.json").read_text("utf-8")
    index = json.loads(raw)
    locations = [doc["location"] for doc in index["docs"]]
    assert locations[0] == "cameras/", "the page comes before its sections, or the theme mixes them up"
    assert "complaints/#how" in locations
    assert index["config"]["pipeline"] == []
    assert "\\u" not in raw.replace("\\u200b", "").replace("\\u3000", ""), "letters are written as they are"
    assert len(raw.encode()) < 60_000
    assert not re.search("[\ue000-\uf8ff]", raw)
