"""The fields of a PDF as every viewer understands them: mended just before it is written.

Measured with WeasyPrint 70: it writes `gs` into a field's default appearance, lists radio buttons
twice, and asks viewers to draw fields anew, in which case Acrobat draws a second box over ours.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import pydyf
from weasyprint.document import Document

ALIAS = "Wingdings"
"""What fields call their font; the font itself is ours.

PDFium, which Chrome and Edge read PDFs with, takes a field's own font for letters beyond Western
Europe only where it bears this or a like name; else ą and 林 come from whatever the machine has, or
not at all (`CPDF_BAFontMap::GetWordFontIndex`, which trusts symbol fonts alone with any letter).
"""

SIZE_PT = 11
INK = "0.1 g"
DEFAULT = f"/{ALIAS} {SIZE_PT} Tf {INK}"
TICK = (0.16, 0.52, 0.40, 0.24, 0.86, 0.82)
"""The three points of a tick, in parts of the box."""
TICK_WIDTH = 0.11

_FONT = re.compile(rb"/(\S+) [\d.]+ Tf")
_CHECKABLE = ("radio", "checkbox")


def finish(document: Document, pdf: pydyf.PDF) -> None:
    """Mend the fields of a document; to be handed to WeasyPrint as its finisher."""
    form = pdf.catalog.get("AcroForm")
    if form is None:
        return
    fonts = _at(pdf, _at(pdf, form["DR"])["Font"])
    typed = pydyf.Dictionary()
    for element, widget in _widgets(document):
        if element.get("type") in _CHECKABLE:
            _tickable(pdf, element, widget)
            continue
        if asked := _FONT.search(widget["DA"].string):
            typed[ALIAS] = fonts[asked[1].decode()]
        _writable(pdf, widget)
    form["DR"] = pydyf.Dictionary({"Font": typed})
    form["DA"] = pydyf.String(DEFAULT)
    form["Fields"] = pydyf.Array(each for each in form["Fields"] if "Parent" not in _at(pdf, each))
    form.pop("NeedAppearances", None)


def _widgets(document: Document) -> Iterator[tuple[Any, Any]]:
    for page in document.pages:
        for inputs in page.forms.values():
            yield from ((box.element, box.widget_annotation) for box, _ in inputs)


def _writable(pdf: pydyf.PDF, widget: Any) -> None:
    """A text field: no lines to be seen behind what is typed, all of them where nothing is."""
    width, height = _upright(widget)
    empty = pydyf.Stream(
        [b"/Tx BMC EMC"],
        {"Type": "/XObject", "Subtype": "/Form", "BBox": pydyf.Array((0, 0, width, height))},
    )
    pdf.add_object(empty)
    widget["AP"] = pydyf.Dictionary({"N": empty.reference})
    widget["MK"] = pydyf.Dictionary({"BG": pydyf.Array((1, 1, 1))})
    widget["DA"] = pydyf.String(DEFAULT)


def _tickable(pdf: pydyf.PDF, element: Any, widget: Any) -> None:
    """A box: ticked with a tick whatever its kind; the buttons of a choice are called what it asks."""
    width, height = _upright(widget)
    left, low, across, bottom, right, high = (
        part * (height if number % 2 else width) for number, part in enumerate(TICK)
    )
    drawn = f"q {INK.upper()} {TICK_WIDTH * height:.3f} w 1 J 1 j {left:.3f} {low:.3f} m"
    drawn += f" {across:.3f} {bottom:.3f} l {right:.3f} {high:.3f} l S Q"
    for reference in widget["AP"]["N"].values():
        _at(pdf, reference).stream = [drawn.encode()]
    widget["MK"] = pydyf.Dictionary({"CA": pydyf.String("4")})  # a tick, where a viewer draws its own
    if "Parent" in widget:
        del widget["T"]  # a button is no field of its own
        _at(pdf, widget["Parent"])["TU"] = pydyf.String(element.get("data-question", ""))


def _upright(widget: Any) -> tuple[float, float]:
    """Name the corners of a field from below left to above right; return its width and height."""
    x, y, x2, y2 = widget["Rect"]
    widget["Rect"] = pydyf.Array((min(x, x2), min(y, y2), max(x, x2), max(y, y2)))
    return abs(x2 - x), abs(y2 - y)


def _at(pdf: pydyf.PDF, reference: bytes) -> Any:
    return pdf.objects[int(reference.split()[0])]
