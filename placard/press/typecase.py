"""The type a process sets words from: fonts told to the engine where they lie, and tools for every look."""

from __future__ import annotations

import os
import warnings
from operator import itemgetter
from pathlib import Path
from typing import Any, TypeAlias
from xml.etree.ElementTree import Element, SubElement, tostring

with warnings.catch_warnings():
    # A machine without any system font: ours come by @font-face.
    warnings.filterwarnings("ignore", message="No fonts configured")
    from weasyprint.logger import LOGGER
    from weasyprint.text.constants import FONTCONFIG_WEIGHT, PANGO_DIRECTION
    from weasyprint.text.ffi import ffi, fontconfig, gobject, pango, pangoft2, unicode_to_char_p
    from weasyprint.text.fonts import FontConfiguration, font_features, get_font_description

_FEATURES = (
    *("font_kerning", "font_variant_ligatures", "font_variant_position", "font_variant_caps"),
    *("font_variant_numeric", "font_variant_alternates", "font_variant_east_asian", "font_feature_settings"),
)
_LOOK = itemgetter(
    *("font_family", "font_size", "font_style", "font_stretch", "font_weight", "font_variation_settings"),
    *("font_language_override", "lang", "direction"),
    *_FEATURES,
)
"""All that the engine asks of a style before it sets words in it, but for lines along them."""

Tools: TypeAlias = tuple[Any, Any, Any]
"""What words of one look are set with: context, description of the type, language."""


class TypeCase(FontConfiguration):  # type: ignore[misc]
    """Type, and beside it the tools for every look that was set from it; `None` where lines share none."""

    def __init__(self) -> None:
        super().__init__()
        self._faces: set[str] = set()
        self._tools: dict[tuple[Any, ...], Tools | None] = {}

    def add_font_face(self, rule_descriptors: Any, url_fetcher: Any) -> None:
        """Tell Pango of a font where it lies: a file, of one family and weight.

        The engine would copy it, 20 MB for each style and process, into a folder that stays behind
        where a process ends without being asked.
        """
        ((_, url),) = rule_descriptors["src"]
        if url in self._faces:
            return
        path = url_fetcher.path_of(url)
        family, weight = rule_descriptors["font_family"], FONTCONFIG_WEIGHT[rule_descriptors["font_weight"]]
        fontconfig.FcConfigParseAndLoadFromMemory(self._config, _config(path, family, weight), True)
        if not fontconfig.FcConfigAppFontAddFile(self._config, os.fsencode(path)):
            LOGGER.warning("Font-face %r cannot be loaded", family)
            return
        pangoft2.pango_fc_font_map_config_changed(ffi.cast("PangoFcFontMap *", self.font_map))
        self._faces.add(url)

    def tools(self, style: Any) -> Tools | None:
        """Return the tools for the look of a style."""
        if style["text_decoration_line"] != "none":
            return None
        look = _LOOK(style)
        if look not in self._tools:
            self._tools[look] = self._made(style) if _is_plain(style) else None
        return self._tools[look]

    def _made(self, style: Any) -> Tools:
        context = ffi.gc(pango.pango_font_map_create_context(self.font_map), gobject.g_object_unref)
        pango.pango_context_set_round_glyph_positions(context, False)
        pango.pango_context_set_base_dir(context, PANGO_DIRECTION[style["direction"]])
        name, _ = unicode_to_char_p(style["lang"])
        language = pango.pango_language_from_string(name)
        pango.pango_context_set_language(context, language)
        return context, get_font_description(style), language


def _config(path: Path, family: str, weight: int) -> bytes:
    """Return what Fontconfig is told of a file: its family, before the name in it, weight and features."""
    root = Element("fontconfig")
    scanned = _match(root, "scan", path)
    edit = SubElement(scanned, "edit", name="family", mode="prepend")
    SubElement(edit, "string").text = family
    edit = SubElement(scanned, "edit", name="weight", mode="assign_replace")
    SubElement(edit, "int").text = str(weight)
    edit = SubElement(_match(root, "font", path), "edit", name="fontfeatures", mode="assign_replace")
    for name, value in font_features().items():
        SubElement(edit, "string").text = f"{name} {value}"
    return bytes(tostring(root, encoding="utf-8", xml_declaration=True))


def _match(root: Element, target: str, path: Path) -> Element:
    match = SubElement(root, "match", target=target)
    test = SubElement(match, "test", name="file", compare="eq")
    SubElement(test, "string").text = path.as_posix()
    return match


def _is_plain(style: Any) -> bool:
    """Tell whether words are set as nearly all are: in a language, without features of their own."""
    return bool(
        style["lang"]
        and style["font_language_override"] == "normal"
        and not font_features(*(style[name] for name in _FEATURES))
    )
