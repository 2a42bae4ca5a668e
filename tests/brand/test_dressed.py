"""Sheets, pages and papers dressed in a logo and a colour: nobody reads less, and no code changes."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from placard.brand.look import PLAIN, Look
from placard.compose.documents import Composer
from placard.compose.venue import ComposedVenue, compose_venue
from placard.library.library import Library
from placard.phrases.context import Context
from placard.plan.documents import plan
from placard.press import fonts, templates
from placard.press.cache import PressCache, plan_key
from placard.press.fonts import FontSet
from placard.press.outcome import Printed
from placard.press.paper import SHEETS
from placard.press.planning import PlannedSheet, plan_sheet
from placard.press.printing import PrintShop
from placard.press.venue import labels_of
from placard.read.venue import VenueFile
from placard.site.build import build_site
from placard.site.from_words import site_of
from placard.staff.venue import papers

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def faces() -> FontSet:
    return fonts.prepare()


@pytest.fixture
def dressed(
    library: Library, typed: Callable[..., object], context_of: Callable[[VenueFile], Context]
) -> Callable[[Look], ComposedVenue]:
    """Put the words of the sample together under a look."""
    context = context_of(typed().file)  # type: ignore[attr-defined]

    def compose(look: Look) -> ComposedVenue:
        return compose_venue(Composer(library, context, look), plan(library, context))

    return compose


def codes(venue: ComposedVenue) -> dict[str, str]:
    sheets = {words.stem: words.footer.code for _, words in venue.sheets}
    forms = {f"{form.id}.{form.language}": form.footer.code for form in venue.forms}
    return sheets | forms | {paper.stem: paper.code for paper in papers(venue)}


@pytest.mark.slow
def test_no_code_changes_with_the_look_so_nothing_must_be_printed_again(
    dressed: Callable[[Look], ComposedVenue], look: Callable[..., Look]
) -> None:
    plain = codes(dressed(PLAIN))
    assert len(plain) > 30
    assert codes(dressed(look(300, 100))) == plain
    assert codes(dressed(look(100, 100, colour="#c8102e"))) == plain


@pytest.mark.slow
@pytest.mark.parametrize(
    ("width", "height"), [(300, 100), (100, 100), (1200, 100), (100, 1200), (0.2, 0.1)],
    ids=["wide", "square", "very wide", "very tall", "tiny units"],
)  # fmt: skip
def test_a_logo_of_any_shape_stands_at_the_foot_inside_the_margins(
    dressed: Callable[[Look], ComposedVenue],
    look: Callable[..., Look],
    faces: FontSet,
    width: float,
    height: float,
) -> None:
    venue = dressed(look(width, height))
    words = next(words for _, words in venue.sheets if words.stem == "rgt-03")
    sheet = plan_sheet(words, faces, labels_of([venue]))
    assert isinstance(sheet, PlannedSheet), sheet.findings
    assert sheet.findings == ()
    logo, foot, band = (sheet.setting.zones[name] for name in ("logo", "foot", "band"))
    paper = SHEETS[sheet.setting.sheet]
    assert logo.left + logo.width == pytest.approx(paper.width - paper.margin)
    assert logo.top + logo.height <= paper.height - paper.margin + 0.01
    assert logo.width / logo.height == pytest.approx(width / height, rel=0.01)
    assert foot.left + foot.width < logo.left
    assert band.top + band.height < min(logo.top, foot.top)
    assert max(logo.width / 35, logo.height / 7.7) == pytest.approx(1, abs=0.01), (
        "a signature, no more and no less"
    )


def test_a_colour_like_a_warning_is_on_no_sheet_and_no_pictogram_is_ever_touched(
    dressed: Callable[[Look], ComposedVenue], look: Callable[..., Look], faces: FontSet
) -> None:
    for colour, bands in (("#c8102e", 0), ("#8a4b24", 1)):
        venue = dressed(look(300, 100, colour=colour))
        words = next(words for _, words in venue.sheets if words.stem == "cam-04")
        sheet = plan_sheet(words, faces, labels_of([venue]))
        assert isinstance(sheet, PlannedSheet)
        assert sheet.html.count(colour) == bands
        assert templates.pictogram(words.pictogram, words.pictogram_alt) in sheet.html


@pytest.mark.slow
def test_a_logo_makes_no_sheet_larger_and_no_warning_new(
    dressed: Callable[[Look], ComposedVenue], look: Callable[..., Look], faces: FontSet, tmp_path: Path
) -> None:
    def printed(venue: ComposedVenue) -> dict[str, tuple[str, int]]:
        shop = PrintShop(faces, labels_of([venue]), PressCache(tmp_path))
        made = [
            each for each in shop.print_all([words for _, words in venue.sheets]) if isinstance(each, Printed)
        ]
        return {each.stem: (each.sheet, len(each.findings)) for each in made}

    plain = printed(dressed(PLAIN))
    assert len(plain) > 10
    assert printed(dressed(look(100, 100))) == plain


def test_another_logo_of_the_same_shape_is_another_pdf_after_the_same_plan(
    dressed: Callable[[Look], ComposedVenue], look: Callable[..., Look], faces: FontSet, tmp_path: Path
) -> None:
    venues = [dressed(look(300, 100, ink=ink)) for ink in ("#204060", "#204061")]
    first, second = (next(words for _, words in each.sheets if words.stem == "chg-05") for each in venues)
    labels = labels_of(venues)
    assert plan_key(first, faces.digest, labels) == plan_key(second, faces.digest, labels)
    shop = PrintShop(faces, labels, PressCache(tmp_path))
    one, other = shop.print_all([first, second])
    assert isinstance(one, Printed)
    assert isinstance(other, Printed)
    assert one.path != other.path
    assert shop.printed(replace(first, look=look(300, 100, ink="#204062"))) is None


def test_papers_of_the_staff_bear_the_logo_and_take_the_colour_only_where_it_can_be_read(
    dressed: Callable[[Look], ComposedVenue], look: Callable[..., Look]
) -> None:
    dark, light = (
        next(
            paper.html for paper in papers(dressed(look(300, 100, colour=colour))) if paper.kind == "handbook"
        )
        for colour in ("#8a4b24", "#e8b4a0")
    )
    assert dark.count("data:image/svg+xml;base64,") == 1
    assert 'style="--information: #8a4b24;' in dark
    assert 'style="--information: #1a1a1a;' in light
    assert 'style="border-color: #e8b4a0"' in light


@pytest.mark.slow
def test_pages_show_the_logo_from_their_own_site_and_fetch_nothing_else(
    dressed: Callable[[Look], ComposedVenue], look: Callable[..., Look], library: Library, tmp_path: Path
) -> None:
    venue = dressed(look(300, 100))
    assert build_site(site_of(library, [venue]), tmp_path / "wide") == []
    page = (tmp_path / "wide" / venue.venue_id / "en" / "cameras" / "index.html").read_text("utf-8")
    (logo,) = re.findall(r'<img class="placard-logo wordmark"[^>]*>', page)
    assert 'src="../../logo.svg"' in logo
    assert 'alt="Old Mill Bathhouse"' in logo
    assert (tmp_path / "wide" / venue.venue_id / "logo.svg").read_bytes() == look(300, 100).logo.content  # type: ignore[union-attr]
    assert "--band: #8a4b24" in page
    assert 'rel="icon" href="../../../favicon.svg"' in page

    square = dressed(look(100, 100))
    assert build_site(site_of(library, [square]), tmp_path / "square") == []
    page = (tmp_path / "square" / venue.venue_id / "pl" / "index.html").read_text("utf-8")
    assert re.search(r'<img class="placard-logo"[^>]*alt=""[^>]*><span>Old Mill', page)
    assert 'rel="icon" href="../logo.svg"' in page


@pytest.mark.slow
def test_a_changed_logo_file_is_noticed_by_the_next_build(
    tmp_path: Path, type_venue: Callable[..., Path], build_py: Callable[..., object]
) -> None:
    venues = tmp_path / "venues"
    shutil.copytree(ROOT / "venues" / "brand", venues / "brand")
    last = "\neffective_on: 2027-01-04\n"
    type_venue(venues, {last: f"{last}brand: {{logo: brand/old-mill.svg}}\n"}, keep_id=True)

    def site() -> str:
        where = ("--venues", venues, "--out", tmp_path / "out", "--as-of", "2026-12-01")
        return build_py("site", *where).told  # type: ignore[attr-defined, no-any-return]

    site()
    assert "out: nothing to make" in site()
    logo = venues / "brand" / "old-mill.svg"
    logo.write_text(logo.read_text("utf-8").replace("#8a4b24", "#8a4b25"), "utf-8")
    assert "out: 0 new, " in (told := site())
    assert "nothing to make" not in told
    published = tmp_path / "out" / "site" / "old-mill-bathhouse" / "logo.svg"
    assert b"#8a4b25" in published.read_bytes()
