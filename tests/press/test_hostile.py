"""Values that look like markup, code or commands print as themselves; beside each stands its plain twin."""

from collections.abc import Callable
from html.parser import HTMLParser

import pytest
from markupsafe import Markup, escape

from placard.compose.outputs import Footer, LabelledFact, SheetWords, SignBlock
from placard.press import boxes
from placard.press.planning import PlannedSheet

HOSTILE = [
    "<script>alert(1)</script>",
    "</title><h1>x",
    "</style><style>*{display:none}",
    "<!-- ",
    "-->",
    "<![CDATA[x]]>",
    "&lt;b&gt;",
    "&nbsp;",
    "& Sons",
    "&#x200b;",
    "{{ 7 * 7 }}",
    "{% raw %}",
    "{# note #}",
    "${7*7}",
    "#{7*7}",
    "<%= 7 %>",
    "%s %d %n",
    "{n} {0} {name}",
    "“style=color:red”",
    "x” onload=”y",
    "<img src=x onerror=y>",
    "<svg><title>x</title></svg>",
    "<a href=javascript:x>x</a>",
    "<p><p><p>",
    "</p></section></body></html>",
    "<br><br>",
    "<wbr>",
    "| a | b |",
    "**bold** _it_",
    "[x](http://y)",
    "# Heading",
    "`code`",
    "; DROP TABLE signs; –",
    "../../etc/passwd",
    "file:///etc/passwd",
    "data:text/html,x",
    "url(http://x)",
    "@import x",
    "\\u003cb\\u003e \\n \\",
    "<template><slot>",
]


class Structure(HTMLParser):
    """The tags of a page with their attributes, places left out."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, ...]] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, *(name for name, _ in attributes)))

    def handle_endtag(self, tag: str) -> None:
        self.tags.append((f"/{tag}",))

    def handle_comment(self, data: str) -> None:
        self.tags.append(("comment",))


def signed_by(name: str, sign: Callable[..., SheetWords], block: Callable[..., SignBlock]) -> SheetWords:
    facts = (LabelledFact(Markup("Who films"), escape(name)),)
    footer = Footer("CAM-01", escape(name), "7K3F", Markup("in force"), Markup("proof"), sample=False)
    return sign(
        "cam-01", "en", blocks=(block("cam-01", "en", facts=facts),), footer=footer, title=name,
        pictogram_alt=name,
    )  # fmt: skip


def test_there_are_forty_of_them() -> None:
    assert len(set(HOSTILE)) == 40


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_name_prints_as_itself_and_changes_no_tag(
    sign: Callable[..., SheetWords],
    block: Callable[..., SignBlock],
    planned: Callable[[SheetWords], PlannedSheet],
    name: str,
) -> None:
    sheet = planned(signed_by(name, sign, block))
    twin = planned(signed_by("Old Mill", sign, block))
    assert Structure(sheet.html).tags == Structure(twin.html).tags
    lines = [line.text for line in boxes.lines(sheet.document) if line.name == "fact.0.0"]
    assert "".join(name.split()) in "".join("".join(lines).split())
    assert sheet.document.metadata.title.split() == name.split()
