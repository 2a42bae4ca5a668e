"""What most properties of most elements are, told at once: the engine reckons each of them when asked.

Of some five thousand properties the engine asks for on a page, nine in ten stand in no style sheet: they are
what every property begins as, or what the element around has. The values are the engine's own, and so are the
bytes of the PDF; where a style sheet says anything, the engine reckons as ever.
"""

from __future__ import annotations

import warnings
from collections.abc import Mapping
from typing import Any

with warnings.catch_warnings():
    # A machine without any system font: ours come by @font-face.
    warnings.filterwarnings("ignore", message="No fonts configured")
    from weasyprint import css
    from weasyprint.css import AnonymousStyle, ComputedStyle
    from weasyprint.css.computed_values import PHYSICAL_FUNCTIONS
    from weasyprint.css.properties import INHERITED, INITIAL_NOT_COMPUTED, INITIAL_VALUES

_LOOKED_AT = {"page", "position", "float", "display"}
"""Properties that hang on others, or whose reckoning is noted elsewhere."""

_IN_FLOW = {name: INITIAL_VALUES[name] for name in ("position", "float")}
"""Where an element stands of which no style sheet says it; each hangs on the other."""

_DECORATION = "text_decoration_"
_ALONG_LINES = ("block", "inline")
"""Words in the names of properties that speak of lines of text, and set those that speak of the sheet."""


def _is_plain(name: str) -> bool:
    return name not in _LOOKED_AT and not name.startswith(_DECORATION)


_LINES = {
    name.replace("_width", "_style"): name
    for name in INITIAL_NOT_COMPUTED
    if name.endswith("_width") and not any(way in name for way in _ALONG_LINES)
}
"""How wide the lines of an element are, by what says how they look: a line nobody asks for has no width."""

BEGUN = {
    name: value
    for name, value in INITIAL_VALUES.items()
    if _is_plain(name) and name not in INHERITED and name not in INITIAL_NOT_COMPUTED
} | dict.fromkeys(_LINES.values(), 0)
"""What a property is that is not inherited and that no style sheet names."""

PASSED_ON = frozenset(filter(_is_plain, INHERITED)) - PHYSICAL_FUNCTIONS.keys()
"""Properties an element has from the one around it."""

UNSAID: Mapping[str, Any] = {
    **{name: INITIAL_VALUES[name] for name in PASSED_ON - INITIAL_NOT_COMPUTED if name in INITIAL_VALUES},
    **{name: value for name, value in INITIAL_VALUES.items() if name.startswith(_DECORATION)},
    "page": "",
}
"""What such a property is where no style sheet says it of the element nor of any around it."""


class Told(ComputedStyle):  # type: ignore[misc]
    """The style of an element, which begins with all that style sheets leave as it is."""

    def __init__(self, parent_style: Any, cascaded: dict[str, Any], *rest: Any) -> None:
        super().__init__(parent_style, cascaded, *rest)
        said = cascaded.keys()
        self.update(BEGUN)
        for name in said & BEGUN.keys():
            del self[name]
        for name in said & _LINES.keys():
            self.pop(_LINES[name], None)
        if any(way in name for name in cascaded for way in _ALONG_LINES):
            for name in PHYSICAL_FUNCTIONS.keys() & self.keys():
                del self[name]
        if not said & _IN_FLOW.keys():
            self.update(_IN_FLOW)
            self.specified.update(_IN_FLOW)
        self.unsaid = UNSAID if parent_style is None else parent_style.unsaid
        if spoken := said & self.unsaid.keys():
            self.unsaid = {name: value for name, value in self.unsaid.items() if name not in spoken}
        self.update(self.unsaid)
        self._passed_on = PASSED_ON - said if parent_style is not None else frozenset()

    def __missing__(self, name: str) -> Any:
        if name in self._passed_on:
            value = self[name] = self.parent_style[name]
            return value
        return super().__missing__(name)


class ToldAround(AnonymousStyle):  # type: ignore[misc]
    """The style of a box without an element of its own."""

    def __init__(self, parent_style: Any) -> None:
        self.update(BEGUN)
        self.update(_IN_FLOW)
        self.unsaid = parent_style.unsaid
        self.update(self.unsaid)
        super().__init__(parent_style)


def tell() -> None:
    """Have every page of this process begin with what is known."""
    css.ComputedStyle, css.AnonymousStyle = Told, ToldAround
