"""Values that look like markup, code or commands print as themselves; beside each stands its plain twin."""

from collections.abc import Callable
from html.parser import HTMLParser

import pytest
from markupsafe import Markup, escape

from placard.compose.outputs import Footer, LabelledFact, SheetWords, SignBlock
from placard.press import boxes, filling
from placard.press.filling import Labels
from placard.press.fonts import FontSet
from placard.press.planning import PlannedSheet, plan_sheet

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
    """The tags of a page with the names of their attributes; drawings, whose lines vary, left out."""

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


def signed_by(
    names: list[str], sign: Callable[..., SheetWords], block: Callable[..., SignBlock]
) -> SheetWords:
    facts = tuple(LabelledFact(Markup("Who films"), escape(name)) for name in names)
    footer = Footer("CAM-01", escape(names[0]), "7K3F", Markup("in force"), Markup("proof"), sample=False)
    return sign(
        "cam-01", "en", blocks=(block("cam-01", "en", facts=facts),), footer=footer, title=names[0],
        pictogram_alt=names[0],
    )  # fmt: skip


def test_there_are_forty_of_them() -> None:
    assert len(set(HOSTILE)) == 40


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_name_changes_no_tag(
    sign: Callable[..., SheetWords],
    block: Callable[..., SignBlock],
    twin: PlannedSheet,
    labels: Labels,
    name: str,
) -> None:
    page = filling.page(signed_by([name] * 10, sign, block), twin.setting, labels)
    assert Structure(page).tags == Structure(twin.html).tags


@pytest.mark.parametrize("tenth", range(4))
def test_hostile_names_print_as_themselves(
    sign: Callable[..., SheetWords],
    block: Callable[..., SignBlock],
    planned: Callable[[SheetWords], PlannedSheet],
    tenth: int,
) -> None:
    names = HOSTILE[tenth * 10 : tenth * 10 + 10]
    sheet = planned(signed_by(names, sign, block))
    for number, name in enumerate(names):
        lines = [line.text for line in boxes.lines(sheet.document) if line.name == f"fact.0.{number}"]
        assert "".join("".join(lines).split()) == "Whofilms" + "".join(name.split())
    assert sheet.document.metadata.title.split() == names[0].split()


@pytest.fixture(scope="module")
def twin(
    sign: Callable[..., SheetWords], block: Callable[..., SignBlock], faces: FontSet, labels: Labels
) -> PlannedSheet:
    """The plain twin: the same sign of a place with a plain name."""
    sheet = plan_sheet(signed_by(["Old Mill"] * 10, sign, block), faces, labels)
    assert isinstance(sheet, PlannedSheet)
    return sheet
