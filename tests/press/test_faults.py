"""Faults planted by hand: each is caught, and told apart from the others."""

import re
from collections.abc import Callable
from dataclasses import replace

import pytest
from markupsafe import Markup

from placard.compose.outputs import LabelledFact, SheetWords, SignBlock
from placard.findings import Finding, said
from placard.press.fonts import FontSet
from placard.press.layout import LaidOut
from placard.press.planning import PlannedSheet
from placard.press.refusing import place_of
from placard.press.render import PressFault, press
from placard.press.room import check_room

Sign = Callable[..., SheetWords]
Planned = Callable[[SheetWords], PlannedSheet]
Faults = Callable[[PlannedSheet, str], set[str]]
Refused = Callable[[SheetWords], dict[str, Finding]]


@pytest.fixture
def plan(sign: Sign, planned: Planned) -> PlannedSheet:
    return planned(sign("cam-01", "en", "pl"))


def test_a_good_sheet_has_no_fault(plan: PlannedSheet, faults: Faults) -> None:
    assert faults(plan, plan.html) == set()


STYLES = [
    ("fact.0.2", "margin-top: -12mm", "press.overlap"),
    ("fact.0.2", "overflow: hidden", "press.clipped"),
    ("fact.0.2", "font-size: 12pt", "press.too_small"),
    ("fact.0.2", "font-size: 15.5pt", "press.sizes"),
    ("fact.0.2", "color: #8899aa", "press.contrast"),
    ("fact.0.2", "margin-left: -20mm", "press.outside"),
    ("head.0", "max-width: 55mm", "press.headline_lines"),
    ("head.0", "margin-left: 150mm", "press.outside"),
    ("pictogram", "max-width: 30mm", "press.pictogram_small"),
    ("qr", "max-width: 20mm", "press.qr_small"),
    ("qr", "margin-left: 160mm", "press.outside"),
    ("foot", "font-size: 6pt", "press.too_small"),
]
PAGES = [
    ("</body>", '<p style="break-before: page">more</p></body>', "press.pages"),
    ("size: 210mm 297mm", "size: 210mm 300mm", "press.paper"),
    ("Not recorded", "", "press.lost"),
    ("Not recorded", "Not recorded, and never be " + "re\u00ad" * 40, "press.hyphen"),
    ("Nie jest nagrywany", "Nie jest nagrywany, bo w<br>domu", "press.torn"),
]


@pytest.mark.parametrize(("name", "style", "code"), STYLES)
def test_a_fault_of_style_is_caught(
    plan: PlannedSheet, faults: Faults, name: str, style: str, code: str
) -> None:
    html = re.sub(rf'(data-(text|zone)="{re.escape(name)}" style=")', rf"\1{style}; ", plan.html)
    assert html != plan.html
    assert code in faults(plan, html)


@pytest.mark.parametrize(("old", "new", "code"), PAGES)
def test_a_fault_of_the_page_is_caught(
    plan: PlannedSheet, faults: Faults, old: str, new: str, code: str
) -> None:
    assert old in plan.html
    assert code in faults(plan, plan.html.replace(old, new))


def test_a_chinese_mark_may_not_begin_a_line(sign: Sign, planned: Planned, faults: Faults) -> None:
    plan = planned(sign("cam-01", "zh-Hans"))
    assert "press.mark" in faults(plan, plan.html.replace("14 天，</span>", "14 天<br>，</span>"))


def test_a_narrow_comma_between_chinese_words_is_pointed_out(
    sign: Sign, block: Callable[..., SignBlock], planned: Planned
) -> None:
    fact = LabelledFact(Markup("为什么"), Markup("了解进出人员,处理盗窃"))
    plan = planned(sign("cam-01", "zh-Hans", blocks=(block("cam-01", "zh-Hans", facts=(fact,)),)))
    assert [finding.code for finding in plan.findings if finding.code == "press.half_width"]


def test_a_misspelt_property_stops_the_press(plan: PlannedSheet, faces: FontSet) -> None:
    with pytest.raises(PressFault, match="colr"):
        press(faces).lay_out(plan.html.replace("<style>", "<style>p { colr: red } "))


@pytest.mark.parametrize(
    "source", ["nowhere.png", "../../../pyproject.toml", "https://example.org/a.png", "file:///etc/hostname"]
)
def test_a_picture_that_is_missing_or_elsewhere_stops_the_press(
    plan: PlannedSheet, faces: FontSet, source: str
) -> None:
    with pytest.raises(PressFault):
        press(faces).lay_out(plan.html.replace("</body>", f'<img src="{source}" alt="x"></body>'))


@pytest.mark.parametrize(
    "reference",
    [
        '<link rel="stylesheet" href="https://example.org/a.css">',
        "<style>@import url(file:///etc/passwd);</style>",
        '<svg width="9" height="9"><image href="file:///etc/hostname" width="9" height="9"/></svg>',
    ],
)
def test_no_other_way_leads_out_of_our_folders(plan: PlannedSheet, faces: FontSet, reference: str) -> None:
    def print_it() -> bytes:
        html = plan.html.replace("</body>", f"{reference}</body>")
        return press(faces).write(press(faces).lay_out(html), one_language=False)

    with pytest.raises(PressFault):
        print_it()


def test_a_picture_in_the_words_refuses_the_sign(
    sign: Sign, block: Callable[..., SignBlock], refused: Refused
) -> None:
    words = sign("cam-01", "en", blocks=(block("cam-01", "en", key=Markup('<img src="x.png">')),))
    assert "x.png" in refused(words)["press.engine"].values["line"]


@pytest.mark.parametrize("letters", ["🦖", "ခ", "𓀀", "ا"])
def test_a_letter_no_font_has_refuses_the_sign(
    sign: Sign, block: Callable[..., SignBlock], refused: Refused, letters: str
) -> None:
    words = sign("cam-01", "en", blocks=(block("cam-01", "en", key=Markup(f"Cameras {letters}")),))
    assert letters in refused(words)["press.missing_glyph"].values["letters"]


def test_a_polish_word_in_a_chinese_text_needs_its_language(
    sign: Sign, block: Callable[..., SignBlock], planned: Planned, refused: Refused
) -> None:
    def words(key: str) -> SheetWords:
        return sign("cam-01", "zh-Hans", blocks=(block("cam-01", "zh-Hans", key=Markup(key)),))

    assert refused(words("由 Łaźnia 经营"))["press.mixed_word"].values["word"] == "Łaźnia"
    assert planned(words('由 <span lang="pl">Łaźnia</span> 经营')).setting.sheet == "a4"


def test_an_unknown_pictogram_refuses_the_sign(sign: Sign, refused: Refused) -> None:
    assert "press.pictogram" in refused(sign("cam-01", "en", pictogram="camera-flying"))


def test_an_empty_quarter_is_pointed_out(plan: PlannedSheet, faces: FontSet) -> None:
    html = plan.html.replace("</style>", "section, .notice, .qr, .way, .address { display: none } </style>")
    laid = LaidOut(plan.words, plan.setting, press(faces).lay_out(html), place_of(plan.words))
    found = [finding for finding in check_room(laid) if finding.code == "press.empty_quarter"]
    assert [finding.values["quarter"] for finding in found] == [
        said("words.lower_left"),
        said("words.lower_right"),
    ]


def test_a_finding_names_the_sheet_and_the_file_with_its_words(
    sign: Sign, block: Callable[..., SignBlock], refused: Refused
) -> None:
    words = sign("cam-01", "en", blocks=(block("cam-01", "en", key=Markup("🦖")),))
    found = refused(replace(words, stem="cam-01.yard"))["press.missing_glyph"]
    assert str(found.place) == "content/public/signs/cam-01.yml"
    assert found.values["sheet"] == "cam-01.yard"
