"""The libraries WeasyPrint opens, looked for without loading it."""

from __future__ import annotations

import ctypes
import ctypes.util
import os
import sys
from collections.abc import Sequence
from pathlib import Path

PANGO = (
    ("libgobject-2.0.so.0", "libgobject-2.0.0.dylib", "libgobject-2.0-0.dll", "gobject-2.0"),
    ("libpango-1.0.so.0", "libpango-1.0.dylib", "libpango-1.0-0.dll", "pango-1.0"),
    ("libharfbuzz.so.0", "libharfbuzz.0.dylib", "libharfbuzz-0.dll", "harfbuzz"),
    ("libfontconfig.so.1", "libfontconfig.1.dylib", "libfontconfig-1.dll", "fontconfig"),
    ("libpangoft2-1.0.so.0", "libpangoft2-1.0.dylib", "libpangoft2-1.0-0.dll", "pangoft2-1.0"),
)
"""The libraries WeasyPrint cannot start without, by the names it opens them by; the last is searched for."""

SUBSET = (
    "libharfbuzz-subset.so.0",
    "libharfbuzz-subset.0.dylib",
    "libharfbuzz-subset-0.dll",
    "harfbuzz-subset",
)
"""The library without which a Chinese sheet takes 0.4 s longer to write; in Pango's packages but for apt."""


def all_there(libraries: Sequence[Sequence[str]]) -> bool:
    """Tell whether each of these libraries can be opened by one of its names."""
    _look_where_weasyprint_looks()
    return all(any(map(_opens, names)) for names in libraries)


def _opens(name: str) -> bool:
    file = name if name.startswith("lib") else ctypes.util.find_library(name)
    if file is None:
        return False
    try:
        ctypes.CDLL(file)
    except OSError:
        return False
    return True


def _look_where_weasyprint_looks() -> None:
    if sys.platform == "win32":
        for folder in os.getenv("WEASYPRINT_DLL_DIRECTORIES", r"C:\msys64\ucrt64\bin").split(";"):
            if Path(folder).is_dir():
                os.add_dll_directory(folder)
