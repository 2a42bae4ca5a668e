"""A drawing as a tree of what it may be made of; while it is read, nothing of it is run or fetched.

The reader is expat of the standard library. What is declared in a document type is refused before it is used,
so no entity ever grows.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from xml.parsers import expat

from placard.read.svgparts import (
    ACTIVE,
    ALLOWED,
    ATTRIBUTES,
    PICTURES,
    REACHES_OUT,
    SILENT,
    SVG,
    WORDS,
    XLINK,
)

MOST_PARTS, DEEPEST = 5000, 40


@dataclass(slots=True)
class Part:
    """An element that is kept, with the attributes that are kept, as they were written."""

    name: str
    attributes: dict[str, str]
    line: int
    styles: tuple[str, ...] = ()
    below: list[Part] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Refused(Exception):
    """Something no logo needs: the code of its message, the line, what stands there."""

    code: str
    line: int
    values: Mapping[str, str] = field(default_factory=dict)


class _Reader:
    def __init__(self) -> None:
        self.parser = expat.ParserCreate(namespace_separator=" ")
        self.parser.SetParamEntityParsing(expat.XML_PARAM_ENTITY_PARSING_NEVER)
        self.parser.buffer_text = True
        self.parser.StartElementHandler = self._opens
        self.parser.EndElementHandler = self._closes
        self.parser.CharacterDataHandler = self._says
        self.parser.StartDoctypeDeclHandler = self._declares
        self.parser.EntityDeclHandler = self._entity
        self.parser.SkippedEntityHandler = self._entity
        self.parser.ProcessingInstructionHandler = self._instructs
        self.top: Part | None = None
        self.open: list[Part] = []
        self.left_out = 0
        self.in_style = False
        self.sheets: list[tuple[int, str]] = []
        self.count = 0

    def _refuse(self, code: str, **values: str) -> None:
        raise Refused(code, self.parser.CurrentLineNumber, values)

    def _declares(self, name: str, system: str | None, public: str | None, inner: int) -> None:
        # The bare line old editors write names a format and is never followed; what it declares would be.
        if inner:
            self._refuse("logo.svg_entities")

    def _entity(self, *what: object) -> None:
        self._refuse("logo.svg_entities")

    def _instructs(self, target: str, data: str) -> None:
        if target.lower() == "xml-stylesheet":
            self._refuse("logo.svg_outside", what="xml-stylesheet")

    def _opens(self, name: str, attributes: dict[str, str]) -> None:
        space, _, local = name.rpartition(" ")
        self.count += 1
        if self.count > MOST_PARTS or len(self.open) + self.left_out > DEEPEST:
            self._refuse("logo.svg_too_much", most=str(MOST_PARTS))
        if local in ACTIVE and (space == SVG or local in ("script", "iframe", "object", "embed")):
            self._refuse("logo.svg_active", what=local)
        if self.left_out or space != SVG:
            self._nothing_without_a_drawing(space, local)
            self.left_out += 1
        elif local == "style":
            self.in_style, self.left_out = True, self.left_out + 1
            self.sheets.append((self.parser.CurrentLineNumber, ""))
        elif local in WORDS:
            self._refuse("logo.svg_text")
        elif local in PICTURES:
            self._refuse("logo.svg_picture")
        elif local in SILENT:
            self.left_out += 1
        elif local not in ALLOWED:
            self._refuse("logo.svg_element", what=local)
        else:
            self._keep(local, attributes)

    def _nothing_without_a_drawing(self, space: str, local: str) -> None:
        if self.top is None:
            self._refuse("logo.svg_not_svg", what=local if space != SVG else f"{local} without svg")

    def _keep(self, name: str, attributes: dict[str, str]) -> None:
        if (self.top is None) != (name == "svg"):
            self._refuse("logo.svg_not_svg" if self.top is None else "logo.svg_element", what=name)
        named = [(*full.rpartition(" ")[::2], value) for full, value in attributes.items()]
        ours = {local: value for space, local, value in named if space in ("", XLINK)}
        for local, value in ours.items():
            self._look_at(local, value)
        kept = {local: " ".join(value.split()) for local, value in ours.items() if local in ATTRIBUTES}
        styles = tuple(f"{local}:{value}" for local, value in ours.items() if local in ("style", "class"))
        part = Part(name, kept, self.parser.CurrentLineNumber, styles)
        if self.open:
            self.open[-1].below.append(part)
        else:
            self.top = part
        self.open.append(part)

    def _look_at(self, name: str, value: str) -> None:
        """Refuse an attribute that does something, reaches out, or is not what its name promises."""
        if name.lower().startswith("on"):
            self._refuse("logo.svg_active", what=name)
        links = name in ("href", "src") and not value.strip().startswith("#")
        if links or REACHES_OUT.search(value):
            self._refuse("logo.svg_outside", what=value[:60])
        shape = ATTRIBUTES.get(name)
        if shape is not None and not shape.fullmatch(value):
            self._refuse("logo.svg_value", what=name, value=value[:60])

    def _closes(self, name: str) -> None:
        if self.left_out:
            self.left_out -= 1
            self.in_style = False
        else:
            self.open.pop()

    def _says(self, text: str) -> None:
        if self.in_style:
            line, before = self.sheets[-1]
            self.sheets[-1] = line, before + text


def read_tree(content: bytes) -> tuple[Part, list[tuple[int, str]]]:
    """Return the drawing, and its style sheets with the lines they begin on; raises `Refused`."""
    reader = _Reader()
    try:
        reader.parser.Parse(content, True)
    except expat.ExpatError as fault:
        raise Refused("logo.svg_broken", fault.lineno, {"why": expat.ErrorString(fault.code)}) from None
    except (ValueError, LookupError):
        # An encoding nobody knows, or letters that are not in it.
        raise Refused("logo.svg_broken", 1, {"why": "unknown encoding"}) from None
    if reader.top is None:
        raise Refused("logo.svg_not_svg", 1, {"what": "nothing"})
    return reader.top, reader.sheets
