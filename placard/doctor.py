"""What this machine has and lacks, and the one line that mends it."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from importlib import metadata

from placard.findings import Said, said
from placard.libraries import (
    PACKAGES,
    PANGO,
    SUBSET,
    find_chromium,
    how_to_install,
    lacking,
    loads,
)
from placard.press import fonts
from placard.press.engine import is_known
from placard.read.roots import Project, venue_paths
from placard.read.voice import Voice, languages_here

PYTHON_SINCE = (3, 11)
MKDOCS_SINCE, MKDOCS_BEFORE = (1, 6, 1), (2,)


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
    return (_python(), _mkdocs(), _engine(), _pango(), _subset(), _fonts(), _chromium())


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


def _engine() -> Condition:
    """Another version prints too; only what it is told to be quicker is left out."""
    try:
        version = metadata.version("weasyprint")
        known = is_known()
    except metadata.PackageNotFoundError as lacking_one:
        return Condition("WeasyPrint", False, said("report.engine_lacking", name=str(lacking_one)))
    line = said("report.version" if known else "report.engine_other", version=version)
    return Condition("WeasyPrint", True, line)


def _pango() -> Condition:
    if loads(PANGO):
        return Condition("Pango", True, said("report.there"))
    install = how_to_install(lacking(["pango", "subset"]))
    return Condition("Pango", False, said("report.pango_lacking", install=install))


def _subset() -> Condition:
    name = "HarfBuzz subset"
    if loads([SUBSET]):
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
