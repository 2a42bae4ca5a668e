"""Nothing of the staff reaches a guest: known secrets are searched for in every byte that is public."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from placard.findings import Finding, Place, in_order
from placard.prove.outputs import Origin, fault
from placard.prove.pdf import open_pdf
from placard.prove.unpacking import Opened, readings, unpacked

SHORTEST = 5
"""Letters and digits a secret must have: a shorter one stands somewhere by chance."""

DEEPEST = 4
"""How often a file inside a file is opened."""

_MARKS = bytes(code for code in range(128) if not chr(code).isalnum())
_SMALL = bytes(code + 32 if 65 <= code <= 90 else code for code in range(256))
_NO_LETTER = re.compile(r"[\W_]+")


@dataclass(frozen=True, slots=True)
class Secret:
    """Words that must not get out, and the line they were typed in."""

    words: str
    place: Place | None = None
    venue: str = ""


@dataclass(frozen=True, slots=True)
class Search:
    """What was looked at, and what was found there."""

    files: int
    findings: tuple[Finding, ...]


def search(secrets: Iterable[Secret], folders: Iterable[Path], name: str = "out") -> Search:
    """Search every file under these folders, opened as far as anybody could open it.

    Blanks, punctuation, capitals and markup make no difference. Raises `ValueError` for a secret too
    short to mean anything; folders without a file are a finding, because then nothing was searched.
    """
    files = [
        (f"{name}/{folder.name}/{path.relative_to(folder).as_posix()}", path)
        for folder in folders
        for path in sorted(path for path in folder.rglob("*") if path.is_file())
    ]
    seeker = Seeker(secrets)
    findings = [found for shown, path in files for found in seeker.in_file(path, shown)]
    if not files or not seeker.secrets:
        findings.append(fault("prove.nothing_searched", name))
    return Search(len(files), tuple(in_order(findings)))


class Seeker:
    """Looks for the same secrets in file after file.

    What lies in several of them byte by byte (a sheet in the file of all sheets, a picture in two
    languages) is opened once. Raises `ValueError` for a secret too short to mean anything.
    """

    def __init__(self, secrets: Iterable[Secret], opened: Opened = open_pdf) -> None:
        self.secrets: dict[Secret, str] = {secret: _bare(secret.words) for secret in secrets}
        if short := [secret.words for secret, bare in self.secrets.items() if len(bare) < SHORTEST]:
            raise ValueError(f"too short to search for: {short[0]!r}")
        self._sought = frozenset(self.secrets.values())
        self._opened = opened
        self._known: dict[tuple[bytes, int], frozenset[str]] = {}

    def in_file(self, path: Path, shown: str) -> Iterator[Finding]:
        """Yield every secret that stands in a file, once; `shown` is the name it is reported by."""
        held = self._in_text([path.name]) | self._held(path.read_bytes(), DEEPEST)
        for secret, bare in self.secrets.items():
            if bare in held:
                yield fault("prove.leak", shown, Origin(secret.venue, secret.place), 0, words=secret.words)

    def _held(self, raw: bytes, deep: int) -> frozenset[str]:
        """Return what is found in some bytes, opened so many times."""
        key = hashlib.sha256(raw).digest(), deep
        if key not in self._known:
            self._known[key] = self._in_text(readings(raw)) if not deep else self._opened_up(raw, deep)
        return self._known[key]

    def _opened_up(self, raw: bytes, deep: int) -> frozenset[str]:
        whole = unpacked(raw, self._opened)
        found = self._in_text([*whole.views, *(name for name, _ in whole.inner if name)])
        return found.union(*(self._held(inner, deep - 1) for _, inner in whole.inner))

    def _in_text(self, views: Iterable[str]) -> frozenset[str]:
        # A line end is no letter, so that nothing is found across two views.
        whole = "\n".join(map(_bare, views))
        return frozenset(bare for bare in self._sought if bare in whole)


def _bare(text: str) -> str:
    """Return letters and digits alone: a telephone number is the same with and without its hyphens."""
    if text.isascii():  # as nearly all of a PDF is: numbers that say where to draw
        return text.encode().translate(_SMALL, _MARKS).decode()
    return _NO_LETTER.sub("", unicodedata.normalize("NFKC", text).casefold())
