"""The quick reader of tags sees what the thorough one of the standard library sees."""

from __future__ import annotations

from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from placard.prove.markup import BROKEN, tags, text

from .conftest import files


class Thorough(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str]]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        attributes: dict[str, str] = {}
        for name, value in attrs:
            attributes.setdefault(name, value or "")
        self.found.append((tag, attributes))


def thoroughly(page: str) -> list[tuple[str, dict[str, str]]]:
    reader = Thorough()
    reader.feed(page)
    reader.close()
    return reader.found


def quickly(page: str) -> list[tuple[str, dict[str, str]]]:
    return [(tag.name, tag.attributes()) for tag in tags(page)]


@pytest.mark.parametrize("path", [path for path in files() if path.endswith(".html")])
def test_both_read_a_real_page_alike(path: str) -> None:
    page = files()[path]
    assert len(quickly(page)) > 15
    assert quickly(page) == thoroughly(page)


words = st.text(st.sampled_from("ab 14&;{}ąę摄\n=/'"), max_size=8)
values = st.text(st.sampled_from("ab 1&<>;{}/=ą"), max_size=8)
attributes = st.one_of(
    st.builds('{}="{}"'.format, st.sampled_from(["id", "href", "DATA-x", "on-x"]), values),
    st.builds("{}='{}'".format, st.sampled_from(["id", "href", "class"]), values),
    st.sampled_from(["hidden", "id=bare", "href = 'x'", "id=''"]),
)
elements = st.builds(
    "<{0} {1}>{2}</{0}>".format,
    st.sampled_from(["p", "a", "H1", "svg", "my-element"]),
    st.lists(attributes, max_size=3).map(" ".join),
    words,
)
raw = st.builds(
    "<{0} {1}>{2}</{0}>".format,
    st.sampled_from(["script", "STYLE"]),
    attributes,
    st.sampled_from(["if (a<b && c>d)", "'<a href=x>'", "", "/* </p> */", "\n1 < 2 \n"]),
)
empty = st.sampled_from(
    ["<br>", "<br/>", '<img src="a>b">', "<!-- <p id=x> -->", "<!doctype html>", "<hr />"]
)


@given(st.lists(st.one_of(elements, raw, empty, words), max_size=8).map("".join))
def test_both_read_any_page_of_ours_alike(page: str) -> None:
    assert quickly(page) == thoroughly(page)


def test_what_never_ends_is_broken_and_nothing_behind_it_is_lost() -> None:
    assert [tag.name for tag in tags('<p>a</p><a href="x><b id="y">c</b>')] == ["p", BROKEN, "b"]
    assert [tag.name for tag in tags('<p title="open')] == [BROKEN]
    assert [tag.name for tag in tags("<script>open<p>")] == [BROKEN, "p"]


def test_a_reader_reads_words_and_not_what_frames_them() -> None:
    page = (
        "<title>Old &amp; New</title><style>p{}</style><script>var x = '14 days'</script>"
        '<h1>Kept</h1><p>after <b>14</b>&nbsp;days, <a title="30 days">all\nof it</a></p>'
        "<p>no</p>more<br>lines"
    )
    lines = [line for line in text(page).split("\n") if line]
    assert lines == ["Old & New", "Kept", "after 14 days, all of it", "no", "more", "lines"]
