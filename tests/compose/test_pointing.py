"""A sentence sends nobody to a page that is not made."""

from __future__ import annotations

import pytest

from placard.compose.fragments import fragment
from placard.compose.tokenised import pointing_only_to

THERE = frozenset({"rights", "privacy"})


def left(markdown: str) -> str:
    return pointing_only_to(THERE, fragment(markdown, "none").html).strip()


def test_words_that_point_nowhere_or_to_a_page_that_is_there_stay_as_they_are() -> None:
    for words in ("Nothing to see.", "See [your rights](page:rights#object). Then ask."):
        assert left(words) == fragment(words, "none").html


def test_the_sentence_that_points_to_a_missing_page_goes_and_its_neighbours_stay() -> None:
    words = "Cameras run here. More is on the page about [cameras](page:cameras). Ask us."
    assert left(words) == "<p>Cameras run here. Ask us.</p>"


def test_a_paragraph_or_an_entry_that_only_pointed_there_goes_whole() -> None:
    assert left("One.\n\nSee [cameras](page:cameras).") == "<p>One.</p>"
    assert left("- **A copy.** Ask. [How](page:cameras#ask)\n- See [cameras](page:cameras)") == (
        "<ul>\n<li><strong>A copy.</strong> Ask.</li>\n</ul>"
    )
    assert left("See [cameras](page:cameras).") == ""


def test_chinese_sentences_end_without_a_blank() -> None:
    assert (
        left("这里有摄像头。详情见[摄像头](page:cameras)一页。请问我们。")
        == "<p>这里有摄像头。请问我们。</p>"
    )


@pytest.mark.parametrize("value", ["{{ operator.legal_name | name }}", "{{ venue.name | name }}"])
def test_a_full_stop_of_a_value_ends_no_sentence(value: str) -> None:
    """Only tokens are there yet, so “sp. z o.o.” cannot cut a sentence in two."""
    made = left(f"Ask {value} now. See [cameras](page:cameras).")
    assert made.startswith("<p>Ask ")
    assert made.endswith(" now.</p>")
