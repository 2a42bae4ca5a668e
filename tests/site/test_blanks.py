"""A value is filled in once, at the end, and never looked at again."""

from __future__ import annotations

from markupsafe import Markup

from placard.site.blanks import Blanks


def test_text_is_escaped_and_markup_is_not() -> None:
    blanks = Blanks()
    text, markup = blanks.hold("<b>&</b>"), blanks.hold(Markup("<b>1</b>"))
    assert blanks.fill(f"{text} {markup}") == "&lt;b&gt;&amp;&lt;/b&gt; <b>1</b>"


def test_a_value_that_looks_like_a_blank_stays_as_it_is() -> None:
    blanks = Blanks()
    secret, lookalike = blanks.hold("secret"), blanks.hold("\ue0020\ue003")
    assert blanks.fill(str(lookalike)) == "\ue0020\ue003"
    assert blanks.fill(str(secret)) == "secret"


def test_a_blank_comes_through_the_filters_of_the_theme() -> None:
    blanks = Blanks()
    blank = blanks.hold("</title><script>")
    assert blank.striptags() == blank
    assert blanks.fill(str(Markup.escape(blank))) == "&lt;/title&gt;&lt;script&gt;"
