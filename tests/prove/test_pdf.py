"""The text of a PDF as a reader reads it: words that a line's end has cut are whole again."""

from __future__ import annotations

from placard.prove.pdf import mended, squeezed


def test_a_word_cut_by_a_hyphen_is_read_whole() -> None:
    assert mended("com\u00ad\r\nplain") == "complain"


def test_a_hyphen_of_the_word_itself_may_stand_at_the_end_of_a_line() -> None:
    assert squeezed("at the desk, by e\ufffe\r\nmail") == squeezed("at the desk, by e-mail")
    assert squeezed("by e\ufffemail or by post") == squeezed("by e-mail or by post"), "far from any line end"
    assert squeezed("complain\u2010\r\ning") == squeezed("complaining")
    assert squeezed("by e-mail") != squeezed("by a mail")
