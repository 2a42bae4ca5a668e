"""What a drawing may be made of: elements, attributes, the shape of every value; the rest goes or is refused.

Source: the presentation attributes and shapes of SVG 2 that draw and do nothing else.
"""

from __future__ import annotations

import re

SVG = "http://www.w3.org/2000/svg"
XLINK = "http://www.w3.org/1999/xlink"

DRAWN = frozenset({"path", "rect", "circle", "ellipse", "line", "polyline", "polygon"})
GRADIENTS = frozenset({"linearGradient", "radialGradient"})
ALLOWED = DRAWN | GRADIENTS | {"svg", "g", "defs", "symbol", "use", "clipPath", "stop"}

SILENT = frozenset({"title", "desc", "metadata"})
"""Said to editors and readers of the file; the outputs say the name of the venue instead."""

WORDS = frozenset({"text", "tspan", "textPath", "tref", "altGlyph", "font", "font-face"})
PICTURES = frozenset({"image", "feImage"})
ACTIVE = frozenset(
    {"script", "foreignObject", "a", "animate", "animateColor", "animateMotion", "animateTransform", "set",
     "mpath", "discard", "iframe", "embed", "object", "audio", "video", "canvas", "handler", "listener"}
)  # fmt: skip

_NUMBER = r"[-+]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][-+]?\d{1,3})?"
_LENGTH = rf"{_NUMBER}(?:px|pt|pc|mm|cm|in|em|ex|%)?"
_LENGTHS = rf"{_LENGTH}(?:[\s,]+{_LENGTH}){{0,400}}"
_LINK = r"#[A-Za-z_][\w.:-]{0,100}"
_HERE = rf"url\(\s*['\"]?{_LINK}['\"]?\s*\)"
_COLOUR = r"#[0-9a-fA-F]{3,8}|[a-zA-Z]{3,24}|rgba?\([\d\s.,%/]{3,60}\)|hsla?\([\d\s.,%/deg]{3,60}\)"
_PAINT = rf"{_COLOUR}|{_HERE}(?:\s+(?:{_COLOUR}))?"
_WORD = r"[a-zA-Z-]{2,30}"

PRESENTATION = {
    "fill": _PAINT,
    "stroke": _PAINT,
    "stop-color": _COLOUR,
    "color": _COLOUR,
    "fill-opacity": _LENGTH,
    "stroke-opacity": _LENGTH,
    "stop-opacity": _LENGTH,
    "opacity": _LENGTH,
    "stroke-width": _LENGTH,
    "stroke-miterlimit": _NUMBER,
    "stroke-dashoffset": _LENGTH,
    "stroke-dasharray": rf"none|{_LENGTHS}",
    "stroke-linecap": _WORD,
    "stroke-linejoin": _WORD,
    "fill-rule": _WORD,
    "clip-rule": _WORD,
    "clip-path": rf"none|{_HERE}",
    "display": _WORD,
    "visibility": _WORD,
}
"""What a style may say, too."""

_GEOMETRY = {
    "d": r"[MmZzLlHhVvCcSsQqTtAa\d\s.,eE+-]*",
    "points": r"[\d\s.,eE+-]*",
    "transform": r"(?:(?:matrix|translate|scale|rotate|skewX|skewY)\s*\([\d\s.,eE+-]{1,200}\)[\s,]*){0,40}",
    "viewBox": rf"{_NUMBER}(?:[\s,]+{_NUMBER}){{3}}",
    "preserveAspectRatio": r"[a-zA-Z ]{4,24}",
    "offset": _LENGTH,
    "gradientUnits": _WORD,
    "clipPathUnits": _WORD,
    "spreadMethod": _WORD,
    "id": r"[A-Za-z_][\w.:-]{0,100}",
    "href": _LINK,
} | dict.fromkeys(
    ("x", "y", "x1", "y1", "x2", "y2", "cx", "cy", "r", "rx", "ry", "fx", "fy", "fr", "width", "height"),
    _LENGTH,
)
_GEOMETRY["gradientTransform"] = _GEOMETRY["transform"]

ATTRIBUTES = {
    name: re.compile(rf"\s*(?:{shape})\s*", re.DOTALL) for name, shape in (_GEOMETRY | PRESENTATION).items()
}

REACHES_OUT = re.compile(
    r"url\(\s*['\"]?\s*(?![\s'\"#])|javascript:|data:|expression\(|@import|\\|-moz-binding|behavior\s*:",
    re.IGNORECASE,
)
"""What asks for something outside the drawing, or may do so once a reader has put it together."""
