"""Styles of a drawing, written back as attributes: a style sheet could fetch, they cannot."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

import tinycss2

from placard.read.svgparts import ATTRIBUTES, PRESENTATION, REACHES_OUT
from placard.read.svgtree import Part, Refused

Declared = Mapping[str, str]


def with_styles(top: Part, sheets: Sequence[tuple[int, str]]) -> None:
    """Put what styles say in the place of the attributes they stand for; raises `Refused`."""
    rules = [rule for line, sheet in sheets for rule in _rules(sheet, line - 1)]
    waiting = [top]
    while waiting:
        part = waiting.pop()
        waiting += part.below
        own: dict[str, str] = {}
        classes = " ".join(style[6:] for style in part.styles if style.startswith("class:")).split()
        names = {part.name, *(f".{name}" for name in classes), f"#{part.attributes.get('id', '')}"}
        for selector, declared in rules:
            if selector in names:
                own |= declared
        for style in part.styles:
            if style.startswith("style:"):
                nodes = tinycss2.parse_blocks_contents(style[6:], skip_comments=True, skip_whitespace=True)
                own |= _declared(nodes, part.line)
        part.attributes |= own


def _rules(sheet: str, above: int) -> Iterator[tuple[str, Declared]]:
    """Yield selectors with what they declare: those of an element, a class or an id."""
    for node in tinycss2.parse_stylesheet(sheet, skip_comments=True, skip_whitespace=True):
        if node.type != "qualified-rule":
            raise Refused(
                "logo.svg_style", above + node.source_line, {"what": f"@{getattr(node, 'at_keyword', '')}"}
            )
        content = tinycss2.parse_blocks_contents(node.content, skip_comments=True, skip_whitespace=True)
        declared = _declared(content, above + node.source_line)
        for selector in tinycss2.serialize(node.prelude).split(","):
            name = selector.strip()
            if not name.removeprefix(".").removeprefix("#").replace("-", "").replace("_", "").isalnum():
                raise Refused("logo.svg_style", above + node.source_line, {"what": name[:60]})
            yield name, declared


def _declared(nodes: Sequence[tinycss2.ast.Node], line: int) -> Declared:
    """Return the declarations that are kept; others (fonts, blending) say nothing to a shape."""
    kept: dict[str, str] = {}
    for node in nodes:
        if node.type != "declaration":
            raise Refused("logo.svg_style", line, {"what": node.type})
        value = tinycss2.serialize(node.value).strip()
        if REACHES_OUT.search(value):
            raise Refused("logo.svg_outside", line, {"what": value[:60]})
        if node.lower_name in PRESENTATION:
            if not ATTRIBUTES[node.lower_name].fullmatch(value):
                raise Refused("logo.svg_value", line, {"what": node.lower_name, "value": value[:60]})
            kept[node.lower_name] = value
    return kept
