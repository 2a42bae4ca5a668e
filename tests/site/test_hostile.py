"""Whatever an owner types as a name is shown as typed, and changes no page."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest

from placard.site.build import build_site

VALUES = [
    "<script>window.hit=1</script>",
    "</script><script>window.hit=1</script>",
    "<img src=x onerror=window.hit=1>",
    "<svg/onload=window.hit=1>",
    '"><script>window.hit=1</script>',
    "'><b>bold</b>",
    '" onmouseover="window.hit=1',
    "' autofocus onfocus='window.hit=1",
    "</title><script>window.hit=1</script>",
    "</style><b>",
    "</h1></section></main><hr>",
    "<!-- hidden",
    "--> shown",
    "<![CDATA[x]]>",
    "<?php echo 1 ?>",
    "&lt;b&gt;",
    "&amp;amp; &nbsp; &#60;",
    "A & B",
    "a < b > c",
    "{{ 7 * 7 }}",
    "{{ config.site_name }}",
    "{% raw %}{% endblock %}",
    "{# gone #}",
    "${7*7} #{7*7} <%= 7*7 %>",
    "[link](javascript:alert(1))",
    "![image](https://evil.example/x.png)",
    "[ref]: https://evil.example",
    "**bold** _it_ `code` ~~x~~",
    "# heading",
    "- item",
    "1. item",
    "> quote",
    "```fence```",
    "a | b | c",
    "{: #id .class onclick=x }",
    "!!! note",
    "--8<-- 'secret'",
    "<https://evil.example>",
    "++ctrl+alt++ :smile: ==mark==",
    "javascript:alert(1)",
    "data:text/html,<script>window.hit=1</script>",
    "\\1 \\g<0> %s %(x)s {0} {x}",
    "zażółć 摄像头 ‘quotes’ “quotes” …",
    "x" * 300,
]
HARMLESS = "Harmless"


@dataclass
class Shape(HTMLParser):
    """Tags and names of attributes, in order; text and titles apart."""

    tags: list[tuple[str, ...]] = field(default_factory=list)
    texts: list[str] = field(default_factory=list)
    attributes: set[str] = field(default_factory=set)

    def __post_init__(self) -> None:
        super().__init__()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, *(name for name, _ in attrs)))
        self.attributes |= {value or "" for _, value in attrs}

    def handle_endtag(self, tag: str) -> None:
        self.tags.append((f"/{tag}",))

    def handle_data(self, data: str) -> None:
        if data.strip():
            self.tags.append(("text",))
            self.texts.append(data)

    def handle_comment(self, data: str) -> None:
        self.tags.append(("comment",))

    def handle_decl(self, decl: str) -> None:
        self.tags.append((decl,))


def shape(page: Path) -> Shape:
    found = Shape()
    found.feed(page.read_text("utf-8"))
    found.close()
    return found


def venue_pages(site: Path, venue: str) -> Iterator[Path]:
    pages = [*(site / venue).rglob("*.html"), *(site / "q" / venue).rglob("*.html")]
    pages += [path for path in (site / "s").rglob("*.html") if path.parent.name.endswith(f"-{venue}")]
    assert len(pages) == 12
    return iter(sorted(pages))


@pytest.fixture(scope="module")
def hostile(maker: Any, tmp_path_factory: pytest.TempPathFactory) -> Path:
    into = tmp_path_factory.mktemp("hostile")
    venues = [
        maker.venue(f"v{number}", name=value, legal_name=value, email=value, phone=value)
        for number, value in enumerate([HARMLESS, *VALUES])
    ]
    assert build_site(maker.site(*venues), into) == []
    return into


def test_there_are_enough_of_them() -> None:
    assert len(VALUES) >= 40
    assert len(set(VALUES)) == len(VALUES)


@pytest.mark.parametrize("number", range(1, len(VALUES) + 1), ids=[value[:24] for value in VALUES])
def test_no_page_changes_its_shape_and_the_value_is_shown_as_typed(hostile: Path, number: int) -> None:
    value = VALUES[number - 1]
    harmless = [shape(page) for page in venue_pages(hostile, "v0")]
    for expected, page in zip(harmless, venue_pages(hostile, f"v{number}"), strict=True):
        found = shape(page)
        assert found.tags == expected.tags, page
        assert any(value in text for text in found.texts), page
        if "cameras" in page.parts:
            assert any(value in text and text.endswith(f"– {value}") for text in found.texts), "the title"
            assert f"mailto:{value}?" in {a[: len(value) + 8] for a in found.attributes}


@pytest.mark.parametrize("number", range(1, len(VALUES) + 1), ids=[value[:24] for value in VALUES])
def test_the_search_shows_the_value_as_typed(hostile: Path, number: int) -> None:
    value = VALUES[number - 1]
    index = json.loads((hostile / f"v{number}/en/search/search_index.json").read_text("utf-8"))
    (entry,) = (doc for doc in index["docs"] if doc["location"] == "cameras/#access")
    found = Shape()
    found.feed(entry["text"])
    found.close()
    assert {tag for tag in found.tags} == {("p",), ("text",), ("/p",)}
    assert any(value in text for text in found.texts)
