"""What was printed before: plans and PDFs under the hash of everything they were made of.

Reckoning a key imports no engine: a build in which nothing changed must cost next to nothing.
"""

from __future__ import annotations

import hashlib
import json
import os
from dataclasses import asdict, dataclass
from functools import cache
from importlib import metadata
from pathlib import Path
from typing import Any, cast

from placard.compose.outputs import SheetWords
from placard.findings import Finding, Place, Said, Severity
from placard.press import filling, templates
from placard.press.filling import Labels
from placard.press.setting import Choice, Setting, Sizes, Zone

LIBRARIES = ("weasyprint", "pydyf", "fonttools", "tinycss2", "tinyhtml5", "cssselect2", "segno", "markupsafe")
"""What the bytes of a PDF depend on. Pango is not asked for: that would load it."""

_TORN = (ValueError, TypeError, KeyError, AttributeError)
"""What reading a file raises that is not whole, or was written otherwise: it was never kept."""


@dataclass(frozen=True, slots=True)
class PressCache:
    """A folder, kept between builds and safe to delete at any time."""

    folder: Path

    def plan(self, key: str) -> Setting | None:
        """Return a plan made before."""
        kept = self._read(f"{key}.plan.json")
        try:
            return _setting(json.loads(kept)) if kept is not None else None
        except _TORN:
            return None

    def keep_plan(self, key: str, setting: Setting) -> None:
        """Keep a plan that passed its checks, in its own order: parts of a sheet are drawn in it."""
        self._write(f"{key}.plan.json", json.dumps(_as_json(setting)).encode())

    def sheet(self, key: str) -> tuple[Path, tuple[Finding, ...]] | None:
        """Return a PDF made before, byte for byte as it was kept, and the warnings about it."""
        kept, pdf = self._read(f"{key}.findings.json"), self._read(f"{key}.pdf")
        if kept is None or pdf is None:
            return None
        try:
            whole = json.loads(kept)
            if whole["sha256"] != hashlib.sha256(pdf).hexdigest():
                return None
            return self.folder / f"{key}.pdf", tuple(map(_finding, whole["findings"]))
        except _TORN:
            return None

    def keep_sheet(self, key: str, pdf: bytes, findings: tuple[Finding, ...]) -> Path:
        """Keep a PDF; the warnings are written last, so that half a PDF is never taken for one."""
        path = self._write(f"{key}.pdf", pdf)
        whole = {"sha256": hashlib.sha256(pdf).hexdigest(), "findings": [asdict(each) for each in findings]}
        self._write(f"{key}.findings.json", json.dumps(whole).encode())
        return path

    def _read(self, name: str) -> bytes | None:
        try:
            return (self.folder / name).read_bytes()
        except OSError:
            return None

    def _write(self, name: str, content: bytes) -> Path:
        self.folder.mkdir(parents=True, exist_ok=True)
        path, unfinished = self.folder / name, self.folder / f"{name}.{os.getpid()}"
        unfinished.write_bytes(content)
        unfinished.replace(path)
        return path


def plan_key(words: SheetWords, fonts: str, labels: Labels) -> str:
    """Hash all that decides where the words of a sheet go; `fonts` is the digest of the font set."""
    samples = tuple(filling.samples(words, labels))
    return _hashed(
        samples, filling.shape_of(words), words.read_from, words.smallest, *_machinery(fonts, "sheet")
    )


def sheet_key(html: str, fonts: str, one_language: bool, style: str = "sheet") -> str:
    """Hash all that decides the bytes of a PDF; pictograms and QR code are part of the HTML."""
    return _hashed(html, one_language, *_machinery(fonts, style))


@cache
def _machinery(fonts: str, style: str) -> tuple[object, ...]:
    versions = tuple(metadata.version(library) for library in LIBRARIES)
    sources = (path.read_text(encoding="utf-8") for path in sorted(Path(__file__).parent.glob("*.py")))
    shapes = (path.read_text(encoding="utf-8") for path in sorted(templates.FOLDER.glob("*.html")))
    return fonts, versions, templates.style_sheets(style), _hashed(*sources, *shapes)


def _hashed(*parts: object) -> str:
    return hashlib.sha256("\0".join(map(repr, parts)).encode()).hexdigest()


def _as_json(setting: Setting) -> dict[str, object]:
    return asdict(setting) | {"together": sorted(setting.together)}


def _setting(kept: dict[str, dict[str, dict[str, float]]]) -> Setting:
    choice: dict[str, object] = dict(kept["choice"])
    choice["sizes"] = Sizes(**kept["choice"]["sizes"])
    plain: dict[str, object] = dict(kept)
    plain["choice"] = Choice(**choice)  # type: ignore[arg-type]
    plain["zones"] = {name: Zone(**zone) for name, zone in kept["zones"].items()}
    plain["together"] = frozenset(kept["together"])
    return Setting(**plain)  # type: ignore[arg-type]


def _finding(kept: dict[str, object]) -> Finding:
    place = Place(**kept.pop("place"))  # type: ignore[arg-type]
    values = {name: _value(value) for name, value in cast("dict[str, object]", kept.pop("values")).items()}
    severity = Severity(kept.pop("severity"))  # type: ignore[arg-type]
    return Finding(place=place, severity=severity, values=values, **kept)  # type: ignore[arg-type]


def _value(kept: Any) -> Any:
    """Return what fills a sentence: text, a number, words by language, or a line of the tool."""
    if not isinstance(kept, dict) or "code" not in kept:
        return kept
    return Said(**kept | {"values": {name: _value(value) for name, value in kept["values"].items()}})
