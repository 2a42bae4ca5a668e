"""What this machine has and lacks, and the one line that mends it."""

from __future__ import annotations

import argparse
import ctypes
import ctypes.util
import os
import shutil
import sys
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from importlib import metadata
from pathlib import Path

from placard.findings import Said, said
from placard.press import fonts
from placard.read.project import venue_paths
from placard.read.roots import Project
from placard.read.voice import Voice, languages_here

PYTHON_SINCE = (3, 11)
MKDOCS_SINCE, MKDOCS_BEFORE = (1, 6, 1), (2,)

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


@dataclass(frozen=True, slots=True)
class Condition:
    """One thing looked at; `says` is one line: what is there, and if it is not right, what to run."""

    name: str
    ok: bool
    says: Said

    @property
    def line(self) -> Said:
        """The condition in a line of a list of all."""
        return said("report.doctor_ok" if self.ok else "report.doctor_lacks", name=self.name, says=self.says)


def diagnose() -> tuple[Condition, ...]:
    """Look at everything the commands and the tests need, most needed first."""
    return (_python(), _mkdocs(), _pango(), _subset(), _fonts(), _chromium())


def needs_pango() -> str | None:
    """Return the line to run before a PDF can be made, or None."""
    return None if _loads(PANGO) else how_to_install(lacking(["pango", "subset"]))


def find_chromium() -> str | None:
    """Return the path of a Chromium or Chrome, which only tests use."""
    on_path = (shutil.which(name) for name in CHROMIUM)
    on_macos = (path for path in CHROMIUM_ON_MACOS if Path(path).is_file())
    return next(filter(None, (*on_path, *on_macos)), None)


def lacking(things: Iterable[str]) -> list[str]:
    """Return those of `things` (keys of `PACKAGES`) that are not on this machine."""
    there = {"pango": _loads(PANGO), "subset": _loads([SUBSET]), "chromium": find_chromium() is not None}
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


def _python() -> Condition:
    version = ".".join(map(str, sys.version_info[:3]))
    if sys.version_info >= PYTHON_SINCE:
        return Condition("Python", True, said("report.version", version=version))
    since = ".".join(map(str, PYTHON_SINCE))
    return Condition("Python", False, said("report.python_old", version=version, since=since))


def _mkdocs() -> Condition:
    try:
        version = metadata.version("mkdocs")
    except metadata.PackageNotFoundError:
        return Condition("MkDocs", False, said("report.mkdocs_lacking"))
    numbers = tuple(int(part) for part in version.split(".") if part.isdigit())
    if MKDOCS_SINCE <= numbers < MKDOCS_BEFORE:
        return Condition("MkDocs", True, said("report.version", version=version))
    since, before = (".".join(map(str, each)) for each in (MKDOCS_SINCE, MKDOCS_BEFORE))
    line = said("report.mkdocs_other", version=version, since=since, before=before)
    return Condition("MkDocs", False, line)


def _pango() -> Condition:
    if _loads(PANGO):
        return Condition("Pango", True, said("report.there"))
    install = how_to_install(lacking(["pango", "subset"]))
    return Condition("Pango", False, said("report.pango_lacking", install=install))


def _subset() -> Condition:
    name = "HarfBuzz subset"
    if _loads([SUBSET]):
        return Condition(name, True, said("report.there"))
    return Condition(name, False, said("report.subset_lacking", install=how_to_install(["subset"])))


def _fonts() -> Condition:
    name = f"{fonts.SANS}, {fonts.HAN}"
    ready = fonts.prepared()
    if ready:
        return Condition(name, True, said("report.fonts_ready", digest=ready.digest))
    return Condition(name, False, said("report.fonts_lacking"))


def _chromium() -> Condition:
    path = find_chromium()
    if path:
        return Condition("Chromium", True, said("report.version", version=path))
    return Condition("Chromium", False, said("report.chromium_lacking", install=how_to_install(["chromium"])))


def _loads(libraries: Sequence[Sequence[str]]) -> bool:
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


def main(arguments: Sequence[str] | None = None) -> int:
    """Answer the Makefile: what is lacking, as Debian packages or as a line for a person."""
    parser = argparse.ArgumentParser(prog="python -m placard.doctor", description=__doc__)
    parser.add_argument("things", nargs="+", choices=sorted(PACKAGES), help="what to look for")
    parser.add_argument("--packages", action="store_true", help="print only the Debian packages lacking")
    chosen = parser.parse_args(arguments)
    absent = lacking(chosen.things)
    if chosen.packages:
        print(" ".join(PACKAGES[thing]["apt-get"] for thing in absent))
        return 0
    conditions = {"pango": _pango, "subset": _subset, "chromium": _chromium}
    here = Project.here()
    voice = Voice.of(here, languages_here(venue_paths(here.venues)))
    for thing in absent:
        if thing != "subset" or "pango" not in absent:  # one line tells both
            condition = conditions[thing]()
            print(voice.tell(said("report.doctor_line", name=condition.name, says=condition.says)))
    return 1 if absent else 0


if __name__ == "__main__":
    sys.exit(main())
