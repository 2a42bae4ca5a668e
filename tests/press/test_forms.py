"""Forms as a reader gets them: tagged, nothing ticked, to be typed in with the letters of the language."""

from __future__ import annotations

import ctypes
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import combinations, pairwise
from pathlib import Path

import pypdfium2
import pypdfium2.raw as pdfium
import pytest
from fontTools.ttLib import TTFont

from placard.compose.venue import ComposedVenue
from placard.library.forms import FormField
from placard.library.library import Library
from placard.press.cache import PressCache
from placard.press.fonts import FontSet
from placard.press.forms import print_forms, print_staff_forms
from placard.press.pool import Crew
from placard.press.typing import TYPED_HAN, TYPED_SANS, repertoire, typed_faces
from placard.read.venue import VenueFile, read_venue

pytestmark = pytest.mark.slow

VENUES = Path(__file__).parents[2] / "venues"
POLISH = "ąćęłńóśźżĄĆĘŁŃÓŚŹŻ"
CHINESE = "林若溪玥面部护理，Az9"
MM = 25.4 / 72
A4_HEIGHT_MM = 297.0


@pytest.fixture(scope="session")
def printed(
    once: Callable[..., Path], faces: FontSet, composed: Callable[[VenueFile], ComposedVenue]
) -> dict[str, Path]:
    """The forms of the three samples by file name, printed once; of a name two places have, the last's."""

    def make(folder: Path) -> None:
        for path in sorted(VENUES.glob("*.yml")):
            file, findings = read_venue(path, f"venues/{path.name}")
            assert file is not None, findings
            for print_some in (print_forms, print_staff_forms):
                made, findings = print_some([composed(file)], faces, PressCache(folder / "press"), Crew(1))
                assert not findings, findings
                for each in made:
                    (folder / each.path.name).write_bytes(each.file.read_bytes())

    folder = once("forms", make)
    return {path.name: path for path in sorted(folder.glob("*.a4.pdf"))}


@dataclass(frozen=True)
class Field:
    """A field as a viewer sees it; corners in millimetres from the upper left of its page."""

    page: int
    kind: int
    name: str
    spoken: str
    checked: bool
    value: str
    left: float
    top: float
    right: float
    bottom: float


class Viewer:
    """A form opened in PDFium, which Chrome and Edge open PDFs with."""

    def __init__(self, path: Path) -> None:
        self.pdf = pypdfium2.PdfDocument(path)
        self.pdf.init_forms()
        self.form = self.pdf.formenv.raw
        self.pages = list(self.pdf)

    def fields(self) -> list[Field]:
        return [field for number in range(len(self.pages)) for _, field in self._on(number)]

    def _on(self, number: int) -> Iterator[tuple[object, Field]]:
        page = self.pages[number]
        for index in range(pdfium.FPDFPage_GetAnnotCount(page)):
            annotation = pdfium.FPDFPage_GetAnnot(page, index)
            kind = pdfium.FPDFAnnot_GetFormFieldType(self.form, annotation)
            if kind < 0:
                continue  # a link
            edges = pdfium.FS_RECTF()
            pdfium.FPDFAnnot_GetRect(annotation, ctypes.byref(edges))
            high, low = sorted((edges.top, edges.bottom), reverse=True)
            yield (
                annotation,
                Field(
                    number,
                    kind,
                    self._text(pdfium.FPDFAnnot_GetFormFieldName, annotation),
                    self._text(pdfium.FPDFAnnot_GetFormFieldAlternateName, annotation),
                    bool(pdfium.FPDFAnnot_IsChecked(self.form, annotation)),
                    self._text(pdfium.FPDFAnnot_GetFormFieldValue, annotation),
                    edges.left * MM,
                    (page.get_height() - high) * MM,
                    edges.right * MM,
                    (page.get_height() - low) * MM,
                ),
            )

    def _text(self, ask: Callable[..., int], annotation: object) -> str:
        length = ask(self.form, annotation, None, 0)
        told = ctypes.create_string_buffer(length)
        ask(self.form, annotation, ctypes.cast(told, ctypes.POINTER(ctypes.c_ushort)), length)
        return told.raw.decode("utf-16-le").rstrip("\0")

    def typed(self, name: str, text: str) -> bytes:
        """Type into a field as a person does, over whatever stands in it; return how it looks then."""
        number = next(field.page for field in self.fields() if field.name == name)
        page = self.pages[number]
        for annotation, field in self._on(number):
            if field.name == name:
                pdfium.FORM_SetFocusedAnnot(self.form, annotation)
                pdfium.FORM_SelectAllText(self.form, page)
                written = ctypes.create_string_buffer(f"{text}\0".encode("utf-16-le"))
                letters = ctypes.cast(written, ctypes.POINTER(ctypes.c_ushort))
                pdfium.FORM_ReplaceSelection(self.form, page, letters)
                pdfium.FORM_ForceToKillFocus(self.form)
                return self._drawn(number, field)
        raise LookupError(name)

    def ticked(self, name: str) -> tuple[bytes, bytes]:
        """Click on a box; return how it looked before and how it looks after."""
        number = next(field.page for field in self.fields() if field.name == name)
        field = next(field for _, field in self._on(number) if field.name == name)
        page, before = self.pages[number], self._drawn(number, field)
        across, up = (field.left + field.right) / 2 / MM, (A4_HEIGHT_MM - (field.top + field.bottom) / 2) / MM
        for act in (pdfium.FORM_OnMouseMove, pdfium.FORM_OnLButtonDown, pdfium.FORM_OnLButtonUp):
            act(self.form, page, 0, across, up)
        pdfium.FORM_ForceToKillFocus(self.form)
        return before, self._drawn(number, field)

    def _drawn(self, number: int, field: Field) -> bytes:
        page = self.pages[number]
        width, height = page.get_size()
        around = (field.left / MM, height - field.bottom / MM, width - field.right / MM, field.top / MM)
        return bytes(page.render(scale=2, crop=around, may_draw_forms=True).to_pil().convert("L").tobytes())


def ink(drawn: bytes) -> int:
    return sum(shade < 128 for shade in drawn)


def test_the_places_have_the_forms_of_their_types(printed: dict[str, Path], library: Library) -> None:
    of_guests = {
        "request", "complaint", "not-filmed", "opinion", "survey", "image-release", "picture-consent",
        "health-consent", "treatment-card",
    }  # fmt: skip
    made = {name.split(".")[0] for name in printed}
    assert of_guests <= made
    assert made - of_guests == {name for each in library.types.values() for name in each.staff_forms}
    assert {name.split(".")[-3] for name in printed} == {"en", "pl", "zh-Hans"}


def test_a_form_is_one_leaf_of_paper(printed: dict[str, Path]) -> None:
    assert {len(pypdfium2.PdfDocument(path)) for path in printed.values()} <= {1, 2}


def test_nothing_is_ticked_or_written_beforehand(printed: dict[str, Path]) -> None:
    for name, path in printed.items():
        fields = Viewer(path).fields()
        assert len(fields) > 2, name
        assert not [field for field in fields if field.checked or field.value not in ("", "Off")], name


def test_every_field_has_a_name_of_its_own_that_can_be_read_aloud(printed: dict[str, Path]) -> None:
    for name, path in printed.items():
        fields = [f for f in Viewer(path).fields() if f.kind != pdfium.FPDF_FORMFIELD_RADIOBUTTON]
        assert all(field.spoken and field.spoken != field.name for field in fields), name
        assert len({field.name for field in fields}) == len(fields), name


def test_the_buttons_of_a_choice_are_called_what_is_asked(printed: dict[str, Path]) -> None:
    fields = Viewer(printed["image-release.pl.a4.pdf"]).fields()
    buttons = [field for field in fields if field.name == "use-instagram"]
    assert [button.spoken for button in buttons] == ["Instagram", "Instagram"]


def test_one_walks_through_the_fields_in_the_order_one_reads_them(printed: dict[str, Path]) -> None:
    for name, path in printed.items():
        for one, following in pairwise(Viewer(path).fields()):
            below = following.top > one.top + 1 or following.page > one.page
            assert below or following.left > one.left or following.bottom > one.bottom, (name, one, following)


def test_the_fields_stand_in_the_structure_of_the_document(printed: dict[str, Path]) -> None:
    for name, path in printed.items():
        viewer = Viewer(path)
        assert pdfium.FPDFCatalog_IsTagged(viewer.pdf), name
        opened = opened_up(path)
        assert opened.count(b"/S /Form") == len(viewer.fields()), name
        assert b"pdfuaid" in opened, name


def test_viewers_are_not_asked_to_draw_the_fields_anew(printed: dict[str, Path]) -> None:
    assert not any(b"NeedAppearances" in opened_up(path) for path in printed.values())


def test_boxes_are_large_enough_for_a_pen_and_lines_far_enough_apart(
    printed: dict[str, Path], library: Library
) -> None:
    parts = [part for form in library.forms.values() for each in form.every_section for part in each.parts]
    tables = tuple(f"{part.id}-" for part in parts if isinstance(part, FormField) and part.kind == "table")
    assert tables
    for name, path in printed.items():
        for field in Viewer(path).fields():
            tickable = field.kind in (pdfium.FPDF_FORMFIELD_CHECKBOX, pdfium.FPDF_FORMFIELD_RADIOBUTTON)
            least = 5.0 if tickable else 6.9
            assert field.bottom - field.top >= least - 0.01, (name, field)
            narrowest = least if tickable else 11 if field.name.startswith(tables) else 40
            assert field.right - field.left >= narrowest - 0.01, (name, field)


def test_no_field_lies_over_another_or_off_the_page(printed: dict[str, Path]) -> None:
    for name, path in printed.items():
        fields = Viewer(path).fields()
        for one, other in combinations(fields, 2):
            apart = (
                one.page != other.page
                or one.right <= other.left + 0.1
                or other.right <= one.left + 0.1
                or one.bottom <= other.top + 0.1
                or other.bottom <= one.top + 0.1
            )
            assert apart, (name, one, other)
        width, height = (side * MM for side in Viewer(path).pages[0].get_size())
        inside = (f.right <= width - 10 and f.bottom <= height - 12 for f in fields)
        assert all(inside), name
        assert all(f.left >= 10 and f.top >= 10 for f in fields), name


@pytest.mark.parametrize(
    ("name", "field", "letters"),
    [
        ("complaint.pl.a4.pdf", "name", POLISH),
        ("complaint.pl.a4.pdf", "story", POLISH),
        ("request.zh-Hans.a4.pdf", "name", CHINESE),
        ("request.zh-Hans.a4.pdf", "about", CHINESE),
        ("complaint.en.a4.pdf", "name", f"Ağéœ{POLISH}"),
    ],
)
def test_each_letter_one_types_is_drawn_and_looks_like_no_other(
    printed: dict[str, Path], name: str, field: str, letters: str
) -> None:
    viewer = Viewer(printed[name])
    drawn = {letter: viewer.typed(field, letter) for letter in letters}
    assert all(ink(picture) > 8 for picture in drawn.values())
    assert len(set(drawn.values())) == len(letters)


def test_what_one_types_hides_the_lines_for_the_pen_and_only_there(printed: dict[str, Path]) -> None:
    viewer = Viewer(printed["complaint.en.a4.pdf"])
    story = next(field for field in viewer.fields() if field.name == "story")
    ruled = viewer._drawn(story.page, story)
    assert sum(shade < 200 for shade in ruled) > 5000
    typed = viewer.typed("story", "x")
    assert sum(shade < 200 for shade in typed) < 500


def test_a_tick_is_seen_and_a_choice_holds_one(printed: dict[str, Path]) -> None:
    viewer = Viewer(printed["complaint.en.a4.pdf"])
    before, after = viewer.ticked("about-service")
    assert ink(before) < 20 < ink(after)
    viewer.ticked("answer-by")
    buttons = [field for field in viewer.fields() if field.name == "answer-by"]
    assert [button.checked for button in buttons] == [True, False]


@pytest.mark.parametrize("form", ["image-release", "picture-consent", "health-consent"])
def test_the_slip_stands_at_the_foot_of_the_last_page(printed: dict[str, Path], form: str) -> None:
    cuts = {"en": "Cut here", "pl": "Tu odciąć", "zh-Hans": "沿虚线剪下"}
    for name, path in printed.items():
        if not name.startswith(form):
            continue
        viewer, cut = Viewer(path), cuts[name.split(".")[1]]
        texts = [page.get_textpage() for page in viewer.pages]
        assert [cut in text.get_text_range() for text in texts] == [False] * (len(texts) - 1) + [True], name
        searched = texts[-1].search(cut)
        at, length = searched.get_next()
        cut_mm = A4_HEIGHT_MM - texts[-1].get_charbox(at)[3] * MM
        slip = [field for field in viewer.fields() if field.name.startswith("back")]
        assert all(field.page == len(texts) - 1 and field.top > cut_mm for field in slip), name
        others = [f for f in viewer.fields() if f not in slip and f.page == len(texts) - 1]
        assert all(field.bottom < cut_mm for field in others), name
        assert 185 < cut_mm < 245, name
        assert length


def test_a_form_pressed_twice_is_the_same_byte_for_byte(
    faces: FontSet, tmp_path: Path, composed: Callable[[VenueFile], ComposedVenue]
) -> None:
    file, _ = read_venue(VENUES / "old-mill-bathhouse.yml", "venues/old-mill-bathhouse.yml")
    assert file is not None
    venue = composed(file)
    once, again = (
        [
            each.file.read_bytes()
            for each in print_forms([venue], faces, PressCache(tmp_path / name), Crew(1))[0]
        ]
        for name in ("once", "again")
    )
    assert once == again
    assert len(once) == 10


def test_the_type_of_fields_holds_every_letter_somebody_may_type(faces: FontSet) -> None:
    cut = {face.family: set(TTFont(face.path).getBestCmap()) for face in typed_faces(faces)}
    assert set(map(ord, POLISH)) <= cut[TYPED_SANS]
    assert set(map(ord, "玥珺喆，。（）李王张é·")) <= cut[TYPED_HAN]
    wanted = {chr(point) for point in repertoire(TYPED_HAN)} - {chr(point) for point in cut[TYPED_HAN]}
    assert not [letter for letter in wanted if letter.isalpha()]


def opened_up(path: Path) -> bytes:
    """Return a PDF with every stream unpacked."""
    raw = path.read_bytes()
    opened = [raw]
    for piece in raw.split(b"stream\n")[1:]:
        try:
            opened.append(zlib.decompressobj().decompress(piece))
        except zlib.error:
            continue
    return b"\n".join(opened)
