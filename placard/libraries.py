"""What of the machine's own software we need: whether it is there, and the one line that brings it.

Only the standard library is imported here: it is asked before anything else is loaded.
"""

from __future__ import annotations

import ctypes
import ctypes.util
import os
import shutil
import sys
from collections.abc import Iterable, Sequence
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

CHROMIUM = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
CHROMIUM_ON_MACOS = (
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
)

PACKAGES = {
    "pango": {"apt-get": "libpango-1.0-0 libpangoft2-1.0-0", "dnf": "pango", "brew": "pango"},
    "subset": {"apt-get": "libharfbuzz-subset0", "dnf": "harfbuzz", "brew": "harfbuzz"},
    "chromium": {"apt-get": "chromium", "dnf": "chromium", "brew": "--cask chromium"},
}
"""What pip cannot bring, under the names each package manager has for it."""


def needs_pango() -> str | None:
    """Return the line to run before a PDF can be made, or None."""
    return None if loads(PANGO) else how_to_install(lacking(["pango", "subset"]))


def find_chromium() -> str | None:
    """Return the path of a Chromium or Chrome, which only tests use."""
    on_path = (shutil.which(name) for name in CHROMIUM)
    on_macos = (path for path in CHROMIUM_ON_MACOS if Path(path).is_file())
    return next(filter(None, (*on_path, *on_macos)), None)


def lacking(things: Iterable[str]) -> list[str]:
    """Return those of `things` (keys of `PACKAGES`) that are not on this machine."""
    there = {"pango": loads(PANGO), "subset": loads([SUBSET]), "chromium": find_chromium() is not None}
    return [thing for thing in things if not there[thing]]


def how_to_install(things: Iterable[str]) -> str:
    """Return the one line to run, for the package manager of this machine or else for each."""
    wanted = list(things)
    sudo = "" if _is_root() else "sudo "
    commands = {
        "apt-get": f"{sudo}apt-get update && {sudo}apt-get install -y",
        "dnf": f"{sudo}dnf install -y",
        "brew": "brew install",
    }
    here = [manager for manager in commands if shutil.which(manager)] or list(commands)
    return " / ".join(
        " ".join([commands[manager], *(PACKAGES[thing][manager] for thing in wanted)]) for manager in here
    )


def loads(libraries: Sequence[Sequence[str]]) -> bool:
    """Tell whether of each library one of its names can be opened."""
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


def _is_root() -> bool:
    return sys.platform != "win32" and os.geteuid() == 0
