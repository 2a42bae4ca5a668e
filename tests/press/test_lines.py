"""Breaking lines by arithmetic."""

from markupsafe import Markup

from placard.press.lines import Piece, Text, balanced, broken, evened, joined
from placard.press.measures import Measures
from placard.press.phrases import names_together, phrases, together


def text(*widths: float, clings: tuple[int, ...] = ()) -> Text:
    return Text(tuple(Piece(width, 0.25, n in clings) for n, width in enumerate(widths)), 1.3)


def shape(of: Text, width: float) -> list[int]:
    return [line.pieces for line in broken(of, width)]


def test_each_line_takes_what_fits() -> None:
    assert shape(text(3, 3, 3), 6.5) == [2, 1]
    assert shape(text(3, 3, 3), 100) == [3]
    assert shape(text(3, 3, 3), 1) == [1, 1, 1]


def test_a_balanced_headline_has_lines_of_like_length() -> None:
    headline = text(3, 3, 3, 3)
    assert shape(headline, 10.2) == [3, 1]
    assert shape(headline, balanced(headline, 10.2)) == [2, 2]


def test_balancing_never_costs_a_line() -> None:
    headline = text(2, 4, 6, 3)
    for width in range(7, 20):
        assert len(broken(headline, balanced(headline, width))) == len(broken(headline, width))


def test_no_last_line_is_one_lonely_word_where_that_can_be_helped() -> None:
    words = text(3, 3, 3, 3, 3)
    assert shape(words, 13.5) == [4, 1]
    assert shape(words, evened(words, 13.5)) == [3, 2]


def test_a_single_letter_is_not_left_at_a_line_end() -> None:
    words = text(4, 4, 0.5, 4, 3, clings=(2,))
    assert shape(words, 9.5) == [3, 2]
    assert shape(words, evened(words, 9.5)) == [2, 3]


def test_a_text_nothing_can_be_done_about_keeps_its_width() -> None:
    assert evened(text(3, 3), 4) == 4


def test_a_label_runs_into_its_words() -> None:
    assert shape(joined(text(2), text(3, 3), 0.5), 6) == [2, 1]


def test_a_sentence_of_a_headline_is_kept_on_one_line() -> None:
    assert phrases(Markup("Something wrong? Tell us")) == ("Something wrong?", "Tell us")
    assert phrases(Markup("有问题，请告诉我们")) == ("有问题，", "请告诉我们")
    assert phrases(Markup("oldmill.example/<wbr>q/<wbr>cam-01")) == ("oldmill.example/", "q/", "cam-01")


def test_words_with_markup_inside_stay_whole() -> None:
    words = Markup('由 <span lang="pl">Łaźnia. Gęś</span> 经营')
    assert phrases(words) == (words,)


def test_keeping_phrases_together_changes_no_letter() -> None:
    for words in ("Something wrong? Tell us", "有问题，请告诉我们", "No photos", "a &amp; b. c"):
        assert together(Markup(words)).striptags() == Markup(words).striptags()


def test_phrases_are_never_cut_inside_a_link_or_a_name() -> None:
    contact = Markup('店长，<a href="mailto:a@b.example">a，b</a>，电话')
    assert phrases(contact) == ("店长，", '<a href="mailto:a@b.example">a，b</a>，', "电话")


def test_a_name_of_another_language_is_kept_on_one_line_and_the_words_beside_it_are_not() -> None:
    words = Markup('Run by <span lang="zh-Hans">玉镜美容</span> in town')
    assert names_together(words) == (
        'Run by <span class="together"><span lang="zh-Hans">玉镜美容</span></span> in town'
    )
    assert names_together(Markup("Run by us")) == "Run by us"


def test_a_han_clause_may_cost_one_line_but_is_torn_where_it_is_wider_than_its_column() -> None:
    letters, clauses = text(*(1.0,) * 12), text(7.0, 5.0)
    measures = Measures({"body.0.0": letters, "body.0.0@+": clauses, "foot.dots": letters, "foot.0": letters})
    em = 10 * 25.4 / 72

    def extent(width: float) -> tuple[int, bool, bool]:
        found = measures.extent("body.0.0", width * em, 10.0, "over", 10.0)
        return found.lines, found.together, found.torn

    assert extent(20) == (1, True, False)
    assert extent(10.5) == (2, True, False)
    assert extent(6.5) == (3, False, True)
