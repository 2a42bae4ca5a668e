"""Whatever an owner types as a name is shown as typed, and changes the shape of nothing that is made.

The names stand in the real words: pages and search of the site, handbook, quiz, sheets and hanging plan.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest

from placard.compose.venue import ComposedVenue
from placard.library.library import Library
from placard.press import filling, hanging
from placard.press.fonts import prepare
from placard.press.outcome import Printed
from placard.press.planning import PlannedSheet, plan_sheet
from placard.press.setting import Setting
from placard.press.venue import hanging_plan
from placard.prove.markup import text
from placard.prove.pdf import open_pdf, squeezed
from placard.read.venue import read_venue
from placard.site.build import build_site
from placard.site.from_words import site_of
from placard.staff.venue import papers

pytestmark = pytest.mark.slow

SAMPLE = "old-mill-bathhouse"
AS_OF = "2026-12-01"
LANGUAGES = ("en", "pl")
HARMLESS = "Harmless House"
VALUES = [
    # tags and their ends
    "<script>window.hit=1</script>",
    "</script><script>window.hit=1</script>",
    "<img src=x onerror=window.hit=1>",
    "<svg/onload=window.hit=1>",
    "</title><script>window.hit=1</script>",
    "</style><style>*{display:none}</style>",
    "</h1></section></main></body></html>",
    "<!-- never closed",
    "--> never opened",
    "<![CDATA[x]]>",
    "<?xml version=1?>",
    "<b>Bold</b> & <i>Brave</i>",
    "a < b > c",
    # attributes
    '"><b>',
    "'><b>",
    '" onmouseover="window.hit=1',
    "' autofocus onfocus='window.hit=1",
    "x` onclick=`y",
    # entities
    "&lt;b&gt;",
    "&amp;amp; &nbsp; &#60; &#x3c;",
    "Soap & Water &copy",
    # templates
    "{{ 7 * 7 }}",
    "{{ venue.name | name }}",
    "{% raw %}{% endraw %}",
    "{# gone #}",
    "{n} {0} {name} %s %(x)s ${7*7} #{7*7} <%= 7 %>",
    "\\1 \\g<0> \\n \\u003cb\\u003e",
    # Markdown
    "**bold** _it_ `code` ~~x~~",
    "[link](javascript:alert(1))",
    "![image](https://evil.example/x.png)",
    "[ref]: https://evil.example",
    "# Heading",
    "- item",
    "1. item",
    "> quote",
    "| a | b |",
    "--- | ---",
    "{: #id .class onclick=x }",
    "!!! note",
    "https://evil.example/ <https://evil.example>",
    "page:cameras#areas",
    # style
    "; } * { display: none } /*",
    "url(//evil.example) @import x",
    # letters
    "‘quotes’ “and” „more” »yet« 'straight' \"too\"",
    "Łaźnia Żółta Gęś",
    "老磨坊浴场",
    "老磨坊 & Old <Mill> 浴场",
    "בית מרחץ ישן",
    "Donaudampfschifffahrtsgesellschaftskapitänsmützenabzeichenverleihungskommission",
    "Ends with a stop.",
    "Yes",
    "0312",
]
REFUSED = {
    "null": "\x00",
    "bell": "\x07",
    "escape": "\x1b",
    "delete": "\x7f",
    "next-line": "\x85",
    "line-separator": "\u2028",
    "right-to-left-override": "\u202e",
    "left-to-right-embedding": "\u202a",
    "isolate": "\u2066",
    "zero-width-space": "\u200b",
    "byte-order-mark": "\ufeff",
    "private-use": "\ue000",
    "our-own-token": "\ue0000\ue001",
    "private-plane": "\U000f0000",
    "no-character": "\uffff",
}
KEPT_TOGETHER = re.compile(r'<span class="together">(.*?)</span>', re.DOTALL)
"""As many as a line has phrases: they are how it may break, and not what it says."""
PLACES = ("name", "legal_name", "room", "undress", "partner", "sharer")


def changes(value: str) -> dict[str, str]:
    """The sample with a value in every place where an owner types a name."""
    typed = "'" + value.replace("'", "''") + "'"
    return {
        "\nname: Old Mill Bathhouse\n": f"\nname: {typed}\n",
        "legal_name: Old Mill Bathhouse Ltd": f"legal_name: {typed}",
        "{id: entrance, kind: entrance,": f"{{id: entrance, kind: entrance, name: {typed},",
        "{id: showers, kind: shower,": f"{{id: showers, kind: shower, name: {typed},",
        "name: Slotwise": f"name: {typed}",
        "shared_with: Weir Lane Brewery": f"shared_with: {typed}",
    }


class Shape(HTMLParser):
    """The tags of a page with the names of their attributes, in order; the words apart."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, ...]] = []
        self.words: list[str] = []
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, *(name for name, _ in attrs)))

    def handle_endtag(self, tag: str) -> None:
        self.tags.append((f"/{tag}",))

    def handle_data(self, data: str) -> None:
        if data.strip():
            self.tags.append(("words",))
            self.words.append(data)

    def handle_comment(self, data: str) -> None:
        self.tags.append(("comment",))

    def handle_decl(self, decl: str) -> None:
        self.tags.append(("declaration",))

    def handle_pi(self, data: str) -> None:
        self.tags.append(("instruction",))

    def unknown_decl(self, data: str) -> None:
        self.tags.append(("unknown",))

    def says(self, value: str) -> bool:
        return any(plain(value) in plain(words) for words in self.words)


def plain(words: str) -> str:
    """Words with every blank alike: a language may tie small words with a blank that does not break."""
    return " ".join(words.split())


@pytest.fixture(scope="module")
def venues(
    tmp_path_factory: pytest.TempPathFactory,
    type_venue: Callable[..., Path],
    composed: Callable[..., ComposedVenue],
) -> list[ComposedVenue]:
    """The harmless house first, then one house for each value, all else equal."""
    folder = tmp_path_factory.mktemp("hostile")
    made = []
    for number, value in enumerate([HARMLESS, *VALUES]):
        path = type_venue(folder, changes(value), f"v{number:02d}")
        file, findings = read_venue(path, f"venues/{path.name}")
        assert file is not None, (value, findings)
        assert file.venue.name.first() == value, "reading has changed it"
        made.append(composed(file))
        assert not made[-1].withheld, value
    return made


def test_there_are_enough_of_them() -> None:
    assert len(VALUES) >= 40
    assert len(set(VALUES)) == len(VALUES)


# --- the site --------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def site(
    library: Library, venues: list[ComposedVenue], tmp_path_factory: pytest.TempPathFactory
) -> dict[str, dict[str, str]]:
    """Every page of every house, by house and by its path within it."""
    into = tmp_path_factory.mktemp("site")
    assert build_site(site_of(library, venues), into) == []
    pages: dict[str, dict[str, str]] = {}
    for venue in (venue.venue_id for venue in venues):
        files = [*(into / venue).rglob("*.html"), *(into / "q" / venue).rglob("*.html")]
        files += (into / venue).rglob("search_index.json")
        pages[venue] = {
            path.relative_to(into).as_posix().replace(venue, "venue"): path.read_text("utf-8")
            for path in files
        }
        assert pages[venue].keys() == pages[venues[0].venue_id].keys()
        assert len(pages[venue]) > 2 * 8
    return pages


@pytest.fixture(scope="module")
def harmless_pages(site: dict[str, dict[str, str]]) -> dict[str, Shape]:
    return {path: Shape(page) for path, page in site["v00"].items() if path.endswith(".html")}


SHOWN_ON = ("venue/{}/index.html", "venue/{}/privacy/index.html", "venue/{}/cameras/index.html")


@pytest.mark.parametrize("number", range(1, len(VALUES) + 1), ids=[value[:24] for value in VALUES])
def test_no_page_of_the_site_changes_its_shape_and_each_shows_the_name_as_typed(
    site: dict[str, dict[str, str]], harmless_pages: dict[str, Shape], number: int
) -> None:
    value, pages = VALUES[number - 1], site[f"v{number:02d}"]
    assert len(harmless_pages) > 2 * 8
    for path, expected in harmless_pages.items():
        found = Shape(pages[path])
        assert found.tags == expected.tags, path
        assert found.says(value), path
    for language in LANGUAGES:
        privacy = text(pages[f"venue/{language}/privacy/index.html"])
        cameras = text(pages[f"venue/{language}/cameras/index.html"])
        lines = {"partner": privacy.split("\n"), "room": cameras.split("\n")}
        assert plain(value) in map(plain, lines["partner"]), "a cell of the table of partners"
        assert any(plain(value) in plain(line) for line in lines["room"]), "a cell of the table of areas"


@pytest.mark.parametrize("number", range(1, len(VALUES) + 1), ids=[value[:24] for value in VALUES])
def test_the_search_shows_the_name_as_typed(site: dict[str, dict[str, str]], number: int) -> None:
    value = VALUES[number - 1]
    for language in LANGUAGES:
        path = f"venue/{language}/search/search_index.json"
        found, harmless = (json.loads(site[venue][path])["docs"] for venue in (f"v{number:02d}", "v00"))
        assert [doc["location"] for doc in found] == [doc["location"] for doc in harmless]
        shapes = [Shape(doc["text"]) for doc in found]
        assert [shape.tags for shape in shapes] == [Shape(doc["text"]).tags for doc in harmless]
        assert sum(shape.says(value) for shape in shapes) >= 3


# --- paper -----------------------------------------------------------------------------------------------


def staff_papers(venue: ComposedVenue) -> Mapping[str, str]:
    return {paper.stem + paper.kind: paper.html for paper in papers(venue)}


@pytest.fixture(scope="module")
def harmless_papers(venues: list[ComposedVenue]) -> dict[str, Shape]:
    return {stem: Shape(html) for stem, html in staff_papers(venues[0]).items()}


@pytest.mark.parametrize("number", range(1, len(VALUES) + 1), ids=[value[:24] for value in VALUES])
def test_no_staff_paper_changes_its_shape_and_each_shows_the_name_as_typed(
    venues: list[ComposedVenue], harmless_papers: dict[str, Shape], number: int
) -> None:
    value, pages = VALUES[number - 1], staff_papers(venues[number])
    assert harmless_papers.keys() == pages.keys()
    assert len(pages) > 12
    for stem, expected in harmless_papers.items():
        found = Shape(pages[stem])
        assert found.tags == expected.tags, stem
        assert found.says(value), stem


@pytest.fixture(scope="module")
def settings(venues: list[ComposedVenue], library: Library) -> dict[str, Setting]:
    """Where the words of the harmless house's sheets are placed."""
    labels = {language: dict(each.words) for language, each in library.labels.items()}
    placed = {}
    for _, words in venues[0].sheets:
        if words.stem in ("cam-01.entrance", "pho-01.showers", "rgt-03"):
            planned = plan_sheet(words, prepare(), labels)
            assert isinstance(planned, PlannedSheet), planned
            placed[words.stem] = planned.setting
    assert len(placed) == 3
    return placed


@pytest.mark.parametrize("number", range(1, len(VALUES) + 1), ids=[value[:24] for value in VALUES])
def test_no_sheet_changes_its_shape_and_each_shows_the_name_as_typed(
    venues: list[ComposedVenue], settings: dict[str, Setting], library: Library, number: int
) -> None:
    labels = {language: dict(each.words) for language, each in library.labels.items()}
    shapes: list[dict[str, Shape]] = []
    for venue in (venues[0], venues[number]):
        # One code for both: how a drawing is built is the business of the code alone.
        made = {w.stem: replace(w, qr=w.qr and "https://a.example/q/") for _, w in venue.sheets}
        pages = {stem: filling.page(made[stem], setting, labels) for stem, setting in settings.items()}
        shapes.append({stem: Shape(KEPT_TOGETHER.sub(r"\1", page)) for stem, page in pages.items()})
    harmless, found = shapes
    for stem, expected in harmless.items():
        assert found[stem].tags == expected.tags, stem
        assert found[stem].says(VALUES[number - 1]), stem


@pytest.mark.parametrize("number", range(1, len(VALUES) + 1), ids=[value[:24] for value in VALUES])
@pytest.mark.parametrize("language", LANGUAGES)
def test_no_hanging_plan_changes_its_shape_and_each_names_the_other_user_as_typed(
    venues: list[ComposedVenue], library: Library, language: str, number: int
) -> None:
    def page(venue: ComposedVenue) -> str:
        printed = Printed("stem", "a4", Path("stem.pdf"), ())
        delivered = [(planned, words, printed) for planned, words in venue.sheets]
        return hanging.page(hanging_plan(venue, delivered, language), library.labels[language].words)

    value = VALUES[number - 1]
    harmless, found = Shape(page(venues[0])), Shape(page(venues[number]))
    assert found.tags == harmless.tags
    sides = [
        library.labels[language].words["shared_side"].replace("{name}", name) for name in (value, HARMLESS)
    ]
    assert harmless.says(sides[1])
    assert found.says(sides[0])


# --- the whole line, three times ---------------------------------------------------------------------------

WHOLE = [
    "</title><script>window.hit=1</script>",
    "{{ 'i' * 7 }} | {% raw %} **x** [y](z) &amp; \\1 \"",
    "老磨坊 & Old <Mill> 浴场",
]


@pytest.mark.parametrize("number", range(len(WHOLE)))
def test_a_hostile_name_passes_the_whole_line(
    tmp_path: Path,
    type_venue: Callable[..., Path],
    build_py: Callable[..., Any],
    number: int,
) -> None:
    value = WHOLE[number]
    type_venue(tmp_path / "venues", changes(value))
    run = build_py("--venues", tmp_path / "venues", "--out", tmp_path / "out", "--as-of", AS_OF)
    assert run.code == 0, run.told + run.progress
    for language in LANGUAGES:
        page = tmp_path / "out" / "site" / SAMPLE / language / "privacy" / "index.html"
        assert Shape(page.read_text("utf-8")).says(value)
        book = open_pdf((tmp_path / "out" / "staff" / SAMPLE / f"handbook.{language}.pdf").read_bytes())
        assert squeezed(value) in squeezed(book.pages[0].text)
    sheets = list((tmp_path / "out" / "print" / SAMPLE).glob("*-01*.pdf"))
    assert len(sheets) > 7
    for sheet in sheets:
        pdf = open_pdf(sheet.read_bytes())
        assert squeezed(value) in squeezed(pdf.pages[0].text), sheet.name
        assert squeezed(value) in squeezed(pdf.metadata["Title"]), sheet.name


def test_letters_no_font_of_ours_can_draw_are_refused_before_paper_is_wasted(
    tmp_path: Path, type_venue: Callable[..., Path], build_py: Callable[..., Any]
) -> None:
    type_venue(tmp_path / "venues", {"\nname: Old Mill Bathhouse\n": "\nname: בית מרחץ\n"})
    run = build_py("print", "--venues", tmp_path / "venues", "--out", tmp_path / "out", "--as-of", AS_OF)
    assert run.code == 1
    assert [line for line in run.lines if ": error: " in line and "מ" in line], run.told
    assert "Traceback" not in run.progress
    assert not (tmp_path / "out").exists()


# --- what reading refuses ----------------------------------------------------------------------------------


@pytest.mark.parametrize("letter", REFUSED.values(), ids=REFUSED)
@pytest.mark.parametrize("place", range(len(PLACES)), ids=PLACES)
def test_letters_nobody_can_see_are_refused_with_their_line(
    tmp_path: Path, type_venue: Callable[..., Path], letter: str, place: int
) -> None:
    old, new = list(changes(f"Old{letter}Mill").items())[place]
    path = type_venue(tmp_path, {old: new})
    line = next(n for n, words in enumerate(path.read_text("utf-8").split("\n"), start=1) if letter in words)
    file, findings = read_venue(path, "venues/old.yml")
    assert file is None
    told = [(finding.place.file, finding.place.line, finding.code.split(".")[0]) for finding in findings]
    assert ("venues/old.yml", line, "letters") in told


@pytest.mark.parametrize("letter", ["\\u202e", "\\ue000", "\\0", "\\u200b"])
def test_such_letters_written_as_escapes_are_refused_too(
    tmp_path: Path, type_venue: Callable[..., Path], letter: str
) -> None:
    path = type_venue(tmp_path, {"\nname: Old Mill Bathhouse\n": f'\nname: "Old{letter}Mill"\n'})
    file, findings = read_venue(path, "venues/old.yml")
    assert file is None
    assert "letters.escaped" in {finding.code for finding in findings}


def values_and_refusals() -> Iterator[str]:
    yield from VALUES
    yield from (f"Old{letter}Mill" for letter in REFUSED.values())


def test_no_value_is_both_shown_and_refused() -> None:
    assert len(set(values_and_refusals())) == len(VALUES) + len(REFUSED)
