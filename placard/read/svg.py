"""A logo drawn as SVG: read, rebuilt from what a drawing may hold, and written anew."""

from __future__ import annotations

from collections.abc import Iterator
from xml.sax.saxutils import escape, quoteattr

from placard.brand.contrast import ratio
from placard.brand.logo import Logo
from placard.brand.oklab import of_hex
from placard.read.svgparts import DRAWN, GRADIENTS, SVG
from placard.read.svgstyle import with_styles
from placard.read.svgtree import Part, Refused, read_tree

MOST_USES = 100
SEEN = 1.5
"""Contrast on white under which a shape is as good as not there."""


def read_svg(content: bytes) -> Logo:
    """Return the drawing, rebuilt; raises `Refused` for what no logo needs."""
    top, sheets = read_tree(content)
    with_styles(top, sheets)
    width, height, box = _size(top)
    _links(top)
    if not any(part.name in DRAWN for part in _all(top)):
        raise Refused("logo.svg_empty", 1)
    top.attributes |= {"viewBox": box, "width": f"{width:g}", "height": f"{height:g}"}
    written = f"<{_written(top, f' xmlns={quoteattr(SVG)}')}"
    return Logo("svg", written.encode(), width, height, pale=not _is_seen(top))


def _all(part: Part) -> Iterator[Part]:
    yield part
    for below in part.below:
        yield from _all(below)


def _size(top: Part) -> tuple[float, float, str]:
    """Return width, height and view box; a drawing without either has no shape one could reserve room for."""
    numbers = top.attributes.get("viewBox", "").replace(",", " ").split()
    if not numbers:
        sides = [top.attributes.get(name, "").removesuffix("px") for name in ("width", "height")]
        numbers = ["0", "0", *sides]
    try:
        left, up, width, height = map(float, numbers)
    except ValueError:
        raise Refused("logo.svg_size", top.line) from None
    if not (0 < width < 1e6 and 0 < height < 1e6):
        raise Refused("logo.svg_size", top.line)
    return width, height, f"{left:g} {up:g} {width:g} {height:g}"


def _links(top: Part) -> None:
    """Refuse what shows itself, or shows another time what shows others: it may grow without end."""
    parts: dict[str, Part] = {}
    for part in _all(top):
        # Renderers take the first of two; a harmless one last would answer for it here.
        if (name := part.attributes.get("id")) in parts:
            raise Refused("logo.svg_twice", part.line, {"what": str(name)})
        if name is not None:
            parts[name] = part
    uses = 0
    for part in _all(top):
        if (link := part.attributes.get("href")) is None:
            continue
        shown = parts.get(link[1:])
        uses += 1
        again = shown is None or any("href" in each.attributes for each in _all(shown))
        if again or uses > MOST_USES or part.name not in GRADIENTS | {"use"}:
            raise Refused("logo.svg_use", part.line, {"what": link})
    for part in _all(top):
        if part.name == "clipPath" and any("clip-path" in each.attributes for each in _all(part)):
            raise Refused("logo.svg_use", part.line, {"what": "clip-path"})


def _is_seen(part: Part, fill: str = "#000000") -> bool:
    """Tell whether any shape of the drawing stands out from white paper."""
    fill = part.attributes.get("fill", fill)
    paints = (fill, part.attributes.get("stroke", "none"))
    if part.name in DRAWN and any(_stands_out(paint) for paint in paints):
        return True
    return any(_is_seen(below, fill) for below in part.below)


def _stands_out(paint: str) -> bool:
    paint = {"white": "#ffffff", "#fff": "#ffffff"}.get(paint.lower(), paint.lower())
    if paint.startswith("#") and len(paint) == 4:
        paint = "#" + "".join(2 * digit for digit in paint[1:])
    if paint.startswith("#") and len(paint) == 7:
        return ratio(of_hex(paint), of_hex("#ffffff")) >= SEEN
    # A name, a gradient: nobody reckons it, and most of them are seen.
    return paint not in ("none", "transparent")


def _written(part: Part, more: str = "") -> str:
    attributes = "".join(f" {name}={quoteattr(value)}" for name, value in part.attributes.items())
    below = "".join(f"<{_written(each)}" for each in part.below)
    return f"{escape(part.name)}{more}{attributes}>{below}</{part.name}>"
